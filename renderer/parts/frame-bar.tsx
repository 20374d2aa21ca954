/** The bar at the foot of every screen. Home: languages left. Elsewhere: the ways back left. Right: help. */
import { ArrowLeftIcon } from '@phosphor-icons/react/dist/csr/ArrowLeft';
import { ArrowLineDownIcon } from '@phosphor-icons/react/dist/csr/ArrowLineDown';
import { ArrowLineUpIcon } from '@phosphor-icons/react/dist/csr/ArrowLineUp';
import { CircleHalfIcon } from '@phosphor-icons/react/dist/csr/CircleHalf';
import { HouseIcon } from '@phosphor-icons/react/dist/csr/House';
import { TextAaIcon } from '@phosphor-icons/react/dist/csr/TextAa';
import { TextSuperscriptIcon } from '@phosphor-icons/react/dist/csr/TextSuperscript';
import { goBack, goHome, useTrail } from '../navigation.ts';
import { change, nextTextSize, useSettings } from '../settings.ts';
import { useWords } from '../words/index.ts';
import { Button } from './button.tsx';
import { LanguageButton, Languages } from './languages.tsx';

export function FrameBar() {
  const t = useWords();
  const home = useTrail().length === 1;
  return (
    <footer className="frame-bar">
      {home ? <Beginnings /> : <WaysBack />}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's look and role */}
      <div className="frame-tools" role="group" aria-label={t('tools')}>
        <Tools />
        {!home && <LanguageButton />}
      </div>
    </footer>
  );
}

function WaysBack() {
  const t = useWords();
  return (
    <nav className="frame-ways" aria-label={t('ways')}>
      <Button kind="main" icon={HouseIcon} onPress={goHome}>
        {t('home')}
      </Button>
      <Button icon={ArrowLeftIcon} onPress={goBack}>
        {t('back')}
      </Button>
    </nav>
  );
}

/** On home nothing to go back to: the languages. */
function Beginnings() {
  return (
    <div className="frame-ways">
      <Languages />
    </div>
  );
}

function Tools() {
  const t = useWords();
  const { lang, textSize, contrast, reach, ruby } = useSettings();
  const next = nextTextSize(textSize);
  return (
    <>
      <Button
        icon={TextAaIcon}
        label={t('text-size.label', { percent: textSize })}
        onPress={() => change({ textSize: next })}
      >
        {t(next === 100 ? 'text-size.normal' : 'text-size.larger')}
      </Button>
      {lang === 'ja' && (
        <Button icon={TextSuperscriptIcon} pressed={ruby} onPress={() => change({ ruby: !ruby })}>
          {t('ruby')}
        </Button>
      )}
      <Button
        icon={CircleHalfIcon}
        pressed={contrast === 'high'}
        onPress={() => change({ contrast: contrast === 'high' ? 'normal' : 'high' })}
      >
        {t('contrast')}
      </Button>
      <Button icon={reach ? ArrowLineUpIcon : ArrowLineDownIcon} onPress={() => change({ reach: !reach })}>
        {t(reach ? 'reach.off' : 'reach.on')}
      </Button>
    </>
  );
}
