/**
 * Trusted Types policy, imported before everything else. Threads run our own bundled files only. Our own code never
 * makes HTML from text. Leaflet sets `innerHTML` to a fixed string when it loads to find out what the browser can do; exactly
 * those strings pass, everything else becomes plain text instead of markup.
 */

/** Leaflet 1.9.4, `Browser.inlineSvg` and `Browser.vml`. */
const PROBES: ReadonlySet<string> = new Set(['<svg/>', '<v:shape adj="1"/>']);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** @returns the text as HTML that shows exactly that text; the probes unchanged */
export function tamed(text: string): string {
  return PROBES.has(text) ? text : text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? '');
}

/** Files of the bundle: `assets/<name>-<hash>.js` beside the page. */
const OWN_SCRIPT = /^app:\/\/kiosk\/assets\/[\w.-]+\.js$/;

/** @returns the address of one of our own scripts. @throws TypeError at any other */
export function ownScript(url: string): string {
  if (!OWN_SCRIPT.test(url)) throw new TypeError(`not one of our own scripts: ${url}`);
  return url;
}

type Rules = {
  readonly createHTML: (text: string) => string;
  readonly createScriptURL: (url: string) => string;
};
type PolicyFactory = { createPolicy(name: string, rules: Rules): unknown };

/** Sets the policy up; where the browser has no Trusted Types (tests) it does nothing. */
export function installPolicy(target: object): void {
  const factory = (target as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
  factory?.createPolicy('default', { createHTML: tamed, createScriptURL: ownScript });
}

installPolicy(globalThis);
