/**
 * `npm run soak -- --sessions <n> [--hours <h>]`: seeded visitors in the real kiosk, with a sync and a change of
 * exhibition in between. Ends with 1 when anything complained or grew.
 */

import { describeFailure } from './setup/failure.ts';
import { makeReady } from './setup/ready.ts';
import { say } from './setup/say.ts';
import { readSoakArguments } from './soak/arguments.ts';
import { summaryOf, writeReport } from './soak/report.ts';
import { soak } from './soak/run.ts';

try {
  const wish = readSoakArguments(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  const runtime = await makeReady(say, { data: true });
  const { looks, verdicts, errors, events, pages, sessions } = await soak(runtime, wish, say, (soFar) =>
    writeReport(wish.out, soFar, Date.now()),
  );
  const seen = [...pages].sort(([, a], [, b]) => b - a).map(([page, count]) => `${page} ${count}`);
  say(`▶ ${sessions}回。${seen.join('、')}。画面で見えたこと: ${events.join('、')}`);
  process.stdout.write(`${summaryOf(looks, verdicts)}\n`);
  for (const error of errors.slice(0, 20)) process.stderr.write(`✗ ${error}\n`);
  if (errors.length > 0 || verdicts.some(({ grows }) => grows)) process.exitCode = 1;
  say(`▶ ${wish.out} に soak.csv と soak.svg を書きました。問題 ${errors.length}件。`);
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
}
