/** The staff's side on a real state in a real folder; clock, page and machine are played by the test. */
import type { Situation } from '../../main/ipc/answers.ts';
import type { DeviceSettings } from '../../main/ipc/contract.ts';
import { makeDesk, type StaffAnswers } from '../../main/staff/desk.ts';
import { type Gate, makeGate } from '../../main/staff/gate.ts';
import { isWeakPin } from '../../main/staff/secret.ts';
import type { PluggedStick } from '../../main/staff/sticks.ts';
import { keepState, type State, type StateKeeper } from '../../main/state/state.ts';
import { makeMeter } from '../../main/usage/meter.ts';
import { tempFolder } from './folder.ts';

export const PIN = '271828';
/** Cheap for tests; how dear the real one is stands in secret.ts. */
const CHEAP = { cost: 2 ** 4, block: 8, lanes: 1 };

/** What the log of the scene holds. */
export const LOG = '{"level":"error","what":"page hangs"}\n';

export type Scene = {
  readonly folder: string;
  readonly answers: StaffAnswers;
  readonly gate: Gate;
  readonly keeper: StateKeeper;
  readonly state: State;
  /** Lets monotonic time pass. */
  readonly pass: (ms: number) => void;
  readonly locks: () => number;
  readonly changed: readonly DeviceSettings[];
  /** What was asked of the content, in order. */
  readonly orders: readonly string[];
  readonly left: () => number;
};

export type SceneOptions = {
  readonly folder?: string;
  readonly situation?: Partial<Situation>;
  readonly sticks?: readonly PluggedStick[];
};

export function staffDesk(options: SceneOptions = {}): Scene {
  const { folder = tempFolder(), sticks = [] } = options;
  let now = 0;
  let locks = 0;
  let left = 0;
  const changed: DeviceSettings[] = [];
  const orders: string[] = [];
  const monotonicMs = (): number => now;
  const keeper = keepState({
    folder,
    clock: { nowMs: () => Date.UTC(2026, 3, 1), monotonicMs, believed: () => true },
    report: () => undefined,
  });
  const found = keeper.get();
  if (!found.ok) throw new Error(found.detail);
  const situation = (): Situation => ({
    opened: { ok: false, faults: [] },
    here: { venueId: 'arakawa-kuyakusho', today: '2026-04-01' },
    clockBelieved: true,
    time: '12:00',
    lang: 'ja',
    tour: false,
    session: null,
    preview: null,
    ...options.situation,
  });
  const gate = makeGate({
    state: keeper.get,
    monotonicMs,
    onLock: () => {
      locks += 1;
    },
    report: () => undefined,
  });
  const meter = makeMeter({
    state: keeper.get,
    where: () => ({ ...situation().here, tour: situation().tour }),
    monotonicMs,
    report: () => undefined,
  });
  const answers = makeDesk({
    state: keeper.get,
    gate,
    meter,
    situation,
    machine: async () => ({
      nowMs: Date.UTC(2026, 3, 1),
      clockBelieved: true,
      signatures: {
        setId: '0123456789ab',
        newestSignedMs: Date.UTC(2026, 2, 1),
        expiresMs: Date.UTC(2026, 5, 1),
      },
      freeBytes: 9_000_000_000,
      floorBytes: 500_000_000,
      memoryNowBytes: 300_000_000,
      memory: [300_000_000],
    }),
    sticks: async () => sticks,
    keyStick: { look: async () => ({ state: 'none' }), setPin: async () => ({ state: 'no-key' }) },
    log: () => LOG,
    content: {
      source: 'https://content.example.jp/',
      view: async () => {
        throw new Error('tested with real content: test/e2e/staff.spec.ts');
      },
      sync: (from) => orders.push(`sync ${from}`),
      stop: () => orders.push('stop'),
      back: () => orders.push('back'),
      take: () => undefined,
    },
    deviceChanged: (settings) => changed.push(settings),
    leave: () => {
      left += 1;
    },
  });
  return {
    folder,
    answers,
    gate,
    keeper,
    state: found.state,
    pass: (ms) => {
      now += ms;
    },
    locks: () => locks,
    changed,
    orders,
    left: () => left,
  };
}

/** Sets a PIN whose scrypt is cheap. */
export async function givePin({ state }: Scene, pin = PIN): Promise<void> {
  if (isWeakPin(pin)) throw new Error('a test needs a PIN that could be one');
  const { scryptSync, randomBytes } = await import('node:crypto');
  const salt = randomBytes(16);
  const hash = scryptSync(pin, salt, 32, { N: CHEAP.cost, r: CHEAP.block, p: CHEAP.lanes });
  state.pin.set({ salt, hash, ...CHEAP });
}
