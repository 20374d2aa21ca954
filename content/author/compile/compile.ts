/** Turns one checked pack source into a pack file. Same source, same bytes. */
import { rmSync } from 'node:fs';
import { startDraft } from '../draft.ts';
import { NOTHING_PREPARED, type PreparedMedia } from '../media/prepare.ts';
import { type Memo, NO_MEMO } from '../memo.ts';
import { readerOf } from '../ruby/reader.ts';
import type { PackSource } from '../source.ts';
import type { World } from '../world.ts';
import { insertMedia } from './media.ts';
import { insertNotice } from './notice.ts';
import { insertPlaces } from './places.ts';
import { insertProject } from './project.ts';
import { insertExhibition, insertNewsletter } from './reading.ts';
import { type Compiler, insertWords } from './rows.ts';
import { insertRuby, noteTexts } from './ruby.ts';
import { insertSearch } from './search.ts';
import { insertTownFacts } from './town-facts.ts';

/**
 * @param path  absolute path of a file that does not exist yet; removed again when compiling fails
 * @param media what `prepareMedia` made for this pack; its files are the caller's business
 * @param memo  of this program and gazetteer; spares reading texts that were read before
 */
export function compilePack(
  pack: PackSource,
  world: World,
  path: string,
  media: PreparedMedia = NOTHING_PREPARED,
  memo: Memo = NO_MEMO,
): void {
  const draft = startDraft(path, pack.kind);
  try {
    const noted = noteTexts(draft);
    const reader = readerOf(pack, world);
    const compiler: Compiler = { draft: noted.draft, world, media, reader, memo };
    insertPackRow(compiler, pack);
    insertOwn(compiler, pack);
    insertMedia(compiler, pack);
    insertSearch(compiler, pack);
    insertRuby({ ...compiler, draft }, noted.texts());
    draft.finish();
  } catch (cause) {
    draft.abandon();
    rmSync(path, { force: true });
    throw cause;
  }
}

function insertOwn(compiler: Compiler, pack: PackSource): void {
  switch (pack.kind) {
    case 'base':
      insertPlaces(compiler, pack);
      insertProject(compiler, pack);
      insertTownFacts(compiler, pack);
      return;
    case 'newsletter':
      insertNewsletter(compiler, pack);
      return;
    case 'exhibition':
      insertExhibition(compiler, pack);
      return;
    case 'notice':
      insertNotice(compiler, pack);
  }
}

function insertPackRow(compiler: Compiler, pack: PackSource): void {
  const { id, kind, version, date, title, summary } = pack.pack.value;
  compiler.draft.insert('pack', { pack_id: id, kind, version, content_date: date });
  insertWords(compiler, 'pack', id, title, { title, summary });
}
