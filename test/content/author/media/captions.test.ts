/** WebVTT as people and programs write it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCaptions } from '../../../../content/author/media/captions.ts';
import { CAPTIONS } from '../../../helpers/films.ts';
import { anyText } from '../../../helpers/texts.ts';

describe('readCaptions', () => {
  it('reads cues with and without hours, names, notes, settings, tags and entities', () => {
    expect(readCaptions(CAPTIONS)).toEqual({
      ok: true,
      cues: [
        { startMs: 0, endMs: 1000, text: 'まちの&朝です。' },
        { startMs: 1000, endMs: 1900, text: 'ツルが\n飛びます。' },
      ],
    });
  });

  it('takes the line ends of every system, and a byte order mark', () => {
    const windows = `\ufeff${CAPTIONS.replaceAll('\n', '\r\n')}`;
    expect(readCaptions(windows)).toEqual(readCaptions(CAPTIONS));
  });

  it('lists everything that is wrong at once', () => {
    const text = 'WEBVTT\n\n00:00 --> 00:01\nあ\n\n00:05.000 --> 00:04.000\nい\n';
    const read = readCaptions(text);
    expect(read.ok ? [] : read.faults.map(({ line }) => line)).toEqual([3, 6]);
  });

  it('has an answer for any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyText, fc.constantFrom('-->', '00:00.000 --> 00:01.000', '\n', '\n\n', 'NOTE'))),
        (parts) => {
          const read = readCaptions(`WEBVTT\n\n${parts.join('')}`);
          return read.ok ? read.cues.length > 0 : read.faults.length > 0;
        },
      ),
    );
  });
});
