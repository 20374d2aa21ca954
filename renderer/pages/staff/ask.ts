/** How the staff's pages get their data: asked anew at every opening, kept nowhere. */
import { useCallback, useEffect, useState } from 'react';
import type { Calls, Refusal, StaffCalls } from '../../../main/ipc/contract.ts';
import { door } from '../../door.ts';
import { leaveStaffSide } from '../../staff.ts';

export type StaffAnswer<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'refused'; readonly refusal: Refusal };

/** Asks through the door; a session that has ended closes the panel. @returns null where it was refused */
export async function ask<K extends keyof StaffCalls>(
  name: K,
  request: Calls[K]['request'],
): Promise<Calls[K]['value'] | null> {
  const reply = await door.call(name, request);
  if (reply.ok) return reply.value;
  if (reply.refusal.code === 'staff-locked') leaveStaffSide();
  return null;
}

/** The answer, the last one until the next is there; `again` asks anew, `everyMs` does so by itself. */
export function useStaff<K extends keyof StaffCalls>(
  name: K,
  request: Calls[K]['request'],
  everyMs: number | null = null,
): readonly [StaffAnswer<Calls[K]['value']>, () => void] {
  const [answer, setAnswer] = useState<StaffAnswer<Calls[K]['value']>>({ state: 'waiting' });
  const text = JSON.stringify(request);
  const again = useCallback(() => {
    void door.call(name, JSON.parse(text) as Calls[K]['request']).then((reply) => {
      if (reply.ok) setAnswer({ state: 'ready', value: reply.value });
      else if (reply.refusal.code === 'staff-locked') leaveStaffSide();
      else setAnswer({ state: 'refused', refusal: reply.refusal });
    });
  }, [name, text]);
  useEffect(() => {
    again();
    if (everyMs === null) return undefined;
    const timer = setInterval(again, everyMs);
    return () => clearInterval(timer);
  }, [again, everyMs]);
  return [answer, again];
}
