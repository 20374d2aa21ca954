/**
 * Pictures as large as the screen lets them be, one at a time, with buttons for everything: next, previous,
 * larger, back. Enlarged, the picture is moved by four buttons; a finger may drag it as well.
 */
import { ArrowDownIcon } from '@phosphor-icons/react/dist/csr/ArrowDown';
import { ArrowLeftIcon } from '@phosphor-icons/react/dist/csr/ArrowLeft';
import { ArrowRightIcon } from '@phosphor-icons/react/dist/csr/ArrowRight';
import { ArrowUpIcon } from '@phosphor-icons/react/dist/csr/ArrowUp';
import { CaretLeftIcon } from '@phosphor-icons/react/dist/csr/CaretLeft';
import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight';
import { MagnifyingGlassMinusIcon } from '@phosphor-icons/react/dist/csr/MagnifyingGlassMinus';
import { MagnifyingGlassPlusIcon } from '@phosphor-icons/react/dist/csr/MagnifyingGlassPlus';
import { XCircleIcon } from '@phosphor-icons/react/dist/csr/XCircle';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { PictureView } from '../../content/pack/media-views.ts';
import { goBack, useKept } from '../navigation.ts';
import { useWords } from '../words/index.ts';
import { Button } from './button.tsx';
import type { IconOf } from './icon.tsx';
import { Photo, PhotoCredit } from './photo.tsx';
import './pictures-view.css';
import { Ruby } from './ruby.tsx';

export type PicturesViewProps = {
  readonly titleId: string;
  readonly pictures: readonly PictureView[];
  /** Index of the first one shown. */
  readonly first: number;
};

export function PicturesView({ titleId, pictures, first }: PicturesViewProps) {
  const t = useWords();
  const [at, setAt] = useKept('picture', first);
  const picture = pictures[at];
  if (picture === undefined) return null;
  return (
    <LargePicture
      key={picture.id}
      picture={picture}
      title={
        <h1 id={titleId} className="pictures-title">
          {pictures.length > 1 && <span>{t('picture.of', { at: at + 1, total: pictures.length })}</span>}
          <span lang={picture.lang} className="pictures-alt">
            <Ruby>{picture.alt}</Ruby>
          </span>
        </h1>
      }
      foot={<PhotoCredit of={picture} />}
      previous={at > 0 ? () => setAt(at - 1) : null}
      next={at + 1 < pictures.length ? () => setAt(at + 1) : null}
      onClose={goBack}
    />
  );
}

export type LargePictureProps = {
  readonly picture: PictureView;
  readonly title: ReactNode;
  readonly foot?: ReactNode;
  /** Null: there is none before or after. Both null: a lone picture, without these buttons. */
  readonly previous: (() => void) | null;
  readonly next: (() => void) | null;
  /** What the two buttons say; default: pictures. */
  readonly ways?: { readonly previous: string; readonly next: string } | undefined;
  /** Left out where the way back of the bar is the way out. */
  readonly onClose?: (() => void) | undefined;
};

/** How much larger a touch makes it. */
const ZOOMS = [1, 2, 3] as const;

/** Share of the box one press moves. */
const STEP = 0.5;

export function LargePicture(props: LargePictureProps) {
  const { picture, title, foot, previous, next, ways, onClose } = props;
  const t = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useKept<number>(`zoom ${picture.id}`, 1);
  const larger = ZOOMS.find((each) => each > zoom);
  // Enlarged it shows its middle; from there one moves.
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null || zoom === 1) return;
    current.scrollLeft = (current.scrollWidth - current.clientWidth) / 2;
    current.scrollTop = (current.scrollHeight - current.clientHeight) / 2;
  }, [zoom]);
  const move = (x: number, y: number) => {
    const { current } = box;
    current?.scrollBy({
      left: x * current.clientWidth * STEP,
      top: y * current.clientHeight * STEP,
      behavior: 'smooth',
    });
  };
  return (
    <div className="pictures">
      {title}
      <div ref={box} className="pictures-box" data-zoom={zoom} tabIndex={zoom > 1 ? 0 : undefined}>
        <Photo of={picture} sizes={`${zoom * 100}vw`} />
      </div>
      <div className="pictures-foot">{foot}</div>
      <div className="pictures-buttons">
        {(previous !== null || next !== null) && (
          <>
            <Act icon={CaretLeftIcon} onPress={previous}>
              {ways?.previous ?? t('picture.previous')}
            </Act>
            <Act icon={CaretRightIcon} onPress={next}>
              {ways?.next ?? t('picture.next')}
            </Act>
          </>
        )}
        <Act
          icon={larger === undefined ? MagnifyingGlassMinusIcon : MagnifyingGlassPlusIcon}
          onPress={() => setZoom(larger ?? 1)}
        >
          {t(larger === undefined ? 'picture.smaller' : 'picture.larger')}
        </Act>
        {zoom > 1 && (
          <>
            <Move icon={ArrowLeftIcon} label={t('picture.left')} onPress={() => move(-1, 0)} />
            <Move icon={ArrowUpIcon} label={t('picture.up')} onPress={() => move(0, -1)} />
            <Move icon={ArrowDownIcon} label={t('picture.down')} onPress={() => move(0, 1)} />
            <Move icon={ArrowRightIcon} label={t('picture.right')} onPress={() => move(1, 0)} />
          </>
        )}
        {onClose && (
          <Button kind="main" icon={XCircleIcon} onPress={onClose}>
            {t('close')}
          </Button>
        )}
      </div>
    </div>
  );
}

type ActProps = {
  readonly icon: IconOf;
  readonly onPress: (() => void) | null;
  readonly children: ReactNode;
};

/** Keeps its place when there is nothing to do. */
function Act({ icon, onPress, children }: ActProps) {
  return (
    <Button icon={icon} disabled={onPress === null} onPress={() => onPress?.()}>
      {children}
    </Button>
  );
}

type MoveProps = { readonly icon: IconOf; readonly label: string; readonly onPress: () => void };

function Move({ icon, label, onPress }: MoveProps) {
  return <Button icon={icon} label={label} onPress={onPress} />;
}
