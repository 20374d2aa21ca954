/**
 * Pictures and films as the screen gets them. Every file is `media://blob/<id>`, where `id` is the SHA-256
 * of the file in hex. Where a view holds no picture, the drawn cover takes its place.
 */
import type { Lang } from './lang.ts';

/** One file of a picture; the scene is the same in all of them. */
export type PictureSource = {
  readonly id: string;
  readonly mime: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
};

/** What must stay visible when the picture is cropped: 0,0 is top left, 1,1 bottom right. */
export type Focus = { readonly x: number; readonly y: number };

type Described = {
  /** What is to be seen, for those who cannot see it. */
  readonly alt: string;
  /** Who made it: shown beside it. */
  readonly credit: string;
  /** On which terms it is shown: `鶴居村提供`, `CC BY 4.0`. */
  readonly licence: string;
  /** Language of `alt`. */
  readonly lang: Lang;
};

export type PictureView = Described & {
  readonly kind: 'picture';
  /** The widest source, for those that want one file only. */
  readonly id: string;
  readonly mime: string;
  readonly width: number;
  readonly height: number;
  /** Narrowest first, for `srcset`; at least one. */
  readonly sources: readonly PictureSource[];
  /** `#rrggbb`; fills the place until the picture is there. */
  readonly colour: string;
  /** ThumbHash in base64 (`thumbhash`, `thumbHashToDataURL`): a blurred likeness to show at once. */
  readonly thumbHash: string;
  /** For `object-position`; null: the middle. */
  readonly focus: Focus | null;
};

/** A picture of an article's text: `![words](picture:<name>)` in `ArticleView.body` asks for it. */
export type BodyPictureView = PictureView & { readonly name: string };

export type CueView = { readonly startMs: number; readonly endMs: number; readonly text: string };

/** Captions in one language, by start. */
export type CaptionsView = { readonly lang: Lang; readonly cues: readonly CueView[] };

export type FilmView = Described & {
  readonly kind: 'film';
  readonly id: string;
  /** `video/mp4` or `video/webm`. */
  readonly mime: string;
  readonly width: number;
  readonly height: number;
  readonly durationMs: number;
  readonly poster: PictureView;
  /** The wanted language first, then Japanese, then the others; never empty. */
  readonly captions: readonly CaptionsView[];
};

export type MediaView = PictureView | FilmView;

/** A page of the printed newsletter. */
export type IssuePageView = {
  /** Counted from 1. */
  readonly page: number;
  readonly picture: PictureView;
  /** What is printed on it, Japanese: for voices and for the text beside the picture. */
  readonly words: string;
};
