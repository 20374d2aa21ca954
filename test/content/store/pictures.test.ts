/** Pictures from the source to the view: what a town hands in is what the screen is told. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { blobPath } from '../../../content/pack/library.ts';
import { readArticle, readArticles, readIssues } from '../../../content/store/articles.ts';
import { readBlobs } from '../../../content/store/blobs.ts';
import { readEvents } from '../../../content/store/events.ts';
import { readExchangeCases } from '../../../content/store/exchange-cases.ts';
import { readExhibition, readExhibitions } from '../../../content/store/exhibitions.ts';
import { readFacilities } from '../../../content/store/facilities.ts';
import type { Library } from '../../../content/store/library.ts';
import { readMediaType } from '../../../content/store/media.ts';
import { search } from '../../../content/store/search.ts';
import { readTown } from '../../../content/store/towns.ts';
import { CAPTIONS, webm } from '../../helpers/films.ts';
import { described, mediaLibrary } from '../../helpers/media.ts';
import { pdf } from '../../helpers/pdfs.ts';
import { jpeg } from '../../helpers/pictures.ts';
import { article, exhibitionPack, newsletterPack, SMALL_BASE, t } from '../../helpers/source.ts';

const HERE = { venueId: 'hall', today: '2020-06-01' };
const ja = (words: string): { readonly ja: string } => ({ ja: words });

const BLOCKS = [
  { kind: 'picture', picture: 'one.jpg', body: t('ひとこと', 'A word') },
  { kind: 'gallery', pictures: ['one.jpg', 'two.jpg'], title: t('写真', 'Pictures') },
  { kind: 'before-after', before: 'two.jpg', after: 'one.jpg' },
  { kind: 'film', film: 'crane.webm' },
  { kind: 'text', body: t('文', 'Text') },
];

const TEXT = `${article(1, '題', { picture: 'n1.jpg' })}
![海の写真](../pictures/n2.jpg)

つづき。

![](n1.jpg)
`;

async function files(): Promise<Record<string, unknown>> {
  const [one, two] = [
    await jpeg({ width: 1300, height: 900 }, 1),
    await jpeg({ width: 900, height: 1300 }, 2),
  ];
  const inline = { file: 'pictures/town.jpg', alt: ja('港'), credit: '釧路市', licence: '提供' };
  const thing = { town: '012068 釧路市', summary: ja('要約'), asOf: '2020-01-01', picture: inline };
  const news = newsletterPack('news-9', 9, '2020-01-01');
  return {
    ...SMALL_BASE,
    'base/towns.yaml': [{ town: '012068 釧路市', headline: t('港のまち'), picture: inline }],
    'base/events.yaml': [
      { id: 'e', kind: 'festival', status: 'planned', title: ja('祭'), summary: ja('要約'), picture: inline },
    ],
    'base/specialities.yaml': [{ id: 's', kind: 'food', name: ja('鮭'), ...thing }],
    'base/festivals.yaml': [{ id: 'f', name: ja('祭'), period: ja('夏'), ...thing }],
    'base/living.yaml': [{ id: 'l', kind: 'housing', title: ja('家'), ...thing }],
    'base/cases.yaml': [
      {
        id: 'c',
        title: ja('例'),
        summary: ja('要約'),
        start: '2020',
        partners: ['012068 釧路市'],
        asOf: '2020-01-01',
        picture: inline,
      },
    ],
    'base/facilities.yaml': [
      {
        id: 'p',
        ward: '131181 荒川区',
        kind: 'hall',
        name: ja('館'),
        summary: ja('要約'),
        asOf: '2020-01-01',
        picture: inline,
      },
    ],
    'base/pictures/town.jpg': one,
    ...exhibitionPack('show', {
      picture: 'one.jpg',
      chapters: [{ id: 'one', title: t('章'), theme: 'sea', picture: 'two.jpg', blocks: BLOCKS }],
    }),
    'show/pictures.yaml': [
      described('one.jpg', { focus: { x: 0.25, y: 1 }, people: '出演者の同意あり' }),
      described('two.jpg', { credit: { ja: '写真 村', en: 'Photo: village' } }),
    ],
    'show/films.yaml': [
      {
        ...(described('crane.webm') as object),
        poster: 'two.jpg',
        captions: { ja: 'crane.ja.vtt', en: 'crane.en.vtt' },
      },
    ],
    'show/pictures/one.jpg': one,
    'show/pictures/two.jpg': two,
    'show/films/crane.webm': await webm(),
    'show/films/crane.ja.vtt': CAPTIONS,
    'show/films/crane.en.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\nMorning.\n',
    ...news,
    'news-9/issue.yaml': { ...(news['news-9/issue.yaml'] as object), pdf: 'news.pdf' },
    'news-9/news.pdf': pdf({ pages: [['全国連携', 'NEWS'], ['丹頂']] }),
    'news-9/articles/a.ja.md': TEXT,
    'news-9/articles/a.en.md': '# T\n\nS\n\n![The sea](../pictures/n2.jpg)\n',
    'news-9/pictures.yaml': [described('n1.jpg'), described('n2.jpg')],
    'news-9/pictures/n1.jpg': one,
    'news-9/pictures/n2.jpg': two,
  };
}

let library: Library;
let out: string;

beforeAll(async () => {
  ({ library, out } = await mediaLibrary(await files()));
}, 60_000);

describe('a picture', () => {
  it('tells all that a screen needs to show it', () => {
    const [shown] = readExhibitions(library, 'ja', HERE);
    const cover = shown?.cover;
    expect(cover).toMatchObject({
      kind: 'picture',
      mime: 'image/webp',
      width: 1300,
      height: 900,
      alt: 'one.jpgの説明',
      credit: '写真 村',
      licence: '村の提供',
      focus: { x: 0.25, y: 1 },
      lang: 'ja',
    });
    expect(cover?.sources.map(({ width }) => width)).toEqual([480, 960, 1300]);
    expect(cover?.id).toBe(cover?.sources.at(-1)?.id);
    expect(cover?.colour).toMatch(/^#[0-9a-f]{6}$/);
    expect(Buffer.from(cover?.thumbHash ?? '', 'base64').length).toBeGreaterThan(5);
    expect(JSON.stringify(cover)).not.toContain('同意');
  });

  it('speaks the language of the visitor, or Japanese and says so', () => {
    const [english] = readExhibitions(library, 'en', HERE);
    expect(english?.cover).toMatchObject({ alt: 'About one.jpg', credit: '写真 村', lang: 'en' });
    expect(readTown(library, 'en', HERE, '012068')?.cover).toMatchObject({ alt: '港', lang: 'ja' });
    const chapter = readExhibition(library, 'en', HERE, 'show')?.chapters[0];
    expect(chapter?.cover).toMatchObject({ credit: 'Photo: village', focus: null, width: 900, height: 1300 });
  });

  it('is a file that lies in the data folder under its hash, and is served as WebP', () => {
    const blobs = library.packs.flatMap(readBlobs);
    expect(blobs.length).toBeGreaterThan(8);
    for (const { sha256, sizeBytes } of blobs) {
      const bytes = readFileSync(join(out, blobPath(sha256)));
      expect([createHash('sha256').update(bytes).digest('hex'), bytes.length]).toEqual([sha256, sizeBytes]);
    }
    const id = readTown(library, 'ja', HERE, '012068')?.cover?.id ?? '';
    expect(readMediaType(library, id)).toBe('image/webp');
  });

  it('comes with everything that a town hands in', () => {
    const town = readTown(library, 'ja', HERE, '012068');
    const covers = [
      town?.cover,
      town?.specialities[0]?.cover,
      town?.festivals[0]?.cover,
      town?.living[0]?.cover,
      readEvents(library, 'ja', { by: 'all' })[0]?.cover,
      readExchangeCases(library, 'ja', { by: 'all' })[0]?.cover,
      readFacilities(library, 'ja', null)[0]?.cover,
    ];
    expect(covers.map((cover) => cover?.alt)).toEqual(Array(7).fill('港'));
    expect(new Set(covers.map((cover) => cover?.id)).size).toBe(1);
  });

  it('is null where there is none: the drawn cover takes its place', () => {
    expect(readTown(library, 'ja', HERE, '012025')?.cover).toBeNull();
  });
});

describe('an exhibition', () => {
  it('shows pictures in the order of its blocks, and a film with poster and captions', () => {
    const blocks = readExhibition(library, 'en', HERE, 'show')?.chapters[0]?.blocks ?? [];
    const media = blocks.map((block) => ('media' in block ? block.media : []));
    expect(media.map((list) => list.map((one) => one.alt))).toEqual([
      ['About one.jpg'],
      ['About one.jpg', 'About two.jpg'],
      ['About two.jpg', 'About one.jpg'],
      ['About crane.webm'],
      [],
    ]);
    expect(media[3]?.[0]).toMatchObject({
      kind: 'film',
      mime: 'video/webm',
      width: 320,
      height: 180,
      durationMs: 2000,
      poster: { kind: 'picture', alt: 'About two.jpg' },
      captions: [
        { lang: 'en', cues: [{ startMs: 0, endMs: 1000, text: 'Morning.' }] },
        { lang: 'ja', cues: [{ text: 'まちの&朝です。' }, { text: 'ツルが\n飛びます。' }] },
      ],
    });
    expect(blocks.map(({ title, body }) => [title, body])).toEqual([
      [null, 'A word'],
      ['Pictures', ''],
      [null, ''],
      [null, ''],
      [null, 'Text'],
    ]);
  });
});

describe('an article', () => {
  it('names the pictures of its text, and has a cover', () => {
    const [summary] = readArticles(library, 'ja', { by: 'all' });
    expect(summary?.cover?.alt).toBe('n1.jpgの説明');
    const view = readArticle(library, 'ja', 'news-9-a');
    const [sea, again] = view?.pictures ?? [];
    expect([sea?.alt, again?.alt]).toEqual(['n2.jpgの説明', 'n1.jpgの説明']);
    expect(view?.body).toBe(
      `本文です。\n\n![海の写真](picture:${sea?.name})\n\nつづき。\n\n![](picture:${again?.name})`,
    );
    expect(readArticle(library, 'en', 'news-9-a')?.body).toBe(`![The sea](picture:${sea?.name})`);
  });

  it('is found by the words under its pictures, not by the names of their files', () => {
    expect(search(library, 'ja', '海の写真', 5).hits.map(({ key }) => key)).toEqual(['news-9-a']);
    for (const name of ['pictures', 'n2.jpg']) expect(search(library, 'ja', name, 5).total).toBe(0);
  });
});

describe('a printed issue', () => {
  it('shows its pages as pictures with their words', () => {
    const [issue] = readIssues(library, 'en');
    expect(issue?.pages.map(({ page, words }) => [page, words])).toEqual([
      [1, '全国連携 NEWS'],
      [2, '丹頂'],
    ]);
    expect(issue?.pages[1]?.picture).toMatchObject({ alt: 'NEWS 9, page 2', credit: 'NEWS 9', licence: '' });
    expect(issue?.pages[0]?.picture.sources.map(({ width }) => width)).toEqual([640, 1920]);
  });

  it('is found by what is printed on a page', () => {
    const { hits } = search(library, 'ja', '丹頂', 5);
    expect(hits).toMatchObject([{ kind: 'page', key: 'news-9/2', title: 'NEWS 9 2ページ' }]);
  });
});
