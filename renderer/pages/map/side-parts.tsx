/** What the lists beside the map are made of: their head, and one row. */
import type { ReactNode } from 'react';
import { Ruby } from '../../parts/ruby.tsx';

/** Names the side; whoever draws it says `aria-labelledby="map-side-title"`. */
export function SideTitle({ title, note }: { readonly title: string; readonly note: string }) {
  return (
    <div className="map-side-head">
      <h2 id="map-side-title">
        <Ruby>{title}</Ruby>
      </h2>
      <p>
        <Ruby>{note}</Ruby>
      </p>
    </div>
  );
}

export type MapRowProps = {
  readonly name: string;
  readonly note?: ReactNode;
  readonly onPress: () => void;
};

export function MapRow({ name, note, onPress }: MapRowProps) {
  return (
    <button type="button" className="row-button map-row" onClick={onPress}>
      <span className="map-row-name">
        <Ruby>{name}</Ruby>
      </span>
      {note !== undefined && <span className="map-row-note">{note}</span>}
    </button>
  );
}
