/**
 * Where content comes from, as the importer sees it: a tree of files that may lie, stall or vanish.
 * `from-http.ts` and `from-folder.ts` are the two kinds; everything above this line is the same code
 * for a line and for a stick.
 */

/** A file of the source, opened at some byte. */
export type OpenedFile = {
  /** Size of the whole file as the source announces it; null when it does not say. */
  readonly sizeBytes: number | null;
  /** Where `chunks` begins: the byte that was asked for, or 0 where the source cannot start midway. */
  readonly offset: number;
  /**
   * The bytes from `offset` to the end. Ends early or throws `SourceGone` when the source vanishes.
   * Leaving the loop releases the file.
   */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Gives the file up; a loop that is reading it then ends with an error. */
  readonly close: () => void;
};

export type Source = {
  /** Address or folder, for staff and the log. */
  readonly name: string;
  /**
   * Opens a file.
   *
   * @param path   relative, with `/`; parts are percent-encoded where their characters need it
   * @param offset first byte wanted
   * @throws {SourceMissing} there is no such file
   * @throws {SourceGone} the source does not answer (any more)
   * @throws {SyncRefused} what answered is nothing we would read
   */
  readonly open: (path: string, offset: number, signal: AbortSignal) => Promise<OpenedFile>;
  /** Frees connections. The source can be opened again afterwards. */
  readonly close: () => void;
};

/** The source answers and has no such file. */
export class SourceMissing extends Error {
  override readonly name = 'SourceMissing';
}

/** No answer, or it broke off. Worth another try. */
export class SourceGone extends Error {
  override readonly name = 'SourceGone';
}

/** What a sync allows a source. All may be tightened in tests, none is ever unlimited. */
export type Limits = {
  /** A source that gives less than this … */
  readonly minBytesPerSecond: number;
  /** … for this long is given up (`too-slow`). */
  readonly slowForMs: number;
  /** Time for a connection and the head of an answer. */
  readonly answerMs: number;
  /** Files fetched at the same time. */
  readonly parallel: number;
  /** Times a broken transfer is taken up again without a byte gained. */
  readonly retries: number;
  /** Pause before the first retry; doubled for each further one. */
  readonly pauseMs: number;
  /** Room that must stay free on the disk of the data folder. */
  readonly floorBytes: number;
};

export const LIMITS: Limits = {
  minBytesPerSecond: 1_024,
  slowForMs: 60_000,
  answerMs: 15_000,
  parallel: 4,
  retries: 3,
  pauseMs: 500,
  floorBytes: 500_000_000,
};
