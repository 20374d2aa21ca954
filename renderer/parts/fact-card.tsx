/** A box that tells one thing: chips, title, facts with icons, some words, a foot. Events, ties, offers use it. */
import { type ReactNode, useId } from 'react';
import type { Lang } from '../../content/pack/lang.ts';
import type { PictureView } from '../../content/pack/media-views.ts';
import './fact-card.css';
import { Icon, type IconOf } from './icon.tsx';
import { LangNote } from './lang-note.tsx';
import { PhotoCredit } from './photo.tsx';
import { PictureButton } from './picture-button.tsx';
import { Ruby } from './ruby.tsx';

export type Fact = { readonly icon: IconOf; readonly text: ReactNode };

export type FactCardProps = {
  /** `Chip`s above the title. */
  readonly chips?: ReactNode;
  readonly title: ReactNode;
  /** Above everything, to be touched and seen large. */
  readonly photo?: PictureView | null | undefined;
  /** Null facts are left out. */
  readonly facts?: readonly (Fact | null)[] | undefined;
  readonly text?: string | null | undefined;
  /** Language of title and text. */
  readonly lang: Lang;
  /** Buttons, remarks. */
  readonly children?: ReactNode;
};

export function FactCard({ chips, title, photo, facts = [], text, lang, children }: FactCardProps) {
  const id = useId();
  return (
    <article className="fact-card" aria-labelledby={id}>
      {photo && (
        <div className="fact-card-photo">
          <PictureButton of={photo} fit="fill" sizes="35vw" />
          <PhotoCredit of={photo} />
        </div>
      )}
      <div className="fact-card-chips">
        {chips}
        <LangNote lang={lang} />
      </div>
      <h3 id={id} lang={lang} className="fact-card-title">
        <Ruby>{title}</Ruby>
      </h3>
      {facts.map((fact, index) =>
        fact === null ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is written out by the caller and never reordered
          <p key={index} className="fact-card-fact">
            <Icon of={fact.icon} />
            <span>
              <Ruby>{fact.text}</Ruby>
            </span>
          </p>
        ),
      )}
      {text !== null && text !== undefined && text !== '' && (
        <p className="fact-card-text" lang={lang}>
          <Ruby>{text}</Ruby>
        </p>
      )}
      {children}
    </article>
  );
}
