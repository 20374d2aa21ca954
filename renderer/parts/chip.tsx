/** Small labels. `Chip` says something; `ChoiceChip` filters; `PartnerChip` leads to a town or group. */
import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight';
import type { ReactNode } from 'react';
import type { PartnerRef } from '../../content/pack/views.ts';
import { go } from '../navigation.ts';
import './chip.css';
import { Icon, type IconOf } from './icon.tsx';
import { routeOfPartner } from './routes.ts';
import { Ruby } from './ruby.tsx';

export type ChipProps = {
  readonly icon?: IconOf | undefined;
  /** `plain` (default): pale indigo. `now`: vermilion, for what is on. `quiet`: outline. */
  readonly kind?: 'plain' | 'now' | 'quiet' | undefined;
  readonly children: ReactNode;
};

export function Chip({ icon, kind = 'plain', children }: ChipProps) {
  return (
    <span className={`chip chip-${kind}`}>
      {icon && <Icon of={icon} size={1.15} />}
      <span>
        <Ruby>{children}</Ruby>
      </span>
    </span>
  );
}

export type ChoiceChipProps = {
  readonly icon?: IconOf | undefined;
  readonly chosen: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
};

/** One of a row of filters; says `aria-pressed`. */
export function ChoiceChip({ icon, chosen, onPress, children }: ChoiceChipProps) {
  return (
    <button type="button" className="choice-chip" aria-pressed={chosen} onClick={onPress}>
      {icon && <Icon of={icon} />}
      <span>
        <Ruby>{children}</Ruby>
      </span>
    </button>
  );
}

/** A row of chips that wraps. */
export function Chips({
  children,
  label,
}: {
  readonly children: ReactNode;
  readonly label?: string | undefined;
}) {
  if (label === undefined) return <div className="chips">{children}</div>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's look and role
    <div className="chips" role="group" aria-label={label}>
      {children}
    </div>
  );
}

/** Leads to the page of a town, ward, prefecture, area, association or organisation. */
export function PartnerChip({ partner }: { readonly partner: PartnerRef }) {
  return (
    <button type="button" className="partner-chip" onClick={() => go(routeOfPartner(partner))}>
      <span>
        <Ruby>{partner.name}</Ruby>
      </span>
      <Icon of={CaretRightIcon} weight="bold" size={0.8} />
    </button>
  );
}
