/** The step that builds our default content into a kiosk data folder, with the command our staff use. */
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.ts';
import { DATA, ROOT, STAMPS } from './places.ts';
import { fingerprint, hasStamp, writeStamp } from './stamp.ts';
import type { Step } from './step.ts';

const COMMAND = join('content', 'cli', 'renkei.mjs');
const SOURCE = join('content', 'source');
/** Whatever can change what is built. */
const INPUTS = ['source', 'pack', 'store', 'author', 'publish', 'cli'].map((room) => join('content', room));
const STAMP = join(STAMPS, 'data');

export const dataStep: Step = {
  title: '見本の展示内容を作っています',
  isDone: () => existsSync(DATA) && hasStamp(STAMP, currentInputs()),
  run: async () => {
    const inputs = currentInputs();
    // A build that is cut short must not pass for the one before.
    rmSync(STAMP, { force: true });
    await build();
    writeStamp(STAMP, inputs);
  },
};

function currentInputs(): string {
  return fingerprint(ROOT, [...INPUTS, 'package-lock.json']);
}

/** @throws {Failure} data */
function build(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, COMMAND), 'build', SOURCE, '--out', DATA], {
      cwd: ROOT,
      // Its progress and its complaints are written for people: they are shown as they come.
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('error', (error) => reject(failure(error.message)));
    child.once('close', (code) => (code === 0 ? resolve() : reject(failure('上の表示をご覧ください。'))));
  });
}

function failure(detail: string): Failure {
  return new Failure('data', '見本の展示内容を作れませんでした (renkei build content/source)。', detail);
}
