/** Reads what the screen sends of counts and for staff: `requests.ts` has the rest. */
import { isPinShape } from '../staff/secret.ts';
import { hoursOf } from '../state/settings.ts';
import { isCountItem, isCountKind } from '../usage/items.ts';
import type { Calls, DeviceSettings, OpeningHours, StaffCalls } from './contract.ts';
import { fields, oneOf, text, wholeNumber } from './fields.ts';
import { BadRequest } from './serve.ts';

const nothing = (raw: unknown): Readonly<Record<never, never>> => fields(raw, []);

/** One reader per call of `staff-calls.ts`. */
export const STAFF_READERS: { readonly [K in keyof StaffCalls]: (raw: unknown) => Calls[K]['request'] } = {
  'usage:count': (raw) => {
    const given = fields(raw, ['kind', 'item']);
    const { kind, item } = { kind: given['kind'], item: text(given['item'], 250) };
    if (!isCountKind(kind)) throw new BadRequest('kind');
    if (!isCountItem(kind, item)) throw new BadRequest('item');
    return { kind, item };
  },
  'votes:read': nothing,
  'device:read': nothing,
  'staff:look': nothing,
  'staff:unlock': pinOnly,
  'staff:lock': nothing,
  'staff:key': nothing,
  'staff:new-pin': pinOnly,
  'staff:readiness': nothing,
  'staff:tested': (raw) => ({ missed: wholeNumber(fields(raw, ['missed'])['missed'], 0, 100) }),
  'staff:counts': (raw) => ({ days: wholeNumber(fields(raw, ['days'])['days'], 1, 400) }),
  'staff:audit': nothing,
  'staff:settings': (raw) => ({ settings: deviceSettings(fields(raw, ['settings'])['settings']) }),
  'staff:sticks': nothing,
  'staff:export': (raw) => {
    const given = fields(raw, ['what', 'stick']);
    return { what: oneOf(given['what'], ['counts', 'audit', 'log'], 'what'), stick: stickId(given['stick']) };
  },
  'staff:content': nothing,
  'staff:sync': (raw) => {
    const { stick } = fields(raw, ['stick']);
    return { stick: stick === null ? null : stickId(stick) };
  },
  'staff:stop': nothing,
  'staff:back': nothing,
  'staff:leave': nothing,
};

function pinOnly(raw: unknown): { readonly pin: string } {
  const pin = text(fields(raw, ['pin'])['pin'], 8);
  if (!isPinShape(pin)) throw new BadRequest('pin');
  return { pin };
}

/** An id that main itself gave out; it is only ever looked up among the sticks that are there. */
function stickId(value: unknown): string {
  const id = text(value, 64);
  if (!/^[0-9a-f]{16}$/.test(id)) throw new BadRequest('stick');
  return id;
}

function deviceSettings(value: unknown): DeviceSettings {
  const given = fields(value, ['volume', 'touchSound', 'brightness', 'hours', 'notice']);
  const notice = given['notice'];
  if (typeof notice !== 'boolean') throw new BadRequest('notice');
  return {
    volume: wholeNumber(given['volume'], 0, 100),
    touchSound: wholeNumber(given['touchSound'], 0, 100),
    // Darker than this nobody would find the way back.
    brightness: wholeNumber(given['brightness'], 20, 100),
    hours: openingHours(given['hours']),
    notice,
  };
}

function openingHours(value: unknown): OpeningHours | null {
  if (value === null) return null;
  const hours = hoursOf(fields(value, ['from', 'to']));
  if (hours === null) throw new BadRequest('hours');
  return hours;
}
