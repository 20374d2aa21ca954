/**
 * The resting screen: full of one picture and one sentence at a time. A touch anywhere begins a visit at
 * what was shown; a touch on one's own language begins it in that language.
 */
import { HandTapIcon } from '@phosphor-icons/react/dist/csr/HandTap';
import i18next from 'i18next';
import { type CSSProperties, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Lang } from '../../../content/pack/lang.ts';
import type { KioskView } from '../../../content/pack/views.ts';
import type { Route } from '../../../main/ipc/contract.ts';
import { useAnswer } from '../../answer.ts';
import { todayText, whenText } from '../../dates.ts';
import { go } from '../../navigation.ts';
import { Icon } from '../../parts/icon.tsx';
import { Landscape } from '../../parts/landscape.tsx';
import { Mark } from '../../parts/mark.tsx';
import { NoticeBand } from '../../parts/notice-band.tsx';
import { useShowingText } from '../../parts/showing.tsx';
import { session } from '../../session.ts';
import { change, htmlLang, SCREEN_LANGS, useSettings } from '../../settings.ts';
import { tagOf, useWords } from '../../words/index.ts';
import './rest-screen.css';
import { type Scene, scenesOf, shiftOf } from './scenes.ts';

/** How long one scene stands: a sentence is read twice in this time. */
const SCENE_MS = 10_000;

export function RestScreen({ kiosk }: { readonly kiosk: KioskView }) {
  const t = useWords('rest');
  const scenes = useScenes(kiosk);
  const n = useCounter(SCENE_MS);
  const at = (i: number) => scenes[((i % scenes.length) + scenes.length) % scenes.length];
  const scene = at(n);
  const all = useRef<HTMLButtonElement>(null);
  // A keypad's first key begins as well; without a focus it would be spoken to nobody.
  useEffect(() => all.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  if (scene === undefined) return null;
  const shift = shiftOf(n);
  return (
    <main className="rest" style={{ '--x': shift.x, '--y': shift.y } as CSSProperties}>
      <h1 className="only-for-voice">{t('title')}</h1>
      <Pictures shown={n} of={[at(n - 1), scene, at(n + 1)]} />
      <button
        ref={all}
        type="button"
        className="rest-all"
        aria-label={t('begin')}
        onClick={() => begin(scene)}
        onKeyDown={(event) => event.key !== 'Tab' && begin(scene)}
      />
      <div className="rest-head">
        <Top kiosk={kiosk} />
        <NoticeBand open={beginAt} />
      </div>
      <div className="rest-foot">
        <div className="rest-words" key={scene.key}>
          <Words scene={scene} />
        </div>
        <ul className="rest-touch" aria-label={t('touch')}>
          {SCREEN_LANGS.map(({ lang }, i) => (
            <li key={lang}>
              <button
                type="button"
                className="rest-lang"
                data-now={i === n % SCREEN_LANGS.length}
                lang={htmlLang(lang)}
                onClick={() => begin(scene, lang)}
              >
                {i === 0 && <Icon of={HandTapIcon} weight="fill" />}
                {i18next.getFixedT(tagOf(lang), 'rest')('touch')}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </main>
  );
}

/** The visit begins where the visitor's eye was; home lies behind it. */
function begin(scene: Scene, lang?: Lang): void {
  if (lang !== undefined) change({ lang });
  beginAt(scene.route);
}

function beginAt(route: Route): void {
  go(route);
  session.begin();
}

function useScenes(kiosk: KioskView): readonly Scene[] {
  const { today } = kiosk;
  const home = useAnswer('home:read', {});
  const issues = useAnswer('issues:list', {});
  const week = useAnswer('events:calendar', { span: 'week', day: today });
  return useMemo(
    () => scenesOf({ home: ready(home), issues: ready(issues), week: ready(week), today }),
    [home, issues, week, today],
  );
}

function ready<T>(answer: { readonly state: string; readonly value?: T }): T | null {
  return answer.state === 'ready' ? (answer.value ?? null) : null;
}

/** Counts up at each step of so many milliseconds. */
function useCounter(stepMs: number): number {
  const [n, setN] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setN((last) => last + 1), stepMs);
    return () => clearInterval(timer);
  }, [stepMs]);
  return n;
}

type PicturesProps = {
  readonly shown: number;
  /** The one that goes, the one that stands, the one that comes: it is there before it is seen. */
  readonly of: readonly (Scene | undefined)[];
};

function Pictures({ shown, of }: PicturesProps) {
  const states = ['going', 'shown', 'coming'] as const;
  // By number and not by scene: the same picture may go and come at once.
  const layers = of.map((scene, i) => ({ scene, n: shown - 1 + i, state: states[i] }));
  return (
    <div className="rest-pictures" aria-hidden="true">
      {layers.map(
        ({ scene, n, state }) =>
          scene !== undefined && (
            <div className="rest-picture" key={n} data-state={state}>
              <Landscape of={scene.cover} photo={scene.photo} titled />
            </div>
          ),
      )}
    </div>
  );
}

/** Where one is: small, so that the picture stays the first thing. */
function Top({ kiosk }: { readonly kiosk: KioskView }) {
  const t = useWords();
  const { lang } = useSettings();
  return (
    <div className="rest-top">
      <p className="rest-name">
        <Mark />
        {t('title')}
      </p>
      <p className="rest-hall">
        {kiosk.venue.name} <time dateTime={kiosk.today}>{todayText(kiosk.today, lang)}</time>
      </p>
    </div>
  );
}

function Words({ scene }: { readonly scene: Scene }) {
  const t = useWords('rest');
  const { lang } = useSettings();
  const showing = useShowingText();
  switch (scene.kind) {
    case 'exhibition': {
      const { title, subtitle, showing: when } = scene.exhibition;
      return <Lines above={showing(when)} title={title} text={subtitle} lang={scene.lang} />;
    }
    case 'town': {
      const { name, prefecture, headline } = scene.town;
      return <Lines above={`${t('friend')}　${prefecture}`} title={name} text={headline} lang={scene.lang} />;
    }
    case 'article': {
      const { title, summary } = scene.article;
      return <Lines above={t('news')} title={title} text={summary} lang={scene.lang} />;
    }
    case 'event': {
      const { title, when, place } = scene.event;
      const text = [whenText(when, lang), place].filter((part) => part !== null).join('　');
      return <Lines above={t('this-week')} title={title} text={text} lang={scene.lang} />;
    }
    case 'project':
      return <Lines above={null} title={t('project')} text={t('project-text')} />;
  }
}

type LinesProps = {
  readonly above: ReactNode;
  readonly title: string;
  readonly text: string | null;
  readonly lang?: Lang;
};

function Lines({ above, title, text, lang }: LinesProps) {
  return (
    <>
      {above !== null && <p className="rest-above">{above}</p>}
      <p className="rest-title" lang={lang}>
        {title}
      </p>
      {text !== null && text !== title && (
        <p className="rest-text" lang={lang}>
          {text}
        </p>
      )}
    </>
  );
}
