/** MiniSearch as its users set it up for Japanese: words cut by the runtime, prefixes found, all words required. */
import MiniSearch from 'minisearch';
import type { Entry } from '../../content/author/compile/search-entry.ts';

type Mini = {
  readonly name: string;
  readonly ask: (piece: string) => unknown;
  readonly findAll: (piece: string) => ReadonlySet<string>;
};

/** @param limit hits that one search gives back */
export function makeMini(entries: readonly Entry[], limit: number): Mini {
  const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
  const words = new Map<string, readonly string[]>();
  /** The same sentences come again, as in our own index. */
  const cut = (sentence: string): readonly string[] => {
    const known = words.get(sentence);
    if (known !== undefined) return known;
    const found = [...segmenter.segment(sentence)].flatMap((one) => (one.isWordLike ? [one.segment] : []));
    words.set(sentence, found);
    return found;
  };
  const index = new MiniSearch<{ readonly id: string; readonly title: string; readonly body: string }>({
    fields: ['title', 'body'],
    tokenize: (text) => text.split(/(?<=。)/).flatMap(cut),
    searchOptions: { prefix: true, combineWith: 'AND', boost: { title: 10 } },
  });
  for (const { key, title, body } of entries) {
    index.add({ id: key, title: `${title.ja} ${title.en ?? ''}`, body: `${body.ja} ${body.en ?? ''}` });
  }
  return {
    name: 'MiniSearch',
    ask: (piece) => index.search(piece).slice(0, limit),
    findAll: (piece) => new Set(index.search(piece).map(({ id }) => String(id))),
  };
}
