/** What this kiosk says of itself in a receipt. */
import type { ReceiptFacts } from '../../content/pack/receipt.ts';
import { venueName } from '../../content/store/venues.ts';
import type { Situation } from '../ipc/answers.ts';

export function receiptFacts(
  { opened, here }: Situation,
  known: Pick<ReceiptFacts, 'kioskId' | 'appVersion' | 'counts'>,
): ReceiptFacts {
  const faults = opened.ok ? opened.library.faults : opened.faults;
  const name = opened.ok ? venueName(opened.library, 'ja', here.venueId) : here.venueId;
  const health = { uptimeSeconds: Math.round(process.uptime()), faults };
  return { ...known, venueId: here.venueId, venueName: name, health };
}
