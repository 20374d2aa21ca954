/** Captions of a film: WebVTT (W3C), as far as captions need it. Cue settings and styles are left out. */

export type Cue = { readonly startMs: number; readonly endMs: number; readonly text: string };

export type CaptionFault = { readonly line: number; readonly why: string };

export type Captions =
  | { readonly ok: true; readonly cues: readonly Cue[] }
  | { readonly ok: false; readonly faults: readonly CaptionFault[] };

const TIME = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const TIMES = new RegExp(String.raw`^${TIME}[ \t]+-->[ \t]+${TIME}(?:[ \t].*)?$`);
const LONGEST_CAPTION = 120;

/**
 * Reads a caption file.
 *
 * @returns cues by start, or everything that is wrong with it; lines are counted from 1
 */
export function readCaptions(text: string): Captions {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? '')) {
    return { ok: false, faults: [{ line: 1, why: '最初の行に WEBVTT と書いてください' }] };
  }
  const faults: CaptionFault[] = [];
  const cues: Cue[] = [];
  for (const block of blocksOf(lines)) {
    const read = readBlock(block);
    if (read === null) continue;
    if ('why' in read) faults.push(read);
    else if (read.startMs < (cues.at(-1)?.startMs ?? 0)) {
      faults.push({ line: block.line, why: '字幕が時間の順に並んでいません' });
    } else cues.push(read);
  }
  if (faults.length > 0) return { ok: false, faults };
  return cues.length > 0
    ? { ok: true, cues }
    : { ok: false, faults: [{ line: 1, why: '字幕が一つもありません' }] };
}

type Block = { readonly line: number; readonly lines: readonly string[] };

/** What stands between empty lines, without the first block: that is the header. */
function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: { line: number; lines: string[] }[] = [];
  let open = false;
  lines.forEach((line, i) => {
    if (line.trim() === '') open = false;
    else if (open) blocks.at(-1)?.lines.push(line);
    else {
      blocks.push({ line: i + 1, lines: [line] });
      open = true;
    }
  });
  return blocks.slice(1);
}

/** @returns null for what is no caption: a note, a style, a region */
function readBlock({ line, lines }: Block): Cue | CaptionFault | null {
  const [first = ''] = lines;
  if (/^(NOTE|STYLE|REGION)(\s|$)/.test(first)) return null;
  // A cue may have a name on a line of its own.
  const at = first.includes('-->') ? 0 : 1;
  const times = TIMES.exec(lines[at]?.trim() ?? '');
  if (!times) return { line: line + at, why: '時間を「00:00:01.000 --> 00:00:04.000」の形で書いてください' };
  const startMs = milliseconds(times.slice(1, 5));
  const endMs = milliseconds(times.slice(5, 9));
  if (endMs <= startMs) return { line: line + at, why: '字幕の終わりが始まりより前です' };
  const text = plain(lines.slice(at + 1).join('\n'));
  if (text === '') return { line, why: '字幕の文がありません' };
  if ([...text].length > LONGEST_CAPTION) {
    return {
      line,
      why: `字幕が長すぎます（${[...text].length}字。${LONGEST_CAPTION}字まで）。分けてください`,
    };
  }
  return { startMs, endMs, text };
}

/** Hours, minutes, seconds, thousandths. */
function milliseconds([hours, minutes, seconds, rest]: readonly (string | undefined)[]): number {
  return ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(rest);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': '\u00a0',
  '&lrm;': '',
  '&rlm;': '',
};

/** Without tags: `<v 案内>` and the like are for players that style them. */
function plain(text: string): string {
  return text
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}
