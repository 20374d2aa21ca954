/** Small things that several verbs say. */

import type { SyncRefusal } from '../pack/sync-refusal.ts';
import { refusalWords } from '../pack/sync-words.ts';
import { PublishRefused, publishRefusalWords } from '../publish/refusal.ts';
import type { SyncProgress } from '../sync/progress.ts';
import type { Terminal } from './main.ts';

/** `1.23MB` */
export function size(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1_000)}KB`;
  return bytes < 1_000_000_000
    ? `${(bytes / 1_000_000).toFixed(1)}MB`
    : `${(bytes / 1_000_000_000).toFixed(2)}GB`;
}

/** Day in Tokyo, `2026年4月1日`. */
export function day(ms: number): string {
  return new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long', timeZone: 'Asia/Tokyo' }).format(ms);
}

/** `第3版→第4版`, `第1版（新規）`, `取り下げ` */
export function change(from: number | null, to: number | null): string {
  if (to === null) return '取り下げ';
  return from === null ? `第${to}版（新規）` : `第${from}版→第${to}版`;
}

/** Says why not, for staff first and then for the log. */
export function sayRefusal(terminal: Terminal, refusal: SyncRefusal): void {
  terminal.err(refusalWords(refusal));
  terminal.err(`（${refusal.code}${refusal.detail === '' ? '' : `: ${refusal.detail}`}）`);
}

/** Runs a verb that signs; its refusals become a sentence and exit code 1. */
export async function refusing(terminal: Terminal, finish: (code: number) => void, act: () => Promise<void>) {
  try {
    await act();
    finish(0);
  } catch (error) {
    if (!(error instanceof PublishRefused)) throw error;
    terminal.err(publishRefusalWords(error));
    if (error.detail !== '') terminal.err(`（${error.code}: ${error.detail}）`);
    finish(1);
  }
}

const STAGES: { readonly [Stage in SyncProgress['stage']]: string } = {
  checking: '署名を確かめています',
  packs: 'パック',
  media: '画像と動画',
  activating: '切りかえています',
};

/**
 * Shows progress: one line written over on a screen, else a line for each tenth.
 *
 * @param names of stages that mean something else here
 */
export function makeProgressLine(
  terminal: Terminal,
  names: Partial<typeof STAGES> = {},
): (progress: SyncProgress) => void {
  let last = '';
  let shown = false;
  return (progress) => {
    const { stage, bytesDone, bytesTotal, filesDone, filesTotal, bytesPerSecond, secondsLeft } = progress;
    if (filesTotal === 0 && (stage === 'packs' || stage === 'media')) return;
    const share = bytesTotal === 0 ? 1 : bytesDone / bytesTotal;
    const step = `${stage} ${terminal.live ? `${bytesDone} ${filesDone}` : Math.floor(share * 10)}`;
    if (step === last) return;
    last = step;
    const counts =
      filesTotal === 0 ? '' : ` ${filesDone}/${filesTotal}件 ${size(bytesDone)}/${size(bytesTotal)}`;
    const speed = filesTotal === 0 || bytesPerSecond === 0 ? '' : ` 毎秒${size(bytesPerSecond)}`;
    const left = secondsLeft === null || filesTotal === 0 ? '' : ` あと約${secondsLeft}秒`;
    const over = terminal.live && shown ? '\u001b[1A\u001b[2K' : '';
    shown = true;
    terminal.err(`${over}${names[stage] ?? STAGES[stage]}${counts}${speed}${left}`);
  };
}
