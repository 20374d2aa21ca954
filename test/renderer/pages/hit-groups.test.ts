import { describe, expect, it } from 'vitest';
import type { SearchHit } from '../../../content/pack/views.ts';
import { groupHits } from '../../../renderer/pages/search/hit-groups.ts';

const hit = (kind: SearchHit['kind'], key: string): SearchHit => ({
  kind,
  key,
  code: null,
  title: key,
  titleParts: [{ text: key, hit: false }],
  snippet: [],
});

describe('groupHits', () => {
  it('puts towns before articles and keeps the order of the search within each', () => {
    const hits = [
      hit('article', 'a'),
      hit('municipality', 'm1'),
      hit('article', 'b'),
      hit('municipality', 'm2'),
    ];
    expect(groupHits(hits).map(({ kind, hits: own }) => [kind, own.map(({ key }) => key)])).toEqual([
      ['municipality', ['m1', 'm2']],
      ['article', ['a', 'b']],
    ]);
  });

  it('loses none', () => {
    const hits = (['event', 'topic', 'case', 'page', 'offer', 'living'] as const).map((kind) =>
      hit(kind, kind),
    );
    expect(groupHits(hits).flatMap((group) => group.hits)).toHaveLength(hits.length);
  });
});
