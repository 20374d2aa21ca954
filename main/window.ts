/** The one window. */
import { BrowserWindow, type Session } from 'electron';

export type WindowOptions = {
  readonly windowed: boolean;
  readonly preload: string;
  readonly session: Session;
};

/** Paper white of `renderer/style/tokens.css`, so that no other colour flashes before the page stands. */
const PAPER = '#fbf8f1';

export function makeWindow({ windowed, preload, session }: WindowOptions): BrowserWindow {
  return new BrowserWindow({
    width: windowed ? 1600 : 1920,
    height: windowed ? 900 : 1080,
    kiosk: !windowed,
    frame: windowed,
    show: true,
    title: '全国連携キオスク',
    backgroundColor: PAPER,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      disableDialogs: true,
      navigateOnDragDrop: false,
      // Idle timers and the midnight switch must run even when the compositor thinks nobody looks.
      backgroundThrottling: false,
    },
  });
}
