/** The server that halls will really meet: nginx as Debian ships it, compression on, with our real client. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Nginx, startNginx, whyNoNginx } from '../../build/bench/sync/nginx.ts';
import { blobPath } from '../../content/pack/library.ts';
import { publish } from '../../content/publish/publish.ts';
import { fromHttp } from '../../content/sync/from-http.ts';
import { partOf } from '../../content/sync/places.ts';
import { LIMITS } from '../../content/sync/source.ts';
import { type SyncOptions, type SyncOutcome, sync } from '../../content/sync/sync.ts';
import { makeBuild, PHRASE, picture, QUICK, sha256, shown } from '../content/sync/helpers/world.ts';
import { say } from './helpers/points.ts';
import { CLOCK, expectRecovery, FILM, makeScene, NEW, NOW, type Scene } from './helpers/scene.ts';

const missing = whyNoNginx();
if (missing !== undefined) say(`skipped: ${missing}`);

describe.skipIf(missing !== undefined)('nginx', () => {
  let scene: Scene;
  let nginx: Nginx;
  beforeAll(async () => {
    scene = await makeScene();
    nginx = await startNginx(scene.repo);
  });
  afterAll(async () => {
    await nginx.stop();
    scene.remove();
  });

  const update = (dataDir: string, more: Partial<SyncOptions> = {}): Promise<SyncOutcome> => {
    const source = fromHttp(nginx.url, { ...LIMITS, ...QUICK });
    return sync({ dataDir, source, clock: CLOCK, limits: QUICK, ...more });
  };

  it('gives a first sync everything once, unpacked, and 404 only for the root that does not exist yet', async () => {
    const data = join(scene.folder, 'first');
    expect(await update(data, { root: readFileSync(scene.root) })).toMatchObject({ state: 'updated' });
    expect(shown(data).join()).toBe(NEW);
    const requests = await nginx.requests();
    expect(requests.filter(({ status }) => status !== 200)).toMatchObject([
      { path: '/metadata/2.root.json', status: 404 },
    ]);
    expect(requests.filter(({ encoding }) => encoding !== '')).toEqual([]);
    expect(new Set(requests.map(({ path }) => path)).size).toBe(requests.length);
    await expectRecovery(data, scene);
  });

  it('is asked two things when nothing is new', async () => {
    expect(await update(scene.newData)).toMatchObject({ state: 'unchanged', bytes: 0 });
    expect((await nginx.requests()).map(({ path }) => path)).toEqual([
      '/metadata/2.root.json',
      '/metadata/timestamp.json',
    ]);
  });

  it('goes on with a film from the byte at which the line broke', async () => {
    const data = join(scene.folder, 'broken');
    cpSync(scene.data, data, { recursive: true });
    const hash = sha256(FILM);
    const part = partOf(data, hash);
    mkdirSync(join(part, '..'), { recursive: true });
    writeFileSync(part, FILM.subarray(0, 3_000_000));
    expect(await update(data)).toMatchObject({ state: 'updated' });
    expect((await nginx.requests()).filter(({ path }) => path === `/${blobPath(hash)}`)).toMatchObject([
      { status: 206, bytes: FILM.length - 3_000_000 },
    ]);
    await expectRecovery(data, scene);
  });

  it('moves no more than the pack and the picture when one picture changes', async () => {
    const data = join(scene.folder, 'one changed');
    const build = join(scene.folder, 'build-3');
    cpSync(scene.newData, data, { recursive: true });
    const changed = picture('changed', 40_000);
    const kept = [picture('stays'), picture('comes', 200_000), FILM];
    const [pack] = makeBuild(build, [
      { id: 'exhibition-a', kind: 'exhibition', version: 3, blobs: [...kept, changed] },
    ]);
    await publish({
      repo: scene.repo,
      keys: scene.keys,
      builds: [build],
      nowMs: NOW,
      ask: async () => PHRASE,
    });
    expect(await update(data)).toMatchObject({ state: 'updated', bytes: (pack?.sizeBytes ?? 0) + 40_000 });
    const requests = await nginx.requests();
    const contents = requests.filter(({ path }) => !path.startsWith('/metadata/'));
    expect(contents).toHaveLength(2);
    expect(contents.reduce((sum, one) => sum + one.bytes, 0)).toBe((pack?.sizeBytes ?? 0) + 40_000);
    rmSync(data, { recursive: true });
  });

  it('that lost files of the release is source-incomplete, and the old set stays', async () => {
    const data = join(scene.folder, 'incomplete');
    cpSync(scene.data, data, { recursive: true });
    const film = join(scene.repo, blobPath(sha256(FILM)));
    rmSync(film);
    expect(await update(data)).toMatchObject({ ok: false, refusal: { code: 'source-incomplete' } });
    expect(shown(data).join()).toBe('base 1,exhibition-a 1');
    writeFileSync(film, FILM);
    expect(await update(data)).toMatchObject({ ok: true, state: 'updated' });
  });
});
