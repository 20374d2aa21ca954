/** A hall with last year's content, and a signed repository that has this year's: real keys, real HTTP. */
import { rmSync } from 'node:fs';
import { makeOldHall, type OldHall } from '../../build/setup/old-hall.ts';
import { type Served, serve } from '../content/sync/helpers/server.ts';
import { CHEAP, PHRASE } from '../content/sync/helpers/world.ts';

/** `data` was synced from the old release; `repo` has the new one. */
export type SyncScene = OldHall & {
  readonly server: Served;
  readonly close: () => Promise<void>;
};

/** The built default content must be there. */
export async function makeSyncScene(): Promise<SyncScene> {
  const hall = await makeOldHall(PHRASE, CHEAP);
  await hall.release();
  const server = await serve(hall.repo);
  return {
    ...hall,
    server,
    close: async () => {
      await server.close();
      rmSync(hall.folder, { recursive: true, force: true });
    },
  };
}
