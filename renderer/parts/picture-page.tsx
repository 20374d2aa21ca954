/**
 * The shape of pages about one thing: a big drawn picture with its name, beside it (portrait: below it)
 * what there is to know, scrolling, and a fixed foot for the ways on.
 */
import type { ReactNode } from 'react';
import type { PictureView } from '../../content/pack/media-views.ts';
import type { CoverSpec, CoverSubject } from '../covers/index.ts';
import { Landscape } from './landscape.tsx';
import { PhotoCredit } from './photo.tsx';
import { LookButton } from './picture-button.tsx';
import './picture-page.css';
import { Ruby } from './ruby.tsx';
import { ScrollArea } from './scroll-area.tsx';

export type PicturePageProps = {
  readonly cover: CoverSubject | CoverSpec;
  readonly photo?: PictureView | null | undefined;
  /** On the picture, above the name: where it is, when it is. */
  readonly above?: ReactNode;
  /** The page's h1. */
  readonly title: ReactNode;
  /** The title has many words or letters: it is set smaller. */
  readonly long?: boolean | undefined;
  /** One sentence under the name. */
  readonly text?: ReactNode;
  /** Buttons on the picture, `kind="light"`. */
  readonly acts?: ReactNode;
  /** Under the scrolling part, always to be seen. */
  readonly foot?: ReactNode;
  /** What scrolls, for voices. */
  readonly label: string;
  readonly children: ReactNode;
};

export function PicturePage(props: PicturePageProps) {
  const { cover, photo, above, title, long = false, text, acts, foot, label, children } = props;
  return (
    <div className="picture-page">
      <div className="titled-picture picture-page-picture">
        <Landscape of={cover} photo={photo} titled />
        {photo && (
          <>
            <LookButton picture={photo} />
            <PhotoCredit of={photo} />
          </>
        )}
        <div className="picture-page-words">
          {above !== undefined && (
            <div className="picture-page-above">
              <Ruby>{above}</Ruby>
            </div>
          )}
          <h1 className="picture-page-title" data-long={long}>
            <Ruby>{title}</Ruby>
          </h1>
          {text !== undefined && text !== null && (
            <p className="picture-page-text">
              <Ruby>{text}</Ruby>
            </p>
          )}
          {acts !== undefined && <div className="picture-page-acts">{acts}</div>}
        </div>
      </div>
      <div className="picture-page-side">
        <ScrollArea label={label} name="side">
          {children}
        </ScrollArea>
        {foot !== undefined && <div className="picture-page-foot">{foot}</div>}
      </div>
    </div>
  );
}
