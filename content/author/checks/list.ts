/** All checks together, as data, as lines for the screen and as a page. */
import { MEDIA_CHECKS } from './media-registry.ts';
import { READING_CHECKS } from './reading-registry.ts';
import { type CheckEntry, SOURCE_CHECKS } from './registry.ts';

export const CHECKS: Readonly<Record<string, CheckEntry>> = {
  ...SOURCE_CHECKS,
  ...MEDIA_CHECKS,
  ...READING_CHECKS,
};

function levelOf({ severity }: CheckEntry): string {
  return severity === 'error' ? 'エラー' : '注意';
}

/** What `renkei check --list` says. */
export function checkLines(): readonly string[] {
  return [
    'エラーがあるとつくれません。注意は、つくれますが直すとよくなります。',
    '',
    ...Object.entries(CHECKS).flatMap(([id, entry]) => [
      `${levelOf(entry)} [${id}] ${entry.what}`,
      `    わけ: ${entry.why}`,
      `    直しかた: ${entry.fix}`,
    ]),
  ];
}

/** `checks.md`, made anew by `npx renkei check --list --markdown`. */
export function checksPage(): string {
  const rows = Object.entries(CHECKS).map(
    ([id, entry]) => `| \`${id}\` | ${levelOf(entry)} | ${entry.what} | ${entry.why} | ${entry.fix} |`,
  );
  return `${[
    '# 原稿の調べ',
    '',
    '`renkei check` が調べることの一覧です。エラーがあるとパックはつくれません。注意は、つくれますが直すとよくなります。',
    'この表は `npx renkei check --list --markdown` で作り直します。手で直しません。',
    '',
    '| 番号 | | 調べること | わけ | 直しかた |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')}\n`;
}
