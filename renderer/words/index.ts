/**
 * The words of the screen. One JSON file per language and namespace; a namespace belongs to a page, and
 * `common` to everybody: `useWords('town')` finds a key in `town` first and then in `common`. A new file
 * is found by itself. `test/renderer/words.test.ts` refuses missing and unused keys.
 */
import i18next, { type TFunction } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Lang } from '../../content/pack/lang.ts';
import { SCREEN_LANGS, settings } from '../settings.ts';

/**
 * i18next writes language tags as the standard does, where four letters are a script: `ja-easy` becomes `ja-Easy`.
 * Words that stood under our own spelling would never be found.
 */
export function tagOf(lang: Lang): string {
  return lang === 'ja-easy' ? 'ja-Easy' : lang;
}

type Bundle = Readonly<Record<string, unknown>>;

/** Japanese at once, for every word falls back to it; the other languages when they are wanted or home stands. */
const japanese = import.meta.glob<Bundle>('./ja/*.json', { eager: true, import: 'default' });
const others = import.meta.glob<Bundle>(['./*/*.json', '!./ja/*.json'], { import: 'default' });

const WHOSE = /^\.\/([\w-]+)\/([\w-]+)\.json$/;

function placeOf(path: string): readonly [lang: string, namespace: string] {
  const [, lang = '', namespace = ''] = WHOSE.exec(path) ?? [];
  return [lang, namespace];
}

const ja: Record<string, Bundle> = {};
for (const [path, bundle] of Object.entries(japanese)) ja[placeOf(path)[1]] = bundle;

/** Keys asked for and not found, for the tour. */
const missing = new Set<string>();

/** The keys missed since the last call, as `en/town:links.title`. */
export function takeMissingWords(): readonly string[] {
  const taken = [...missing];
  missing.clear();
  return taken;
}

void i18next.use(initReactI18next).init({
  resources: { ja },
  lng: 'ja',
  fallbackLng: 'ja',
  defaultNS: 'common',
  fallbackNS: 'common',
  initAsync: false,
  interpolation: { escapeValue: false },
  saveMissing: true,
  missingKeyHandler: (langs, namespace, key) => missing.add(`${langs[0] ?? '?'}/${namespace}:${key}`),
  react: { useSuspense: false },
});

const loading = new Map<Lang, Promise<void>>();

/** Brings the words of a language in, once; they stay. Rejects when a file cannot be read, and tries again then. */
function loadWords(lang: Lang): Promise<void> {
  const known = loading.get(lang) ?? (lang === 'ja' ? Promise.resolve() : readWords(lang));
  loading.set(lang, known);
  known.catch(() => loading.delete(lang));
  return known;
}

async function readWords(lang: Lang): Promise<void> {
  const files = Object.entries(others).filter(([path]) => placeOf(path)[0] === lang);
  const bundles = await Promise.all(
    files.map(async ([path, load]) => [placeOf(path)[1], await load()] as const),
  );
  for (const [namespace, bundle] of bundles) i18next.addResourceBundle(tagOf(lang), namespace, bundle);
}

/** All languages, one after another, so that choosing one is a matter of no time. */
export async function loadAllWords(): Promise<void> {
  for (const { lang } of SCREEN_LANGS) await loadWords(lang).catch(() => undefined);
}

async function followSettings(): Promise<void> {
  const { lang } = settings.get();
  await loadWords(lang).catch((error: unknown) => console.error('words not read', lang, error));
  // Another language may have been chosen meanwhile.
  if (settings.get().lang === lang && i18next.language !== tagOf(lang))
    await i18next.changeLanguage(tagOf(lang));
}

settings.watch(() => void followSettings());
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
