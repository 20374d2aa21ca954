/**
 * What a kiosk does with its content, in a process of its own: `opening <data> <words>`. Opens it as a start does,
 * reads the map, searches for each of the words. Prints JSON.
 */
import { readMap } from '../../../content/store/home.ts';
import { openLibrarySoon } from '../../../content/store/library.ts';
import { search } from '../../../content/store/search.ts';
import { percentile } from '../figures.ts';

const [dataDir = '', words = '[]'] = process.argv.slice(2);
const here = { venueId: 'kusei-kaikan', today: '2026-04-01' };
const rssBefore = process.memoryUsage.rss();
const startMs = performance.now();
const opened = await openLibrarySoon(dataDir);
if (!opened.ok) throw new Error(JSON.stringify(opened.faults));
const { library } = opened;
const openMs = performance.now() - startMs;
const { points } = readMap(library, 'ja', here);
const mapMs = performance.now() - startMs - openMs;
const times = (JSON.parse(words) as readonly string[]).map((word) => {
  const beforeMs = performance.now();
  search(library, 'ja', word, 20, null);
  return performance.now() - beforeMs;
});
const rss = process.memoryUsage.rss() - rssBefore;
library.close();
process.stdout.write(
  JSON.stringify({ openMs, mapMs, towns: points.length, searchMs: percentile(times, 0.95), rss }),
);
