/**
 * The languages of the screen, each in its own name. On home they stand side by side; elsewhere one button
 * with the name of the language in use opens them.
 */
import { TranslateIcon } from '@phosphor-icons/react/dist/csr/Translate';
import { useEffect, useRef } from 'react';
import { useSession } from '../session.ts';
import { change, htmlLang, SCREEN_LANGS, useSettings } from '../settings.ts';
import { useWords } from '../words/index.ts';
import { Button } from './button.tsx';
import './languages.css';

/** All languages side by side, the one in use pressed. */
export function Languages({ then }: { readonly then?: () => void }) {
  const t = useWords();
  const { lang } = useSettings();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's look and role
    <div className="languages" role="group" aria-label={t('language')}>
      {SCREEN_LANGS.map((each) => (
        <Button
          key={each.lang}
          lang={htmlLang(each.lang)}
          pressed={each.lang === lang}
          onPress={() => {
            change({ lang: each.lang });
            then?.();
          }}
        >
          {each.name}
        </Button>
      ))}
    </div>
  );
}

/** The language in use; pressed, the others come up in the middle of what can be reached. */
export function LanguageButton() {
  const t = useWords();
  const { lang } = useSettings();
  const { phase } = useSession();
  const box = useRef<HTMLDialogElement>(null);
  const close = () => box.current?.close();
  useEffect(() => {
    // What is asked then must not lie under this.
    if (phase === 'asking') box.current?.close();
  }, [phase]);
  const name = SCREEN_LANGS.find((each) => each.lang === lang)?.name ?? lang;
  return (
    <>
      <Button
        className="languages-open"
        icon={TranslateIcon}
        lang={htmlLang(lang)}
        label={`${name} – ${t('language')}`}
        onPress={() => box.current?.showModal()}
      >
        {name}
      </Button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it too; a touch beside it means the same */}
      <dialog ref={box} className="languages-box" aria-label={t('language')} onClick={close}>
        <Languages then={close} />
      </dialog>
    </>
  );
}
