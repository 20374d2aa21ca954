/** What the kiosk knows of itself: hall, ward, today, faults. Read once and kept like every answer. */
import type { Day } from '../content/pack/types.ts';
import type { KioskView } from '../content/pack/views.ts';
import { type Answer, useAnswer } from './answer.ts';

const NOTHING = {};

export function useKiosk(): Answer<KioskView> {
  return useAnswer('kiosk:read', NOTHING);
}

/** The trusted Tokyo day; null for the moment before the kiosk has answered. Never the screen's own clock. */
export function useToday(): Day | null {
  const kiosk = useKiosk();
  return kiosk.state === 'ready' ? kiosk.value.today : null;
}
