/**
 * What the visitor set for this session: language, size of text, contrast, reach, readings. Written to
 * attributes of <html>, where the style sheets find it; forgotten with the session.
 */
import type { Lang } from '../content/pack/lang.ts';
import { useWatched, watched } from './value.ts';

/** Percent of the normal size; the button goes round. */
export const TEXT_SIZES = [100, 125, 150, 200] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** Languages whose words are complete, each written as its own readers write it. */
export const SCREEN_LANGS = [
  { lang: 'ja', name: '日本語' },
  { lang: 'ja-easy', name: 'やさしい日本語' },
  { lang: 'en', name: 'English' },
  { lang: 'zh-Hans', name: '简体中文' },
  { lang: 'ko', name: '한국어' },
] as const satisfies readonly { lang: Lang; name: string }[];

export type Settings = {
  readonly lang: Lang;
  readonly textSize: TextSize;
  readonly contrast: 'normal' | 'high';
  /** True: everything that can be touched lies in the lower 45 % of the screen. */
  readonly reach: boolean;
  /** True: Japanese is shown with its readings. In easy Japanese it always is. */
  readonly ruby: boolean;
};

const FIRST: Settings = { lang: 'ja', textSize: 100, contrast: 'normal', reach: false, ruby: false };

export const settings = watched<Settings>(FIRST);

export function useSettings(): Settings {
  return useWatched(settings);
}

export function change(part: Partial<Settings>): void {
  settings.set({ ...settings.get(), ...part });
}

/** The size after this one; after the largest comes the normal one again. */
export function nextTextSize(size: TextSize): TextSize {
  return TEXT_SIZES[(TEXT_SIZES.indexOf(size) + 1) % TEXT_SIZES.length] ?? 100;
}

/** `ja-easy` is our own name; for glyphs, line breaking and voices it is Japanese. */
export function htmlLang(lang: Lang): string {
  return lang === 'ja-easy' ? 'ja' : lang;
}

/** Back to how a new visitor finds the kiosk. @param lang the language of the hall */
export function resetSettings(lang: Lang): void {
  settings.set({ ...FIRST, lang });
}

/** Keeps <html> in step with the settings. Called once, before the first draw. */
export function showSettings(root: HTMLElement): void {
  const show = () => {
    const { lang, textSize, contrast, reach, ruby } = settings.get();
    root.lang = htmlLang(lang);
    root.dataset['text'] = String(textSize);
    root.dataset['contrast'] = contrast;
    root.dataset['reach'] = String(reach);
    root.dataset['ruby'] = String(lang === 'ja-easy' || (lang === 'ja' && ruby));
  };
  show();
  settings.watch(show);
}
