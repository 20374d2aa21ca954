/**
 * The screen as a whole: frame and page of the route, or the fault screen where there is no library.
 * An error in a page is caught here; the frame with its ways back stays.
 */
import { Component, type ErrorInfo, memo, type ReactNode, useDeferredValue, useEffect } from 'react';
import type { Fault } from '../content/pack/refusal.ts';
import type { KioskView } from '../content/pack/views.ts';
import { afterVisit } from './after-visit.ts';
import { answers, askAhead } from './asked.ts';
import { door, NO_ANSWER } from './door.ts';
import { useKiosk } from './kiosk.ts';
import { go, goHome, type Place, PlaceContext, pagePlace, trail, useTrail } from './navigation.ts';
import { FaultPage } from './pages/fault/fault-page.tsx';
import { StaffNotice } from './pages/fault/staff-notice.tsx';
import { pageOf, RestScreen, StaffScreen, StillThere } from './pages/index.tsx';
import { Frame } from './parts/frame.tsx';
import { NoticeBand } from './parts/notice-band.tsx';
import { PreviewBand } from './parts/preview-band.tsx';
import { RefusalNote } from './parts/refusal.tsx';
import { Screen } from './parts/screen.tsx';
import { readings } from './ruby.ts';
import { session, useSession } from './session.ts';
import { resetSettings, settings } from './settings.ts';
import { staffSide } from './staff.ts';
import { useWatched } from './value.ts';
import { useWords } from './words/index.ts';

export function App() {
  const kiosk = useKiosk();
  const staff = useWatched(staffSide);
  useContentChanges();
  if (staff !== 'away') {
    return <StaffScreen />;
  }
  if (kiosk.state === 'refused' && kiosk.refusal.code === 'no-library') {
    return (
      <>
        <PreviewBand />
        <FaultPage faults={kiosk.refusal.faults} />
      </>
    );
  }
  return (
    <>
      <PreviewBand />
      <Visit kiosk={kiosk.state === 'ready' ? kiosk.value : null}>
        <Pages faults={kiosk.state === 'ready' ? kiosk.value.faults : []} />
      </Visit>
    </>
  );
}

/** The pages while there is a visitor; nothing of them is left on the screen when it rests. */
function Visit({ kiosk, children }: { readonly kiosk: KioskView | null; readonly children: ReactNode }) {
  const { phase, ...state } = useSession();
  const times = kiosk?.session ?? null;
  useEffect(() => {
    if (times !== null) session.run(times);
  }, [times]);
  const asking = phase === 'asking' && 'askMs' in state;
  if (phase === 'resting' && kiosk !== null) {
    return <RestScreen kiosk={kiosk} />;
  }
  return (
    <>
      <div className="visit" inert={asking}>
        {children}
      </div>
      {asking && <StillThere askMs={state.askMs} />}
    </>
  );
}

/** What stands above every page: notices for visitors, and for staff where something is wrong. */
function Notices({ faults }: { readonly faults: readonly Fault[] }) {
  const { route } = pagePlace(useTrail());
  return (
    <div className="notices">
      <NoticeBand open={go} besides={route.page === 'notice' ? route.id : null} />
      <StaffNotice faults={faults} />
    </div>
  );
}

/**
 * The frame answers a touch at once; the next page is made below it in small pieces that let every frame and every
 * further touch pass, and takes the place of the one before when it is whole.
 */
function Pages({ faults }: { readonly faults: readonly Fault[] }) {
  const place = pagePlace(useTrail());
  const made = useDeferredValue(place);
  // Another chapter or filter in the same place is no new page.
  const shown = made.id === place.id ? place : made;
  return (
    <Frame notice={<Notices faults={faults} />} shownId={shown.id} coming={shown !== place}>
      <ShownPage place={shown} />
    </Frame>
  );
}

const ShownPage = memo(function ShownPage({ place }: { readonly place: Place }) {
  return (
    <PlaceContext value={place}>
      <PageGuard key={place.id} fallback={<FailedPage />}>
        {pageOf(place.route)}
      </PageGuard>
    </PlaceContext>
  );
});

/**
 * What was read is old. A new day starts at home once the visit is over, with the visitor's settings as
 * they are; new packs leave the visitor's page standing.
 */
function useContentChanges() {
  useEffect(() => {
    let giveUp = (): void => undefined;
    const stop = door.on('content:changed', ({ why }) => {
      readings.clear();
      if (why === 'packs') {
        answers.renew();
        return;
      }
      giveUp();
      giveUp = afterVisit(session.state, trail, startAnew);
    });
    return () => {
      giveUp();
      stop();
    };
  }, []);
}

function startAnew(): void {
  goHome();
  answers.clear();
  readings.clear();
  askHome();
}

function askHome(): void {
  askAhead('kiosk:read', {});
  askAhead('home:read', {});
}

/** Once, when the kiosk has said in which language its hall starts. */
export function startInHallLanguage(): void {
  const stop = answers.watch(() => {
    const kiosk = answers.peek('kiosk:read', { lang: 'ja' });
    if (kiosk.state === 'waiting') return;
    stop();
    if (kiosk.state !== 'ready' || kiosk.value.lang === settings.get().lang) return;
    resetSettings(kiosk.value.lang);
    askHome();
  });
}

function FailedPage() {
  const t = useWords();
  return (
    <Screen title={t('refusal.failed')} scroll="none">
      <RefusalNote refusal={{ code: 'internal', logId: NO_ANSWER }} />
    </Screen>
  );
}

type GuardProps = { readonly fallback: ReactNode; readonly children: ReactNode };

/** React has no hook for this: the one class of the screen. */
class PageGuard extends Component<GuardProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error('a page failed', error, info.componentStack);
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
