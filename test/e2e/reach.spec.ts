/** Every screen is reached by touch from home, and what it says is what the pack says. */
import { expect, type Page, test } from '@playwright/test';
import { readAbout } from '../../content/store/about.ts';
import { readIssues } from '../../content/store/articles.ts';
import { readCalendar } from '../../content/store/calendar.ts';
import { readEvents } from '../../content/store/events.ts';
import { type Here, readExhibition } from '../../content/store/exhibitions.ts';
import { findCases } from '../../content/store/find-cases.ts';
import { readGroup } from '../../content/store/groups.ts';
import { readHome, readMap } from '../../content/store/home.ts';
import type { Library } from '../../content/store/library.ts';
import { readTown, readWard } from '../../content/store/towns.ts';
import en from '../../renderer/words/en/common.json' with { type: 'json' };
import homeEn from '../../renderer/words/en/home.json' with { type: 'json' };
import casesJa from '../../renderer/words/ja/cases.json' with { type: 'json' };
import ja from '../../renderer/words/ja/common.json' with { type: 'json' };
import eventsJa from '../../renderer/words/ja/events.json' with { type: 'json' };
import homeJa from '../../renderer/words/ja/home.json' with { type: 'json' };
import { installCrawler } from './crawl/in-page.ts';
import { openDefaultLibrary, type Started, startKiosk } from './kiosk.ts';
import { type Finger, fingerOf } from './touch.ts';

const HERE: Here = { venueId: 'arakawa-kuyakusho', today: '2020-11-20' };
const ARAKAWA = '131181';

let started: Started;
let page: Page;
let touch: Finger;
let library: Library;

test.beforeAll(async () => {
  library = openDefaultLibrary();
  started = await startKiosk({ args: ['--venue', HERE.venueId, '--today', HERE.today] });
  page = started.page;
  touch = await fingerOf(page);
});
test.afterAll(async () => {
  library.close();
  await started.stop();
});
test.beforeEach(async () => {
  const home = page.getByRole('button', { name: ja.home, exact: true });
  if (await home.isVisible()) await touch(home.first());
  await expect(door(homeJa.cases)).toBeVisible();
});
test.afterEach(() => {
  expect(started.complaints).toEqual([]);
});

/** A tile of home; its name begins with its title. */
function door(title: string) {
  return page.getByRole('button', { name: new RegExp(`^${title}`) });
}

/** What the pack must have for this test to say anything. */
function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined)
    throw new Error('the default content lacks what this test needs');
  return value;
}

function text(value: string) {
  return page.getByText(value, { exact: false }).first();
}

test('home shows the exhibition of this hall and day, its ward and the numbers of the pack', async () => {
  const home = readHome(library, 'ja', HERE);
  await expect(page.getByRole('button', { name: new RegExp(must(home.hero).title) })).toBeVisible();
  await expect(text(home.municipalityCount.toLocaleString('ja'))).toBeVisible();
  await expect(door(homeJa.partners.replace('{{ward}}', home.ward?.name ?? ''))).toBeVisible();
  await expect(text('荒川区役所')).toBeVisible();
});

test('the map lists the partner towns of this ward, nearest first, and leads to a town', async () => {
  await touch(door(ja.map));
  const [nearest] = readMap(library, 'ja', HERE).partners;
  const first = page.locator('.map-list li').first();
  await expect(first).toContainText(nearest?.name ?? 'no partner');
  await touch(first.getByRole('button'));
  await expect(page.getByRole('heading', { level: 1, name: must(nearest).name })).toBeVisible();
});

test('a flight of the map that a touch holds up goes on when nothing else was wished', async () => {
  await touch(door(ja.map));
  await expect(page.locator('.map-list li').first()).toBeVisible();
  await page.evaluate(installCrawler);
  const zoom = () => page.evaluate(() => window.crawler?.mapPlace()?.camera.zoom ?? 0);
  const before = await zoom();
  await touch(page.locator('.map-region[data-region="chugoku"]'));
  await touch(page.getByRole('heading', { level: 1 }));
  await expect.poll(zoom).toBeGreaterThan(before + 1);
});

test('a drag of the map that the browser will not have cancelled, while a list coasts, is no complaint', async () => {
  await touch(door(ja.map));
  await expect(page.locator('.map-list li').first()).toBeVisible();
  await page.locator('.map-sea').evaluate((sea) => {
    const send = (type: string, clientX: number): boolean => {
      const finger = new Touch({ identifier: 1, target: sea, clientX, clientY: 300 });
      const touches = type === 'touchend' ? [] : [finger];
      const touched = { touches, changedTouches: [finger], bubbles: true, cancelable: false };
      return sea.dispatchEvent(new TouchEvent(type, { ...touched, view: window }));
    };
    send('touchstart', 700);
    send('touchmove', 760);
    send('touchend', 760);
  });
});

test('a town tells its headline, its links and its neighbours', async () => {
  await touch(door(ja.map));
  await touch(page.locator('.map-list li').filter({ hasText: '鶴居村' }).getByRole('button'));
  const town = readTown(library, 'ja', HERE, '016675');
  await expect(text(town?.headline ?? '?')).toBeVisible();
  for (const link of town?.links ?? []) await expect(text(link.title)).toBeAttached();
  for (const neighbour of town?.neighbours.slice(0, 3) ?? [])
    await expect(text(neighbour.name)).toBeAttached();
});

test('the ward of the hall shows its partners', async () => {
  await touch(door(homeJa.partners.replace('{{ward}}', '荒川区')));
  const ward = readWard(library, 'ja', HERE, ARAKAWA);
  await expect(page.getByRole('heading', { level: 1, name: '荒川区' })).toBeVisible();
  for (const partner of ward?.partners.slice(0, 3) ?? []) await expect(text(partner.name)).toBeAttached();
});

test('the exhibition of the hall opens with all its chapters', async () => {
  const hero = readHome(library, 'ja', HERE).hero;
  await touch(page.getByRole('button', { name: /見てみる/ }).first());
  const exhibition = readExhibition(library, 'ja', HERE, hero?.id ?? '');
  await expect(page.getByRole('heading', { name: must(exhibition).title })).toBeVisible();
  for (const chapter of exhibition?.chapters ?? []) await expect(text(chapter.title)).toBeAttached();
  await touch(page.getByRole('button', { name: new RegExp(exhibition?.chapters[0]?.title ?? '?') }).first());
  await expect(text(exhibition?.chapters[0]?.blocks[0]?.body.slice(0, 12) ?? '?')).toBeVisible();
});

test('NEWS opens an issue and an article with its own words', async () => {
  await touch(door(homeJa.news));
  const [issue] = readIssues(library, 'ja');
  expect(issue?.articles).toHaveLength(24);
  const article = issue?.articles.find((one) => one.kind === 'case');
  await touch(page.getByRole('button', { name: new RegExp(article?.title ?? '?') }).first());
  await expect(page.getByRole('heading', { name: must(article).title })).toBeVisible();
  await expect(text(article?.summary ?? '?')).toBeVisible();
});

test('events of the week come first, and the last day counts', async () => {
  await touch(door(homeJa.events));
  const running = readEvents(library, 'ja', { by: 'id', id: 'hiroshima-exhibit-2020' });
  const { title } = must(running[0]);
  await touch(page.getByRole('button', { name: new RegExp(title) }).first());
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole('img', { name: new RegExp(title) }).first()).toBeVisible();
  await touch(page.getByRole('button', { name: ja.back, exact: true }).first());
  await touch(page.getByRole('button', { name: eventsJa.span.month, exact: true }));
  await expect(page.getByRole('button', { name: /^2020年11月20日\(金\) \d/ })).toBeVisible();
  await touch(page.getByRole('button', { name: eventsJa.span.list, exact: true }));
  await expect(page.getByRole('button', { name: eventsJa.group.festival, exact: true })).toBeVisible();
});

test('another year and month are chosen by touch, and a touch beside them or back leaves all as it was', async () => {
  await touch(door(homeJa.events));
  await touch(page.getByRole('button', { name: eventsJa.span.month, exact: true }));
  const open = page.getByRole('button', { name: new RegExp(eventsJa.when) });
  await touch(open);
  await touch(page.getByRole('button', { name: /^2016年/ }));
  await expect(page.getByRole('button', { name: /^2016年1月/ })).toBeDisabled();
  await touch(page.getByRole('button', { name: /^2016年11月/ }));
  await expect(open).toHaveText('平成28年（2016年）11月');
  await expect(open).toBeFocused();
  const events = readCalendar(library, 'ja', 'month', '2016-11-01').events;
  expect(events.length).toBeGreaterThan(0);
  await expect(text(must(events[0]).title)).toBeVisible();
  for (const leave of [
    () => page.locator('.when').click({ position: { x: 5, y: 5 } }),
    () => touch(page.getByRole('button', { name: ja.back, exact: true }).first()),
  ]) {
    await touch(open);
    await leave();
    await expect(open).toHaveText('平成28年（2016年）11月');
    await expect(page.locator('.when')).toHaveCount(0);
  }
});

test('cases answer what a visitor would like to do', async () => {
  await touch(door(homeJa.cases));
  await touch(page.getByRole('button', { name: new RegExp(`^${ja.purpose.eat}`) }).first());
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(text('りんご')).toBeAttached();
});

test('the list of cases is narrowed down by touch, and a choice can be taken back', async () => {
  await touch(door(homeJa.cases));
  await touch(page.getByRole('button', { name: casesJa.find }));
  const filter = {
    field: null,
    ward: null,
    prefecture: null,
    year: null,
    who: null,
    tag: null,
    purpose: null,
  };
  const all = findCases(library, 'ja', HERE, filter, 0, 24);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${all.total}`);
  const ward = must(all.choices.wards.find(({ value }) => value === ARAKAWA));
  await touch(page.getByRole('button', { name: `${casesJa.facet.ward} ${casesJa.any}` }));
  await touch(page.getByRole('button', { name: new RegExp(`^${ward.name}`) }));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${ward.count}`);
  await touch(page.getByRole('button', { name: `${casesJa.facet.ward} ${ward.name}` }));
  await touch(page.getByRole('button', { name: casesJa.any, exact: true }));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${all.total}`);
});

test('search finds a town by kana typed on the screen', async () => {
  await touch(door(ja.search));
  for (const letter of ['つ', 'る', 'い'])
    await touch(page.getByRole('button', { name: letter, exact: true }).first());
  await expect(text('鶴居村')).toBeVisible();
});

test('about tells the aims and numbers with their as-of dates', async () => {
  await touch(door(homeJa.news));
  await touch(page.getByRole('button', { name: ja.about }).first());
  const about = readAbout(library, 'ja');
  await expect(text(about.topics['goal']?.[0]?.title ?? '?')).toBeAttached();
});

test('a prefecture shows all its towns', async () => {
  await touch(door(ja.map));
  await touch(page.locator('.map-list li').filter({ hasText: '鶴居村' }).getByRole('button'));
  await touch(page.getByRole('button', { name: /北海道のまち/ }).first());
  const hokkaido = readGroup(library, 'ja', 'prefecture', '01');
  await expect(text(`${hokkaido?.towns.length}`)).toBeVisible();
});

test('the language button turns the whole screen to English and back', async () => {
  await touch(page.getByRole('button', { name: 'English', exact: true }).first());
  const home = readHome(library, 'en', HERE);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('button', { name: new RegExp(must(home.hero).title) })).toBeVisible();
  await expect(
    page.getByRole('button', { name: new RegExp(`^${homeEn.cases.replace('?', '\\?')}`) }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: en.contrast, exact: true }).first()).toBeVisible();
  await touch(page.getByRole('button', { name: '日本語', exact: true }).first());
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
});

test('home and back are always there, and back returns to where one was', async () => {
  await touch(door(homeJa.news));
  const [issue] = readIssues(library, 'ja');
  await touch(page.getByRole('button', { name: new RegExp(issue?.articles[0]?.title ?? '?') }).first());
  await touch(page.getByRole('button', { name: ja.back, exact: true }).first());
  await expect(text(issue?.title ?? '?')).toBeVisible();
  await touch(page.getByRole('button', { name: ja.home, exact: true }).first());
  await expect(door(homeJa.cases)).toBeVisible();
});
