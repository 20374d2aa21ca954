/** Closes the ways out of the page: permissions, navigation, windows, downloads, requests, shortcuts. */
import type { App, Input, Session, WebContents } from 'electron';
import { ORIGIN, START_PAGE } from './protocol.ts';

/** Schemes a request may have. `devtools:` exists only while a developer's debugger is attached. */
const ALLOWED_REQUEST = /^(app|media|data|devtools):/;

export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, decide) =>
    decide({ cancel: !ALLOWED_REQUEST.test(details.url) }),
  );
  session.on('will-download', (event) => event.preventDefault());
}

/** @param staffAsked the keys for staff were pressed in this page */
export function guardContents(app: App, staffAsked: (contents: WebContents) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', refuseForeign);
    contents.on('will-frame-navigate', refuseForeign);
    contents.on('will-redirect', refuseForeign);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('before-input-event', (event, input) => {
      if (isStaffKey(input)) staffAsked(contents);
      if (!isVisitorKey(input)) event.preventDefault();
    });
    void keepZoom(contents);
  });
}

function refuseForeign(event: { readonly url: string; readonly preventDefault: () => void }): void {
  if (event.url !== START_PAGE) event.preventDefault();
}

/** Ctrl+Alt+Shift+K asks for the PIN, where two corners cannot be held. It opens nothing by itself. */
export function isStaffKey({ type, code, control, alt, shift, isAutoRepeat }: StaffKey): boolean {
  return type === 'keyDown' && code === 'KeyK' && control && alt && shift && !isAutoRepeat;
}

type StaffKey = Pick<Input, 'type' | 'code' | 'control' | 'alt' | 'shift' | 'isAutoRepeat'>;

type Key = { readonly key: string; readonly control: boolean; readonly alt: boolean; readonly meta: boolean };

/** Typing, moving and Enter; no chords and no function keys (F11 would leave the full screen). */
export function isVisitorKey({ key, control, alt, meta }: Key): boolean {
  if (control || alt || meta) return false;
  return !/^(F\d{1,2}|Browser.*|Launch.*|PrintScreen|ContextMenu|ZoomIn|ZoomOut)$/.test(key);
}

async function keepZoom(contents: WebContents): Promise<void> {
  contents.on('zoom-changed', () => contents.setZoomFactor(1));
  contents.on('did-finish-load', () => {
    void contents.setVisualZoomLevelLimits(1, 1);
  });
}

/** True for the top frame of our own page. */
export function isOurFrame(frame: { readonly origin: string; readonly parent: unknown } | null): boolean {
  return frame !== null && frame.origin === ORIGIN && frame.parent === null;
}
