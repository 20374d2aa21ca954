/** What staff set for this kiosk. Unknown or broken values read as the first setting: never a fault. */
import type { DeviceSettings, OpeningHours } from '../ipc/staff-calls.ts';
import type { StateDatabase } from './database.ts';

export const FIRST_SETTINGS: DeviceSettings = { volume: 70, brightness: 100, hours: null, notice: false };

export type Settings = {
  readonly read: () => DeviceSettings;
  /** Replaces the parts given, all or nothing. */
  readonly write: (part: Partial<DeviceSettings>) => void;
};

export function openSettings(database: StateDatabase): Settings {
  return {
    read: () => {
      const rows = database.all<{ readonly name: string; readonly value: string }>(
        'SELECT name, value FROM setting ORDER BY name',
      );
      return readDevice(new Map(rows.map(({ name, value }) => [name, parse(value)])));
    },
    write: (part) =>
      database.durably(() => {
        for (const [name, value] of Object.entries(part)) {
          database.run(
            `INSERT INTO setting (name, value) VALUES ($name, $value)
             ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
            { name, value: JSON.stringify(value) },
          );
        }
      }),
  };
}

function readDevice(values: ReadonlyMap<string, unknown>): DeviceSettings {
  return {
    volume: percent(values.get('volume')) ?? FIRST_SETTINGS.volume,
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
