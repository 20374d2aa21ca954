/** The bridge itself: what it puts on `window` and what it refuses. Only Electron is a stub. */
import { describe, expect, it, vi } from 'vitest';
import type { KioskDoor } from '../../main/ipc/contract.ts';
import { PAGE_LOCKS } from '../../main/page-locks.ts';

const electron = vi.hoisted(() => ({
  worlds: new Map<string, unknown>(),
  invoked: [] as unknown[][],
  listeners: new Map<string, ((event: unknown, notice: unknown) => void)[]>(),
  ran: [] as string[],
}));

vi.mock('electron', () => ({
  webFrame: { executeJavaScript: async (code: string) => void electron.ran.push(code) },
  contextBridge: { exposeInMainWorld: (name: string, door: unknown) => electron.worlds.set(name, door) },
  ipcRenderer: {
    invoke: async (...call: unknown[]) => {
      electron.invoked.push(call);
      return 'reply';
    },
    on: (name: string, listener: (event: unknown, notice: unknown) => void) => {
      electron.listeners.set(name, [...(electron.listeners.get(name) ?? []), listener]);
    },
    off: (name: string, listener: unknown) => {
      electron.listeners.set(
        name,
        (electron.listeners.get(name) ?? []).filter((one) => one !== listener),
      );
    },
  },
}));

await import('../../main/preload.ts');
const door = electron.worlds.get('kiosk') as KioskDoor;

describe('the preload', () => {
  it('puts the door on window.kiosk and nothing else anywhere', () => {
    expect([...electron.worlds.keys()]).toEqual(['kiosk']);
    expect(Object.keys(door).sort()).toEqual(['call', 'on']);
  });

  it('locks the page before anything else runs in it', () => {
    expect(electron.ran).toEqual([PAGE_LOCKS]);
  });

  it('passes a call of the contract on', async () => {
    expect(await door.call('home:read', { lang: 'ja' })).toBe('reply');
    expect(electron.invoked).toEqual([['home:read', { lang: 'ja' }]]);
  });

  it.each(['content:delete', 'constructor', '__proto__', 'toString', ''])(
    'refuses the call %j',
    async (name) => {
      await expect(door.call(name as 'home:read', { lang: 'ja' })).rejects.toThrow('no such call');
    },
  );

  it.each(['app:quit', 'constructor', ''])('refuses to listen to %j', (name) => {
    expect(() => door.on(name as 'tour:go', () => undefined)).toThrow('no such notice');
  });

  it('gives the page the notice alone, and stops when asked', () => {
    const heard: unknown[] = [];
    const stop = door.on('content:changed', (...all) => heard.push(all));
    const [listener] = electron.listeners.get('content:changed') ?? [];
    listener?.({ sender: 'secret' }, { today: '2020-11-13' });
    expect(heard).toEqual([[{ today: '2020-11-13' }]]);
    stop();
    expect(electron.listeners.get('content:changed')).toEqual([]);
  });
});
