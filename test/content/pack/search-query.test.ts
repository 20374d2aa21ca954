import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../content/pack/fold.ts';
import { matchAll, matchName, readSearch } from '../../../content/pack/search-query.ts';
import { anyText } from '../../helpers/texts.ts';

describe('readSearch', () => {
  it('says piece by piece what is looked for and what cannot be', () => {
    expect(readSearch(' 釧路・荒川　クシロ ! ー 🍎 ')).toMatchObject({
      asked: ['釧路・荒川', 'クシロ'],
      ignored: ['!', 'ー', '🍎'],
    });
  });

  it('hears kana and Latin words and looks for others by their letters alone', () => {
    expect(readSearch('クシロ Ōsaka 食べる 23区').words).toEqual([
      { typed: 'クシロ', letters: 'くしろ', sound: 'kusiro', heard: ['kusiro'] },
      { typed: 'Ōsaka', letters: 'osaka', sound: 'osaka', heard: ['osaka'] },
      { typed: '食べる', letters: '食べる', sound: null, heard: [] },
      { typed: '23区', letters: '23区', sound: null, heard: [] },
    ]);
  });

  it('drops no piece in silence: each is asked for or ignored', () => {
    fc.assert(
      fc.property(fc.array(anyText), (texts) => {
        const text = texts.join(' ');
        const { asked, ignored, words } = readSearch(text);
        expect([...asked, ...ignored].sort()).toEqual(
          text
            .split(/\s+/)
            .filter((piece) => piece !== '')
            .sort(),
        );
        expect(words.map((word) => word.letters)).toEqual(asked.flatMap((piece) => [...wordsOf(piece)]));
      }),
    );
  });
});

describe('matchAll and matchName', () => {
  it('hold nothing that was typed but letters written as numbers', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { words } = readSearch(`${text} OR "釧路* NEAR(name`);
        const plain = (match: string): string =>
          match.replace(/\b(AND|OR)\b|\{name body\}|\{name_sound body_sound\}|\bname(_sound)?\b/g, '');
        for (const match of [matchAll(words), matchName(words, 'whole'), matchName(words, 'begin')]) {
          expect(plain(match)).toMatch(/^[0-9a-z"():* ]*$/);
        }
      }),
    );
  });
});
