/**
 * `npm run look`: takes a picture of every screen in Japanese and English, both directions and both themes and holds
 * each against the one kept in `test/e2e/look`. `-- --update` keeps the new ones instead; look at them before.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareTour, keepTour, madeWith, SHOWN } from './look/kept.ts';
import { takeTour } from './look/tour.ts';
import { describeFailure } from './setup/failure.ts';
import { makeReady } from './setup/ready.ts';
import { say } from './setup/say.ts';

try {
  process.exitCode = await look(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
}

/** @returns exit code: 0 all is as it was or was kept, 1 something looks otherwise, 2 misunderstood */
async function look(argv: readonly string[]): Promise<number> {
  const [flag, ...more] = argv;
  if ((flag !== undefined && flag !== '--update') || more.length > 0) {
    process.stderr.write('npm run look             画面を前の画像とくらべます\n');
    process.stderr.write('npm run look -- --update いまの画面を、くらべるもとにします\n');
    return 2;
  }
  const runtime = await makeReady(say, { data: true });
  const folder = mkdtempSync(join(tmpdir(), 'renkei-look-'));
  try {
    say('▶ 画面をめぐっています（数分）');
    const { code, said } = await takeTour(runtime, folder, ['--themes', 'normal,high']);
    if (code !== 0) {
      process.stderr.write(`${said}\n`);
      return 1;
    }
    if (flag === '--update') {
      say(
        `  ${await keepTour(folder, runtime.version)}枚の画像を入れかえました。変わったところを目で確かめてください。`,
      );
      return 0;
    }
    if (madeWith() !== runtime.version)
      say(
        `  前の画像は Electron ${madeWith()} のものです。${runtime.version} では行の切れめなどが変わることがあります。`,
      );
    const findings = await compareTour(folder, true);
    for (const { name, is, cells } of findings) {
      const what =
        is === 'other'
          ? `前とちがいます（${cells}か所）`
          : is === 'new'
            ? '前の画像がありません'
            : 'なくなりました';
      process.stderr.write(`✗ ${name}: ${what}\n`);
    }
    if (findings.some(({ is }) => is === 'other')) say(`  ちがいは ${SHOWN} で見られます。`);
    say(findings.length === 0 ? '  すべての画面が前と同じです。' : `  ${findings.length}枚。`);
    return findings.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
