/** A base pack of any number of towns and search entries, written straight: a full build would take hours. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { insertEntries } from '../../../content/author/compile/search-index.ts';
import { type Cell, type Row, startDraft } from '../../../content/author/draft.ts';
import { loadGazetteer } from '../../../content/author/gazetteer/gazetteer.ts';
import { NO_MEMO } from '../../../content/author/memo.ts';
import { makeReader } from '../../../content/author/ruby/reader.ts';
import { makeWorld } from '../../../content/author/world.ts';
import { formatLibrary, LIBRARY_FILE, packPath } from '../../../content/pack/library.ts';
import type { PackId } from '../../../content/pack/types.ts';
import { openLibrary } from '../../../content/store/library.ts';
import { DATA, ROOT } from '../../setup/places.ts';
import { scaleEntries } from '../records.ts';

/** Carried over as they are: what every town lies in. */
const COPIED = ['region', 'region_text', 'prefecture', 'prefecture_text'] as const;

export type Size = { readonly towns: number; readonly records: number };

export type Base = {
  readonly dataDir: string;
  readonly bytes: number;
  /** Titles, to take words to search for from. */
  readonly titles: readonly string[];
};

/** @param dataDir made anew; a kiosk can open it */
export function writeBase(dataDir: string, { towns, records }: Size, seed: number): Base {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'draft.sqlite');
  const gazetteer = loadGazetteer(join(ROOT, 'content', 'author', 'gazetteer'));
  const entries = [...scaleEntries(records, seed, gazetteer)];
  const draft = startDraft(file);
  draft.insert('pack', { pack_id: 'base', kind: 'base', version: 1, content_date: '2026-03-01' });
  draft.insert('pack_text', { pack_id: 'base', lang: 'ja', title: 'scale', summary: '' });
  for (const { table, row } of placeRows(towns)) draft.insert(table, row);
  insertEntries({ draft, reader: makeReader(makeWorld(gazetteer, null), [], []), memo: NO_MEMO }, entries);
  draft.finish();
  const bytes = readFileSync(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const entry = {
    packId: 'base' as PackId,
    kind: 'base' as const,
    version: 1,
    sha256,
    sizeBytes: bytes.length,
  };
  const path = join(dataDir, packPath(entry));
  mkdirSync(dirname(path), { recursive: true });
  renameSync(file, path);
  writeFileSync(join(dataDir, LIBRARY_FILE), formatLibrary({ packs: [entry] }));
  return { dataDir, bytes: bytes.length, titles: entries.map(({ title }) => title.ja) };
}

/** The real towns of the default content, fewer or over and over under codes of their own. */
function placeRows(towns: number): readonly { readonly table: string; readonly row: Row }[] {
  const opened = openLibrary(DATA);
  if (!opened.ok) throw new Error('the default content must be built');
  const { library } = opened;
  const all = (table: string): readonly Row[] => library.all<Row>(`SELECT * FROM ${table}`);
  const real = all('municipality');
  const texts = new Map<Cell | undefined, Row[]>();
  for (const row of all('municipality_text')) {
    const code = row['municipality_id'];
    texts.set(code, [...(texts.get(code) ?? []), row]);
  }
  const rows = COPIED.flatMap((table) => all(table).map((row) => ({ table: table as string, row })));
  for (let i = 0; i < towns; i += 1) {
    const town = real[i % real.length] ?? {};
    const code = String(100_000 + i);
    rows.push({ table: 'municipality', row: { ...town, municipality_id: code } });
    for (const text of texts.get(town['municipality_id']) ?? [])
      rows.push({ table: 'municipality_text', row: { ...text, municipality_id: code } });
  }
  library.close();
  return rows;
}
