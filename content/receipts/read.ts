/**
 * Reads receipts that came back on sticks. Nobody signed them and anybody may have touched the stick, so
 * each is looked at closely; what cannot be read is named and the rest goes on.
 */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { MAX_RECEIPT_BYTES, RECEIPT_KIND, RECEIPT_VERSION, type Receipt } from '../pack/receipt.ts';
import { isDay, PACK_KINDS } from '../pack/types.ts';

/** One line of a table: no line breaks, no controls. */
const words = z
  .string()
  .max(300)
  .regex(/^[^\p{Cc}\u2028\u2029]*$/u);
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/);
const time = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00$/)
  .refine((text) => isDay(text.slice(0, 10)) && Number.isFinite(Date.parse(text)));

const RECEIPT = z.object({
  kind: z.literal(RECEIPT_KIND),
  version: z.literal(RECEIPT_VERSION),
  kioskId: z.string().regex(/^[0-9a-f]{8,64}$/),
  venueId: id,
  venueName: words,
  at: time,
  clockBelieved: z.boolean(),
  appVersion: words,
  setId: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  packs: z
    .array(
      z.object({
        packId: id,
        version: z.int().min(1),
        kind: z.enum(PACK_KINDS),
        date: z.string().refine(isDay).nullable(),
        title: words.nullable(),
      }),
    )
    .max(1_000),
  outcome: words,
  health: z.object({
    freeBytes: z.int().min(0).nullable(),
    uptimeSeconds: z.number().min(0),
    faults: z.array(z.object({ code: words, subject: words, detail: z.string() })).max(1_000),
  }),
  counts: z.record(z.string(), z.unknown()).nullable(),
});

/** @returns the receipt, or why the text is none, in Japanese */
export function parseReceipt(text: string): Receipt | string {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return '途中で切れているか、こわれています（JSONとして読めません）';
  }
  if (typeof raw !== 'object' || raw === null || Reflect.get(raw, 'kind') !== RECEIPT_KIND)
    return 'キオスクの受け取りの記録ではありません';
  if (Reflect.get(raw, 'version') !== RECEIPT_VERSION)
    return '新しい形式の記録です。この道具（renkei）を新しくしてください';
  const parsed = RECEIPT.safeParse(raw);
  // What zod has seen is JSON, and of the shape of a receipt.
  if (parsed.success) return parsed.data as Receipt;
  const [issue] = parsed.error.issues;
  return `「${issue?.path.join('.') ?? ''}」の値が正しくありません`;
}

/** A file that is no receipt, and why. */
export type Unusable = { readonly file: string; readonly why: string };

export type Found = {
  /** By file. */
  readonly receipts: readonly { readonly file: string; readonly receipt: Receipt }[];
  readonly unusable: readonly Unusable[];
};

/** A repository's own folders on a stick hold no receipts. */
const SKIPPED = new Set(['metadata', 'targets', 'blobs', 'node_modules']);
/** A folder of sticks of halls of receipts is deep enough. */
const MAX_DEPTH = 5;

/**
 * Reads every `.json` below some folders. Links are not followed.
 *
 * @throws the file system's error when a folder itself cannot be read
 */
export function findReceipts(folders: readonly string[]): Found {
  const receipts: { file: string; receipt: Receipt }[] = [];
  const unusable: Unusable[] = [];
  for (const folder of folders) {
    for (const file of jsonFiles(folder, 0)) {
      const name = folders.length === 1 ? relative(folder, file).split(sep).join('/') : file;
      const read = readOne(file);
      if (typeof read === 'string') unusable.push({ file: name, why: read });
      else receipts.push({ file: name, receipt: read });
    }
  }
  return { receipts, unusable };
}

function jsonFiles(folder: string, depth: number): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.name.startsWith('.')) return [];
      if (entry.isFile()) return /\.json$/i.test(entry.name) ? [path] : [];
      if (!entry.isDirectory() || SKIPPED.has(entry.name) || depth >= MAX_DEPTH) return [];
      return jsonFiles(path, depth + 1);
    });
}

function readOne(file: string): Receipt | string {
  try {
    if (lstatSync(file).size > MAX_RECEIPT_BYTES) return '大きすぎます';
    return parseReceipt(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch {
    return '読めません';
  }
}
