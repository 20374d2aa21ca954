/** A Phosphor icon as we draw it: duotone, sized with the text around it, silent for voices. */
import type { Icon as PhosphorIcon } from '@phosphor-icons/react';

export type IconOf = PhosphorIcon;

export type IconProps = {
  /** Import single icons: `@phosphor-icons/react/dist/csr/House`; the barrel holds 1,500. */
  readonly of: IconOf;
  /** In em of the surrounding text; default 1.25. */
  readonly size?: number | undefined;
  /** `bold` for arrows and signs, which have no area to tint. */
  readonly weight?: 'duotone' | 'bold' | 'fill' | undefined;
};

export function Icon({ of: Drawn, size = 1.25, weight = 'duotone' }: IconProps) {
  return <Drawn aria-hidden="true" className="icon" size={`${size}em`} weight={weight} />;
}
