/**
 * 「持ち帰る」: an item's public address as a code and, the same, in letters. `TakeHome` stands on the page of the
 * thing; `TakeHomeButton` on a card, and opens the code large.
 */
import { QrCodeIcon } from '@phosphor-icons/react/dist/csr/QrCode';
import { publicAddress } from '../../content/pack/public-address.ts';
import { openLayer } from '../navigation.ts';
import { useWords } from '../words/index.ts';
import { Button } from './button.tsx';
import { Qr } from './qr.tsx';
import { Ruby } from './ruby.tsx';
import { Section } from './section.tsx';
import './take-home.css';

export type TakeHomeProps = {
  /** Address of the thing; where there is none that may be handed on, nothing is drawn. */
  readonly url: string | null;
  /** What the address is about. */
  readonly title: string;
  /** Language of the title. */
  readonly lang: string;
};

export function TakeHome({ url, title, lang }: TakeHomeProps) {
  const t = useWords();
  const address = publicAddress(url);
  if (address === null) return null;
  return (
    <Section title={t('take-home.title')}>
      <TakeHomeCode url={address} title={title} lang={lang} />
    </Section>
  );
}

type CodeProps = { readonly url: string; readonly title: string; readonly lang: string };

/** Code and letters side by side. @param url public already */
export function TakeHomeCode({ url, title, lang }: CodeProps) {
  const t = useWords();
  return (
    <div className="take-home">
      <Qr text={url} label={t('take-home.code', { title })} />
      <div className="take-home-words">
        <p className="take-home-what" lang={lang}>
          <Ruby>{title}</Ruby>
        </p>
        <p>
          <Ruby>{t('take-home.how')}</Ruby>
        </p>
        <p className="take-home-address">{url}</p>
        <p className="take-home-note">
          <Ruby>{t('take-home.later')}</Ruby>
        </p>
      </div>
    </div>
  );
}

/** Nothing where there is no address to hand on. */
export function TakeHomeButton({ url, title, lang }: TakeHomeProps) {
  const t = useWords();
  const address = publicAddress(url);
  if (address === null) return null;
  return (
    <Button
      icon={QrCodeIcon}
      label={t('take-home.open', { title })}
      onPress={() => openLayer({ kind: 'take-home', url: address, title, lang })}
    >
      {t('take-home.short')}
    </Button>
  );
}
