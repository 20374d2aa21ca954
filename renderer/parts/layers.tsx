/**
 * What lies over the page: it takes the room of header and page, the bar with its ways back stays. While it is
 * there it is the main part of the screen; the page below is inert.
 */
import { useEffect, useId, useRef } from 'react';
import { assertNever } from '../door.ts';
import { type Layer, PlaceContext, useTrail } from '../navigation.ts';
import './layers.css';
import { partOf } from './part.tsx';

const PICTURES = partOf(() => import('./pictures-view.tsx').then((m) => m.PicturesView), null);
const TAKE_HOME = partOf(() => import('./take-home-view.tsx').then((m) => m.TakeHomeView), null);
const WHEN = partOf(() => import('./when-view.tsx').then((m) => m.WhenView), null);

/** Loads each the code of one layer: no start needs them. */
export const LAYER_PARTS = [PICTURES.load, TAKE_HOME.load, WHEN.load] as const;

export function Layers() {
  const place = useTrail().at(-1);
  if (place?.layer === undefined) return null;
  return (
    <PlaceContext value={place}>
      <Lying key={place.id} layer={place.layer} />
    </PlaceContext>
  );
}

/** Takes the focus, and gives it back to what opened it. */
function Lying({ layer }: { readonly layer: Layer }) {
  const title = useId();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus({ preventScroll: true });
    return () => {
      // The page is still inert while this one leaves.
      if (before instanceof HTMLElement) requestAnimationFrame(() => before.focus({ preventScroll: true }));
    };
  }, []);
  return (
    <main ref={box} className="layer" tabIndex={-1} aria-labelledby={title}>
      <Drawn layer={layer} title={title} />
    </main>
  );
}

/** @param title id for the heading that names the layer */
function Drawn({ layer, title }: { readonly layer: Layer; readonly title: string }) {
  switch (layer.kind) {
    case 'pictures':
      return <PICTURES.Show titleId={title} pictures={layer.pictures} first={layer.at} />;
    case 'take-home':
      return <TAKE_HOME.Show titleId={title} title={layer.title} url={layer.url} lang={layer.lang} />;
    case 'when':
      return <WHEN.Show titleId={title} span={layer.span} day={layer.day} />;
    default:
      return assertNever(layer);
  }
}
