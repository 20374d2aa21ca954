/** A button with words. Goes to a route or does something; both look the same. */
import type { ReactNode } from 'react';
import type { Route } from '../../main/ipc/contract.ts';
import { go } from '../navigation.ts';
import './button.css';
import { Icon, type IconOf } from './icon.tsx';
import { Ruby } from './ruby.tsx';

type Does =
  | { readonly to: Route; readonly onPress?: undefined }
  | { readonly to?: undefined; readonly onPress: () => void };

export type ButtonProps = Does & {
  /** `main`: the one thing to do here, filled. `plain` (default): outlined. `light`: white, on pictures. */
  readonly kind?: 'main' | 'plain' | 'light' | undefined;
  readonly icon?: IconOf | undefined;
  /** Icon behind the words, for arrows. */
  readonly after?: IconOf | undefined;
  /** For switches: pressed or not. Left out for buttons that only act. */
  readonly pressed?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Said by voices instead of the words seen; contains them. */
  readonly label?: string | undefined;
  /** Language of the words when it is not the screen's (`lang` of a language button). */
  readonly lang?: string | undefined;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
};

export function Button(props: ButtonProps) {
  const { kind = 'plain', icon, after, pressed, disabled, label, lang, className, children } = props;
  const press = () => (props.to === undefined ? props.onPress() : go(props.to));
  return (
    <button
      type="button"
      className={['button', `button-${kind}`, className].filter(Boolean).join(' ')}
      aria-pressed={pressed}
      aria-label={label}
      disabled={disabled}
      lang={lang}
      onClick={press}
    >
      {icon && <Icon of={icon} />}
      {children !== undefined && (
        <span className="button-words">
          <Ruby>{children}</Ruby>
        </span>
      )}
      {after && <Icon of={after} weight="bold" size={1} />}
    </button>
  );
}
