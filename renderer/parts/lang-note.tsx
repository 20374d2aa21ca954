/** 「日本語のみ」: a small honest label where the visitor's language is missing. Nothing for Japanese readers. */
import { TranslateIcon } from '@phosphor-icons/react/dist/csr/Translate';
import type { Lang } from '../../content/pack/lang.ts';
import { useSettings } from '../settings.ts';
import { useWords } from '../words/index.ts';
import { Icon } from './icon.tsx';
import './lang-note.css';

/** True where a text in `lang` is not what this visitor asked for. */
export function useForeign(lang: Lang): boolean {
  const wanted = useSettings().lang;
  return lang !== wanted && !(wanted === 'ja-easy' && lang === 'ja');
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
