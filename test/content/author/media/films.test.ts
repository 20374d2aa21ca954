/** Films: what our readers see in real containers, and every way in which one is refused, by name. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFilmHeader } from '../../../../content/author/media/film-header.ts';
import { CAPTIONS, mp4, webm } from '../../../helpers/films.ts';
import { complaintsOf, described } from '../../../helpers/media.ts';
import { jpeg } from '../../../helpers/pictures.ts';
import { exhibitionPack, SMALL_BASE, t } from '../../../helpers/source.ts';

describe('readFilmHeader', () => {
  it('reads a WebM: codecs, size, length', async () => {
    expect(readFilmHeader(await webm({ audio: 'A_OPUS' }))).toEqual({
      kind: 'film',
      container: 'webm',
      facts: { video: 'V_VP8', audio: 'A_OPUS', width: 320, height: 180, durationMs: 2000, whole: true },
    });
  });

  it('reads an MP4 with its header before or behind the data', () => {
    const facts = { video: 'avc1', audio: 'mp4a', width: 640, height: 360, durationMs: 2000, whole: true };
    for (const moovLast of [false, true]) {
      expect(readFilmHeader(mp4({ moovLast }))).toEqual({ kind: 'film', container: 'mp4', facts });
    }
  });

  it('sees that a film was cut off', async () => {
    for (const whole of [await webm(), mp4()]) {
      const cut = readFilmHeader(whole.subarray(0, whole.length - 100));
      expect(cut).toMatchObject({ kind: 'film', facts: { whole: false } });
    }
  });

  it('has an answer for any bytes, and for any film with one byte changed', async () => {
    const films = [await webm({ width: 64, height: 36 }), mp4()];
    const kinds = ['film', 'broken', 'unknown'];
    fc.assert(
      fc.property(fc.constantFrom(...films), fc.nat(), fc.nat(255), (film, place, byte) => {
        const changed = Buffer.from(film);
        changed[place % 700] = byte;
        return kinds.includes(readFilmHeader(changed).kind);
      }),
    );
    const starts = [Buffer.alloc(0), ...films.map((film) => film.subarray(0, 60))];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), (start, rest) =>
        kinds.includes(readFilmHeader(Buffer.concat([start, rest])).kind),
      ),
    );
  });
});

type Parts = {
  readonly name?: string;
  readonly film?: Uint8Array | null;
  readonly captions?: string | null;
  readonly entry?: object;
};

/** A source whose exhibition shows one film. */
async function showing({
  name = 'a.webm',
  film,
  captions = CAPTIONS,
  entry = {},
}: Parts = {}): Promise<Record<string, unknown>> {
  const chapters = [{ id: 'one', title: t('章'), theme: 'sea', blocks: [{ kind: 'film', film: name }] }];
  return {
    ...SMALL_BASE,
    ...exhibitionPack('show', { chapters }),
    'show/pictures.yaml': [described('poster.jpg')],
    'show/pictures/poster.jpg': await jpeg(),
    'show/films.yaml': [
      { ...(described(name) as object), poster: 'poster.jpg', captions: { ja: 'a.ja.vtt' }, ...entry },
    ],
    [`show/films/${name}`]: film === undefined ? await webm() : film,
    'show/films/a.ja.vtt': captions,
  };
}

describe('a film', () => {
  it('is taken with a poster, captions and words', async () => {
    expect(await complaintsOf(await showing())).toEqual([]);
    expect(await complaintsOf(await showing({ name: 'a.mp4', film: mp4() }))).toEqual([]);
  });

  it.each<[string, string, () => Promise<Parts>]>([
    ['that is not there', 'film-missing', async () => ({ film: null })],
    ['that is a text', 'film-not-film', async () => ({ film: Buffer.from('動画です') })],
    ['that is WebM with the name of MP4', 'film-extension', async () => ({ name: 'a.mp4' })],
    ['that was cut off', 'film-truncated', async () => ({ film: (await webm()).subarray(0, 3000) })],
    ['without a header', 'film-damaged', async () => ({ film: (await webm()).subarray(0, 80) })],
    [
      'of another kind of Matroska',
      'film-damaged',
      async () => ({ film: await webm({ docType: 'matroska' }) }),
    ],
    ['that a kiosk cannot play', 'film-codec', async () => ({ name: 'a.mp4', film: mp4({ codec: 'hvc1' }) })],
    [
      'with a sound that a kiosk cannot play',
      'film-codec',
      async () => ({ film: await webm({ audio: 'A_AC3' }) }),
    ],
    ['without a length', 'film-no-duration', async () => ({ film: await webm({ durationMs: null }) })],
    ['longer than three minutes', 'film-long', async () => ({ film: await webm({ durationMs: 181_000 }) })],
    ['larger than a screen', 'film-side', async () => ({ name: 'a.mp4', film: mp4({ width: 3840 }) })],
    [
      'of 61 MB',
      'film-large',
      async () => ({ film: Buffer.concat([await webm(), Buffer.alloc(61_000_000)]) }),
    ],
    ['without captions', 'film-no-captions', async () => ({ entry: { captions: {} }, captions: null })],
    ['without its caption file', 'captions-missing', async () => ({ captions: null })],
    ['without an alternative text', 'film-no-alt', async () => ({ entry: { alt: undefined } })],
    ['without a credit', 'film-no-credit', async () => ({ entry: { credit: undefined } })],
    ['without a licence', 'film-no-licence', async () => ({ entry: { licence: undefined } })],
  ])('%s is refused (%s)', async (_what, id, parts) => {
    expect(await complaintsOf(await showing(await parts()))).toEqual([`${id} show/films.yaml:1`]);
  });

  it('without a poster is refused', async () => {
    const none = await complaintsOf(await showing({ entry: { poster: undefined } }));
    expect(none.some((one) => one.startsWith('shape show/films.yaml'))).toBe(true);
    const files = { ...(await showing()), 'show/pictures/poster.jpg': null };
    expect(await complaintsOf(files)).toEqual(['picture-missing show/pictures.yaml:1']);
  });

  it('that nobody described, or nobody shows, is named', async () => {
    const files = { ...(await showing()), 'show/films.yaml': null, 'show/pictures.yaml': null };
    expect(await complaintsOf(files)).toEqual([
      'film-unknown show/exhibition.yaml:20',
      'film-unused show/films/a.ja.vtt:1',
      'film-unused show/films/a.webm:1',
      'picture-unused show/pictures/poster.jpg:1',
    ]);
    const blocks = [{ kind: 'text', body: t('文') }];
    const unseen = exhibitionPack('show', {
      chapters: [{ id: 'one', title: t('章'), theme: 'sea', blocks }],
    });
    expect(await complaintsOf({ ...(await showing()), ...unseen })).toEqual([
      'film-unused show/films.yaml:1',
    ]);
  });
});

describe('captions', () => {
  it.each([
    ['without the first line', '00:00.000 --> 00:01.000\nまち\n', 1],
    ['with nothing in them', 'WEBVTT\n', 1],
    ['with times as in SRT', 'WEBVTT\n\n1\n00:00:00,000 --> 00:00:01,000\nまち\n', 4],
    ['that end before they begin', 'WEBVTT\n\n00:01.000 --> 00:01.000\nまち\n', 3],
    ['without words', 'WEBVTT\n\n00:00.000 --> 00:01.000\n', 3],
    ['out of order', 'WEBVTT\n\n00:01.000 --> 00:02.000\nあ\n\n00:00.000 --> 00:01.000\nい\n', 6],
    ['too long to be read', `WEBVTT\n\n00:00.000 --> 00:01.000\n${'あ'.repeat(121)}\n`, 3],
  ])('%s are refused with their line', async (_what, captions, line) => {
    expect(await complaintsOf(await showing({ captions }))).toEqual([
      `captions-wrong show/films/a.ja.vtt:${line}`,
    ]);
  });

  it('that begin when the film is over are refused', async () => {
    const captions = 'WEBVTT\n\n00:02.000 --> 00:03.000\nまち\n';
    expect(await complaintsOf(await showing({ captions }))).toEqual(['captions-late show/films/a.ja.vtt:1']);
  });
});
