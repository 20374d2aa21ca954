import i18next from 'i18next';
import { afterEach, describe, expect, it } from 'vitest';
import type { Lang } from '../../../content/pack/lang.ts';
import { change, resetSettings, SCREEN_LANGS } from '../../../renderer/settings.ts';
import en from '../../../renderer/words/en/rest.json' with { type: 'json' };
import { tagOf, takeMissingWords } from '../../../renderer/words/index.ts';
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
  it.each(SCREEN_LANGS.map(({ lang }) => lang))('are those of the language chosen: %s', (lang) => {
    change({ lang });
    expect(i18next.t('touch', { ns: 'rest' })).toBe(OWN[lang].touch);
    expect(i18next.getFixedT(tagOf(lang), 'rest')('touch')).toBe(OWN[lang].touch);
    expect(takeMissingWords()).toEqual([]);
  });
});
