/** The only bridge to the screen. Names outside the contract are refused here as well. Bundled to CommonJS. */
import { contextBridge, ipcRenderer, webFrame } from 'electron';
import { CALLS, type KioskDoor, NOTICES } from './ipc/contract.ts';
import { PAGE_LOCKS } from './page-locks.ts';

const door: KioskDoor = {
  async call(name, request) {
    if (!Object.hasOwn(CALLS, name)) throw new Error(`no such call: ${name}`);
    return ipcRenderer.invoke(name, request);
  },
  on(name, listener) {
    if (!Object.hasOwn(NOTICES, name)) throw new Error(`no such notice: ${name}`);
    // Only the notice goes through; the raw event would hand the page `sender`.
    const relay = (_event: unknown, notice: Parameters<typeof listener>[0]): void => {
      listener(notice);
    };
    ipcRenderer.on(name, relay);
    return () => {
      ipcRenderer.off(name, relay);
    };
  },
};

contextBridge.exposeInMainWorld('kiosk', door);

// Before any script of the page; what it locks cannot be unlocked again.
void webFrame.executeJavaScript(PAGE_LOCKS);
