/**
 * Builds a source in a process of its own: `build-child.ts <source> <gazetteer> <out> [<die at>]`. With `die at` the
 * process kills itself, uncatchably, when that many packs are done. Says `building` when work begins.
 */
import { build, check } from '../../content/author/build.ts';

const [source = '', gazetteer = '', out = '', dieAt] = process.argv.slice(2);
const checked = check(source, gazetteer);
process.stdout.write('building\n');
build(checked, out, ({ done }) => {
  if (dieAt !== undefined && done === Number(dieAt)) process.kill(process.pid, 'SIGKILL');
});
