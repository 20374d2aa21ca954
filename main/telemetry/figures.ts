/** What a kiosk tells a collector of its own state: how it is, never who was there. */
import type { Day } from '../../content/pack/types.ts';

export type TelemetryFigures = {
  /** Packs shown, with their versions. */
  readonly packs: readonly { readonly packId: string; readonly version: number }[];
  /** First 12 hex digits of the active set; empty: none. */
  readonly setId: string;
  /** Days until signatures run out; null: nothing signed. */
  readonly daysLeft: number | null;
  /** Null: could not be asked. */
  readonly diskFreeBytes: number | null;
  readonly memoryBytes: number;
  /** Packs that cannot be shown, and nothing to show at all counts as one. */
  readonly faults: number;
  /** Visits of the last whole day; null: below 5 and hidden, or nothing counted. A day is the finest there is. */
  readonly visits: { readonly day: Day; readonly number: number } | null;
};

/** Who tells. */
export type TelemetrySource = {
  readonly venueId: string;
  readonly kioskId: string;
  readonly appVersion: string;
};

export type TelemetryOptions = {
  /** http or https address of the collector's OTLP metrics, e.g. `https://collector.example.jp/v1/metrics`. */
  readonly url: string;
  readonly source: TelemetrySource;
  /** Read at each export; what it throws costs that export. */
  readonly figures: () => TelemetryFigures | Promise<TelemetryFigures>;
  readonly everyMs: number;
  /** Longest a collector may take. */
  readonly timeoutMs: number;
};

/** Starts exporting. @returns ends it, without waiting for what is under way */
export type StartTelemetry = (options: TelemetryOptions) => () => void;
