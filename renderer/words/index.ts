/**
 * The words of the screen. One JSON file per language and namespace; a namespace belongs to a page, and
 * `common` to everybody: `useWords('town')` finds a key in `town` first and then in `common`. A new file
 * is found by itself. `test/renderer/words.test.ts` refuses missing and unused keys.
 */
import i18next, { type TFunction } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { isLang, type Lang } from '../../content/pack/lang.ts';
import { settings } from '../settings.ts';

/**
 * i18next writes language tags as the standard does, where four letters are a script: `ja-easy` becomes `ja-Easy`.
 * Words that stood under our own spelling would never be found.
 */
export function tagOf(lang: Lang): string {
  return lang === 'ja-easy' ? 'ja-Easy' : lang;
}

type Bundle = Readonly<Record<string, unknown>>;

/** All of them at once: together they are smaller than one picture, and no page waits for its words. */
const files = import.meta.glob<Bundle>('./*/*.json', { eager: true, import: 'default' });

const resources: Record<string, Record<string, Bundle>> = {};
for (const [path, bundle] of Object.entries(files)) {
  const [, lang = '', namespace = ''] = /^\.\/([\w-]+)\/([\w-]+)\.json$/.exec(path) ?? [];
  const tag = isLang(lang) ? tagOf(lang) : lang;
  const words = resources[tag] ?? {};
  words[namespace] = bundle;
  resources[tag] = words;
}

/** Keys asked for and not found, for the tour. */
const missing = new Set<string>();

/** The keys missed since the last call, as `en/town:links.title`. */
export function takeMissingWords(): readonly string[] {
  const taken = [...missing];
  missing.clear();
  return taken;
}

void i18next.use(initReactI18next).init({
  resources,
  lng: tagOf(settings.get().lang),
  fallbackLng: 'ja',
  defaultNS: 'common',
  fallbackNS: 'common',
  initAsync: false,
  interpolation: { escapeValue: false },
  saveMissing: true,
  missingKeyHandler: (langs, namespace, key) => missing.add(`${langs[0] ?? '?'}/${namespace}:${key}`),
  react: { useSuspense: false },
});

settings.watch(() => {
  const tag = tagOf(settings.get().lang);
  if (i18next.language !== tag) void i18next.changeLanguage(tag);
});

/**
 * The words of one page.
 *
 *     const t = useWords('town');
 *     t('neighbours')            // words/<lang>/town.json, else common.json
 *     t('count', { count: 3 })   // count_one / count_other
 */
export function useWords(namespace = 'common'): TFunction {
  return useTranslation(namespace).t;
}

/** Counts as the reader writes them: `1,741`. */
export function numberText(value: number, lang: string): string {
  return new Intl.NumberFormat(lang === 'ja-easy' ? 'ja' : lang).format(value);
}
