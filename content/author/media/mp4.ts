/** The header of an MP4: boxes within boxes (ISO/IEC 14496-12). */
import type { FilmFacts } from './film-header.ts';

type Box = { readonly type: string; readonly from: number; readonly to: number; readonly whole: boolean };

/** Boxes that lie one after another between two places; one that is cut off ends the list. */
function boxesIn(bytes: Buffer, from: number, to: number): readonly Box[] {
  const boxes: Box[] = [];
  let at = from;
  while (at + 8 <= to) {
    const short = bytes.readUInt32BE(at);
    // 1: the real size follows as 64 bits; 0: up to the end of the file.
    const head = short === 1 ? 16 : 8;
    if (at + head > to) break;
    const size = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
    if (size < head) break;
    const type = bytes.toString('latin1', at + 4, at + 8);
    boxes.push({ type, from: at + head, to: Math.min(at + size, to), whole: at + size <= to });
    at += size;
  }
  return boxes;
}

/** The first box at a path of types. */
function find(
  bytes: Buffer,
  within: { readonly from: number; readonly to: number },
  path: string,
): Box | undefined {
  let place: { readonly from: number; readonly to: number } = within;
  let found: Box | undefined;
  for (const type of path.split('/')) {
    found = boxesIn(bytes, place.from, place.to).find((box) => box.type === type);
    if (!found) return undefined;
    place = found;
  }
  return found;
}

/** @returns undefined when there is no `moov`. @throws {RangeError} when a box is cut off */
export function readMp4(bytes: Buffer): FilmFacts | undefined {
  const top = boxesIn(bytes, 0, bytes.length);
  const moov = top.find((box) => box.type === 'moov');
  const mvhd = moov && find(bytes, moov, 'mvhd');
  if (!moov || !mvhd) return undefined;
  const traks = boxesIn(bytes, moov.from, moov.to).filter((box) => box.type === 'trak');
  const tracks = traks.map((trak) => readTrack(bytes, trak));
  const video = tracks.find((track) => track.handler === 'vide');
  const audio = tracks.find((track) => track.handler === 'soun');
  return {
    video: video?.codec ?? null,
    audio: audio?.codec ?? null,
    width: video?.width ?? 0,
    height: video?.height ?? 0,
    durationMs: readDuration(bytes, mvhd),
    whole: top.every((box) => box.whole) && top.some((box) => box.type === 'mdat'),
  };
}

/** Movie header: version 1 has 64-bit times. */
function readDuration(bytes: Buffer, { from }: Box): number {
  const long = bytes[from] === 1;
  const scale = bytes.readUInt32BE(from + (long ? 20 : 12));
  const units = long ? Number(bytes.readBigUInt64BE(from + 24)) : bytes.readUInt32BE(from + 16);
  // All ones: not known.
  const known = scale > 0 && units > 0 && units !== 0xffffffff && Number.isSafeInteger(units);
  return known ? Math.round((units / scale) * 1000) : 0;
}

type Track = {
  readonly handler: string;
  readonly codec: string | null;
  readonly width: number;
  readonly height: number;
};

function readTrack(bytes: Buffer, trak: Box): Track {
  const hdlr = find(bytes, trak, 'mdia/hdlr');
  const tkhd = find(bytes, trak, 'tkhd');
  const stsd = find(bytes, trak, 'mdia/minf/stbl/stsd');
  // Width and height end the track header as 16.16 fixed point.
  const size = (back: number): number => (tkhd ? bytes.readUInt32BE(tkhd.to - back) >>> 16 : 0);
  return {
    handler: hdlr ? bytes.toString('latin1', hdlr.from + 8, hdlr.from + 12) : '',
    // Version and flags, the number of entries, then the first entry: its size and its four letters.
    codec: stsd ? bytes.toString('latin1', stsd.from + 12, stsd.from + 16) : null,
    width: size(8),
    height: size(4),
  };
}
