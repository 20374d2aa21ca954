/** zod's complaints as sentences for staff. Messages of our own shapes are Japanese already. */
import type { z } from 'zod';

/** What staff would call the kinds of values that zod expects. */
const KINDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数',
  int: '整数',
  boolean: 'true か false',
  array: '「- 」で始まるリスト',
  object: '項目の集まり',
};

export function inJapanese(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      // zod tells a missing value from a wrong one in its message only.
      return issue.message.endsWith('received undefined')
        ? 'がありません。書いてください'
        : `値の種類が違います（${KINDS[issue.expected] ?? issue.expected}が必要です）`;
    case 'invalid_value':
      return chooseOne(issue.values);
    case 'unrecognized_keys':
      return `${ours(issue.message) ?? '知らない項目です'}: ${issue.keys.join('、')}`;
    case 'too_small':
      return ours(issue.message) ?? limit(issue, issue.minimum, '以上に', 'より大きく');
    case 'too_big':
      return ours(issue.message) ?? limit(issue, issue.maximum, '以下に', 'より小さく');
    case 'invalid_union':
      return ours(issue.message) ?? chooseOne('options' in issue ? issue.options : undefined);
    default:
      return ours(issue.message) ?? '書き方が正しくありません';
  }
}

function ours(message: string): string | undefined {
  return /[ぁ-ん]/.test(message) ? message : undefined;
}

type Limit = {
  readonly origin: string;
  readonly exact?: boolean | undefined;
  readonly inclusive?: boolean | undefined;
};

function limit(
  { origin, exact, inclusive }: Limit,
  value: number | bigint,
  included: string,
  without: string,
): string {
  const amount = `${value}${origin === 'array' ? '件' : origin === 'string' ? '字' : ''}`;
  if (exact) return `ちょうど${amount}にしてください`;
  return `${amount}${inclusive === false ? without : included}してください`;
}

function chooseOne(values: unknown): string {
  const known = Array.isArray(values) ? `。使える値: ${values.map(String).join('、')}` : '';
  return `決められた値ではありません${known}`;
}
