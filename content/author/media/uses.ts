/** Where a pack shows pictures: every place of its source that names one. */
import { LANGS } from '../../pack/lang.ts';
import type { PictureOwner } from '../../pack/types.ts';
import type { Path, SourceFile } from '../files.ts';
import type { Picture } from '../shapes.ts';
import type { ArticleSource, BaseSource, ExhibitionSource, NewsletterSource, PackSource } from '../source.ts';
import { picturesOfText } from './text.ts';

/** A place in the source, for complaints. */
export type Where = { readonly file: string; readonly line: number };

/** A place whose line is looked for only when somebody asks: most pictures are as they should be. */
export function placeOf(file: Pick<SourceFile<unknown>, 'file' | 'lineOf'>, path: Path): Where {
  return {
    file: file.file,
    get line() {
      return file.lineOf(path);
    },
  };
}

export type PictureUse = {
  readonly picture: Picture;
  readonly owner: PictureOwner;
  readonly ownerId: string;
  /** cover: on its card; body: inside it. */
  readonly role: 'cover' | 'body';
  readonly position: number;
  readonly where: Where;
};

/** Id of a block in its pack; `place` is counted from 0. */
export function blockId(exhibitionId: string, chapterId: string, place: number): string {
  return `${exhibitionId}-${chapterId}-${place + 1}`;
}

/** @returns in the order of the source */
export function pictureUses(pack: PackSource): readonly PictureUse[] {
  switch (pack.kind) {
    case 'base':
      return baseUses(pack);
    case 'newsletter':
      return newsletterUses(pack);
    case 'exhibition':
      return exhibitionUses(pack);
    case 'notice': {
      const { picture } = pack.notice.value;
      const where = placeOf(pack.notice, ['picture']);
      return picture ? [cover(picture, 'notice', pack.pack.value.id, where)] : [];
    }
  }
}

type Row = { readonly picture?: Picture | undefined };
type Rows<T extends Row> = {
  readonly file: string;
  readonly value: readonly T[];
  readonly lineOf: (path: Path) => number;
};

function coversOf<T extends Row>(
  rows: Rows<T>,
  owner: PictureOwner,
  idOf: (row: T) => string,
): readonly PictureUse[] {
  return rows.value.flatMap((row, i) =>
    row.picture ? cover(row.picture, owner, idOf(row), placeOf(rows, [i, 'picture'])) : [],
  );
}

function cover(picture: Picture, owner: PictureOwner, ownerId: string, where: Where): PictureUse {
  return { picture, owner, ownerId, role: 'cover', position: 0, where };
}

function baseUses(base: BaseSource): readonly PictureUse[] {
  const byId = (row: { readonly id: string }): string => row.id;
  // A reference begins with the six digits of the code.
  const towns = coversOf(base.towns, 'municipality', (row) => row.town.trim().slice(0, 6));
  const wards = coversOf(base.wards, 'municipality', (row) => row.ward.trim().slice(0, 6));
  return [
    ...towns,
    // Whoever wrote of a ward among the towns meant that.
    ...wards.filter((ward) => !towns.some((town) => town.ownerId === ward.ownerId)),
    ...coversOf(base.events, 'event', byId),
    ...coversOf(base.specialities, 'speciality', byId),
    ...coversOf(base.festivals, 'festival', byId),
    ...coversOf(base.living, 'living', byId),
    ...coversOf(base.cases, 'exchange_case', byId),
    ...coversOf(base.facilities, 'facility', byId),
  ];
}

function newsletterUses(pack: NewsletterSource): readonly PictureUse[] {
  return pack.articles.flatMap((article) => articleUses(`${pack.issue.value.id}-${article.id}`, article));
}

function articleUses(id: string, { facts, words }: ArticleSource): readonly PictureUse[] {
  const { picture } = facts.value;
  const where = placeOf(facts, ['picture']);
  const uses = picture ? [cover(picture, 'article', id, where)] : [];
  const seen = new Set<string>();
  for (const lang of LANGS) {
    const text = words.get(lang);
    for (const { file, line } of text ? picturesOfText(text.text).pictures : []) {
      if (seen.has(file)) continue;
      seen.add(file);
      uses.push({
        picture: { file },
        owner: 'article',
        ownerId: id,
        role: 'body',
        position: seen.size - 1,
        where: { file: text?.file ?? '', line },
      });
    }
  }
  return uses;
}

function exhibitionUses({ exhibition }: ExhibitionSource): readonly PictureUse[] {
  const { id, picture, chapters } = exhibition.value;
  const at = (path: Path): Where => placeOf(exhibition, path);
  const uses = picture ? [cover(picture, 'exhibition', id, at(['picture']))] : [];
  chapters.forEach((chapter, c) => {
    const path = ['chapters', c];
    if (chapter.picture) {
      uses.push(cover(chapter.picture, 'chapter', `${id}-${chapter.id}`, at([...path, 'picture'])));
    }
    chapter.blocks.forEach((block, b) => {
      picturesOfBlock(block).forEach(({ picture: shown, within }, position) => {
        uses.push({
          picture: shown,
          owner: 'block',
          ownerId: blockId(id, chapter.id, b),
          role: 'body',
          position,
          where: at([...path, 'blocks', b, ...within]),
        });
      });
    });
  });
  return uses;
}

type Block = ExhibitionSource['exhibition']['value']['chapters'][number]['blocks'][number];

function picturesOfBlock(block: Block): readonly { readonly picture: Picture; readonly within: Path }[] {
  switch (block.kind) {
    case 'picture':
      return [{ picture: block.picture, within: ['picture'] }];
    case 'gallery':
      return block.pictures.map((picture, i) => ({ picture, within: ['pictures', i] }));
    case 'before-after':
      return [
        { picture: block.before, within: ['before'] },
        { picture: block.after, within: ['after'] },
      ];
    default:
      return [];
  }
}

export type FilmUse = { readonly file: string; readonly blockId: string; readonly where: Where };

/** Where a pack shows films. */
export function filmUses(pack: PackSource): readonly FilmUse[] {
  if (pack.kind !== 'exhibition') return [];
  const { exhibition } = pack;
  return exhibition.value.chapters.flatMap((chapter, c) =>
    chapter.blocks.flatMap((block, b) =>
      block.kind === 'film'
        ? {
            file: block.film,
            blockId: blockId(exhibition.value.id, chapter.id, b),
            where: placeOf(exhibition, ['chapters', c, 'blocks', b, 'film']),
          }
        : [],
    ),
  );
}
