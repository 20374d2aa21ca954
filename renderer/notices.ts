/**
 * The notices that stand now, the staff's and those of packs in one list. Kept beside the pages: a notice that
 * comes or goes changes the band above them and nothing else.
 */
import type { StandingNotice } from '../main/ipc/contract.ts';
import { answers } from './asked.ts';
import { door } from './door.ts';
import { settings } from './settings.ts';
import { watched } from './value.ts';

/** The staff's first, then disasters; empty where nothing is to be said. */
export const notices = watched<readonly StandingNotice[]>([]);

/** Called once. The last list stays until the next is there, also while the language changes. */
export function followNotices(): void {
  const look = (): void => {
    const request = { lang: settings.get().lang };
    const answer = answers.peek('notices:read', request);
    if (answer.state === 'ready') notices.set(answer.value);
    if (answers.isOpen('notices:read', request)) answers.ask('notices:read', request);
  };
  answers.watch(look);
  settings.watch(look);
  door.on('notices:changed', () => answers.renew(['notices:read']));
  look();
}
