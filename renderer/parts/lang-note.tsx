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

/** @param lang the language the text came in (`lang` of its view) */
export function LangNote({ lang }: { readonly lang: Lang }) {
  const t = useWords();
  if (!useForeign(lang)) return null;
  return (
    <span className="lang-note">
      <Icon of={TranslateIcon} size={1} />
      {t('only-japanese')}
    </span>
  );
}
