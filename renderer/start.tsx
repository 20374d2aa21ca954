/** Draws the screen, then loads the rest of the program. Started by `main.ts`. */
import { createRoot } from 'react-dom/client';
import { App, startInHallLanguage } from './app.tsx';
import { installGuards } from './guards.ts';
import { loadPages } from './pages/index.tsx';
import { startTour } from './tour.ts';
import { whenUsable } from './usable.ts';
import './words/index.ts';

startInHallLanguage();
installGuards(document);
startTour();
whenUsable(() => {
  void import('./style/fonts-rare.ts');
  void loadPages();
});

const root = document.getElementById('screen');
if (root === null) throw new Error('index.html has no #screen');
createRoot(root).render(<App />);
