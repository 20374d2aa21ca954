/**
 * The unlock note: a signed file on a stick with which staff of one hall may set a new PIN once, in place of
 * a terminal (content/README.md, section 9). Shared by whoever signs it, checks it and speaks of it.
 */

/** At the top of the stick. */
export const UNLOCK_FILE = 'renkei-unlock.json';
export const UNLOCK_TYPE = 'renkei-unlock';
/** The role of the root whose keys sign it: whoever may sign what a hall shows. */
export const UNLOCK_ROLE = 'targets';
export const MAX_UNLOCK_BYTES = 16_384;
/** Longer ones are neither signed nor taken. */
export const MAX_UNLOCK_DAYS = 30;

/** What a note says, proven. */
export type UnlockNote = {
  /** 32 hex digits; a kiosk takes each once. */
  readonly id: string;
  /** Id of the one hall it is for. */
  readonly venueId: string;
  /** UTC milliseconds. */
  readonly expiresMs: number;
};

export const UNLOCK_REFUSAL_CODES = [
  /** Cannot be read as a note: cut off, flipped bits, tricks with JSON, a life longer than is allowed. */
  'unlock-damaged',
  /** Not signed by enough of the keys our root names, or changed afterwards. */
  'unlock-unknown-signer',
  /** For another hall. */
  'unlock-foreign',
  'unlock-expired',
  /** A PIN was set with it before. */
  'unlock-used',
  /** The date of this machine cannot be right, so nothing can be judged by it. */
  'unlock-clock',
  /** This kiosk knows no root of trust yet. */
  'unlock-untrusting',
] as const;

export type UnlockRefusalCode = (typeof UNLOCK_REFUSAL_CODES)[number];

const WORDS: { readonly [Code in UnlockRefusalCode]: string } = {
  'unlock-damaged':
    'USBメモリの解錠キーが壊れていて読めません。事務局でもう一度USBメモリに書いてもらってください。',
  'unlock-unknown-signer':
    'USBメモリの解錠キーは、事務局の署名ではないため使えません。事務局に確かめてください。',
  'unlock-foreign': 'USBメモリの解錠キーは、別の会場のものです。この会場の解錠キーを使ってください。',
  'unlock-expired':
    'USBメモリの解錠キーは、期限が切れています。事務局に新しいものをつくってもらってください。',
  'unlock-used':
    'USBメモリの解錠キーは、この端末でもう使われています。事務局に新しいものをつくってもらってください。',
  'unlock-clock':
    'この端末の日付が正しくないため、解錠キーを確かめられません。日付を直してから、もう一度行ってください。',
  'unlock-untrusting':
    'この端末は署名つきの内容をまだ受け取っていないため、解錠キーを確かめられません。端末で renkei-kiosk --set-pin を行ってください。',
};

/** One or two sentences in Japanese: what is wrong, and what to do. */
export function unlockWords(code: UnlockRefusalCode): string {
  return WORDS[code];
}
