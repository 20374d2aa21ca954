/** Where a list is empty: a quiet landscape that says so in a sentence and offers ways on, never a bare page. */
import type { ReactNode } from 'react';
import { Landscape } from './landscape.tsx';
import './nothing-here.css';
import { Ruby } from './ruby.tsx';

export type NothingHereProps = {
  /** Each page has its own picture, always the same. */
  readonly seed: string;
  readonly title: ReactNode;
  readonly text?: ReactNode;
  /** Buttons, `kind="light"`. */
  readonly children?: ReactNode;
};

export function NothingHere({ seed, title, text, children }: NothingHereProps) {
  return (
    <div className="nothing-here">
      <Landscape of={{ seed }} titled />
      <div className="nothing-here-words">
        <p className="nothing-here-title">
          <Ruby>{title}</Ruby>
        </p>
        {text !== undefined && (
          <p>
            <Ruby>{text}</Ruby>
          </p>
        )}
        {children !== undefined && <div className="nothing-here-ways">{children}</div>}
      </div>
    </div>
  );
}
