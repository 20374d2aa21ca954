/** The sync process's own code in plain Node: `node node-worker.ts <nowMs>`, with Node's line to its parent. */
import type { ToWorker } from '../../../../main/sync/messages.ts';
import { serveWork } from '../../../../main/sync/work.ts';

const nowMs = Number(process.argv[2]);
serveWork(
  {
    hear: (listener) => process.on('message', (message) => listener(message as ToWorker)),
    tell: (message) => process.send?.(message),
  },
  { nowMs: () => nowMs, monotonicMs: () => performance.now() },
);
