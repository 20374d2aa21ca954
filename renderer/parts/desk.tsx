/** Whom to ask: office, telephone, address of the web page. Never a person. */
import { BuildingsIcon } from '@phosphor-icons/react/dist/csr/Buildings';
import { GlobeIcon } from '@phosphor-icons/react/dist/csr/Globe';
import { PhoneIcon } from '@phosphor-icons/react/dist/csr/Phone';
import { publicAddress, shortAddress } from '../../content/pack/public-address.ts';
import type { DeskView } from '../../content/pack/town-views.ts';
import './desk.css';
import { Icon } from './icon.tsx';
import { Ruby } from './ruby.tsx';
import { TakeHomeButton } from './take-home.tsx';

export type DeskProps = {
  readonly desk: DeskView;
  readonly lang?: string | undefined;
  /** What one would ask about: then its address may be taken home from here. */
  readonly title?: string | undefined;
};

/** Nothing where nothing is known. */
export function Desk({ desk, lang, title }: DeskProps) {
  const { office, phone, url } = desk;
  if (office === null && phone === null && url === null) return null;
  return (
    <ul className="desk">
      {office !== null && (
        <li lang={lang}>
          <Icon of={BuildingsIcon} />
          <span>
            <Ruby>{office}</Ruby>
          </span>
        </li>
      )}
      {phone !== null && (
        <li>
          <Icon of={PhoneIcon} />
          <span className="desk-number">{phone}</span>
        </li>
      )}
      {url !== null && (
        <li>
          <Icon of={GlobeIcon} />
          <span className="desk-address">{shortAddress(url)}</span>
        </li>
      )}
      {title !== undefined && publicAddress(url) !== null && (
        <li className="desk-take">
          <TakeHomeButton url={url} title={title} lang={lang ?? 'ja'} />
        </li>
      )}
    </ul>
  );
}
