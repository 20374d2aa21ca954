/**
 * What the staff's calls are answered with, and the counting of visitors' use. Whoever asks without an
 * unlocked session is refused by name before anything is read; every deed is written down first.
 */
import { addDays } from '../../content/pack/days.ts';
import type { Situation } from '../ipc/answers.ts';
import type { AuditAction, Calls, CountsView, DeviceSettings, StaffCalls, Stick } from '../ipc/contract.ts';
import { Refused } from '../ipc/serve.ts';
import { FIRST_SETTINGS } from '../state/settings.ts';
import type { State, StateOrNot } from '../state/state.ts';
import type { Meter } from '../usage/meter.ts';
import type { ContentHand } from './content-hand.ts';
import { exportTo } from './export.ts';
import type { Gate } from './gate.ts';
import { namesOfItems } from './names.ts';
import { type Facts, judge } from './readiness.ts';
import type { PluggedStick } from './sticks.ts';
import type { KeyStick } from './unlock.ts';

export type StaffAnswers = {
  readonly [K in keyof StaffCalls]: (
    request: Calls[K]['request'],
  ) => Calls[K]['value'] | Promise<Calls[K]['value']>;
};

export type DeskOptions = {
  readonly state: () => StateOrNot;
  readonly gate: Gate;
  readonly meter: Meter;
  readonly situation: () => Situation;
  /** What the machine says of itself; the rest of the facts is known here. */
  readonly machine: () => Promise<
    Omit<Facts, 'today' | 'shown' | 'faults' | 'update' | 'touch' | 'setAside'>
  >;
  readonly sticks: () => Promise<readonly PluggedStick[]>;
  readonly keyStick: KeyStick;
  /** What the program wrote down. */
  readonly log: () => string;
  /** What brings content in. */
  readonly content: ContentHand;
  readonly deviceChanged: (settings: DeviceSettings) => void;
  readonly leave: () => void;
};

const AUDIT_SHOWN = 100;

export function makeDesk(options: DeskOptions): StaffAnswers {
  const { gate, meter, situation } = options;

  function stateOrRefuse(): State {
    const found = options.state();
    if (!found.ok) throw new Error(`state not kept: ${found.detail}`);
    return found.state;
  }

  /** For staff only. @throws {Refused} staff-locked */
  function inside<Request, Value>(
    answer: (request: Request, state: State) => Value,
  ): (request: Request) => Value {
    return (request) => {
      if (!gate.isOpen()) throw new Refused({ code: 'staff-locked' });
      return answer(request, stateOrRefuse());
    };
  }

  /** Written down before it is done: what cannot be written down is not done. */
  function deed(state: State, action: AuditAction, result: string, detail = ''): void {
    state.audit.write(action, result, detail);
  }

  async function readiness(_request: unknown, state: State): Promise<Calls['staff:readiness']['value']> {
    const { opened, here } = situation();
    return judge({
      ...(await options.machine()),
      today: here.today,
      shown: opened.ok ? opened.library.packs.length : 0,
      faults: opened.ok ? opened.library.faults : opened.faults,
      update: state.settings.recall('last-update'),
      touch: state.settings.recall('touch-test'),
      setAside: state.setAside?.file ?? null,
    });
  }

  function counts({ days }: { readonly days: number }, state: State): CountsView {
    const { opened, here } = situation();
    const to = here.today;
    const from = addDays(to, 1 - days);
    const rows = state.counts.read(from, to);
    const items = [...new Set(rows.filter(({ kind }) => kind === 'item').map(({ item }) => item))];
    return { from, to, rows, names: opened.ok ? namesOfItems(opened.library, here, items) : {} };
  }

  return {
    'usage:count': ({ kind, item }) => {
      meter.count(kind, item);
      return null;
    },
    'votes:read': () => {
      const found = options.state();
      return found.ok ? found.state.counts.votes(situation().here.venueId) : [];
    },
    'device:read': () => {
      const found = options.state();
      return found.ok ? found.state.settings.read() : FIRST_SETTINGS;
    },
    'staff:look': gate.look,
    'staff:unlock': ({ pin }) => gate.unlock(pin),
    'staff:lock': () => {
      gate.lock('asked');
      return null;
    },
    'staff:key': options.keyStick.look,
    'staff:new-pin': ({ pin }) => options.keyStick.setPin(pin),
    'staff:readiness': inside(readiness),
    'staff:tested': inside(({ missed }, state) => {
      deed(state, 'settings', 'touch-test', `missed ${missed}`);
      state.settings.remember('touch-test', { day: situation().here.today, missed });
      return null;
    }),
    'staff:counts': inside(counts),
    'staff:audit': inside((_request, { audit }) => ({
      entries: audit.newest(AUDIT_SHOWN),
      proof: audit.verify(),
    })),
    'staff:settings': inside(({ settings }, state) => {
      deed(state, 'settings', 'device', JSON.stringify(settings));
      state.settings.write(settings);
      options.deviceChanged(settings);
      return settings;
    }),
    'staff:sticks': inside(async () => (await options.sticks()).map(nameOnly)),
    'staff:export': inside(async ({ what, stick }, state) => {
      const plugged = (await options.sticks()).find(({ id, writable }) => id === stick && writable);
      if (plugged === undefined) throw new Refused({ code: 'not-found' });
      deed(state, 'export', what, plugged.name);
      const { venueId, today } = situation().here;
      return exportTo(plugged, what, { state, log: options.log }, { venueId, today });
    }),
    'staff:content': inside(async () => options.content.view()),
    'staff:sync': inside(async ({ stick }, state) => {
      const plugged =
        stick === null ? null : (await options.sticks()).find(({ id, content }) => id === stick && content);
      if (plugged === undefined || (plugged === null && options.content.source === null))
        throw new Refused({ code: 'not-found' });
      deed(state, 'sync', 'begun', plugged === null ? 'line' : 'stick');
      options.content.sync(plugged === null ? null : (plugged.repository ?? plugged.folder));
      return null;
    }),
    'staff:stop': inside((_request, state) => {
      deed(state, 'sync', 'stopped');
      options.content.stop();
      return null;
    }),
    'staff:back': inside((_request, state) => {
      deed(state, 'rollback', 'begun');
      options.content.back();
      return null;
    }),
    'staff:leave': inside((_request, state) => {
      deed(state, 'leave', 'ok');
      options.leave();
      return null;
    }),
  };
}

function nameOnly({ id, name, writable, content }: PluggedStick): Stick {
  return { id, name, writable, content };
}
