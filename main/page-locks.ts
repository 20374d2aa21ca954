/**
 * Locks in the page itself what the browser offers no lock for: print and file dialogs of the system, pickers
 * that open windows, closing. Run by the preload script before any script of the page. Whatever came into
 * the page would find them locked as well.
 */

/** Methods that are replaced by a silent one: owner in the page, names. Those a browser does not have are skipped. */
const SILENCED: Readonly<Record<string, readonly string[]>> = {
  window: [
    'print',
    'open',
    'close',
    'moveTo',
    'moveBy',
    'resizeTo',
    'resizeBy',
    'alert',
    'confirm',
    'prompt',
    'showOpenFilePicker',
    'showSaveFilePicker',
    'showDirectoryPicker',
    'queryLocalFonts',
    'getScreenDetails',
    'requestFileSystem',
    'webkitRequestFileSystem',
  ],
  'navigator.__proto__': ['share', 'registerProtocolHandler', 'requestMIDIAccess', 'sendBeacon', 'vibrate'],
  // The kiosk keeps its own way back; a history would give the mouse's side buttons something to do.
  'History.prototype': ['pushState', 'replaceState', 'back', 'forward', 'go'],
  'Document.prototype': ['open', 'write', 'writeln', 'exitFullscreen', 'exitPictureInPicture', 'execCommand'],
  'Element.prototype': ['requestFullscreen', 'webkitRequestFullscreen', 'requestPointerLock'],
  'HTMLInputElement.prototype': ['showPicker'],
  'HTMLSelectElement.prototype': ['showPicker'],
};

/** Constructors and entries the kiosk does without. */
const REMOVED: readonly string[] = [
  'EyeDropper',
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'WebTransport',
  'WebSocket',
  'EventSource',
  'SharedWorker',
  'PaymentRequest',
  'PresentationRequest',
  'documentPictureInPicture',
  'launchQueue',
];

/** Elements that open a world of their own inside the page, and input types that open dialogs of the system. */
const NO_ELEMENTS = 'iframe|frame|object|embed|portal|webview|fencedframe|base|meta';
const NO_INPUTS = 'file|color|date|datetime-local|month|time|week';

/** The script, to be run in the page's own world. */
export const PAGE_LOCKS = `(() => {
  'use strict';
  const lock = (owner, name, value) => {
    try { Object.defineProperty(owner, name, { value, writable: false, configurable: false }); } catch {}
  };
  const silenced = ${JSON.stringify(SILENCED)};
  for (const path of Object.keys(silenced)) {
    const owner = path === 'window' ? window : path.split('.').reduce((at, name) => at && at[name], window);
    if (!owner) continue;
    for (const name of silenced[path]) if (name in owner) lock(owner, name, () => null);
  }
  for (const name of ${JSON.stringify(REMOVED)}) if (name in window) lock(window, name, undefined);
  const noElement = /^(${NO_ELEMENTS})$/i;
  const noInput = /^(${NO_INPUTS})$/i;
  for (const name of ['createElement', 'createElementNS']) {
    const make = Document.prototype[name];
    lock(Document.prototype, name, function (...words) {
      const tag = String(name === 'createElement' ? words[0] : words[1]).replace(/^.*:/, '');
      if (noElement.test(tag)) throw new DOMException('not in a kiosk', 'NotSupportedError');
      return make.apply(this, words);
    });
  }
  const type = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'type');
  Object.defineProperty(HTMLInputElement.prototype, 'type', {
    ...type,
    configurable: false,
    set(value) { if (!noInput.test(String(value))) type.set.call(this, value); },
  });
  const refuses = (element, name, value) =>
    element instanceof HTMLInputElement && /^type$/i.test(String(name)) && noInput.test(String(value));
  for (const [method, at] of [['setAttribute', 0], ['setAttributeNS', 1]]) {
    const set = Element.prototype[method];
    lock(Element.prototype, method, function (...words) {
      if (!refuses(this, words[at], words[at + 1])) set.apply(this, words);
    });
  }
  for (const [owner, method] of [[Element, 'setAttributeNode'], [Element, 'setAttributeNodeNS'], [NamedNodeMap, 'setNamedItem'], [NamedNodeMap, 'setNamedItemNS']]) {
    lock(owner.prototype, method, () => null);
  }
  // What was there already, or came by a way not thought of, opens nothing all the same.
  const inert = (event) => {
    const at = event.target;
    if (at instanceof HTMLInputElement && noInput.test(at.type)) event.preventDefault();
  };
  window.addEventListener('click', inert, true);
  for (const name of ['dragstart', 'drop', 'dragover', 'contextmenu', 'selectstart']) {
    window.addEventListener(name, (event) => event.preventDefault(), true);
  }
})();`;
