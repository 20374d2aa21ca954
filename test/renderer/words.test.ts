/**
 * The words of the screen against its code: every key the code asks for is there in every language that
 * claims to be complete, none lies about unused, and both languages say the same things.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FAULT_CODES } from '../../content/pack/refusal.ts';
import {
  ARTICLE_KINDS,
  CASE_ACTORS,
  CONTACT_SUBJECTS,
  EVENT_KINDS,
  FACILITY_KINDS,
  LINK_TYPES,
  LIVING_KINDS,
  OFFER_SIDES,
  PARTNER_KINDS,
  PURPOSES,
  SPECIALITY_KINDS,
  TAGS,
} from '../../content/pack/types.ts';
import { DIRECTIONS } from '../../renderer/parts/distance.ts';
import { SCREEN_LANGS } from '../../renderer/settings.ts';
import { ROOT } from '../helpers/places.ts';
import { asksOf, literalsOf, patternsOf } from './words-in-code.ts';

const RENDERER = join(ROOT, 'renderer');
const LANGS = SCREEN_LANGS.map(({ lang }) => lang);

type Words = { readonly [key: string]: string | readonly unknown[] | Words };

/** `{ a: { b: 'x' } }` as `a.b`; a list is one word. */
function keysOf(words: Words, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' || Array.isArray(value)
      ? [prefix + key]
      : keysOf(value as Words, `${prefix}${key}.`),
  );
}

/** `count_one` and `count_other` are the same word; languages differ in how many forms they need. */
const withoutPlural = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');

function readWords(lang: string): ReadonlyMap<string, Words> {
  const folder = join(RENDERER, 'words', lang);
  return new Map(
    readdirSync(folder)
      .sort()
      .map((file) => [
        basename(file, '.json'),
        JSON.parse(readFileSync(join(folder, file), 'utf8')) as Words,
      ]),
  );
}

/** What only staff read: complete in Japanese and English, Japanese elsewhere. */
const FOR_STAFF = ['fault', 'preview', 'staff'];
const isFor = (lang: string, namespace: string) =>
  lang === 'ja' || lang === 'en' || !FOR_STAFF.includes(namespace);

const words = new Map(LANGS.map((lang) => [lang, readWords(lang)]));
const japanese = words.get('ja') ?? new Map<string, Words>();
const keys = (lang: (typeof LANGS)[number], namespace: string) =>
  new Set(keysOf(words.get(lang)?.get(namespace) ?? {}).map(withoutPlural));

const code = (readdirSync(RENDERER, { recursive: true }) as string[])
  .filter((path) => /\.tsx?$/.test(path))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(RENDERER, path), 'utf8') }));

describe('the words', () => {
  it('come in the same namespaces in every language', () => {
    for (const lang of LANGS)
      expect([...(words.get(lang)?.keys() ?? [])]).toEqual(
        [...japanese.keys()].filter((namespace) => isFor(lang, namespace)),
      );
  });

  it.each([...japanese.keys()])('say the same things in every language: %s', (namespace) => {
    for (const lang of LANGS.filter((one) => isFor(one, namespace)))
      expect([...keys(lang, namespace)].sort()).toEqual([...keys('ja', namespace)].sort());
  });

  it.each(LANGS)('are not empty and have what the count needs: %s', (lang) => {
    const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
    for (const [namespace, bundle] of words.get(lang) ?? []) {
      for (const key of keysOf(bundle)) {
        if (!/_(zero|one|two|few|many|other)$/.test(key)) continue;
        const all = keysOf(bundle).filter((other) => withoutPlural(other) === withoutPlural(key));
        expect([namespace, all.length]).toEqual([namespace, forms.length]);
      }
      expect(JSON.stringify(bundle)).not.toMatch(/:""/);
    }
  });

  it('ask for the same insertions in every language', () => {
    const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
    for (const [namespace, bundle] of japanese) {
      for (const key of keysOf(bundle)) {
        const ja = wordAt('ja', namespace, key);
        // Numbers may stand as `count` or as written `number`; either will do.
        const plain = (text: string) => holes(text).filter((name) => name !== 'count' && name !== 'number');
        for (const lang of LANGS) {
          const word = wordAt(lang, namespace, key);
          if (ja === null || word === null) continue;
          expect([lang, `${namespace}:${key}`, plain(word)]).toEqual([
            lang,
            `${namespace}:${key}`,
            plain(ja),
          ]);
        }
      }
    }
  });
});

/** The word under a key; for plurals the form all languages have. Null for lists. */
function wordAt(lang: (typeof LANGS)[number], namespace: string, key: string): string | null {
  const bundle = words.get(lang)?.get(namespace) ?? {};
  const other = key.replace(/_(zero|one|two|few|many)$/, '_other').split('.');
  const found = other.reduce<unknown>((at, part) => (at as Words | undefined)?.[part], bundle);
  return typeof found === 'string' ? found : null;
}

describe('the code', () => {
  it.each(
    code.filter(({ text }) => text.includes('useWords(')).map(({ path, text }) => [path, text] as const),
  )('finds every word it asks for: %s', (_path, text) => {
    const { namespaces, literals, patterns } = asksOf(text);
    for (const lang of LANGS.filter((one) => namespaces.every((namespace) => isFor(one, namespace)))) {
      const known = [...namespaces, 'common'].flatMap((namespace) => [...keys(lang, namespace)]);
      const missing = literals.filter((key) => !known.includes(key));
      const empty = patterns.filter((pattern) => !known.some((key) => pattern.test(key)));
      expect([lang, missing, empty]).toEqual([lang, [], []]);
    }
  });

  it.each([...japanese.keys()])('uses every word of %s', (namespace) => {
    const literals = new Set(code.flatMap(({ text }) => literalsOf(text)));
    const patterns = code.flatMap(({ text }) => patternsOf(text));
    const unused = [...keys('ja', namespace)].filter(
      (key) => !literals.has(key) && !patterns.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });
});

describe('closed lists', () => {
  const LISTS: readonly (readonly [string, string, readonly string[]])[] = [
    ['common', 'purpose', PURPOSES],
    ['common', 'article-kind', ARTICLE_KINDS],
    ['common', 'event-kind', EVENT_KINDS],
    ['common', 'link-type', LINK_TYPES],
    ['common', 'direction', DIRECTIONS],
    ['common', 'speciality-kind', SPECIALITY_KINDS],
    ['common', 'living-kind', LIVING_KINDS],
    ['common', 'offer-side', OFFER_SIDES],
    ['common', 'contact-subject', CONTACT_SUBJECTS],
    ['common', 'facility-kind', FACILITY_KINDS],
    ['common', 'who', CASE_ACTORS],
    ['common', 'tag', TAGS],
    ['group', 'kind', PARTNER_KINDS.filter((kind) => kind !== 'municipality')],
    ['fault', 'what', FAULT_CODES],
    ['fault', 'do', FAULT_CODES],
  ];
  it.each(LISTS)('%s:%s has a word for each member and no others', (namespace, prefix, members) => {
    for (const lang of LANGS.filter((one) => isFor(one, namespace))) {
      const found = [...keys(lang, namespace)].filter((key) => key.startsWith(`${prefix}.`));
      expect(found.sort()).toEqual(members.map((member) => `${prefix}.${member}`).sort());
    }
  });
});
