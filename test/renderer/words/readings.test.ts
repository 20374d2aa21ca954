import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { READINGS_FILE, screenReadings } from '../../../build/words/readings.ts';
import { markRuby, PHRASE_END, withoutRuby } from '../../../content/pack/ruby.ts';
import { createReadings } from '../../../renderer/ruby.ts';
import { sentenceOf } from '../../../renderer/words/readings.ts';

const shown = (text: string): string | undefined =>
  sentenceOf(text)
    ?.map((piece) => (typeof piece === 'string' ? piece : `<${piece.value}>`))
    .join('')
    .replaceAll(PHRASE_END, '')
    .replace(/\ufff9([^\ufffa]*)\ufffa([^\ufffb]*)\ufffb/g, '$1($2)');

describe('readings.json', () => {
  it('is up to date: npx tsx build/words/readings.ts', () => {
    expect(JSON.parse(readFileSync(READINGS_FILE, 'utf8'))).toEqual(screenReadings());
  });

  it('is the words of the screen, letter for letter, but for the readings', () => {
    for (const [text, marked] of Object.entries(screenReadings())) expect(withoutRuby(marked)).toBe(text);
  });
});

describe('sentenceOf', () => {
  it('knows the words of the screen', () => {
    expect(shown('食べる')).toBe('食(た)べる');
    expect(shown('はじめに戻る')).toBe('はじめに戻(もど)る');
  });

  it('finds names and numbers in a sentence', () => {
    expect(shown('荒川区のなかま')).toBeUndefined();
    expect(shown('釧路市の場所')).toBe('<釧路市>の場所(ばしょ)');
    expect(shown('12件見つかりました')).toBe('<12>件(けん)見(み)つかりました');
  });

  it('says nothing of other texts', () => {
    expect([sentenceOf('知らない文です。'), sentenceOf(''), sentenceOf('の場所')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('readings of a sentence', () => {
  it('take the name in it from the packs', async () => {
    const kushiro = markRuby([{ text: '釧路', reading: 'くしろ' }]);
    const call = (async (_name: string, { texts }: { readonly texts: readonly string[] }) => ({
      ok: true,
      value: texts.includes('釧路市') ? { 釧路市: `${kushiro}市` } : {},
    })) as never;
    const readings = createReadings({ call }, async () => sentenceOf);
    readings.want('釧路市の場所');
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(readings.marked('釧路市の場所')).toContain(kushiro);
    expect(withoutRuby(readings.marked('釧路市の場所'))).toBe('釧路市の場所');
  });
});
