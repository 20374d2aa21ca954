/**
 * Puts the staff's side together: the kiosk's memory, the counts, the gate and the desk behind it. The
 * only file here that knows Electron.
 */

import type { App, WebContents } from 'electron';
import { DAY_MS } from '../../content/pack/days.ts';
import { readSet } from '../../content/sync/library-file.ts';
import { freeBytes } from '../../content/sync/room.ts';
import type { Situation } from '../ipc/answers.ts';
import type { Notices } from '../ipc/contract.ts';
import { type Log, logFolder, readLog } from '../log.ts';
import { keepState, type StateKeeper } from '../state/state.ts';
import type { SyncControl } from '../sync/control.ts';
import type { SyncFrom } from '../sync/messages.ts';
import { rootAt } from '../sync/settings.ts';
import type { StickWatch } from '../sync/sticks.ts';
import type { TelemetryFigures } from '../telemetry/figures.ts';
import { type Meter, makeMeter } from '../usage/meter.ts';
import { makeContentHand, noteEnding } from './content-hand.ts';
import { makeDesk, type StaffAnswers } from './desk.ts';
import { type Gate, makeGate } from './gate.ts';
import { watchMemory } from './memory.ts';
import { readSignatures } from './signatures.ts';
import { pluggedSticks } from './sticks.ts';
import { makeKeyStick } from './unlock.ts';

export type StaffOptions = {
  readonly app: App;
  readonly log: Log;
  /** The folder that content comes to; `state.sqlite` lies there. */
  readonly dataDir: string;
  readonly situation: () => Situation;
  /** Free room that must stay on the disk. */
  readonly floorBytes: number;
  /** `--stick` */
  readonly stick: string | undefined;
  /** Where content comes from by itself. */
  readonly source: SyncFrom | null;
  /** Root file that came with the program; null: none. */
  readonly builtInRoot: string | null;
  readonly nowMs: () => number;
  /** Tells the page that stands now; nothing happens while there is none. */
  readonly send: <K extends keyof Notices>(name: K, notice: Notices[K]) => void;
  /** Ends the program for good. */
  readonly leave: () => void;
};

export type Staff = {
  readonly answers: StaffAnswers;
  readonly state: StateKeeper;
  /** `countsForReceipt` for whoever writes receipts. */
  readonly meter: Meter;
  readonly gate: Gate;
  /** How this kiosk is, for a collector. */
  readonly figures: () => Promise<TelemetryFigures>;
  /** Hands the desk what brings content in, once it stands. */
  readonly takeControl: (control: SyncControl, sticks: Pick<StickWatch, 'present'>) => void;
};

const SIX_HOURS_MS = 6 * 3_600_000;
const SOON_MS = 60_000;

export function beginStaff(options: StaffOptions): Staff {
  const { app, log, dataDir, situation, nowMs, send } = options;
  const monotonicMs = (): number => performance.now();
  const believed = (): boolean => situation().clockBelieved;
  const fault = (what: string) => (error: unknown) => void log.write('warning', what, error);

  const state = keepState({
    folder: dataDir,
    clock: { nowMs, monotonicMs, believed },
    report: (what, detail) => log.write('warning', what, detail),
  });
  const meter = makeMeter({
    state: state.get,
    where: () => ({ ...situation().here, tour: situation().tour }),
    monotonicMs,
    report: once(fault('not counted')),
  });
  const gate = makeGate({
    state: state.get,
    monotonicMs,
    onLock: () => send('staff:locked', null),
    report: fault('end of staff session not written down'),
  });
  app.on('web-contents-created', (_event, contents) => follow(contents, gate));

  const measure = (): number =>
    app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize * 1024, 0);
  const memory = watchMemory(measure);
  setTimeout(meter.forgetOld, SOON_MS).unref();
  setInterval(meter.forgetOld, SIX_HOURS_MS).unref();
  app.on('will-quit', state.close);

  let watched: Pick<StickWatch, 'present'> | null = null;
  const content = makeContentHand({
    dataDir,
    source: options.source,
    changed: (work) => gate.isOpen() && send('staff:work', work),
    ended: (ending) => noteEnding(state.get(), ending, fault('end of work not written down')),
  });

  const takeControl: Staff['takeControl'] = (control, sticks) => {
    content.take(control);
    watched = sticks;
  };
  const figures = async (): Promise<TelemetryFigures> => {
    const { opened } = situation();
    const signatures = readSignatures(dataDir);
    const { expiresMs } = signatures;
    return {
      packs: readSet(dataDir, 'current')?.manifest.packs ?? [],
      setId: signatures.setId ?? '',
      daysLeft: expiresMs === null ? null : Math.floor((expiresMs - nowMs()) / DAY_MS),
      diskFreeBytes: await freeBytes(dataDir).catch(() => null),
      memoryBytes: measure(),
      faults: opened.ok ? opened.library.faults.length : 1,
      visits: meter.visitsOfLastDay(),
    };
  };

  const sticks = () => pluggedSticks(options.stick, watched?.present() ?? []);
  const keyStick = makeKeyStick({
    state: state.get,
    sticks,
    check: async (bytes, isUsed) => {
      // Checking signatures needs libraries that no start should wait for.
      const { readUnlockNote, trustedRoot } = await import('../../content/sync/unlock.ts');
      const { here, clockBelieved } = situation();
      const root = trustedRoot(dataDir, rootAt(options.builtInRoot));
      return readUnlockNote(bytes, { root, venueId: here.venueId, nowMs: nowMs(), clockBelieved, isUsed });
    },
  });

  const answers = makeDesk({
    state: state.get,
    gate,
    meter,
    situation,
    machine: async () => ({
      nowMs: nowMs(),
      clockBelieved: believed(),
      signatures: readSignatures(dataDir),
      freeBytes: await freeBytes(dataDir).catch(() => null),
      floorBytes: options.floorBytes,
      memoryNowBytes: measure(),
      memory: memory.samples(),
    }),
    sticks,
    keyStick,
    log: () => readLog(logFolder(app.getPath('userData'))),
    content,
    deviceChanged: (settings) => {
      send('device:changed', settings);
      send('notices:changed', null);
    },
    leave: options.leave,
  });
  return { answers, state, meter, gate, figures, takeControl };
}

/** A session lives as long as its page, and on touches that Chromium saw, not on what the page says. */
function follow(contents: WebContents, gate: Gate): void {
  contents.on('input-event', (_event, { type }) => {
    // A mouse that trembles on its table is nobody.
    if (!/^mouse(Move|Enter|Leave)$/.test(type)) gate.touched();
  });
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) gate.lock('page');
  });
  contents.on('render-process-gone', () => gate.lock('page'));
  contents.on('destroyed', () => gate.lock('page'));
}

/** The first of many like it; a disk that is full would fill the log as well. */
function once(tell: (error: unknown) => void): (error: unknown) => void {
  let told = false;
  return (error) => {
    if (!told) tell(error);
    told = true;
  };
}
