import { describe, expect, it } from 'vitest';
import { readIssues } from '../../../../content/store/articles.ts';
import { readCalendar } from '../../../../content/store/calendar.ts';
import { readHome } from '../../../../content/store/home.ts';
import { scenesOf, shiftOf } from '../../../../renderer/pages/rest/scenes.ts';
import { buildDefault, openGood } from '../../../helpers/library.ts';

const library = openGood(buildDefault());
const TODAY = '2020-11-20';
const here = { venueId: 'arakawa-kuyakusho', today: TODAY };

function onNow(today = TODAY) {
  return {
    home: readHome(library, 'ja', { ...here, today }),
    issues: readIssues(library, 'ja'),
    week: readCalendar(library, 'ja', 'week', today),
    today,
  };
}

describe('scenesOf', () => {
  it('begins with the exhibition of this hall and shows every kind of thing that is on', () => {
    const { home } = onNow();
    const scenes = scenesOf(onNow());
    expect(scenes[0]?.route).toEqual({ page: 'exhibition', id: home.hero?.id });
    expect(new Set(scenes.map(({ kind }) => kind))).toEqual(
      new Set(['exhibition', 'town', 'article', 'event']),
    );
    expect(new Set(scenes.map(({ key }) => key)).size).toBe(scenes.length);
    expect(scenes.length).toBeLessThanOrEqual(10);
  });

  it('is the same all day and another one tomorrow', () => {
    const keys = (today: string) => scenesOf({ ...onNow(), today }).map(({ key }) => key);
    expect(keys(TODAY)).toEqual(keys(TODAY));
    expect(keys('2020-11-21')).not.toEqual(keys(TODAY));
  });

  it('shows towns that have something to say', () => {
    for (const scene of scenesOf(onNow()))
      if (scene.kind === 'town') expect(scene.town.headline).toBeTruthy();
  });

  it('goes on with what there is', () => {
    const all = onNow();
    const kinds = (part: Partial<typeof all>) => scenesOf({ ...all, ...part }).map(({ kind }) => kind);
    expect(kinds({ home: { ...all.home, hero: null } })).not.toContain('exhibition');
    expect(scenesOf({ home: null, issues: null, week: null, today: TODAY }).map(({ kind }) => kind)).toEqual([
      'project',
    ]);
    expect(scenesOf({ home: null, issues: [], week: null, today: TODAY })).toHaveLength(1);
  });
});

describe('shiftOf', () => {
  it('stands on no place twice within 35 scenes', () => {
    const places = Array.from({ length: 35 }, (_, n) => JSON.stringify(shiftOf(n)));
    expect(new Set(places).size).toBe(35);
  });
});
