/**
 * Start of the screen: asks for home, draws it, then loads the rest of the program. The first imports are
 * in the order of work, so that questions and typeface are on their way while the others are being read.
 */
import './trusted-types.ts';
import './style/tokens.css';
import './style/fonts.ts';
import './style/base.css';
import './early.ts';
import { createRoot } from 'react-dom/client';
import { App, startInHallLanguage } from './app.tsx';
import { firstAnswers } from './asked.ts';
import { device, followDevice } from './device.ts';
import { installGuards } from './guards.ts';
import { watchTouches } from './hold.ts';
import { followNotices } from './notices.ts';
import { showPresses } from './press.ts';
import { session, watchVisitor } from './session.ts';
import { showSettings } from './settings.ts';
import { watchForStaff } from './staff.ts';
import { tidyAfterVisits } from './tidy.ts';
import { installTouchSound } from './touch-sound.ts';
import { startTour } from './tour.ts';
import { whenUsable } from './usable.ts';
import { countUsage } from './usage.ts';
import { warmUp } from './warm.ts';

showSettings(document.documentElement);
startInHallLanguage();
installGuards(document);
showPresses(document);
watchTouches(document);
// Before the visitor is forgotten: what forgetting changes is no use.
countUsage();
watchVisitor(document);
watchForStaff(document);
startTour();
whenUsable(() => {
  followDevice(document, Date.now);
  followNotices();
  installTouchSound(
    document,
    () => device.get().touchSound,
    () => new AudioContext(),
  );
  void warmUp(document);
  tidyAfterVisits(session);
});

const root = document.getElementById('screen');
if (root === null) throw new Error('index.html has no #screen');
const drawn = createRoot(root);
void firstAnswers().then(() => drawn.render(<App />));
