/** The header of a WebM: EBML elements within elements (RFC 8794, RFC 9559). */
import type { FilmFacts } from './film-header.ts';

/** Element ids with their length marker. */
const ID = {
  ebml: 0x1a45dfa3,
  docType: 0x4282,
  segment: 0x18538067,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackType: 0x83,
  codecId: 0x86,
  video: 0xe0,
  pixelWidth: 0xb0,
  pixelHeight: 0xba,
  cluster: 0x1f43b675,
} as const;

const VIDEO_TRACK = 1;
const AUDIO_TRACK = 2;

type Element = { readonly id: number; readonly from: number; readonly to: number; readonly whole: boolean };

/** A variable-length number: the leading zeros of its first byte say how many follow. */
function readVint(bytes: Buffer, at: number, keepMarker: boolean): { value: number; length: number } {
  const first = bytes.readUInt8(at);
  const length = Math.clz32(first) - 23;
  if (length > 8) throw new RangeError(`no EBML number at ${at}`);
  let value = keepMarker ? first : first & (0xff >> length);
  let unknown = (first & (0xff >> length)) === 0xff >> length;
  for (let i = 1; i < length; i++) {
    const byte = bytes.readUInt8(at + i);
    value = value * 256 + byte;
    unknown &&= byte === 0xff;
  }
  // All ones as a size: not known when the file was written.
  return { value: !keepMarker && unknown ? Number.POSITIVE_INFINITY : value, length };
}

function elementsIn(bytes: Buffer, from: number, to: number): readonly Element[] {
  const elements: Element[] = [];
  let at = from;
  while (at + 2 <= to) {
    const id = readVint(bytes, at, true);
    const size = readVint(bytes, at + id.length, false);
    const start = at + id.length + size.length;
    const end = start + size.value;
    elements.push({ id: id.value, from: start, to: Math.min(end, to), whole: end <= to });
    at = end;
  }
  return elements;
}

/** @returns undefined when it is not WebM or has no tracks. @throws {RangeError} when an element is cut off */
export function readWebm(bytes: Buffer): FilmFacts | undefined {
  const top = elementsIn(bytes, 0, bytes.length);
  const [head] = top;
  const segment = top.find((element) => element.id === ID.segment);
  if (!head || !segment || readText(bytes, child(bytes, head, ID.docType)) !== 'webm') return undefined;
  const parts = elementsIn(bytes, segment.from, segment.to);
  const info = parts.find((element) => element.id === ID.info);
  const tracks = parts.find((element) => element.id === ID.tracks);
  if (!info || !tracks) return undefined;
  const entries = elementsIn(bytes, tracks.from, tracks.to).filter((element) => element.id === ID.trackEntry);
  const ofType = (type: number): Element | undefined =>
    entries.find((entry) => readUint(bytes, child(bytes, entry, ID.trackType)) === type);
  const video = ofType(VIDEO_TRACK);
  const audio = ofType(AUDIO_TRACK);
  const picture = video && child(bytes, video, ID.video);
  return {
    video: video ? readText(bytes, child(bytes, video, ID.codecId)) : null,
    audio: audio ? readText(bytes, child(bytes, audio, ID.codecId)) : null,
    width: picture ? readUint(bytes, child(bytes, picture, ID.pixelWidth)) : 0,
    height: picture ? readUint(bytes, child(bytes, picture, ID.pixelHeight)) : 0,
    durationMs: readDuration(bytes, info),
    whole: segment.whole && parts.every((part) => part.whole) && parts.some((part) => part.id === ID.cluster),
  };
}

function child(bytes: Buffer, parent: Element, id: number): Element | undefined {
  return elementsIn(bytes, parent.from, parent.to).find((element) => element.id === id);
}

function readUint(bytes: Buffer, element: Element | undefined): number {
  const length = element ? element.to - element.from : 0;
  return element && length >= 1 && length <= 6 ? bytes.readUIntBE(element.from, length) : 0;
}

function readText(bytes: Buffer, element: Element | undefined): string {
  return element ? bytes.toString('latin1', element.from, element.to).replace(/\0+$/, '') : '';
}

function readDuration(bytes: Buffer, info: Element): number {
  const duration = child(bytes, info, ID.duration);
  // Nanoseconds per unit; a million where it is not said.
  const scale = readUint(bytes, child(bytes, info, ID.timestampScale)) || 1_000_000;
  if (!duration) return 0;
  const size = duration.to - duration.from;
  const units =
    size === 8 ? bytes.readDoubleBE(duration.from) : size === 4 ? bytes.readFloatBE(duration.from) : 0;
  return Number.isFinite(units) && units > 0 ? Math.round((units * scale) / 1_000_000) : 0;
}
