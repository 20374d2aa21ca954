import { describe, expect, it } from 'vitest';
import { hasKanji, readRuby, withoutRuby } from '../../../content/pack/ruby.ts';
import { readAbout } from '../../../content/store/about.ts';
import { readArticle, readIssues } from '../../../content/store/articles.ts';
import { readEvents } from '../../../content/store/events.ts';
import { readExhibition, readExhibitions } from '../../../content/store/exhibitions.ts';
import { readMarked } from '../../../content/store/ruby.ts';
import { readTown } from '../../../content/store/towns.ts';
import { buildDefault, libraryOf, openGood } from '../../helpers/library.ts';
import { article, SMALL, t } from '../../helpers/source.ts';

const library = openGood(buildDefault());
const HERE = { venueId: 'kusei-kaikan', today: '2020-11-20' };

describe('readMarked', () => {
  it('gives each known text with its readings, and leaves out what it does not know', () => {
    const marked = readMarked(library, ['釧路市', 'くしろ', '知らない文です', '']);
    expect(Object.keys(marked)).toEqual(['釧路市']);
    expect(readRuby(marked['釧路市'] ?? '')).toEqual([
      { text: '釧路', reading: 'くしろ' },
      { text: '市', reading: 'し' },
    ]);
  });

  it('takes the pack that is not the base where both know a text', () => {
    const small = libraryOf({
      ...SMALL,
      'base/events.yaml': [
        { id: 'a', kind: 'festival', status: 'held', title: t('縁側'), summary: t('海の縁') },
      ],
      'base/readings.yaml': '海の縁: うみのふち\n',
      'news-1/articles/one.ja.md': article(1, '海の縁'),
      'news-1/readings.yaml': '海の縁: うみのえん\n',
    });
    expect(withoutRuby(readMarked(small, ['海の縁'])['海の縁'] ?? '')).toBe('海の縁');
    expect(readMarked(small, ['海の縁'])['海の縁']).toContain('えん');
  });

  it('knows every Japanese text that a screen shows, in both kinds of Japanese', () => {
    for (const lang of ['ja', 'ja-easy'] as const) {
      const shown = [
        readAbout(library, lang),
        readEvents(library, lang, { by: 'all' }),
        readIssues(library, lang),
        ...readIssues(library, lang).flatMap((issue) =>
          issue.articles.map(({ id }) => readArticle(library, lang, id)?.body),
        ),
        ...readExhibitions(library, lang, HERE).map(({ id }) => readExhibition(library, lang, HERE, id)),
        readTown(library, lang, HERE, '012068' as never),
      ];
      const texts = [...new Set(shown.flatMap(stringsIn))].filter(hasKanji);
      const marked = readMarked(library, texts);
      const unread = texts.filter((text) => !Object.hasOwn(marked, text));
      expect(texts.length).toBeGreaterThan(300);
      expect(unread).toEqual([]);
    }
  });
});

/** All strings of a view but those under keys that name no text. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === 'packs' ? [] : stringsIn(one)));
}
