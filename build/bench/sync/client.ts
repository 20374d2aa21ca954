/**
 * One sync in a process of its own, as a kiosk runs it: `client <from> <data> <root>`. Prints what it
 * cost as JSON; the start of the process is not part of it.
 */
import { readFileSync } from 'node:fs';
import { fromFolder } from '../../../content/sync/from-folder.ts';
import { fromHttp } from '../../../content/sync/from-http.ts';
import { LIMITS } from '../../../content/sync/source.ts';
import { sync } from '../../../content/sync/sync.ts';

const SAMPLE_MS = 10;

const [from = '', dataDir = '', root = ''] = process.argv.slice(2);
const source = from.startsWith('http') ? fromHttp(from, LIMITS) : fromFolder(from);
const clock = { nowMs: () => Date.now(), monotonicMs: () => performance.now() };
const rssBefore = process.memoryUsage.rss();
const samples: number[] = [];
const sampling = setInterval(() => samples.push(process.memoryUsage.rss() - rssBefore), SAMPLE_MS);
const startMs = performance.now();
const outcome = await sync({ dataDir, source, clock, root: readFileSync(root) });
const ms = performance.now() - startMs;
clearInterval(sampling);
if (!outcome.ok) throw new Error(`${outcome.refusal.code}: ${outcome.refusal.detail}`);
const grownBytes = mostMemory() - rssBefore;
const { state, bytes } = outcome;
process.stdout.write(JSON.stringify({ ms, grownBytes, curve: curveOf(samples), state, bytes }));

/** Most memory in each tenth of the sync, over what the process had before, bytes. */
function curveOf(all: readonly number[]): readonly number[] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const [from, to] = [tenth, tenth + 1].map((part) => Math.floor((part * all.length) / 10));
    return Math.max(0, ...all.slice(from, to));
  });
}

/** What Linux says of this process alone: `maxRSS` begins with what the process had that started it. */
function mostMemory(): number {
  try {
    const kilobytes = /^VmHWM:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) * 1024;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS * 1024;
}
