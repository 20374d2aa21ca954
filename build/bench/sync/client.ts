/**
 * One sync in a process of its own, as a kiosk runs it: `client <from> <data> <root>`. Prints what it
 * cost as JSON; the start of the process is not part of it.
 */
import { readFileSync } from 'node:fs';
import { fromFolder } from '../../../content/sync/from-folder.ts';
import { fromHttp } from '../../../content/sync/from-http.ts';
import { LIMITS } from '../../../content/sync/source.ts';
import { sync } from '../../../content/sync/sync.ts';

const [from = '', dataDir = '', root = ''] = process.argv.slice(2);
const source = from.startsWith('http') ? fromHttp(from, LIMITS) : fromFolder(from);
const clock = { nowMs: () => Date.now(), monotonicMs: () => performance.now() };
const rssBefore = process.memoryUsage.rss();
const startMs = performance.now();
const outcome = await sync({ dataDir, source, clock, root: readFileSync(root) });
const ms = performance.now() - startMs;
if (!outcome.ok) throw new Error(`${outcome.refusal.code}: ${outcome.refusal.detail}`);
const grownBytes = mostMemory() - rssBefore;
process.stdout.write(JSON.stringify({ ms, grownBytes, state: outcome.state, bytes: outcome.bytes }));

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
