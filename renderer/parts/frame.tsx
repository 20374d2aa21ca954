/**
 * The frame of every screen. Top: mark, title, hall and day. Bottom: the ways back always at the left,
 * help always at the right. In reach mode a quiet picture takes the upper part and everything that can
 * be touched lies below it.
 */
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { todayText } from '../dates.ts';
import { useKiosk } from '../kiosk.ts';
import { here, useTrail } from '../navigation.ts';
import { useSettings } from '../settings.ts';
import { useWatched } from '../value.ts';
import { useWords } from '../words/index.ts';
import './frame.css';
import { FrameBar } from './frame-bar.tsx';
import { Landscape } from './landscape.tsx';
import { Layers } from './layers.tsx';
import { Mark } from './mark.tsx';
import { Ruby } from './ruby.tsx';
import { titled } from './screen.tsx';
import { Skeleton } from './skeleton.tsx';

export type FrameProps = {
  /** A line for staff above the page, where something is wrong. */
  readonly notice?: ReactNode;
  /** The place whose page stands in it. */
  readonly shownId: number;
  /** The next page is being made; it lies over what still stands. */
  readonly coming: boolean;
  readonly children: ReactNode;
};

export function Frame({ notice, shownId, coming, children }: FrameProps) {
  const { reach } = useSettings();
  const layered = useTrail().at(-1)?.layer !== undefined;
  return (
    <div className="frame">
      {reach && <ReachPicture />}
      <Header />
      <Main covered={layered} id={shownId}>
        {notice}
        {children}
      </Main>
      {coming && (
        <div className="frame-coming">
          <Skeleton shape="picture" />
        </div>
      )}
      <Layers />
      <FrameBar />
    </div>
  );
}

type MainProps = {
  readonly covered: boolean;
  readonly id: number;
  readonly children: ReactNode;
};

/** Takes the focus when another page comes, so that the voice and the keyboard start there. */
function Main({ covered, id, children }: MainProps) {
  const main = useRef<HTMLElement>(null);
  const first = useRef<number | undefined>(id);
  useEffect(() => {
    if (first.current === id) return;
    first.current = undefined;
    // A page may have put the focus where it begins: into the search field.
    if (main.current?.contains(document.activeElement)) return;
    main.current?.focus({ preventScroll: true });
  }, [id]);
  return (
    <main ref={main} className="frame-main" tabIndex={-1} inert={covered}>
      {children}
    </main>
  );
}

function Header() {
  const t = useWords();
  const { reach } = useSettings();
  const { text, heading } = useWatched(titled);
  const home = useTrail().length === 1;
  const Title = heading ? 'h1' : 'p';
  useEffect(() => {
    document.title = text === t('title') || text === '' ? t('title') : `${text} – ${t('title')}`;
  }, [text, t]);
  return (
    <header className={reach ? 'only-for-voice' : 'frame-header'}>
      <Mark />
      <Title className="frame-title">
        <Ruby>{heading ? text : t('title')}</Ruby>
      </Title>
      <HallAndDay long={home} />
    </header>
  );
}

/** `荒川区役所 1階ホール ・ 11月22日(日)`. */
function HallAndDay({ long }: { readonly long: boolean }) {
  const { lang } = useSettings();
  const kiosk = useKiosk();
  if (kiosk.state !== 'ready') return <p className="frame-hall" />;
  const { venue, today } = kiosk.value;
  return (
    <p className="frame-hall" data-long={long}>
      {venue.name !== '' && (
        <span className="frame-hall-name">
          <Ruby>{venue.name}</Ruby>
        </span>
      )}
      <time dateTime={today}>
        <Ruby>{todayText(today, lang)}</Ruby>
      </time>
    </p>
  );
}

/** The upper part in reach mode: nothing to touch, only where one is. */
function ReachPicture() {
  const { text, heading, cover } = useWatched(titled);
  const seed = here().route.page;
  const shown = useMemo(() => cover ?? { seed }, [cover, seed]);
  return (
    <div className="frame-reach" aria-hidden="true">
      <Landscape of={shown} titled={heading} />
      {heading && <p className="frame-reach-title">{text}</p>}
    </div>
  );
}
