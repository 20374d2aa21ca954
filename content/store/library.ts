/**
 * The packs active on a kiosk, read together: every read fans out over the packs and merges. A pack
 * that cannot be proved is left out and named in `faults`; without a base pack there is no library.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../pack/lang.ts';
import { LIBRARY_FILE, type LibraryManifest, parseLibrary } from '../pack/library.ts';
import { parsePreviewLibrary } from '../pack/preview.ts';
import type { Program } from '../pack/program.ts';
import { type Fault, PackRefused } from '../pack/refusal.ts';
import type { Day } from '../pack/types.ts';
import type { Params, ReadablePack } from './driver.ts';
import { makeNames, type Names } from './names.ts';
import { openPack, openPackSoon, type Verdicts } from './open.ts';
import { readProgram } from './program-file.ts';

export type Library = {
  /** Base first, then by pack id. */
  readonly packs: readonly ReadablePack[];
  readonly faults: readonly Fault[];
  /** Who stands where from when to when; null: the set has none, or it cannot be read (see `faults`). */
  readonly program: Program | null;
  /** Newest content date of all packs and of the program: no trusted clock is earlier than this. */
  readonly newestDate: Day;
  /** Rows of all packs, in the order of `packs`. */
  readonly all: <Row>(sql: string, params?: Params) => readonly Row[];
  /** Names of places in a language; made on first use. */
  readonly names: (lang: Lang) => Names;
  readonly close: () => void;
};

export type Opened =
  | { readonly ok: true; readonly library: Library }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Opens the active set of a data folder. Never throws for what lies on the disk.
 *
 * @param dataDir  absolute path
 * @param kind     a kiosk's data folder, or that of a preview: neither is taken for the other
 * @param verdicts of packs proven before; without them every pack is proven to the last row
 */
export function openLibrary(
  dataDir: string,
  kind: 'kiosk' | 'preview' = 'kiosk',
  verdicts?: Verdicts,
): Opened {
  const manifest = readManifest(dataDir, kind);
  if ('code' in manifest) return { ok: false, faults: [manifest] };
  return assemble(
    dataDir,
    manifest,
    manifest.packs.map((entry) => {
      try {
        return openPack(dataDir, entry, verdicts);
      } catch (error) {
        return faultOf(error);
      }
    }),
  );
}

/**
 * The same beside the event loop, for a screen that waits: every byte is proven, SQLite's own check is left
 * out (`openPackSoon`). Never rejects for what lies on the disk.
 */
export async function openLibrarySoon(dataDir: string, kind: 'kiosk' | 'preview' = 'kiosk'): Promise<Opened> {
  const manifest = readManifest(dataDir, kind);
  if ('code' in manifest) return { ok: false, faults: [manifest] };
  const opening = manifest.packs.map((entry) => openPackSoon(dataDir, entry).catch(faultOf));
  return assemble(dataDir, manifest, await Promise.all(opening));
}

/** @throws what is not the pack's fault */
function faultOf(error: unknown): Fault {
  if (error instanceof PackRefused) return error.fault;
  throw error;
}

function assemble(
  dataDir: string,
  manifest: LibraryManifest,
  opened: readonly (ReadablePack | Fault)[],
): Opened {
  const packs = opened.flatMap((one) => ('code' in one ? [] : [one]));
  const faults = opened.flatMap((one) => ('code' in one ? [one] : []));
  if (!packs.some((pack) => pack.kind === 'base')) {
    for (const pack of packs) pack.close();
    return { ok: false, faults: [...faults, fault('library-without-base', 'no usable base pack')] };
  }
  const program = readProgram(dataDir, manifest.program);
  if (program !== null && 'code' in program) faults.push(program);
  return {
    ok: true,
    library: makeLibrary(packs, faults, program === null || 'code' in program ? null : program),
  };
}

function readManifest(dataDir: string, kind: 'kiosk' | 'preview'): LibraryManifest | Fault {
  let text: string;
  try {
    text = readFileSync(join(dataDir, LIBRARY_FILE), 'utf8');
  } catch {
    return fault('library-missing', 'library.json is not there');
  }
  const preview = parsePreviewLibrary(text);
  if (kind === 'kiosk' && preview !== undefined) {
    return fault('library-preview', 'library.json is that of a preview');
  }
  const manifest = kind === 'kiosk' ? parseLibrary(text) : preview;
  return manifest ?? fault('library-unreadable', 'library.json is not an active set');
}

function fault(code: Fault['code'], detail: string): Fault {
  return { code, subject: '', detail };
}

function makeLibrary(
  packs: readonly ReadablePack[],
  faults: readonly Fault[],
  program: Program | null,
): Library {
  const ordered = [...packs].sort((a, b) => rank(a) - rank(b) || (a.packId < b.packId ? -1 : 1));
  const all = <Row>(sql: string, params: Params = {}): readonly Row[] =>
    ordered.flatMap((pack) => pack.all<Row>(sql, params));
  const names = new Map<Lang, Names>();
  const dates: Day[] = all<{ readonly content_date: Day }>('SELECT content_date FROM pack').map(
    (row) => row.content_date,
  );
  if (program !== null) dates.push(program.date);
  return {
    packs: ordered,
    faults,
    program,
    newestDate: [...dates].sort().at(-1) ?? '2014-09-16',
    all,
    names: (lang) => {
      const known = names.get(lang) ?? makeNames(all, lang);
      names.set(lang, known);
      return known;
    },
    close: () => {
      for (const pack of ordered) pack.close();
    },
  };
}

function rank(pack: ReadablePack): number {
  return pack.kind === 'base' ? 0 : 1;
}
