/**
 * What every page puts around itself. Says the title (header, window, voice) and gives the page its
 * room; header and bar belong to `frame.tsx` and stay where they are from page to page.
 */
import { type ReactNode, useLayoutEffect } from 'react';
import type { CoverSubject } from '../covers/index.ts';
import { watched } from '../value.ts';
import './screen.css';
import { ScrollArea } from './scroll-area.tsx';

export type Titled = {
  readonly text: string;
  /** True: the header shows it and is the page's h1. False: the page has an h1, the header the program's name. */
  readonly heading: boolean;
  /** What the quiet picture of reach mode shows; default: something by the page's name. */
  readonly cover?: CoverSubject | undefined;
};

/** The title of the page shown; the header draws it. */
export const titled = watched<Titled>({ text: '', heading: true });

export type ScreenProps = {
  readonly title: string;
  /** The page brings its own `<h1>` (a town's name on its picture). Default: the header's title is it. */
  readonly ownHeading?: boolean | undefined;
  /** The cover of what the page is about. */
  readonly cover?: CoverSubject | undefined;
  /** `page` (default): everything in one ScrollArea. `none`: the page fills the room itself. */
  readonly scroll?: 'page' | 'none' | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

export function Screen(props: ScreenProps) {
  const { title, ownHeading = false, cover, scroll = 'page', className, children } = props;
  // As text: callers may pass a fresh object on every draw.
  const coverText = cover && JSON.stringify(cover);
  useLayoutEffect(() => {
    const shown = coverText === undefined ? undefined : (JSON.parse(coverText) as CoverSubject);
    titled.set({ text: title, heading: !ownHeading, cover: shown });
  }, [title, ownHeading, coverText]);
  const classes = ['page', className].filter(Boolean).join(' ');
  if (scroll === 'none') return <div className={classes}>{children}</div>;
  return (
    <ScrollArea label={title} name="page" className="page-scroll">
      <div className={classes}>{children}</div>
    </ScrollArea>
  );
}
