/**
 * `npm test`: set-up, format and lint, types, unit tests and beside them end-to-end tests, some of these
 * on a packaged program; then the failures once more and one line of counts. `npm test -- unit`,
 * `-- e2e`, `-- lint`, `-- types` or a part of a file name run less; `-- packaged` puts a packaged
 * program to all end-to-end tests.
 */
import { CHECKS, type Check, chooseChecks, PACKAGED_SLICE } from './checks/choice.ts';
import { runEndToEnd, runLint, runPackaged, runTypes, runUnit, stopRunners } from './checks/runners.ts';
import { add, isFailure, NOTHING, single, summary, type Tally } from './checks/tally.ts';
import { whenCallerIsGone } from './setup/caller.ts';
import { describeFailure } from './setup/failure.ts';
import { makeReady } from './setup/ready.ts';
import { say } from './setup/say.ts';
import { bringTestTools } from './setup/test-tools.ts';

/** Exit code of a run that was ended from outside: 128 + SIGTERM. */
const ENDED = 143;

/** Niceness of the unit tests beside those on the screen: half-way to the last in the queue. */
const MODEST = 10;

for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, giveUp);
whenCallerIsGone(giveUp);

const total = await test(process.argv.slice(2));
if (total.doubts.length > 0)
  process.stdout.write(`\n── 2回目で通った試験 ──\n${total.doubts.join('\n\n')}\n`);
if (total.failures.length > 0) process.stdout.write(`\n── 失敗 ──\n${total.failures.join('\n\n')}\n`);
process.stdout.write(`\n${summary(total)}\n`);
process.exitCode = isFailure(total) ? 1 : 0;

async function test(words: readonly string[]): Promise<Tally> {
  const { checks, filters } = chooseChecks(words);
  const tallies: Tally[] = [];
  // Without a runtime the other checks still say something, so they run.
  const onScreen = checks.includes('e2e') || checks.includes('packaged');
  if (onScreen || checks.includes('unit')) bringTestTools(say, process.getuid?.());
  const trouble = onScreen ? await setUp() : null;
  if (trouble !== null) tallies.push(single(false, trouble));
  if (checks.includes('lint')) tallies.push(await runLint());
  if (checks.includes('types')) tallies.push(await runTypes());
  const isScreenTested = onScreen && trouble === null;
  tallies.push(
    ...(await Promise.all([
      checks.includes('unit') ? runUnit(filters, isScreenTested ? MODEST : 0) : NOTHING,
      isScreenTested ? testOnScreen(checks, filters) : NOTHING,
    ])),
  );
  return add(tallies);
}

/** One after the other: there is one screen to look at. */
async function testOnScreen(checks: readonly Check[], filters: readonly string[]): Promise<Tally> {
  const built = checks.includes('e2e') ? await runEndToEnd(filters) : NOTHING;
  if (!checks.includes('packaged') || process.platform !== 'linux') return built;
  return add([built, await runPackaged(checks === CHECKS ? PACKAGED_SLICE : filters)]);
}

function giveUp(): void {
  stopRunners();
  process.exit(ENDED);
}

/** @returns what is wrong, or null */
async function setUp(): Promise<string | null> {
  try {
    await makeReady(say, { data: true });
    return null;
  } catch (error) {
    process.stderr.write(`${describeFailure(error)}\n`);
    return `set-up\n${describeFailure(error)}`;
  }
}
