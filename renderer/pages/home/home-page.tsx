/** Home: what is on in this hall, and six doors. Decides whether anybody touches. */
import { useEffect } from 'react';
import type { HomeView } from '../../../content/pack/views.ts';
import type { Route } from '../../../main/ipc/contract.ts';
import { useAnswer } from '../../answer.ts';
import { useKiosk } from '../../kiosk.ts';
import { Answered } from '../../parts/answered.tsx';
import { Screen } from '../../parts/screen.tsx';
import { markUsable } from '../../usable.ts';
import { useWords } from '../../words/index.ts';
import { Doors } from './doors.tsx';
import { Hero } from './hero.tsx';
import './home-page.css';

type HomePageProps = { readonly route: Extract<Route, { page: 'home' }> };

export function HomePage(_: HomePageProps) {
  const t = useWords('home');
  const answer = useAnswer('home:read', {});
  return (
    <Screen title={t('title')} scroll="none" className="home">
      <Answered answer={answer} shape="picture">
        {(home) => <Filled home={home} />}
      </Answered>
    </Screen>
  );
}

function Filled({ home }: { readonly home: HomeView }) {
  // The day and the hall's name belong to a home one can use.
  const ready = useKiosk().state === 'ready';
  useEffect(() => {
    if (ready) void markUsable();
  }, [ready]);
  return (
    <>
      <Hero home={home} />
      <Doors home={home} />
    </>
  );
}
