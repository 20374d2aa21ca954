import { describe, expect, it } from 'vitest';
import { LANGS } from '../../../content/pack/lang.ts';
import { readArticle, readArticles, readIssues } from '../../../content/store/articles.ts';
import { libraryOf } from '../../helpers/library.ts';
import { article, newsletterPack, SMALL } from '../../helpers/source.ts';

const english = (title: string): string => `# ${title}\n\nSummary.\n\nBody.\n`;

const library = libraryOf({
  ...SMALL,
  'news-1/articles/two.ja.md': article(2, '二つ目', { partners: ['012068 釧路市'], fields: ['f2', 'f1'] }),
  'news-1/articles/two.en.md': english('Two'),
  'news-1/articles/two.ko.md': '# 둘\n\n요약.\n',
  'news-1/articles/a-three.ja.md': article(3, '三つ目', { wards: 'all', purposes: ['go', 'eat'] }),
  'news-1/articles/a-three.en.md': english('Three'),
  ...newsletterPack('news-10', 10, '2021-02-01'),
  'news-10/articles/other.ja.md': article(1, '別の号'),
  'news-10/articles/other.en.md': english('Other'),
  ...newsletterPack('news-9', 9, '2021-01-01'),
  'news-9/articles/nine.ja.md': article(1, '九号'),
  'news-9/articles/nine.en.md': english('Nine'),
});

describe('readIssues', () => {
  it('lists the newest issue first by number, not by id, each with its articles as printed', () => {
    expect(readIssues(library, 'ja').map((issue) => [issue.id, issue.articles.map((one) => one.id)])).toEqual(
      [
        ['news-10', ['news-10-other']],
        ['news-9', ['news-9-nine']],
        ['news-1', ['news-1-one', 'news-1-two', 'news-1-a-three']],
      ],
    );
  });
});

describe('readArticle', () => {
  it('gives the neighbours within the issue in printed order', () => {
    const neighbours = (id: string) => {
      const view = readArticle(library, 'ja', id);
      return [view?.previous?.id ?? null, view?.next?.id ?? null];
    };
    expect(neighbours('news-1-one')).toEqual([null, 'news-1-two']);
    expect(neighbours('news-1-two')).toEqual(['news-1-one', 'news-1-a-three']);
    expect(neighbours('news-1-a-three')).toEqual(['news-1-two', null]);
    expect(neighbours('news-10-other')).toEqual([null, null]);
  });

  it('gives words, facts and names, and the colour of the first partner’s region', () => {
    expect(readArticle(library, 'en', 'news-1-two')).toMatchObject({
      title: 'Two',
      summary: 'Summary.',
      body: 'Body.',
      issueTitle: 'NEWS 1',
      issueDate: '2020-02-01',
      region: 'hokkaido',
      fields: ['f1', 'f2'],
      partners: [{ kind: 'municipality', id: '012068', name: 'Kushiro City' }],
      lang: 'en',
    });
  });

  it('gives the Japanese text, and says so, where the language has none', () => {
    const read = (lang: (typeof LANGS)[number]) => {
      const view = readArticle(library, lang, 'news-1-two');
      return [view?.title, view?.lang];
    };
    expect(LANGS.map(read)).toEqual([
      ['二つ目', 'ja'],
      ['二つ目', 'ja'],
      ['Two', 'en'],
      ['二つ目', 'ja'],
      ['둘', 'ko'],
    ]);
  });

  it('is null for an article that is not there', () => {
    expect(readArticle(library, 'ja', 'news-1-none')).toBeNull();
    expect(readArticle(library, 'ja', "' OR 1=1 --")).toBeNull();
  });
});

describe('readArticles', () => {
  it('finds those of a town, a ward and a partner', () => {
    const ids = (selection: Parameters<typeof readArticles>[2]) =>
      readArticles(library, 'ja', selection).map((one) => one.id);
    expect(ids({ by: 'town', code: '012068' })).toEqual(['news-1-two']);
    expect(ids({ by: 'partner', kind: 'municipality', id: '012068' })).toEqual(['news-1-two']);
    expect(ids({ by: 'town', code: '473821' })).toEqual([]);
    expect(ids({ by: 'ward', code: '131016' })).toEqual([]);
  });

  it('knows the purposes of an article', () => {
    const [three] = readArticles(library, 'ja', { by: 'id', id: 'news-1-a-three' });
    expect(three?.purposes).toEqual(['eat', 'go']);
  });
});
