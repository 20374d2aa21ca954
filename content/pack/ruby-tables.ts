/** Readings of the Japanese texts of a pack, as marked texts (`ruby.ts`). */
import { keyed, type TableStatement } from './tables.ts';

export const RUBY_TABLES: readonly TableStatement[] = [
  keyed(
    'ruby',
    `  ruby_key TEXT PRIMARY KEY, -- SHA-256 of the text, its first 24 hexadecimal digits
  marked TEXT NOT NULL`,
  ),
];
