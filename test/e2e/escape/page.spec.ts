/** From inside the page: what a script could try that had got past every other wall. */
import { expect } from '@playwright/test';
import { type Attempt, tryToEscape } from './attempts.ts';

/**
 * An attempt made by a script. It runs from a timer of the page: what a debugger evaluates itself is let
 * through by the policy. What it throws is the page's refusal.
 */
function script(id: string, what: string, attempt: string, settleMs = 250): Attempt {
  return {
    id,
    what,
    make: ({ started }) =>
      started.fresh(async (page) => {
        await page.evaluate(
          `setTimeout(() => { (async () => { ${attempt} })().catch(() => 0); }, 0); undefined`,
        );
        await page.waitForTimeout(settleMs);
      }),
  };
}

/** Adds a link to the page and clicks it. */
const link = (id: string, href: string, extra = ''): Attempt =>
  script(
    id,
    `a link to ${href} ${extra}`.trim(),
    `
    const a = document.createElement('a'); a.href = ${JSON.stringify(href)}; a.textContent = 'x';
    ${extra === '' ? '' : `a.setAttribute(${JSON.stringify(extra.split('=')[0])}, ${JSON.stringify(extra.split('=')[1] ?? '')});`}
    document.body.append(a); a.click(); a.remove();`,
  );

/** Makes an element, sets attributes, adds it, clicks it. */
const element = (
  id: string,
  what: string,
  tag: string,
  attributes: Readonly<Record<string, string>>,
): Attempt =>
  script(
    id,
    what,
    `
    const e = document.createElement(${JSON.stringify(tag)});
    for (const [name, value] of Object.entries(${JSON.stringify(attributes)})) e.setAttribute(name, value);
    document.body.append(e); e.click?.(); await new Promise((r) => setTimeout(r, 150)); e.remove();`,
  );

tryToEscape('from inside the page', [
  link('L01', 'https://example.com/'),
  link('L01b', 'http://127.0.0.1:9/'),
  link('L02', 'https://example.com/', 'target=_blank'),
  link('L03', 'mailto:a@example.com'),
  link('L04', 'tel:0312345678'),
  link('L05', 'steam://run/1'),
  link('L05b', 'ms-settings:display'),
  link('L06', 'file:///etc/passwd'),
  link('L07', 'app://kiosk/index.html', 'download=x.html'),
  link('L07b', 'data:text/plain,hello', 'download=x.txt'),
  link('L07c', 'app://kiosk/rest.html'),
  link('L07d', 'media://blob/0'),
  element('L08', 'an <input type=file>', 'input', { type: 'file' }),
  script(
    'L08b',
    'an <input type=file> that is not in the page',
    `const i = document.createElement('input'); i.type = 'file'; i.click();`,
  ),
  element('L09', 'a colour picker', 'input', { type: 'color' }),
  element('L10', 'a date picker', 'input', { type: 'date' }),
  script('J01', 'window.open to the web', `window.open('https://example.com/', '_blank', 'popup');`),
  script(
    'J02',
    'window.open to a file and to nothing',
    `window.open('file:///etc/passwd'); window.open('about:blank'); window.open('');`,
  ),
  script('J03', 'location to a file', `location.href = 'file:///etc/passwd';`),
  script('J04', 'location to chrome://gpu', `location.assign('chrome://gpu');`),
  script('J05', 'location to data:', `location.href = 'data:text/html,<h1>x</h1>';`),
  script('J06', 'location to javascript:', `location.href = 'javascript:document.body.remove()';`),
  script('J07', 'window.close()', `window.close();`, 1_000),
  script('J08', 'alert, confirm, prompt', `alert('x'); confirm('x'); prompt('x');`),
  script('J09', 'window.print()', `window.print();`, 600),
  script(
    'J09b',
    'print() of a frame',
    `const f = document.createElement('iframe'); document.body.append(f); f.contentWindow.print();`,
    600,
  ),
  script(
    'J10',
    'full screen on and off',
    `await document.documentElement.requestFullscreen(); await document.exitFullscreen();`,
  ),
  script(
    'J11',
    'moving and sizing the window',
    `window.moveTo(100, 100); window.resizeTo(300, 300); window.resizeBy(-500, -500);`,
  ),
  script(
    'J12',
    'a script made of text',
    `const s = document.createElement('script'); s.textContent = 'document.body.remove()'; document.body.append(s);`,
  ),
  script(
    'J12b',
    'eval and new Function',
    `globalThis.eval('document.body.remove()'); new Function('document.body.remove()')();`,
  ),
  script(
    'J12c',
    'innerHTML with an event handler',
    `const d = document.createElement('div'); d.innerHTML = '<img src=x onerror="document.body.remove()">'; document.body.append(d);`,
  ),
  script(
    'J12d',
    'a script from elsewhere',
    `const s = document.createElement('script'); s.src = 'https://example.com/x.js'; document.body.append(s);`,
  ),
  script('J13', 'requests by fetch', `await fetch('https://example.com/');`),
  script('J13b', 'WebSocket', `new WebSocket('ws://127.0.0.1:9/');`),
  script(
    'J13c',
    'WebRTC',
    `new RTCPeerConnection({ iceServers: [{ urls: 'stun:192.0.2.1' }] }).createDataChannel('x');`,
  ),
  script('J13d', 'a beacon', `navigator.sendBeacon('https://example.com/', 'x');`),
  element('J13e', 'a prefetch', 'link', { rel: 'prefetch', href: 'https://example.com/' }),
  script(
    'J13f',
    'a picture in a style',
    `document.body.style.backgroundImage = 'url(https://example.com/x.png)';`,
  ),
  script(
    'J14',
    'camera, microphone, screen',
    `await Promise.allSettled([navigator.mediaDevices?.getUserMedia({ video: true }), navigator.mediaDevices?.getDisplayMedia()]);`,
  ),
  script(
    'J15',
    'notifications and place',
    `await Notification.requestPermission(); new Notification('x'); navigator.geolocation.getCurrentPosition(() => {});`,
  ),
  script(
    'J16',
    'file pickers',
    `await Promise.allSettled([window.showOpenFilePicker?.(), window.showSaveFilePicker?.(), window.showDirectoryPicker?.()]);`,
    600,
  ),
  element('J17', 'a frame with a file', 'iframe', { src: 'file:///etc/passwd' }),
  element('J18', 'a meta refresh', 'meta', {
    'http-equiv': 'refresh',
    content: '0;url=https://example.com/',
  }),
  script(
    'J19',
    'a form sent away',
    `const f = document.createElement('form'); f.action = 'https://example.com/'; document.body.append(f); f.submit();`,
  ),
  script(
    'J20',
    'a page that does not want to be left',
    `addEventListener('beforeunload', (e) => { e.preventDefault(); e.returnValue = 'x'; }); location.href = 'https://example.com/';`,
  ),
  script(
    'J21',
    'Node in the page',
    `if (typeof require !== 'undefined') require('child_process').exec('xdg-open http://x');`,
  ),
  element('J22', 'a webview', 'webview', { src: 'file:///etc/passwd' }),
  element('J22b', 'an object', 'object', { data: 'file:///etc/passwd' }),
  element('J22c', 'an embed', 'embed', { src: 'file:///etc/passwd' }),
  script(
    'J23',
    'a dropped file',
    `const t = new DataTransfer(); t.items.add(new File(['x'], 'x.html', { type: 'text/html' })); document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: t, bubbles: true }));`,
  ),
  script(
    'J26',
    'ten thousand history entries',
    `for (let i = 0; i < 10000; i++) history.pushState({}, '', '#' + i); history.go(-50);`,
  ),
  script(
    'J27',
    'devices',
    `await Promise.allSettled([navigator.usb?.requestDevice({ filters: [] }), navigator.hid?.requestDevice({ filters: [] }), navigator.serial?.requestPort(), navigator.bluetooth?.requestDevice({ acceptAllDevices: true }), navigator.requestMIDIAccess?.()]);`,
  ),
  script(
    'J27b',
    'keyboard and pointer lock, wake lock, sharing',
    `await Promise.allSettled([navigator.keyboard?.lock(), document.body.requestPointerLock(), navigator.wakeLock?.request('screen'), navigator.share?.({ url: 'https://x' })]);`,
  ),
  script(
    'J27c',
    'handlers of protocols',
    `navigator.registerProtocolHandler?.('web+x', 'https://example.com/%s');`,
  ),
  script(
    'J28',
    'a service worker and caches',
    `await Promise.allSettled([navigator.serviceWorker?.register('app://kiosk/x.js'), caches.open('x')]);`,
  ),
  script(
    'J29',
    'a worker made of text',
    `new Worker(URL.createObjectURL(new Blob(['fetch("https://example.com/")'])));`,
  ),
  script(
    'J30',
    'the door with foreign names and monstrous values',
    `
    const { kiosk } = globalThis;
    for (const name of ['fs:read', '__proto__', 'constructor', 'toString', '']) await Promise.resolve().then(() => kiosk.call(name, {})).catch(() => 0);
    const deep = {}; let at = deep; for (let i = 0; i < 5000; i++) at = at.x = {};
    for (const bad of [null, 1, 'x'.repeat(1e6), deep, { query: 'あ'.repeat(1e6) }, { query: { $gt: 1 } }, { __proto__: { query: 'x' } }])
      await Promise.resolve().then(() => kiosk.call('search:find', bad)).catch(() => 0);`,
    800,
  ),
]);

/** Ends with the page dead: somebody has to notice, end it and bring it back. */
function deadly(id: string, what: string, attempt: string): Attempt {
  const { make } = script(id, what, attempt, 0);
  return {
    id,
    what,
    make: async (scene) => {
      const gone = (): number => scene.started.kiosk.output().split('page process gone').length;
      const before = gone();
      await make(scene);
      await expect.poll(gone, { timeout: 20_000, message: 'the page is ended' }).toBeGreaterThan(before);
    },
  };
}

tryToEscape('from inside the page, by force', [
  script(
    'J26b',
    'a hundred thousand elements',
    `for (let i = 0; i < 100_000; i++) document.body.append(document.createElement('i'));
    document.querySelectorAll('body > i').forEach((one) => one.remove());`,
  ),
  script('J26c', 'ten thousand timers', 'for (let i = 0; i < 10_000; i++) setInterval(() => 0, 10);'),
  script(
    'J26d',
    'a style that looks at everything for everything',
    `const sheet = new CSSStyleSheet(); sheet.replaceSync('*:has(* *):has(* + *) { outline: 0 }');
    document.adoptedStyleSheets.push(sheet); for (let i = 0; i < 3000; i++) document.body.append(document.createElement('i'));
    document.querySelectorAll('body > i').forEach((one) => one.remove()); document.adoptedStyleSheets.pop();`,
  ),
  deadly('J24', 'a loop without end', 'for (;;);'),
  deadly('J25', 'memory without end', 'const all = []; for (;;) all.push(new Array(100_000).fill({}));'),
]);
