/**
 * Everything in the library is within reach: three touches from home and the choice in a list. No screen is a dead
 * end, no button leads to a refusal, and back leads back. Every run opens the pages that list others and holds what
 * they link against the library. With RENKEI_LONG=1 every page is opened, which takes many minutes: of our own
 * library, and of a made-up one with what our own lacks: cases, places, offers.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { randomOf } from '../../content/author/synth/random.ts';
import { isSpecialWardCode } from '../../content/pack/code.ts';
import { readIssues } from '../../content/store/articles.ts';
import { readEvents } from '../../content/store/events.ts';
import { readExchangeCases } from '../../content/store/exchange-cases.ts';
import { readExhibitions } from '../../content/store/exhibitions.ts';
import { readFacilities } from '../../content/store/facilities.ts';
import { readMap } from '../../content/store/home.ts';
import { type Library, openLibrary } from '../../content/store/library.ts';
import { readMatchedOffers } from '../../content/store/offers.ts';
import type { Route } from '../../main/ipc/contract.ts';
import { runRenkei } from '../helpers/child.ts';
import { type Crawled, crawl, keyOf } from './crawl/crawler.ts';
import { openDefaultLibrary, startKiosk } from './kiosk.ts';

const HERE = { venueId: 'arakawa-kuyakusho', today: '2020-11-20' };
const LONG = process.env['RENKEI_LONG'] === '1';
const SEED = 20_161_113;
/** Share of the towns that are opened in the made-up library; ours has opened them all. */
const TOWNS = 0.05;
/**
 * Share of what is made alike and there is a thousand of: weeks that the list of all months leads to, towns on the map
 * that their own pages lead to.
 */
const ALIKE = 0.05;
/** From home to what is looked for; the last of them is the choice in a list. */
const TOUCHES = 3 + 1;
/** The made-up library: what it has besides towns. */
const AMOUNT = ['--municipalities', '40', '--photos', '0', '--articles', '30', '--seed', '3'];

type Scope = {
  readonly library: Library;
  /** Null: the default content. */
  readonly data: string | null;
  /** Prefectures that a finger chooses on the drawn map; null: all. */
  readonly touched: readonly string[] | null;
  readonly opens: (route: Route) => boolean;
};

type Walk = Scope & { readonly crawled: Crawled; readonly complaints: readonly string[] };

async function walk(scope: Scope): Promise<Walk> {
  const { library, data, opens } = scope;
  // The crawl presses without a hand; the kiosk would take it for nobody, and give such a busy page up for a new one.
  const args = [
    '--venue',
    HERE.venueId,
    '--today',
    HERE.today,
    '--idle',
    '9000,60',
    '--ceiling',
    '8000,9000',
  ];
  const started = await startKiosk({ args, ...(data === null ? {} : { data }) });
  try {
    await expect(started.page.locator('.home-doors')).toBeVisible();
    const map = readMap(library, 'ja', HERE);
    const touched = scope.touched ?? map.prefectures.map(({ id }) => id);
    // A long run that is cut short has said how far it came.
    const say = (pages: number) => LONG && process.stdout.write(`${pages} pages opened\n`);
    const crawled = await crawl(started.page, { map, prefectures: touched, opens, mostTouches: 6, say });
    const errors = started.kiosk
      .output()
      .split('\n')
      .filter((line) => line.includes('"level":"error"'));
    return { ...scope, crawled, complaints: [...started.complaints, ...errors] };
  } catch (error) {
    process.stderr.write(`${started.kiosk.output()}\n`);
    throw error;
  } finally {
    await started.stop();
  }
}

/** By the same dice for every run a share of the towns, and of what is made alike; everything else. */
function sampled(towns: number): (route: Route) => boolean {
  const random = randomOf(SEED);
  const chosen = new Map<string, boolean>();
  const shareOf = (route: Route): number => {
    if (route.page === 'town') return towns;
    if (route.page === 'map' && route.code !== undefined) return ALIKE;
    return route.page === 'events' && route.span === 'week' ? ALIKE : 1;
  };
  return (route) => {
    const share = shareOf(route);
    if (share === 1) return true;
    const key = keyOf(route);
    const known = chosen.get(key) ?? random() < share;
    chosen.set(key, known);
    return known;
  };
}

/** What is further away than it may be, or nowhere. */
function tooFar({ crawled }: Walk, routes: readonly Route[]): readonly string[] {
  return routes.flatMap((route) => {
    const touches = crawled.touches.get(keyOf(route));
    return touches !== undefined && touches <= TOUCHES ? [] : [`${keyOf(route)}: ${touches ?? 'nowhere'}`];
  });
}

/** Okinawa: its towns stand for those of all prefectures, whose lists are made alike. */
const ONE = '47';

/** Pages that list others. Single things are only looked at with RENKEI_LONG=1, as is every day of a month. */
function isList(route: Route): boolean {
  if (route.page === 'events') return route.span === undefined || route.span === 'list';
  if (route.page === 'map') return route.prefectureId === undefined || route.prefectureId === ONE;
  if (route.page === 'exhibition') return route.chapter === undefined;
  return ['wards', 'exhibitions', 'news', 'about'].includes(route.page);
}

/** Everything of the library that has a page stands within reach. @param of the prefecture whose towns are looked for */
function expectLinked(walked: Walk, of = ''): void {
  const { library } = walked;
  const codes = [...library.names('ja').towns.keys()].filter((code) => code.startsWith(of));
  const towns = codes.map(
    (code): Route => (isSpecialWardCode(code) ? { page: 'ward', code } : { page: 'town', code }),
  );
  expect.soft(tooFar(walked, towns), 'towns').toEqual([]);

  const pages = (
    page: 'article' | 'event' | 'exhibition' | 'case',
    all: readonly { readonly id: string }[],
  ): readonly string[] =>
    tooFar(
      walked,
      all.map(({ id }): Route => ({ page, id })),
    );
  const articles = readIssues(library, 'ja').flatMap((issue) => issue.articles);
  expect.soft(pages('article', articles), 'articles').toEqual([]);
  expect.soft(pages('event', readEvents(library, 'ja', { by: 'all' })), 'events').toEqual([]);
  expect.soft(pages('exhibition', readExhibitions(library, 'ja', HERE)), 'exhibitions').toEqual([]);
  expect.soft(pages('case', readExchangeCases(library, 'ja', { by: 'all' })), 'cases').toEqual([]);

  for (const kind of ['prefecture', 'area', 'association', 'organisation'] as const) {
    const groups = library
      .all<{ readonly id: string }>(`SELECT ${kind}_id AS id FROM ${kind}`)
      .filter(({ id }) => kind !== 'prefecture' || id.startsWith(of))
      .map(({ id }): Route => ({ page: 'group', kind, id }));
    expect.soft(tooFar(walked, groups), kind).toEqual([]);
  }
}

/** Everything that is wrong with a library is told at once: a walk takes its time. */
function expectEverything(walked: Walk, least: { readonly towns: number; readonly opened: number }): void {
  const { library, crawled, complaints } = walked;
  expectLinked(walked);
  const towns = [...crawled.opened].filter((key) => /"(town|ward)"\]\]$/.test(key));
  expect(towns.length).toBeGreaterThan(least.towns);

  const printed = readIssues(library, 'ja').flatMap((issue) =>
    issue.pages.map(({ page: at }): Route => ({ page: 'issue', id: issue.id, at })),
  );
  expect
    .soft(
      printed.filter((route) => !crawled.touches.has(keyOf(route))),
      'printed pages',
    )
    .toEqual([]);
  const names = [
    ...readFacilities(library, 'ja', null).map(({ name }) => name),
    ...readMatchedOffers(library, 'ja', HERE, null).map(({ title }) => title),
  ];
  expect
    .soft(
      names.filter((name) => !crawled.words.includes(name)),
      'places and offers',
    )
    .toEqual([]);

  // No screen is a dead end, no button is refused, and back leads back.
  expect.soft(crawled.problems).toEqual([]);
  expect.soft(complaints).toEqual([]);
  expect(crawled.opened.size).toBeGreaterThan(least.opened);
}

test('nothing in our own library is linked from nowhere', async () => {
  test.setTimeout(120_000);
  const library = openDefaultLibrary();
  try {
    const walked = await walk({ library, data: null, touched: [], opens: isList });
    expectLinked(walked, ONE);
    const listed = [...walked.crawled.touches.keys()].flatMap(
      (key) => /"prefectureId","(\d\d)"/.exec(key)?.[1] ?? [],
    );
    expect
      .soft(listed.sort(), 'prefectures beside the map')
      .toEqual([...library.names('ja').prefectures.keys()].sort());
    expect.soft(walked.crawled.problems).toEqual([]);
    expect.soft(walked.complaints).toEqual([]);
  } finally {
    library.close();
  }
});

test('our own library is within three touches and the list, without a dead end', async () => {
  test.skip(!LONG, 'long: RENKEI_LONG=1');
  test.setTimeout(3_600_000);
  const library = openDefaultLibrary();
  try {
    const walked = await walk({
      library,
      data: null,
      touched: null,
      opens: sampled(1),
    });
    expectEverything(walked, { towns: 1_700, opened: 1_900 });
  } finally {
    library.close();
  }
});

test('a made-up library with cases, places and offers is so too', async () => {
  test.skip(!LONG, 'long: RENKEI_LONG=1');
  test.setTimeout(1_800_000);
  const folder = mkdtempSync(join(tmpdir(), 'renkei-crawl-'));
  // A temp folder is closed to others; the kiosk may run as another user.
  chmodSync(folder, 0o755);
  try {
    const [source, data] = [join(folder, 'source'), join(folder, 'data')];
    for (const argv of [
      ['synth', ...AMOUNT, '--out', source],
      ['build', source, '--out', data],
    ]) {
      const { code, err } = await runRenkei(argv);
      expect(code, err).toBe(0);
    }
    const opened = openLibrary(data);
    if (!opened.ok) throw new Error(JSON.stringify(opened.faults));
    const walked = await walk({ library: opened.library, data, touched: ['25'], opens: sampled(TOWNS) });
    expectEverything(walked, { towns: 40, opened: 150 });
    opened.library.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
