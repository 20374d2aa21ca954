/** 「日本語のみ」, in easy Japanese 「ふつうの日本語」: a small honest label where the visitor's language is missing. */
import { TranslateIcon } from '@phosphor-icons/react/dist/csr/Translate';
import type { Lang } from '../../content/pack/lang.ts';
import { useSettings } from '../settings.ts';
import { useWords } from '../words/index.ts';
import { Icon } from './icon.tsx';
import './lang-note.css';

/** True where a text in `lang` is not what this visitor asked for; 普通の日本語 is not easy Japanese. */
export function useForeign(lang: Lang): boolean {
  return lang !== useSettings().lang;
}

const KANA = /[\u3041-\u30fa]/;

/**
 * The language a reader meets where only some words of a thing were translated.
 *
 * @param lang the language of its view @returns Japanese where one of the texts is, else `lang`
 */
export function seenLang(lang: Lang, ...texts: readonly string[]): Lang {
  const japanese = lang === 'ja' || lang === 'ja-easy';
  return !japanese && texts.some((text) => KANA.test(text)) ? 'ja' : lang;
}

export type LangNoteProps = {
  /** The language the text came in (`lang` of its view). */
  readonly lang: Lang;
  /** Without an edge, for lists where every card would carry one. */
  readonly quiet?: boolean;
};

export function LangNote({ lang, quiet = false }: LangNoteProps) {
  const t = useWords();
  if (!useForeign(lang)) return null;
  return (
    <span className={quiet ? 'lang-note lang-note-quiet' : 'lang-note'}>
      <Icon of={TranslateIcon} size={1} />
      {t('only-japanese')}
    </span>
  );
}

/** For a text below a translated title that was not translated itself. @param of the language of the title */
export function TextNote({ of, text }: { readonly of: Lang; readonly text: string }) {
  const seen = seenLang(of, text);
  return seen === of ? null : <LangNote lang={seen} quiet />;
}
