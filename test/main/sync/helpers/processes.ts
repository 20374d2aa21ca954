/** Real sync processes without Electron: what the control starts in tests. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { FromWorker } from '../../../../main/sync/messages.ts';
import type { StartProcess } from '../../../../main/sync/process.ts';
import { NOW } from '../../../content/sync/helpers/world.ts';

const WORKER = join(import.meta.dirname, 'node-worker.ts');

export type NodeProcesses = { readonly start: StartProcess; readonly started: readonly ChildProcess[] };

export function nodeProcesses(): NodeProcesses {
  const started: ChildProcess[] = [];
  const start: StartProcess = () => {
    const child = fork(WORKER, [String(NOW)], { execArgv: ['--import', 'tsx'] });
    started.push(child);
    return {
      tell: (message) => void (child.connected && child.send(message)),
      hear: (listener) => void child.on('message', (message) => listener(message as FromWorker)),
      onEnd: (listener) => void child.once('exit', listener),
      kill: () => void child.kill(),
    };
  };
  return { start, started };
}
