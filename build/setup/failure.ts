/** What can stop us from setting up, starting or packaging. One closed list; decided by `code`, never by words. */

export type FailureCode =
  /** The path given by the user is not there or cannot be executed. */
  | 'runtime-missing'
  /** The binary is there, but does not answer as an Electron. */
  | 'runtime-silent'
  /** No runtime exists for this kind of machine. */
  | 'runtime-platform'
  /** Neither source could be downloaded. */
  | 'runtime-download'
  /** What was downloaded is not the pinned file, byte for byte. */
  | 'runtime-hash'
  /** The verified file could not be unpacked or adapted. */
  | 'runtime-unpack'
  /** A runtime for development must not go to a hall. */
  | 'runtime-release'
  /** A tool that makes packages is missing or failed. */
  | 'package-tool'
  /** System libraries are missing and we may not or could not install them. */
  | 'libraries-missing'
  /** There is no screen and no virtual one can be had. */
  | 'display-missing'
  /** Electron started and ended, or never became ready. */
  | 'kiosk-died'
  /** Our own code could not be bundled. */
  | 'bundle'
  /** The content could not be built. */
  | 'data'
  /** The command was called wrongly. */
  | 'usage';

/** A failure that a person can do something about: printed as two lines, without a stack. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  /** What to do, ready to be shown; may hold a command to type. */
  readonly remedy: string;

  constructor(code: FailureCode, message: string, remedy: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.remedy = remedy;
  }
}

/** The two lines for the terminal. Anything but a `Failure` is our own fault and keeps its stack. */
export function describeFailure(error: unknown): string {
  if (error instanceof Failure) return `✗ ${error.message}\n  ${error.remedy.replaceAll('\n', '\n  ')}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
