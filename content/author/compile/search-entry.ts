/** One thing a visitor may look for, in all its languages at once. */
import { LANGS } from '../../pack/lang.ts';
import type { SearchHit } from '../../pack/views.ts';
import type { Texts } from '../shapes.ts';

export type Entry = {
  readonly kind: SearchHit['kind'];
  readonly key: string;
  /** The town or ward whose page shows it; left out where it has none. */
  readonly code?: string;
  /** Larger comes first among equals. */
  readonly weight: number;
  readonly title: Texts;
  readonly body: Texts;
  /** Hiragana of the Japanese title; left out where it is not known but read from a dictionary. */
  readonly kana?: string;
  /** Names it is found by but not shown with: romaji. */
  readonly readings: readonly string[];
  /** What people say for its name: 釧路 and くしろ for 釧路市. */
  readonly stems: readonly string[];
};

export const NOTHING: Texts = { ja: '' };

/** Joins texts language by language; a language counts when any of the texts has it. */
export function joinTexts(list: readonly Texts[]): Texts {
  const joined: Record<string, string> = {};
  for (const lang of LANGS) {
    const parts = list.flatMap((texts) => texts[lang] ?? []);
    if (parts.length > 0) joined[lang] = parts.filter((part) => part !== '').join(' ');
  }
  return { ja: '', ...joined };
}

/** Markdown marks are not words. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/^[#>\-*\s]+/gm, '')
    .replace(/[*_`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
