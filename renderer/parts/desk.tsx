/** Whom to ask: office, telephone, address of the web page. Never a person. */
import { BuildingsIcon } from '@phosphor-icons/react/dist/csr/Buildings';
import { GlobeIcon } from '@phosphor-icons/react/dist/csr/Globe';
import { PhoneIcon } from '@phosphor-icons/react/dist/csr/Phone';
import type { DeskView } from '../../content/pack/town-views.ts';
import './desk.css';
import { Icon } from './icon.tsx';
import { Ruby } from './ruby.tsx';

export type DeskProps = { readonly desk: DeskView; readonly lang?: string | undefined };

/** Nothing where nothing is known. */
export function Desk({ desk, lang }: DeskProps) {
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
          <span className="desk-address">{url.replace(/^https?:\/\//, '').replace(/\/$/, '')}</span>
        </li>
      )}
    </ul>
  );
}
