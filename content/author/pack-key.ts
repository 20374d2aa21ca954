/** The key under which a compiled pack is remembered: a hash of everything its bytes depend on. */
import { createHash } from 'node:crypto';
import { programFingerprint } from './fingerprint.ts';
import type { PreparedMedia } from './media/prepare.ts';
import { type LexiconWord, makeLexicon } from './ruby/lexicon.ts';
import type { KnownName } from './ruby/reader.ts';
import type { PackSource } from './source.ts';
import type { World } from './world.ts';

/** What the keys of all packs of a build share. */
export type SharedKey = {
  /** Of the base, and of packs that only refer to it. */
  readonly base: string;
  readonly others: string;
  /** Of what decides how a text is read, beside the text and the names in it. */
  readonly readings: string;
  /** The names handed in with their kana that a text may hold; more rather than fewer. */
  readonly namesIn: (text: string) => unknown;
};

/** Names with kana are left to each pack: they change with every town, and a pack depends on those it has. */
export function sharedKey({ names, links, venues, fields, ...places }: World): SharedKey {
  const others = hashOf([programFingerprint(), places]);
  const byLetters = new Map<string, KnownName[]>();
  for (const one of names) {
    const key = lettersOf(one.name);
    byLetters.set(key, [...(byLetters.get(key) ?? []), one]);
  }
  const lexicon = makeLexicon(
    [...byLetters].map(
      ([word, list]): LexiconWord => ({
        word,
        written: JSON.stringify(list),
        parts: [],
        reading: null,
        sureness: 'always',
      }),
    ),
  );
  return {
    base: hashOf([others, links, venues, fields]),
    others,
    readings: hashOf([programFingerprint(), places.municipalities, places.prefectures]),
    namesIn: (text) => lexicon.inside(lettersOf(text)).map(({ written }) => written),
  };
}

/** Letters alone: marks between them may go before a text is read. */
function lettersOf(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '');
}

export function packKey(pack: PackSource, shared: SharedKey, media: PreparedMedia): string {
  const { plan, pictures, pages } = media;
  const own = {
    pictures: plan.pictures.map(({ path: _path, where: _where, sha256, ...picture }) => [
      picture,
      pictures.get(sha256),
    ]),
    uses: plan.uses,
    films: plan.films.map(({ path: _path, ...film }) => film),
    blockFilms: plan.blockFilms,
    pages,
  };
  const text = JSON.stringify([partsOf(pack), own]);
  // All names of the base are its own. A break is two letters in JSON.
  const names = pack.kind === 'base' ? [] : shared.namesIn(text.replaceAll('\\n', ''));
  return hashOf([pack.kind === 'base' ? shared.base : shared.others, names, text]);
}

/** All that a pack's folder says, as plain data. */
function partsOf(pack: PackSource): unknown {
  const { media: _files, folder: _folder, ...parts } = pack;
  if (!('articles' in parts)) return parts;
  const { articles, ...rest } = parts;
  const told = articles.map(({ id, facts, words }) => [
    id,
    facts.value,
    // Title, summary and body are parts of the text.
    [...words].map(([lang, { text }]) => [lang, text]),
  ]);
  return { ...rest, articles: told };
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, plain)).digest('hex');
}

/** JSON knows no maps and no sets; functions fall away by themselves. */
function plain(_key: string, value: unknown): unknown {
  if (value instanceof Map) return [...value];
  return value instanceof Set ? [...value] : value;
}
