import { describe, expect, it } from 'vitest';
import { readCases } from '../../../content/store/cases.ts';
import { libraryOf } from '../../helpers/library.ts';
import { article, SMALL, t } from '../../helpers/source.ts';

const english = '# A\n\nSummary.\n';
const link = (id: string, ward: string, purposes: readonly string[]) => ({
  id,
  type: 'exchange',
  title: t(id),
  wards: [ward],
  partners: ['01 北海道', '012068 釧路市'],
  purposes,
});

const library = libraryOf({
  ...SMALL,
  'base/links.yaml': [
    link('elsewhere', '131016 千代田区', ['eat']),
    link('own', '131181 荒川区', ['eat', 'go']),
    link('no-purpose', '131181 荒川区', []),
  ],
  'news-1/articles/one.ja.md': article(1, '一', { purposes: ['eat'] }),
  'news-1/articles/two.ja.md': article(2, '二', { purposes: ['eat'], wards: ['131181 荒川区'] }),
  'news-1/articles/two.en.md': english,
  'news-1/articles/three.ja.md': article(3, '三'),
  'news-1/articles/three.en.md': english,
});

/** Ids of the cases in a hall. */
function ids(venueId: string, purpose: Parameters<typeof readCases>[3]): readonly string[] {
  return readCases(library, 'ja', { venueId, today: '2020-06-01' }, purpose).map((one) =>
    one.kind === 'link' ? one.link.id : one.kind === 'article' ? one.article.id : one.case.id,
  );
}

describe('readCases', () => {
  it('puts articles before links, and the own ward first within both', () => {
    expect(ids('arakawa', 'eat')).toEqual(['news-1-two', 'news-1-one', 'own', 'elsewhere']);
  });

  it('keeps the order of the source where the hall has no ward', () => {
    expect(ids('hall', 'eat')).toEqual(['news-1-one', 'news-1-two', 'elsewhere', 'own']);
  });

  it('gives only what serves the purpose, and everything with any purpose for none', () => {
    expect(ids('hall', 'go')).toEqual(['own']);
    expect(ids('hall', 'work')).toEqual([]);
    expect(ids('hall', null)).toEqual(['news-1-one', 'news-1-two', 'elsewhere', 'own']);
  });

  it('shows a link with its first town', () => {
    const [own] = readCases(library, 'ja', { venueId: 'hall', today: '2020-06-01' }, 'go');
    expect(own?.kind === 'link' && own.town?.name).toBe('釧路市');
  });
});
