/**
 * The program as a calendar that offices subscribe to or open (iCalendar, RFC 5545): one event for every
 * stay, all day. DTEND is the day after the last one, as the standard wants it. Identifiers stay the same
 * when days move, so that a newer file changes events instead of doubling them.
 */
import ical, { ICalCalendarMethod } from 'ical-generator';
import { addDays } from '../../pack/days.ts';
import type { Day } from '../../pack/types.ts';
import { type Chart, type ChartStay, spanText } from './chart.ts';

/** @param date day of the program, the stamp of every event */
export function chartCalendar(chart: Chart, version: number, date: Day): string {
  const calendar = ical({
    name: chart.title,
    prodId: { company: 'renkei-kiosk', product: 'program', language: 'JA' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const hall of chart.halls) {
    const turns = new Map<string, number>();
    for (const stay of hall.stays) {
      const turn = (turns.get(stay.exhibition) ?? 0) + 1;
      turns.set(stay.exhibition, turn);
      calendar.createEvent({
        id: `${stay.exhibition}.${hall.id}.${turn}@renkei-kiosk`,
        sequence: version,
        stamp: new Date(`${date}T03:00:00Z`),
        start: noon(stay.first),
        end: noon(addDays(stay.last, 1)),
        allDay: true,
        summary: `${stay.name}（${hall.name}）`,
        location: hall.name,
        description: describe(stay),
      });
    }
  }
  return calendar.toString();
}

function describe(stay: ChartStay): string {
  return [
    spanText(stay.first, stay.last),
    stay.opening === null ? '' : `オープニング: ${spanText(stay.opening, stay.opening)}`,
    stay.screenOnly ? 'キオスクの画面だけで見せます。' : '',
    stay.note?.ja ?? '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** The library writes the day that the machine's own time zone has; at local noon that is the day meant. */
function noon(day: Day): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}
