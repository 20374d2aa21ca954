/** How the table says things, on a screen, in a spreadsheet and on paper. */
import { SYNC_REFUSAL_CODES } from '../pack/sync-refusal.ts';
import type { Cell, KioskRow } from './coverage.ts';

const STATES: Readonly<Record<string, string>> = {
  updated: '新しくしました',
  mended: '足りないものを補いました',
  unchanged: '新しい内容はありませんでした',
  held: '前の内容のままです（職員が戻したため）',
};

/** How the last import ended. */
export function outcomeWords(outcome: string): string {
  const known: readonly string[] = SYNC_REFUSAL_CODES;
  return STATES[outcome] ?? (known.includes(outcome) ? `取り込めませんでした（${outcome}）` : outcome);
}

/** `2026-04-01 12:00`, with a mark where the kiosk's clock was not believed. */
export function whenWords({ at, clockBelieved }: Pick<KioskRow, 'at' | 'clockBelieved'>): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)}${clockBelieved ? '' : '（時計が正しくありません）'}`;
}

export function cellState(cell: Cell | null): '最新' | '古い版' | 'ありません' {
  if (cell === null) return 'ありません';
  return cell.isNewest ? '最新' : '古い版';
}

/** First digits of the kiosk's id: enough to tell the kiosks of a hall apart. */
export function shortId(kioskId: string): string {
  return kioskId.slice(0, 8);
}
