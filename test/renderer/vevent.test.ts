import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawQr } from '../../renderer/qr.ts';
import { type CalendarEvent, MAX_BYTES, veventOf } from '../../renderer/vevent.ts';

const FAIR: CalendarEvent = {
  title: '北海道・鶴居村フェア',
  place: '荒川区役所 1階',
  when: { start: '2026-11-20', end: '2026-11-23' },
  startTime: '10:00',
  endTime: '17:00',
  url: 'https://www.city.arakawa.tokyo.jp/event',
  status: 'announced',
};

const linesOf = (event: CalendarEvent) => veventOf(event)?.split('\r\n');

describe('veventOf', () => {
  it('takes several days as whole days; the day after the last is the end', () => {
    expect(linesOf(FAIR)).toEqual([
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20261120',
      'DTEND;VALUE=DATE:20261124',
      'SUMMARY:北海道・鶴居村フェア',
      'LOCATION:荒川区役所 1階',
      'DESCRIPTION:10:00–17:00',
      'URL:https://www.city.arakawa.tokyo.jp/event',
      'END:VEVENT',
    ]);
  });
  it('takes hours of a single day in world time, the day before where Tokyo is early', () => {
    const early = { ...FAIR, when: { start: '2026-11-26', end: null }, startTime: '08:30', endTime: '20:00' };
    expect(linesOf(early)?.slice(1, 3)).toEqual(['DTSTART:20261125T233000Z', 'DTEND:20261126T110000Z']);
  });
  it('gives the signs of the format no meaning', () => {
    const odd = { ...FAIR, title: 'A; B, C\\D\nE', place: null, startTime: null, url: null };
    expect(linesOf(odd)?.[3]).toBe('SUMMARY:A\\; B\\, C\\\\D\\nE');
  });
  it('hands on no address that is not public', () => {
    expect(veventOf({ ...FAIR, url: 'http://192.168.0.1/' })).not.toContain('URL');
  });
  it.each([
    ['the day is not known', { when: { start: '2026-11', end: null } }],
    ['there is no date', { when: { start: null, end: null } }],
    ['it is cancelled', { status: 'cancelled' }],
  ] as const)('gives nothing where %s', (_why, part) => {
    expect(veventOf({ ...FAIR, ...part })).toBeNull();
  });
  it('is always small enough for a code that a phone reads, whatever the words', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.string({ maxLength: 300 }),
        (title, place) => {
          const text = veventOf({ ...FAIR, title, place }) ?? '';
          expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(MAX_BYTES);
          expect(text.split('\r\n').every((line) => /^[A-Z;=]+:/.test(line))).toBe(true);
          expect(drawQr(text).size).toBeLessThanOrEqual(81);
        },
      ),
      { numRuns: 60 },
    );
  });
});
