/**
 * A part of the screen that scrolls and says so: the cut edge fades, and up and down buttons stand at
 * its lower right while there is more. Dragging works too, but nobody needs it. The place is kept for
 * the way back.
 */
import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown';
import { CaretUpIcon } from '@phosphor-icons/react/dist/csr/CaretUp';
import { type ReactNode, useCallback, useContext, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Place, PlaceContext } from '../navigation.ts';
import { useWords } from '../words/index.ts';
import { Icon } from './icon.tsx';
import './scroll-area.css';

export type ScrollAreaProps = {
  /** What it holds, for voices. */
  readonly label: string;
  /** Unique on the page: under this name the position is kept. */
  readonly name: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

type Edges = { readonly above: boolean; readonly below: boolean };
const NO_EDGES: Edges = { above: false, below: false };

/** Share of the visible height one press moves: a line or two stay to hold on to. */
const STEP = 0.8;

export function ScrollArea({ label, name, className, children }: ScrollAreaProps) {
  const t = useWords();
  const box = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const [edges, setEdges] = useState(NO_EDGES);
  useKeptScroll(box, name);

  const look = useCallback(() => {
    const { current } = box;
    if (current === null) return;
    // Fractions of a pixel are not "more".
    const above = current.scrollTop > 2;
    const below = current.scrollTop + current.clientHeight < current.scrollHeight - 2;
    setEdges((was) => (was.above === above && was.below === below ? was : { above, below }));
  }, []);

  useEffect(() => {
    const observer = new ResizeObserver(look);
    if (box.current) observer.observe(box.current);
    if (inner.current) observer.observe(inner.current);
    return () => observer.disconnect();
  }, [look]);

  const move = (direction: 1 | -1) => {
    const { current } = box;
    current?.scrollBy({ top: direction * current.clientHeight * STEP, behavior: 'smooth' });
  };
  const scrolls = edges.above || edges.below;
  // Once there, the rail keeps its room: a page that fits without it and not with it would flicker.
  const rail = useRef(false);
  rail.current ||= scrolls;
  return (
    <div
      className={['scroll-area', className].filter(Boolean).join(' ')}
      data-above={edges.above}
      data-below={edges.below}
    >
      {/* A group, not a landmark: a page and a part of it may well have the same name. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what one fills in. */}
      <div
        ref={box}
        className="scroll-box"
        role="group"
        aria-label={label}
        // What scrolls must be scrollable by keyboard.
        tabIndex={scrolls ? 0 : undefined}
        onScroll={look}
      >
        <div ref={inner} className="scroll-inner">
          {children}
        </div>
      </div>
      {rail.current && (
        <div className="scroll-rail">
          {scrolls && (
            <>
              <ScrollButton
                label={t('scroll.up')}
                icon={CaretUpIcon}
                off={!edges.above}
                onPress={() => move(-1)}
              />
              <ScrollButton
                label={t('scroll.down')}
                icon={CaretDownIcon}
                off={!edges.below}
                onPress={() => move(1)}
              />
            </>
          )}
        </div>
      )}
    </div>
  );
}

type ScrollButtonProps = {
  readonly label: string;
  readonly icon: typeof CaretUpIcon;
  readonly off: boolean;
  readonly onPress: () => void;
};

/** `aria-disabled` instead of `disabled`: at the end the focus stays on the button. */
function ScrollButton({ label, icon, off, onPress }: ScrollButtonProps) {
  return (
    <button type="button" className="scroll-button" aria-label={label} aria-disabled={off} onClick={onPress}>
      <Icon of={icon} weight="bold" size={1.2} />
    </button>
  );
}

const keyOf = (name: string): string => `scroll ${name}`;

/** How far down the visitor left the area of this name at this place, CSS pixels. */
export function keptScroll({ kept }: Place, name: string): number {
  return Number(kept.get(keyOf(name)) ?? 0);
}

/** Puts the box where it was when the visitor left this place, and remembers where they leave it. */
function useKeptScroll(box: { readonly current: HTMLDivElement | null }, name: string) {
  const place = useContext(PlaceContext);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null || place === null) return;
    current.scrollTop = keptScroll(place, name);
    const keep = () => place.kept.set(keyOf(name), current.scrollTop);
    current.addEventListener('scroll', keep, { passive: true });
    return () => current.removeEventListener('scroll', keep);
  }, [box, name, place]);
}
