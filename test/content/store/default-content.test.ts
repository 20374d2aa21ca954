/**
 * What must be true of our default content when it is read through the store, as the kiosk reads it.
 * Built once from the real source and the real gazetteer; facts about single reads have files of their own.
 */
import { describe, expect, it } from 'vitest';
import { LANGS } from '../../../content/pack/lang.ts';
import { PURPOSES } from '../../../content/pack/types.ts';
import { readAbout } from '../../../content/store/about.ts';
import { readArticle, readArticles, readIssues } from '../../../content/store/articles.ts';
import { readCases } from '../../../content/store/cases.ts';
import { readEvents } from '../../../content/store/events.ts';
import { readExhibition, readExhibitions } from '../../../content/store/exhibitions.ts';
import { readAssociations, readGroup } from '../../../content/store/groups.ts';
import { readLinks } from '../../../content/store/links.ts';
import { readTown, readWards } from '../../../content/store/towns.ts';
import { readVenues } from '../../../content/store/venues.ts';
import { buildDefault, openGood } from '../../helpers/library.ts';

const library = openGood(buildDefault());
const HERE = { venueId: 'kusei-kaikan', today: '2020-11-20' };
/** The languages in which everything must be said. */
const REQUIRED = ['ja', 'en'] as const;

it('opens without a fault', () => {
  expect(library.faults).toEqual([]);
});

describe('places', () => {
  it('are the 23 wards by code, each with a sentence of its own in both languages', () => {
    for (const lang of REQUIRED) {
      const wards = readWards(library, lang);
      const headlines = new Set(wards.map((ward) => ward.headline));
      expect([wards.length, headlines.size, headlines.has(null)]).toEqual([23, 23, false]);
      expect(wards.map((ward) => ward.code)).toEqual(wards.map((ward) => ward.code).sort());
    }
  });

  it('are all municipalities of Japan, and each can be shown', () => {
    const codes = [...library.names('ja').towns.keys()];
    expect(codes).toHaveLength(1741);
    // Every eleventh, in every language in turn: each read looks at all of Japan for neighbours.
    for (const [i, code] of codes.filter((_code, at) => at % 11 === 0).entries()) {
      const town = readTown(library, LANGS[i % LANGS.length] ?? 'ja', HERE, code);
      expect([town?.neighbours.length, town?.prefecture === '', town?.kana === '']).toEqual([
        6,
        false,
        false,
      ]);
    }
  });

  it('are all prefectures, and their municipalities are all of Japan', () => {
    const numbers = [...library.names('ja').prefectures.keys()];
    const towns = numbers.flatMap((id) => readGroup(library, 'ja', 'prefecture', id)?.towns ?? []);
    expect([numbers.length, towns.length]).toEqual([47, 1741]);
  });

  it('are thirteen associations with an agreement, and a hall in every ward beside that of all 23', () => {
    expect(readAssociations(library, 'ja')).toHaveLength(13);
    const halls = readVenues(library, 'ja').filter((venue) => venue.isHall);
    expect(new Set(halls.map((hall) => hall.wardCode)).size).toBe(24);
    expect(halls.find((hall) => hall.id === 'kusei-kaikan')).toMatchObject({
      name: '東京区政会館',
      wardCode: null,
    });
  });
});

describe('links and events', () => {
  it('name every ward, town and body they speak of, in every language', () => {
    for (const lang of LANGS) {
      const refs = [
        ...readLinks(library, lang, { by: 'all' }),
        ...readEvents(library, lang, { by: 'all' }),
      ].flatMap((one) => [...one.wards, ...one.partners]);
      expect(refs.length).toBeGreaterThan(50);
      expect(refs.filter((ref) => ref.name === ref.id)).toEqual([]);
    }
  });

  it('offer something at every door of 「なにをしたい？」', () => {
    for (const purpose of PURPOSES) {
      expect(readCases(library, 'ja', HERE, purpose).length, purpose).toBeGreaterThan(0);
    }
  });
});

describe('the newsletter', () => {
  it('has the 24 articles of issue 3, each readable in both languages, linked from first to last', () => {
    for (const lang of REQUIRED) {
      const articles = readIssues(library, lang).find((issue) => issue.id === 'news-3')?.articles ?? [];
      expect(articles).toHaveLength(24);
      let id: string | undefined = articles[0]?.id;
      const walked: string[] = [];
      while (id !== undefined) {
        const view = readArticle(library, lang, id);
        expect([view?.lang, view?.title === '', view?.summary === '']).toEqual([lang, false, false]);
        walked.push(id);
        id = view?.next?.id;
      }
      expect(walked).toEqual(articles.map((one) => one.id));
    }
  });

  it('is honest about its languages: what has no translation comes in Japanese and says so', () => {
    const japanese = new Map(readArticles(library, 'ja', { by: 'all' }).map((one) => [one.id, one.title]));
    for (const lang of LANGS) {
      for (const one of readArticles(library, lang, { by: 'all' })) {
        expect([lang, 'ja']).toContain(one.lang);
        if (one.lang === 'ja') expect(one.title).toBe(japanese.get(one.id));
      }
    }
  });
});

describe('exhibitions', () => {
  it('have words, chapters and blocks everywhere, in both languages', () => {
    for (const lang of REQUIRED) {
      for (const { id } of readExhibitions(library, lang, HERE)) {
        const view = readExhibition(library, lang, HERE, id);
        expect(view?.lang).toBe(lang);
        expect(view?.chapters.length).toBeGreaterThan(0);
        for (const chapter of view?.chapters ?? []) {
          expect(chapter.title).not.toBe('');
          expect(chapter.blocks.length).toBeGreaterThan(0);
        }
      }
    }
  });

  it('tell of nine towns of Hiroshima in the autumn of 2020', () => {
    const view = readExhibition(library, 'ja', HERE, 'hiroshima-9');
    expect(view?.towns).toHaveLength(9);
    expect(view?.towns.every((town) => town.prefecture === '広島県' && town.kind === 'town')).toBe(true);
    expect(view?.showing).toMatchObject({ state: 'running', here: true, lastDay: '2020-12-24' });
  });
});

it('the About page has something in every part, in both languages', () => {
  for (const lang of REQUIRED) {
    const about = readAbout(library, lang);
    for (const [part, value] of Object.entries(about))
      expect(Object.keys(value).length, part).toBeGreaterThan(0);
    expect([about.fields.length, about.associations.length]).toEqual([6, 13]);
  }
});
