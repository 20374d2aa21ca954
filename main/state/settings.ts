/**
 * What staff set for this kiosk, and what it remembers of itself. Unknown or broken values read as the
 * first setting, or as nothing remembered: never a fault.
 */
import { type Day, isDay } from '../../content/pack/types.ts';
import type { DeviceSettings, OpeningHours } from '../ipc/staff-calls.ts';
import type { StateDatabase } from './database.ts';

export const FIRST_SETTINGS: DeviceSettings = {
  volume: 70,
  touchSound: 0,
  brightness: 100,
  hours: null,
  notice: false,
};

/** How the last touch test ended. */
export type TouchTest = { readonly day: Day; readonly missed: number };
/** How the last try to bring in content ended: `done`, `unchanged` or why it was refused. */
export type LastUpdate = { readonly atMs: number; readonly code: string };

type Remembered = { readonly 'touch-test': TouchTest; readonly 'last-update': LastUpdate };

export type Settings = {
  readonly recall: <Name extends keyof Remembered>(name: Name) => Remembered[Name] | null;
  readonly remember: <Name extends keyof Remembered>(name: Name, value: Remembered[Name]) => void;
  readonly read: () => DeviceSettings;
  /** Replaces the parts given, all or nothing. */
  readonly write: (part: Partial<DeviceSettings>) => void;
};

export function openSettings(database: StateDatabase): Settings {
  function readAll(): ReadonlyMap<string, unknown> {
    const rows = database.all<{ readonly name: string; readonly value: string }>(
      'SELECT name, value FROM setting ORDER BY name',
    );
    return new Map(rows.map(({ name, value }) => [name, parse(value)]));
  }

  function write(values: Readonly<Record<string, unknown>>): void {
    database.durably(() => {
      for (const [name, value] of Object.entries(values)) {
        database.run(
          `INSERT INTO setting (name, value) VALUES ($name, $value)
           ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
          { name, value: JSON.stringify(value) },
        );
      }
    });
  }

  return {
    read: () => readDevice(readAll()),
    write,
    recall: (name) => RECALL[name](readAll().get(name)),
    remember: (name, value) => write({ [name]: value }),
  };
}

const RECALL: { readonly [Name in keyof Remembered]: (value: unknown) => Remembered[Name] | null } = {
  'touch-test': (value) => {
    const { day, missed } = fieldsOf(value);
    return isDay(day) && typeof missed === 'number' ? { day, missed } : null;
  },
  'last-update': (value) => {
    const { atMs, code } = fieldsOf(value);
    return typeof atMs === 'number' && typeof code === 'string' ? { atMs, code } : null;
  },
};

type Fields = { readonly [Name in 'day' | 'missed' | 'atMs' | 'code']?: unknown };

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? value : {};
}

function readDevice(values: ReadonlyMap<string, unknown>): DeviceSettings {
  return {
    volume: percent(values.get('volume')) ?? FIRST_SETTINGS.volume,
    touchSound: percent(values.get('touchSound')) ?? FIRST_SETTINGS.touchSound,
    brightness: percent(values.get('brightness')) ?? FIRST_SETTINGS.brightness,
    hours: hoursOf(values.get('hours')),
    notice: values.get('notice') === true,
  };
}

function percent(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100
    ? value
    : undefined;
}

/** `HH:MM`, 00:00..23:59, opening before closing. */
export function hoursOf(value: unknown): OpeningHours | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { from, to } = value as { readonly from?: unknown; readonly to?: unknown };
  if (!isTime(from) || !isTime(to) || from >= to) return null;
  return { from, to };
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
