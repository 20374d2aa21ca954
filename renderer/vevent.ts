/**
 * An event as the calendar of a phone takes it from a QR code: one VEVENT (RFC 5545), as short as it can be so
 * that the code stays coarse. Tokyo days in; a day without hours is a whole day, and the last day counts. Pure.
 */

import { addDays } from '../content/pack/days.ts';
import { publicAddress } from '../content/pack/public-address.ts';
import type { EventView } from '../content/pack/views.ts';

export type CalendarEvent = Pick<
  EventView,
  'title' | 'place' | 'when' | 'startTime' | 'endTime' | 'url' | 'status'
>;

/** Most bytes: a code of 73 modules, still read at a size that fits beside its words. */
export const MAX_BYTES = 330;

/** The longest title and place kept, in bytes: some 50 Japanese characters. */
const LONGEST = 150;

/**
 * @returns null where a calendar has no day to put it on: month or year only, no date, cancelled
 */
export function veventOf(event: CalendarEvent): string | null {
  const { start } = event.when;
  const end = event.when.end ?? start;
  if (start === null || end === null || start.length !== 10 || end.length !== 10) return null;
  if (event.status === 'cancelled') return null;
  const must = [...span(start, end, event), line('SUMMARY', event.title)];
  const url = publicAddress(event.url);
  // What no longer fits is left out, the least needed first: all of it stands beside the code.
  const extras = [
    event.place === null ? [] : [line('LOCATION', event.place)],
    hoursOf(event, start, end),
    url === null ? [] : [`URL:${url}`],
  ];
  const kept: string[] = [];
  for (const extra of extras)
    if (bytes(wrapped([...must, ...kept, ...extra])) <= MAX_BYTES) kept.push(...extra);
  return wrapped([...must, ...kept]);
}

function wrapped(lines: readonly string[]): string {
  return ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
}

/** Hours belong to an event of one day; over several days they would fill the nights too. */
function span(start: string, end: string, { startTime, endTime }: CalendarEvent): readonly string[] {
  if (start === end && startTime !== null) {
    return [`DTSTART:${instant(start, startTime)}`, ...(endTime ? [`DTEND:${instant(start, endTime)}`] : [])];
  }
  return [`DTSTART;VALUE=DATE:${digits(start)}`, `DTEND;VALUE=DATE:${digits(addDays(end, 1))}`];
}

function hoursOf({ startTime, endTime }: CalendarEvent, start: string, end: string): readonly string[] {
  if (start === end || startTime === null) return [];
  return [line('DESCRIPTION', endTime === null ? `${startTime}–` : `${startTime}–${endTime}`)];
}

/** Tokyo has no summer time: nine hours before it is the world's. */
function instant(day: string, time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const ms = Date.parse(`${day}T00:00:00Z`) + ((hours - 9) * 60 + minutes) * 60_000;
  return new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

const digits = (day: string): string => day.replaceAll('-', '');

function line(name: string, text: string): string {
  let kept = '';
  for (const letter of text.replace(/\r\n?/g, '\n')) {
    if (bytes(kept) + bytes(escaped(letter)) > LONGEST) return `${name}:${kept}…`;
    kept += escaped(letter);
  }
  return `${name}:${kept}`;
}

/** RFC 5545 3.3.11: these carry a meaning of their own. */
function escaped(letter: string): string {
  return letter === '\n' ? '\\n' : letter.replace(/[\\;,]/, '\\$&');
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
