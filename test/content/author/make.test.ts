/** From source to data folder with pictures: what is remembered, what is made again, and what a stop leaves behind. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { NO_CACHE, openCache } from '../../../content/author/cache.ts';
import { examine, type MakeStep, make, prove } from '../../../content/author/make.ts';
import { blobPath, LIBRARY_FILE, packPath } from '../../../content/pack/library.ts';
import { readBlobs } from '../../../content/store/blobs.ts';
import { type Ended, ended, runRenkei, startRenkei } from '../../helpers/child.ts';
import { tempFolder, writeFiles } from '../../helpers/folder.ts';
import { buildData, openGood, SMALL_GAZETTEER } from '../../helpers/library.ts';
import { described, makeFolder, testRun } from '../../helpers/media.ts';
import { pdf } from '../../helpers/pdfs.ts';
import { jpeg } from '../../helpers/pictures.ts';
import { GAZETTEER } from '../../helpers/places.ts';
import {
  article,
  exhibitionPack,
  newsletterPack,
  SMALL,
  SMALL_BASE,
  t,
  writeSource,
} from '../../helpers/source.ts';

let photos: readonly Buffer[];

beforeAll(async () => {
  photos = [await jpeg({ width: 1300, height: 900 }, 1), await jpeg({ width: 900, height: 1300 }, 2)];
});

/** An exhibition of two pictures and an issue with two printed pages. */
function files(): Record<string, unknown> {
  const [one, two] = photos;
  const news = newsletterPack('news-9', 9, '2020-01-01');
  const chapters = [
    {
      id: 'one',
      title: t('章'),
      theme: 'sea',
      blocks: [{ kind: 'gallery', pictures: ['one.jpg', 'two.jpg'] }],
    },
  ];
  return {
    ...SMALL_BASE,
    ...exhibitionPack('show', { chapters }),
    'show/pictures.yaml': [described('one.jpg'), described('two.jpg')],
    'show/pictures/one.jpg': one,
    'show/pictures/two.jpg': two,
    ...news,
    'news-9/issue.yaml': { ...(news['news-9/issue.yaml'] as object), pdf: 'news.pdf' },
    'news-9/news.pdf': pdf({ pages: [['全国'], ['連携']], size: [600, 160] }),
    'news-9/articles/a.ja.md': article(1, '題'),
    'news-9/articles/a.en.md': '# T\n\nS\n',
  };
}

const libraryText = (out: string): string => readFileSync(join(out, LIBRARY_FILE), 'utf8');
const states = (packs: readonly { readonly state: string }[]): readonly string[] =>
  packs.map(({ state }) => state);
const drawn = (steps: readonly MakeStep[]): readonly string[] =>
  steps.flatMap((step) =>
    step.stage === 'pictures' || step.stage === 'pages' ? `${step.stage} ${step.done}/${step.total}` : [],
  );

describe('make', () => {
  it('gives the same packs as a plain build where there are no pictures', async () => {
    const source = writeSource(SMALL);
    expect(libraryText((await makeFolder(source)).out)).toBe(libraryText(buildData(source)));
  });

  it('gives the same bytes with another cache, from another folder, one lane or four', async () => {
    const { out } = await makeFolder(writeSource(files()), { lanes: 1 });
    const other = await makeFolder(writeSource(files()), { lanes: 4 });
    expect(libraryText(other.out)).toBe(libraryText(out));
    const again = await makeFolder(writeSource(files()), {
      cache: openCache(join(tempFolder(), 'new'), Date.now),
    });
    expect(libraryText(again.out)).toBe(libraryText(out));
  });

  it('tells what it is at, and how long pictures will take', async () => {
    const { steps } = await makeFolder(writeSource(files()), { lanes: 1 });
    expect(steps[0]).toEqual({ stage: 'reading' });
    expect(drawn(steps)).toEqual([
      'pictures 0/2',
      'pictures 1/2',
      'pictures 1/2',
      'pictures 2/2',
      'pages 0/2',
      'pages 1/2',
      'pages 2/2',
    ]);
    const [first, second] = steps.flatMap((step) => (step.stage === 'pictures' ? [step] : []));
    expect([first?.leftMs, first?.name]).toEqual([null, 'one.jpg']);
    expect(second?.leftMs).toBeGreaterThan(0);
    expect(steps.at(-1)).toEqual({ stage: 'packs', done: 3, total: 3, packId: '' });
  });

  it('refuses to work without a memory for files: they would be made for nothing', async () => {
    await expect(makeFolder(writeSource(files()), { cache: NO_CACHE })).rejects.toThrow(/--cache/);
  });
});

describe('a second build', () => {
  it('makes nothing when nothing changed, not even into another folder', async () => {
    const source = writeSource(files());
    const cache = openCache(tempFolder(), Date.now);
    const first = await makeFolder(source, { cache });
    expect(states(first.packs)).toEqual(['made', 'made', 'made']);
    const second = await makeFolder(source, { cache }, first.out);
    const third = await makeFolder(source, { cache });
    for (const run of [second, third]) {
      expect(states(run.packs)).toEqual(['unchanged', 'unchanged', 'unchanged']);
      expect(drawn(run.steps)).toEqual([]);
      expect(libraryText(run.out)).toBe(libraryText(first.out));
    }
    for (const pack of openGood(third.out).packs) {
      for (const { sha256 } of readBlobs(pack))
        expect(existsSync(join(third.out, blobPath(sha256)))).toBe(true);
    }
  });

  it('makes only the pack that was edited', async () => {
    const source = writeSource(files());
    const cache = openCache(tempFolder(), Date.now);
    await makeFolder(source, { cache });
    writeFiles(source, { 'news-9/articles/a.en.md': '# Title\n\nOther words.\n' });
    const { packs, steps } = await makeFolder(source, { cache });
    expect(packs.map(({ packId, state }) => `${packId} ${state}`)).toEqual([
      'base unchanged',
      'news-9 made',
      'show unchanged',
    ]);
    expect(drawn(steps)).toEqual([]);
  });

  it('makes only the picture that was changed', async () => {
    const source = writeSource(files());
    const cache = openCache(tempFolder(), Date.now);
    const before = await makeFolder(source, { cache });
    writeFiles(source, { 'show/pictures/two.jpg': await jpeg({ width: 1000, height: 1300 }, 3) });
    const after = await makeFolder(source, { cache });
    expect(drawn(after.steps)).toEqual(['pictures 0/1', 'pictures 1/1']);
    expect(states(after.packs)).toEqual(['unchanged', 'unchanged', 'made']);
    expect(libraryText(after.out)).not.toBe(libraryText(before.out));
  });

  it('sees a change of words about a picture', async () => {
    const source = writeSource(files());
    const cache = openCache(tempFolder(), Date.now);
    await makeFolder(source, { cache });
    const { 'show/pictures.yaml': list } = files();
    const changed = (list as object[]).map((one) => ({ ...one, credit: '写真 町' }));
    writeFiles(source, { 'show/pictures.yaml': JSON.stringify(changed) });
    expect(states((await makeFolder(source, { cache })).packs)).toEqual(['unchanged', 'unchanged', 'made']);
  });

  it('gives the same bytes after an edit as a build from nothing, whatever is remembered of the rest', async () => {
    const town = (headline: string) =>
      `- town: 012068 釧路市\n  headline: ${JSON.stringify(t(headline))}\n  notes: [${JSON.stringify(t('港のまちです。'))}]\n`;
    const speciality = (name: string, kana: string) => [
      {
        id: 's',
        town: '012068 釧路市',
        kind: 'food',
        name: t(name),
        kana,
        summary: t('名物です。'),
        asOf: '2020-01-01',
      },
    ];
    const edits: Record<string, string>[] = [
      { 'base/towns.yaml': town('海のまちです。') },
      { 'base/towns.yaml': town('山のまちです。') },
      // Kana of a name decide how other texts are read as well.
      { 'base/specialities.yaml': JSON.stringify(speciality('港', 'みなと')) },
      { 'base/specialities.yaml': JSON.stringify(speciality('港', 'こう')) },
      { 'base/specialities.yaml': '[]', 'base/towns.yaml': town('川のまちです。') },
    ];
    const source = writeSource(SMALL);
    const cache = openCache(tempFolder(), Date.now);
    for (const edit of edits) {
      writeFiles(source, edit);
      const warm = await makeFolder(source, { cache });
      const cold = await makeFolder(source);
      expect(warm.packs[0]?.state).toBe('made');
      expect(libraryText(warm.out)).toBe(libraryText(cold.out));
    }
  });

  it('makes another pack again when a name that stands in it gets its kana, and no other', async () => {
    const source = writeSource({ ...SMALL, 'news-1/articles/one.ja.md': article(1, '青い*鮭*の話') });
    const cache = openCache(tempFolder(), Date.now);
    await makeFolder(source, { cache });
    const area = (name: string, kana: string) =>
      JSON.stringify([{ id: 'x', name: t(name), kana, members: [] }]);
    const madeAfter = async (name: string, kana: string) => {
      writeFiles(source, { 'base/areas.yaml': area(name, kana) });
      const { packs } = await makeFolder(source, { cache });
      return packs.filter(({ state }) => state === 'made').map(({ packId }) => packId);
    };
    // An area more is another world; only then names alone count.
    await madeAfter('赤い鯛', 'あかいたい');
    expect(await madeAfter('赤い鮪', 'あかいまぐろ')).toEqual(['base']);
    expect(await madeAfter('青い鮭', 'あおいさけ')).toEqual(['base', 'news-1']);
    expect(await madeAfter('青い鮭', 'あおいしゃけ')).toEqual(['base', 'news-1']);
  });

  it('makes good what is damaged: in the cache, in the data folder', async () => {
    const source = writeSource(files());
    const folder = tempFolder();
    const first = await makeFolder(source, { cache: openCache(folder, Date.now) });
    const wanted = libraryText(first.out);
    for (const path of filesBelow(folder)) writeFileSync(path, 'rubbish'.repeat(3));
    expect(libraryText((await makeFolder(source, { cache: openCache(folder, Date.now) })).out)).toBe(wanted);
    // Of the right size, so that only the hash can tell.
    for (const path of filesBelow(join(folder, 'objects'))) {
      writeFileSync(path, Buffer.alloc(statSync(path).size, 1));
    }
    expect(libraryText((await makeFolder(source, { cache: openCache(folder, Date.now) })).out)).toBe(wanted);
    for (const pack of first.packs) writeFileSync(join(first.out, packPath(pack)), 'rubbish');
    await makeFolder(source, { cache: openCache(folder, Date.now) }, first.out);
    expect(openGood(first.out).faults).toEqual([]);
  });
});

function filesBelow(folder: string): readonly string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

describe('prove', () => {
  it('complains as a build does, and makes no picture', async () => {
    const source = writeSource({ ...files(), 'show/pictures/one.jpg': damaged(photos[0]) });
    const [built, proved] = [tempFolder(), tempFolder()];
    const { problems } = await examine(
      source,
      SMALL_GAZETTEER,
      testRun({ cache: openCache(built, Date.now) }),
    );
    const found = await prove(source, SMALL_GAZETTEER, testRun({ cache: openCache(proved, Date.now) }));
    expect(found.problems).toEqual(problems);
    expect(problems.map(({ id }) => id)).toContain('picture-damaged');
    const pictures = (folder: string) => filesBelow(join(folder, 'objects')).length;
    expect(pictures(proved)).toBeLessThan(pictures(built));
  });

  it('looks at a sound picture once', async () => {
    const source = writeSource(files());
    const cache = openCache(tempFolder(), Date.now);
    const steps: MakeStep[] = [];
    const run = testRun({ cache, progress: (step) => void steps.push(step) });
    await prove(source, SMALL_GAZETTEER, run);
    expect(drawn(steps)).toContain('pictures 2/2');
    steps.length = 0;
    await prove(source, SMALL_GAZETTEER, run);
    expect(drawn(steps)).toEqual([]);
  });
});

function damaged(photo: Buffer | undefined): Buffer {
  const bytes = Buffer.from(photo ?? []);
  const middle = Math.floor(bytes.length / 2);
  return bytes.fill(0xff, middle, middle + 2000);
}

describe('a build that is stopped', () => {
  it('leaves the old set, at any step, and nothing half done', async () => {
    const old = await makeFolder(writeSource(SMALL));
    const before = libraryText(old.out);
    const source = writeSource(files());
    const { steps } = await makeFolder(source, { lanes: 1 });
    // While reading, in the middle of pictures, of pages, of packs.
    for (const stage of ['reading', 'pictures', 'pages', 'packs']) {
      const at = steps.findLastIndex(
        (step) => step.stage === stage && !('done' in step && step.done === step.total),
      );
      const controller = new AbortController();
      let seen = 0;
      const progress = (): void => {
        if (seen++ === at) controller.abort(new Error('stopped'));
      };
      const run = testRun({ progress, signal: controller.signal, lanes: 1 });
      const work = async (): Promise<unknown> =>
        make(await examine(source, SMALL_GAZETTEER, run), old.out, run);
      await expect(work(), stage).rejects.toThrow('stopped');
      expect(libraryText(old.out)).toBe(before);
      const staging = join(old.out, 'staging');
      expect(existsSync(staging) ? readdirSync(staging) : []).toEqual([]);
    }
    expect(openGood(old.out).faults).toEqual([]);
  });

  it('by Ctrl+C says so, exits 130 and leaves the old data', { timeout: 60_000 }, async () => {
    const out = buildData(writeSource(SMALL));
    const before = libraryText(out);
    const many: Record<string, unknown> = { ...files(), 'show/pictures.yaml': [] };
    const entries: unknown[] = [];
    for (let i = 0; i < 24; i++) {
      many[`show/pictures/${i}.jpg`] = await jpeg({ width: 2600, height: 1800 }, i);
      entries.push(described(`${i}.jpg`));
    }
    many['show/pictures.yaml'] = entries;
    const blocks = [{ kind: 'gallery', pictures: entries.map((_entry, i) => `${i}.jpg`) }];
    Object.assign(
      many,
      exhibitionPack('show', { chapters: [{ id: 'one', title: t('章'), theme: 'sea', blocks }] }),
    );
    const result = await interruptAtFirstPicture([
      'build',
      writeSource(many),
      '--out',
      out,
      '--cache',
      tempFolder(),
    ]);
    expect(result).toMatchObject({ code: 130 });
    expect(result.err).toContain('途中でやめました。前のデータはそのままです。');
    expect(libraryText(out)).toBe(before);
    expect(readdirSync(join(out, 'staging'))).toEqual([]);
    expect(openGood(out).faults).toEqual([]);
  });
});

/** Starts the real command and sends it what Ctrl+C sends once pictures are being made. */
async function interruptAtFirstPicture(argv: readonly string[]): Promise<Ended> {
  const child = startRenkei(argv);
  child.stderr?.on('data', (text: Buffer | string) => {
    if (String(text).includes('写真')) child.kill('SIGINT');
  });
  return ended(child);
}

describe('the real command', { timeout: 60_000 }, () => {
  it('gives the same bytes in another time zone, language and working folder', async () => {
    const [here, there] = [tempFolder(), tempFolder()];
    const { out } = await makeFolder(writeSource(files()), {}, tempFolder(), GAZETTEER);
    mkdirSync(join(there, 'x'));
    const env = {
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      RENKEI_CACHE: tempFolder(),
    };
    const done = await runRenkei(['build', writeSource(files()), '--out', join(there, 'x')], {
      cwd: here,
      env,
    });
    expect(done.code).toBe(0);
    expect(libraryText(join(there, 'x'))).toBe(libraryText(out));
  });

  it('--json prints one event a line for programs', async () => {
    const [out, cache] = [tempFolder(), tempFolder()];
    const source = writeSource(files());
    const {
      code,
      out: text,
      err,
    } = await runRenkei(['build', source, '--out', out, '--json', '--cache', cache]);
    const events = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string; stage?: string });
    expect([code, err]).toEqual([0, '']);
    expect(new Set(events.map(({ event, stage }) => (event === 'step' ? stage : event)))).toEqual(
      new Set(['reading', 'pictures', 'pages', 'packs', 'done']),
    );
    expect(events.at(-1)).toMatchObject({
      event: 'done',
      out,
      packs: [{ packId: 'base' }, { packId: 'news-9' }, { packId: 'show' }],
    });
    writeFiles(source, { 'show/pictures/one.jpg': 'text' });
    const refused = await runRenkei(['build', source, '--out', out, '--json', '--cache', cache]);
    const last = refused.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(refused.code).toBe(1);
    expect(last).toContainEqual(expect.objectContaining({ event: 'problem', id: 'picture-not-picture' }));
    expect(last.at(-1)).toMatchObject({ event: 'refused', errors: 1 });
  });
});
