/**
 * `useAnswer(call, request)`: how every page gets its data. The language is added here, so a page
 * cannot forget it; changing the language asks anew.
 */
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { Lang } from '../content/pack/lang.ts';
import type { Calls } from '../main/ipc/contract.ts';
import type { Answer, Question } from './answers.ts';
import { type Asked, answers } from './asked.ts';
import { useSettings } from './settings.ts';

export type { Answer } from './answers.ts';
export type { Asked } from './asked.ts';

/**
 * The answer to one question, asked on first use and kept until the content changes.
 *
 *     const town = useAnswer('town:read', { code });
 */
export function useAnswer<K extends Question>(call: K, request: Asked<K>): Answer<Calls[K]['value']> {
  const { lang } = useSettings();
  return useAnswerIn(lang, call, request);
}

/** The same in a language that need not be the visitor's. */
export function useAnswerIn<K extends Question>(
  lang: Lang,
  call: K,
  request: Asked<K>,
): Answer<Calls[K]['value']> {
  // The text is the identity of the question: callers may pass a fresh object on every render.
  const text = JSON.stringify({ ...request, lang });
  const peek = useCallback(() => answers.peek(call, JSON.parse(text) as Calls[K]['request']), [call, text]);
  useEffect(() => {
    const request = JSON.parse(text) as Calls[K]['request'];
    answers.ask(call, request);
    // After `clear()` and `renew()` the question is open again.
    return answers.watch(() => {
      if (answers.isOpen(call, request)) answers.ask(call, request);
    });
  }, [call, text]);
  return useSyncExternalStore(answers.watch, peek);
}
