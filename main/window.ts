/** The one window: it fills the display it is on, whatever becomes of that display. */
import { BrowserWindow, type Rectangle, type Session, screen } from 'electron';

export type WindowOptions = {
  readonly windowed: boolean;
  /** Says so in the title of the window too, whatever the page calls itself. */
  readonly preview: boolean;
  readonly preload: string;
  readonly session: Session;
};

/** Paper white of `renderer/style/tokens.css`, so that no other colour flashes before the page stands. */
const PAPER = '#fbf8f1';
const DEVELOPERS_SIZE = { width: 1600, height: 900 };

const TITLE = '全国連携キオスク';
const PREVIEW_TITLE = `プレビュー・未署名 – ${TITLE}`;

export function makeWindow({ windowed, preview, preload, session }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...(windowed ? DEVELOPERS_SIZE : screen.getPrimaryDisplay().bounds),
    kiosk: !windowed,
    frame: windowed,
    show: true,
    title: preview ? PREVIEW_TITLE : TITLE,
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
  if (preview) window.on('page-title-updated', (event) => event.preventDefault());
  if (!windowed) fillDisplay(window);
  return window;
}

/** A screen that is turned, replaced or switched on late changes its size; without a window manager nobody tells. */
function fillDisplay(window: BrowserWindow): void {
  const fill = (): void => {
    if (window.isDestroyed()) return;
    const { bounds } = screen.getPrimaryDisplay();
    if (!covers(window.getBounds(), bounds)) window.setBounds({ ...bounds, height: bounds.height + BEYOND });
  };
  const events = ['display-metrics-changed', 'display-added', 'display-removed'] as const;
  for (const event of events) screen.on(event as 'display-added', fill);
  window.on('resize', fill);
  fill();
  window.on('closed', () => {
    for (const event of events) screen.off(event as 'display-added', fill);
  });
}

/**
 * Pixels below the edge. Chromium on X11 makes a window of exactly the display's size one pixel smaller, which
 * without a window manager leaves a dark line.
 */
const BEYOND = 1;

function covers(window: Rectangle, display: Rectangle): boolean {
  return (
    window.x === display.x &&
    window.y === display.y &&
    window.width >= display.width &&
    window.height >= display.height &&
    window.width <= display.width + BEYOND &&
    window.height <= display.height + BEYOND
  );
}
