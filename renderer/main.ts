/**
 * Start of the screen, and small on purpose: what it imports runs while the program itself (`start.tsx`)
 * is still being read.
 */
import './trusted-types.ts';
import './style/tokens.css';
import './style/fonts.ts';
import './style/base.css';
import './early.ts';
import { showSettings } from './settings.ts';

showSettings(document.documentElement);
void import('./start.tsx');
