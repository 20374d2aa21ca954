import i18next from 'i18next';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Lang } from '../../../content/pack/lang.ts';
import { change, resetSettings, SCREEN_LANGS } from '../../../renderer/settings.ts';
import en from '../../../renderer/words/en/rest.json' with { type: 'json' };
import { loadAllWords, tagOf, takeMissingWords } from '../../../renderer/words/index.ts';
import ja from '../../../renderer/words/ja/rest.json' with { type: 'json' };
import easy from '../../../renderer/words/ja-easy/rest.json' with { type: 'json' };
import ko from '../../../renderer/words/ko/rest.json' with { type: 'json' };
import zh from '../../../renderer/words/zh-Hans/rest.json' with { type: 'json' };

const OWN: { readonly [L in Lang]: { readonly touch: string } } = {
  ja,
  'ja-easy': easy,
  en,
  'zh-Hans': zh,
  ko,
};

afterEach(() => resetSettings('ja'));

describe('the words on the screen', () => {
  it.each(SCREEN_LANGS.map(({ lang }) => lang))('are those of the language chosen: %s', async (lang) => {
    change({ lang });
    await loadAllWords();
    expect(i18next.t('touch', { ns: 'rest' })).toBe(OWN[lang].touch);
    expect(i18next.getFixedT(tagOf(lang), 'rest')('touch')).toBe(OWN[lang].touch);
    expect(takeMissingWords()).toEqual([]);
  });

  it('are Japanese for the moment until those of another language are read', async () => {
    vi.resetModules();
    const fresh = await import('../../../renderer/words/index.ts');
    expect(i18next.t('touch', { ns: 'rest' })).toBe(ja.touch);
    await fresh.loadAllWords();
    expect(i18next.getFixedT('ko', 'rest')('touch')).toBe(ko.touch);
  });
});
