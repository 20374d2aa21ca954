/** The tour whose pictures are kept: always the same hall, day and content, so that only the screens can differ. */
import { launchKiosk } from '../electron/launch.ts';
import type { Runtime } from '../electron/runtime.ts';
import { DATA, ROOT } from '../setup/places.ts';

const HALL = ['--venue', 'arakawa-kuyakusho', '--today', '2020-11-20'];

export type TourEnd = { readonly code: number | null; readonly said: string };

/** @param more switches of the tour, such as `--themes high` @returns when it is over, whatever it found */
export async function takeTour(
  runtime: Runtime,
  folder: string,
  more: readonly string[] = [],
): Promise<TourEnd> {
  const kiosk = await launchKiosk({
    runtime,
    appDir: ROOT,
    args: ['--data', DATA, ...HALL, '--tour', folder, ...more],
    reads: [DATA],
    writes: [folder],
    chromium: ['--log-level=3'],
    freshHome: true,
  });
  const { code } = await kiosk.ended;
  return { code, said: kiosk.output() };
}
