/**
 * The data folder of a preview (`renkei preview`). Its active set stands under another name inside
 * `library.json` than that of a kiosk, so no kiosk start, sync or publication can take it for one; beside it
 * `preview.json` says how the source is doing.
 */
import { type LibraryManifest, parseLibrary } from './library.ts';

export const PREVIEW_FILE = 'preview.json';

/** `building`: a newer state of the source is on its way. `broken`: the source has errors, an older one stands. */
export const PREVIEW_STATES = ['shown', 'building', 'broken'] as const;

export type PreviewState = {
  readonly state: (typeof PREVIEW_STATES)[number];
  /** How many errors the source has. */
  readonly errors: number;
  /** The first of them, `base/towns.yaml:12: …`; empty without errors. */
  readonly problem: string;
};

/** The key of the active set; a kiosk knows only `packs`. */
const KEY = 'previewPacks';

export function formatPreviewLibrary({ packs }: LibraryManifest): string {
  return `${JSON.stringify({ [KEY]: packs }, null, 2)}\n`;
}

/** @returns the manifest, or undefined when the text is not the active set of a preview */
export function parsePreviewLibrary(text: string): LibraryManifest | undefined {
  const raw = parse(text);
  if (raw === undefined || !Object.hasOwn(raw, KEY)) return undefined;
  return parseLibrary(JSON.stringify({ packs: raw[KEY] }));
}

export function formatPreviewState(state: PreviewState): string {
  return `${JSON.stringify(state)}\n`;
}

/** @returns undefined for anything that is not a state, for example half of one */
export function parsePreviewState(text: string): PreviewState | undefined {
  const raw = parse(text);
  const state = PREVIEW_STATES.find((one) => one === raw?.['state']);
  const errors = raw?.['errors'];
  const problem = raw?.['problem'];
  if (state === undefined || typeof errors !== 'number' || !Number.isSafeInteger(errors) || errors < 0) {
    return undefined;
  }
  return typeof problem === 'string' ? { state, errors, problem } : undefined;
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const raw: unknown = JSON.parse(text);
    return typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
