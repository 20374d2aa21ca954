/** A look at the kiosk between two visitors: memory of every process, what the page holds, how smooth it is. */
import type { CDPSession } from '@playwright/test';
import { groupOf, ownShareOf, residentOf } from '../electron/processes.ts';

export const KINDS = ['main', 'renderer', 'gpu', 'utility', 'other'] as const;
export type Kind = (typeof KINDS)[number];

/** Bytes by kind of process. */
export type Memory = Readonly<Record<Kind, number>>;

export type Held = { readonly heapBytes: number; readonly nodes: number; readonly listeners: number };

/** What each took for itself, without files, where the system tells it; else all it has (RSS), which is more. */
export function memoryByKind(leader: number): Memory {
  const memory: Record<Kind, number> = { main: 0, renderer: 0, gpu: 0, utility: 0, other: 0 };
  for (const process of groupOf(leader))
    memory[kindOf(process.command)] += ownShareOf(process.pid) ?? residentOf(process);
  return memory;
}

/** By the switch that Chromium gives each of its processes. */
export function kindOf(command: string): Kind {
  const type = /--type=([\w-]+)/.exec(command)?.[1];
  if (type === undefined) return 'main';
  if (type === 'renderer' || type === 'utility') return type;
  return type === 'gpu-process' ? 'gpu' : 'other';
}

/** After a collection: what is left is held. */
export async function heldBy(session: CDPSession): Promise<Held> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0;
  return {
    heapBytes: value('JSHeapUsedSize'),
    nodes: value('Nodes'),
    listeners: value('JSEventListeners'),
  };
}
