/**
 * The sync process: an Electron utility process, so that hashing and waiting for a line or a stick never
 * hold up the screen, and so that its death is nobody else's. Bundled by itself (build/bundle.ts).
 */
import { constants, setPriority } from 'node:os';
import type { ToWorker } from './messages.ts';
import { serveWork } from './work.ts';

// Visitors touch while gigabytes come: their screen has the processors first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const port = process.parentPort;
serveWork(
  {
    hear: (listener) => port.on('message', ({ data }: { readonly data: ToWorker }) => listener(data)),
    tell: (message) => port.postMessage(message),
  },
  { nowMs: () => Date.now(), monotonicMs: () => performance.now() },
);
