/** A titled part of a page, and the title by itself. Pages are h1, sections h2, inside them h3. */
import { type ReactNode, useId } from 'react';
import { Ruby } from './ruby.tsx';
import './section.css';

export type SectionTitleProps = {
  readonly as?: 'h2' | 'h3' | undefined;
  readonly id?: string | undefined;
  /** A short remark behind the title: a count, a source. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
};

export function SectionTitle({ as: Heading = 'h2', id, note, children }: SectionTitleProps) {
  return (
    <div className={`section-title section-title-${Heading}`}>
      <Heading id={id}>
        <Ruby>{children}</Ruby>
      </Heading>
      {note !== undefined && note !== null && (
        <span className="section-note">
          <Ruby>{note}</Ruby>
        </span>
      )}
    </div>
  );
}

export type SectionProps = {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

export function Section({ title, note, className, children }: SectionProps) {
  const id = useId();
  return (
    <section className={['section', className].filter(Boolean).join(' ')} aria-labelledby={id}>
      <SectionTitle id={id} note={note}>
        {title}
      </SectionTitle>
      {children}
    </section>
  );
}

/** Cards side by side, as many as fit; `least` is the narrowest a card may get. */
export function Cards({
  children,
  least = 'm',
}: {
  readonly children: ReactNode;
  readonly least?: 's' | 'm' | 'l' | undefined;
}) {
  return <ul className={`cards cards-${least}`}>{children}</ul>;
}
