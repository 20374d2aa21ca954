/** A big drawn button: cover, icon in a disc, title and a line of words at its foot. Home and the cases use it. */
import type { ReactNode } from 'react';
import type { Route } from '../../main/ipc/contract.ts';
import type { CoverSpec, CoverSubject } from '../covers/index.ts';
import { go } from '../navigation.ts';
import { Cover } from './cover.tsx';
import { Icon, type IconOf } from './icon.tsx';
import './tile.css';
import { Ruby } from './ruby.tsx';

export type TileProps = {
  readonly to: Route;
  readonly cover: CoverSubject | CoverSpec;
  readonly icon: IconOf;
  readonly title: ReactNode;
  readonly note?: ReactNode;
};

export function Tile({ to, cover, icon, title, note }: TileProps) {
  return (
    <button type="button" className="titled-picture tile" onClick={() => go(to)}>
      <span className="tile-cover">
        <Cover of={cover} titled />
      </span>
      <span className="tile-icon">
        <Icon of={icon} size={1.5} />
      </span>
      <span className="tile-words">
        <span className="tile-title">
          <Ruby>{title}</Ruby>
        </span>
        {note !== undefined && note !== null && (
          <span className="tile-note">
            <Ruby>{note}</Ruby>
          </span>
        )}
      </span>
    </button>
  );
}
