/** Why a film file cannot be taken, by name and in words for staff; from its name, size and header alone. */
import { megabytes } from './bytes.ts';
import { type Container, type FilmFacts, type FilmHeader, PLAYABLE } from './film-header.ts';
import type { Fault } from './judge-picture.ts';
import { MAX_FILM_BYTES, MAX_FILM_MS, MAX_FILM_SIDE } from './limits.ts';

const NAMES: { readonly [C in Container]: string } = { mp4: 'MP4', webm: 'WebM' };

/** A file too large to be opened at all. */
export function judgeFilmSize(name: string, sizeBytes: number): Fault | undefined {
  if (sizeBytes <= MAX_FILM_BYTES) return undefined;
  const message = `「${name}」が大きすぎます（${megabytes(sizeBytes)}。${megabytes(MAX_FILM_BYTES)}まで）。短くするか、画質を下げてください`;
  return { id: 'film-large', message };
}

/** @returns the first reason, or undefined when the film can be shown */
export function judgeFilm(name: string, header: FilmHeader): Fault | undefined {
  if (header.kind === 'unknown') {
    return { id: 'film-not-film', message: `「${name}」は動画として読めません。MP4かWebMを使ってください` };
  }
  if (header.kind === 'broken') {
    return {
      id: 'film-damaged',
      message: `「${name}」は壊れています。もとの動画から書き出しなおしてください`,
    };
  }
  const { container, facts } = header;
  if (name.split('.').at(-1)?.toLowerCase() !== container) {
    const message = `「${name}」の中身は${NAMES[container]}です。名前の終わりを .${container} にしてください`;
    return { id: 'film-extension', message };
  }
  return judgeFacts(name, container, facts);
}

function judgeFacts(name: string, container: Container, facts: FilmFacts): Fault | undefined {
  const { video, audio, width, height, durationMs, whole } = facts;
  if (!whole) {
    const message = `「${name}」は途中で切れているか、書き出しが終わっていません。もとの動画から書き出しなおしてください`;
    return { id: 'film-truncated', message };
  }
  if (video === null || width < 1 || height < 1) {
    return { id: 'film-no-picture', message: `「${name}」に映像がありません` };
  }
  const { video: seen, audio: heard } = PLAYABLE[container];
  if (!seen.test(video) || (audio !== null && !heard.test(audio))) {
    const found = audio === null ? video : `${video}、${audio}`;
    const message = `「${name}」の形式（${found}）は映せません。MP4（H.264とAAC）で書き出しなおしてください`;
    return { id: 'film-codec', message };
  }
  if (durationMs === 0) {
    return {
      id: 'film-no-duration',
      message: `「${name}」に長さが書かれていません。書き出しなおしてください`,
    };
  }
  if (durationMs > MAX_FILM_MS) {
    const message = `「${name}」が長すぎます（${Math.round(durationMs / 1000)}秒。${MAX_FILM_MS / 1000}秒まで）`;
    return { id: 'film-long', message };
  }
  if (Math.max(width, height) > MAX_FILM_SIDE) {
    const message = `「${name}」の画面が大きすぎます（${width}×${height}。長い辺が${MAX_FILM_SIDE}画素まで）`;
    return { id: 'film-side', message };
  }
  return undefined;
}
