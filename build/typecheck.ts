/** Checks the types of every room with its own tsconfig, which also says what that room may see. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './setup/places.ts';

/** Every folder with a tsconfig of its own. */
export const ROOMS = ['content/pack', 'content', 'main', 'renderer', 'build', 'test'] as const;

const TSC = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');

export type RoomCheck = { readonly room: string; readonly ok: boolean; readonly output: string };

/** @returns one result per room, in the order of `ROOMS`; a room without tsconfig fails */
export function checkTypes(): RoomCheck[] {
  return ROOMS.map((room) => {
    const ran = spawnSync(process.execPath, [TSC, '--pretty', 'false', '-p', join(ROOT, room)], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    return { room, ok: ran.status === 0, output: `${ran.stdout}${ran.stderr}`.trim() };
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { room, ok, output } of checkTypes()) {
    process.stdout.write(ok ? `✓ types ${room}\n` : `✗ types ${room}\n${output}\n`);
    if (!ok) process.exitCode = 1;
  }
}
