/** The key under which a compiled pack is remembered: a hash of everything its bytes depend on. */
import { createHash } from 'node:crypto';
import { programFingerprint } from './fingerprint.ts';
import type { PreparedMedia } from './media/prepare.ts';
import type { PackSource } from './source.ts';
import type { World } from './world.ts';

/** The part of the key that all packs of a build share. */
export function worldKey(world: World): string {
  return hashOf([programFingerprint(), world]);
}

export function packKey(pack: PackSource, shared: string, media: PreparedMedia): string {
  const { media: _files, ...source } = pack;
  const { plan, pictures, pages } = media;
  const own = {
    pictures: plan.pictures.map(({ path: _path, where: _where, sha256, ...picture }) => [
      picture,
      pictures.get(sha256),
    ]),
    uses: plan.uses,
    films: plan.films.map(({ path: _path, ...film }) => film),
    blockFilms: plan.blockFilms,
    pages,
  };
  return hashOf([shared, source, own]);
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, plain)).digest('hex');
}

/** JSON knows no maps and no sets; functions fall away by themselves. */
function plain(_key: string, value: unknown): unknown {
  if (value instanceof Map) return [...value];
  return value instanceof Set ? [...value] : value;
}
