import { describe, expect, it } from 'vitest';
import { isLang, LANGS, langChain } from '../../../content/pack/lang.ts';

describe('isLang', () => {
  it('takes the five languages and nothing else', () => {
    expect(LANGS.every(isLang)).toBe(true);
    expect(['JA', 'zh', 'ja-Easy', '', 'constructor', 0, null, undefined, ['ja']].some(isLang)).toBe(false);
  });
});

describe('langChain', () => {
  it('ends in Japanese and holds no language twice', () => {
    expect(LANGS.map(langChain)).toEqual([
      ['ja'],
      ['ja-easy', 'ja'],
      ['en', 'ja'],
      ['zh-Hans', 'ja'],
      ['ko', 'ja'],
    ]);
  });
});
