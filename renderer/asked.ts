/** The one place where answers of this screen are kept. Light, because the start imports it first. */
import type { Calls } from '../main/ipc/contract.ts';
import { createAnswers, type Question } from './answers.ts';
import { door } from './door.ts';
import { settings } from './settings.ts';

/** A request as pages write it: all but the language. */
export type Asked<K extends Question> = Omit<Calls[K]['request'], 'lang'>;

export const answers = createAnswers(door);

/** Asks ahead of need, e.g. before the first draw; the page finds the answer there. */
export function askAhead<K extends Question>(call: K, request: Asked<K>): void {
  answers.ask(call, { ...request, lang: settings.get().lang } as Calls[K]['request']);
}

/** Longest that the first draw waits for its answers; then it shows where they will be. */
const MOST_WAIT_MS = 400;

/**
 * Resolves when home's questions are answered, also those asked anew in the hall's language: drawing once is
 * quicker than drawing places for what comes a moment later.
 */
export function firstAnswers(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, MOST_WAIT_MS);
    const stop = answers.watch(look);
    look();

    function look(): void {
      if (answers.waiting() === 0) end();
    }
    function end(): void {
      clearTimeout(timer);
      stop();
      resolve();
    }
  });
}
