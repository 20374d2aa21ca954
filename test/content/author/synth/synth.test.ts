/** Made-up source content: whole, the same for the same seed, and never over what somebody has. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openCache } from '../../../../content/author/cache.ts';
import { loadGazetteer } from '../../../../content/author/gazetteer/gazetteer.ts';
import { examine, make } from '../../../../content/author/make.ts';
import { diceOf } from '../../../../content/author/synth/random.ts';
import { type Amount, makeSynth, type SynthStep } from '../../../../content/author/synth/synth.ts';
import { type Plain, yamlList, yamlThing } from '../../../../content/author/synth/yaml.ts';
import { DEFAULT_BASE_FOLDER } from '../../../../content/cli/folders.ts';
import { tempFolder } from '../../../helpers/folder.ts';
import { testRun } from '../../../helpers/media.ts';
import { GAZETTEER } from '../../../helpers/places.ts';
import { renkei } from '../../../helpers/renkei.ts';

const SMALL: Amount = { municipalities: 9, photos: 2, articles: 12, seed: 1 };

async function synth(
  amount: Amount,
  out = join(tempFolder(), 'made'),
  steps: SynthStep[] = [],
): Promise<string> {
  const run = {
    progress: (step: SynthStep) => void steps.push(step),
    lanes: 2,
    signal: new AbortController().signal,
  };
  await makeSynth(out, amount, DEFAULT_BASE_FOLDER, loadGazetteer(GAZETTEER), run);
  return out;
}

/** Path -> bytes of every file, in base64. */
function filesOf(folder: string): Readonly<Record<string, string>> {
  const names = (readdirSync(folder, { recursive: true }) as string[]).sort();
  return Object.fromEntries(
    names.flatMap((name) => {
      try {
        return [[name, readFileSync(join(folder, name)).toString('base64')]];
      } catch {
        return [];
      }
    }),
  );
}

describe('makeSynth', () => {
  it('makes a source that passes every check and becomes packs with all its towns, articles and photos', async () => {
    const run = testRun(openCache(tempFolder(), () => 0));
    const examined = await examine(await synth(SMALL), GAZETTEER, run);
    expect(examined.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const base = examined.tree.base;
    expect(base?.towns.value.length).toBe(SMALL.municipalities);
    expect([...examined.media.values()].flatMap(({ pictures }) => pictures).length).toBe(18);
    const articles = examined.tree.packs.flatMap((pack) => (pack.kind === 'newsletter' ? pack.articles : []));
    expect(articles.length).toBe(SMALL.articles);
    const packs = await make(examined, tempFolder(), run);
    expect(packs.map(({ packId }) => packId)).toEqual(
      expect.arrayContaining(['base', 'synth-news-001', 'synth-show-tohoku']),
    );
  });

  it('makes the same bytes from the same seed, and others from another', async () => {
    const [one, again, other] = [await synth(SMALL), await synth(SMALL), await synth({ ...SMALL, seed: 2 })];
    expect(filesOf(again)).toEqual(filesOf(one));
    expect(filesOf(other)['base/towns.yaml']).not.toBe(filesOf(one)['base/towns.yaml']);
  });

  it('keeps a town as it is, however many articles stand beside it', async () => {
    const more = filesOf(await synth({ ...SMALL, articles: 30 }));
    expect(more['base/towns.yaml']).toBe(filesOf(await synth(SMALL))['base/towns.yaml']);
  });

  it('says how far it is, up to the end of every stage', async () => {
    const steps: SynthStep[] = [];
    await synth(SMALL, undefined, steps);
    const last = (stage: SynthStep['stage']) => steps.filter((step) => step.stage === stage).at(-1);
    expect([last('texts'), last('articles'), last('photos')]).toEqual([
      { stage: 'texts', done: 9, total: 9 },
      { stage: 'articles', done: 12, total: 12 },
      { stage: 'photos', done: 18, total: 18 },
    ]);
  });

  it('leaves nothing behind when it is stopped', async () => {
    const parent = tempFolder();
    const controller = new AbortController();
    const run = {
      progress: ({ stage }: SynthStep) => stage === 'photos' && controller.abort(new Error('stop')),
      lanes: 1,
      signal: controller.signal,
    };
    const made = makeSynth(join(parent, 'x'), SMALL, DEFAULT_BASE_FOLDER, loadGazetteer(GAZETTEER), run);
    await expect(made).rejects.toThrow('stop');
    expect(readdirSync(parent)).toEqual([]);
  });

  it('refuses amounts whose lists would be longer than a source file may be', async () => {
    const out = join(tempFolder(), 'made');
    const made = synth({ ...SMALL, municipalities: 1741, photos: 24 }, out);
    await expect(made).rejects.toThrow('specialities.yaml が大きくなりすぎます（4MBまで）');
    expect(existsSync(out)).toBe(false);
  });
});

describe('renkei synth', () => {
  it('makes a folder and tells programs what it did', async () => {
    const out = join(tempFolder(), 'made');
    const { code, out: told } = await renkei(
      ...['synth', '--municipalities', '2', '--photos', '0', '--articles', '1', '--out', out, '--json'],
    );
    const events = told.split('\n').map((line) => JSON.parse(line) as { readonly event: string });
    expect([code, events.at(-1)]).toMatchObject([0, { event: 'done', out, packs: 4, photos: 0 }]);
    expect(events.slice(0, -1).every(({ event }) => event === 'step')).toBe(true);
    expect(existsSync(join(out, 'base', 'towns.yaml'))).toBe(true);
  });

  it('refuses a folder with something in it', async () => {
    const out = tempFolder();
    writeFileSync(join(out, 'mine.txt'), 'mine');
    const { code, err } = await renkei('synth', '--out', out, '--municipalities', '1', '--photos', '0');
    expect([code, err]).toEqual([
      1,
      `フォルダ「${out}」には、もう何か入っています。新しい名前を書いてください。`,
    ]);
    expect(readdirSync(out)).toEqual(['mine.txt']);
  });

  it.each([
    ['--municipalities', '0', '--municipalities は 1 から 1741 までの整数で書いてください（「0」）。'],
    [
      '--municipalities',
      '10000',
      '--municipalities は 1 から 1741 までの整数で書いてください（「10000」）。まちは実在する自治体だけです。もっと大きくするには --articles や --photos をふやしてください。',
    ],
    ['--photos', '-1', '--photos は 0 から 24 までの整数で書いてください（「-1」）。'],
    ['--articles', 'たくさん', '--articles は 0 から 500000 までの整数で書いてください（「たくさん」）。'],
    ['--seed', '1.5', '--seed は 0 から 4294967295 までの整数で書いてください（「1.5」）。'],
  ])('refuses %s %s by name', async (option, value, words) => {
    const { code, err } = await renkei('synth', '--out', join(tempFolder(), 'x'), `${option}=${value}`);
    expect([code, err.split('\n')[0]]).toEqual([2, words]);
  });
});

describe('diceOf', () => {
  it('throws the same for the same seed and name', () => {
    const throws = (seed: number, name: string) =>
      Array.from({ length: 9 }, () => diceOf(seed, name).within(0, 9));
    expect(throws(1, 'a')).toEqual(throws(1, 'a'));
  });

  it('takes as many different ones as asked for, in the order of the list', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.nat(30), fc.nat(), (list, count, seed) => {
        const some = diceOf(seed, '').some(list, count);
        expect(some.length).toBe(Math.min(count, list.length));
        expect(list.filter((one) => some.includes(one))).toEqual(some);
      }),
    );
  });
});

describe('yaml', () => {
  const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean());
  const dictionary = (values: fc.Arbitrary<Plain>) =>
    fc.dictionary(fc.stringMatching(/^[a-z][a-z-]{0,8}$/), values, {
      minKeys: 1,
      maxKeys: 4,
      noNullPrototype: true,
    });
  const flat = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }));
  const inner = dictionary(flat);
  const thing = dictionary(fc.oneof(flat, inner, fc.array(inner, { minLength: 1, maxLength: 3 })));

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.array(thing, { maxLength: 5 }), (rows) => {
        expect(parse(yamlList('head', rows)) as unknown).toEqual(rows);
        for (const row of rows) expect(parse(yamlThing(row)) as unknown).toEqual(row);
      }),
    );
  });
});
