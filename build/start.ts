/** `npm start`: makes everything ready and shows the kiosk. Switches behind `--` go to the kiosk itself. */
import { existsSync, mkdirSync } from 'node:fs';
import { Socket } from 'node:net';
import { BadSwitch, HELP, parseSwitches, UnknownSwitch } from '../main/switches.ts';
import { type ExitResult, type Kiosk, launchKiosk } from './electron/launch.ts';
import { withAbsolutePaths } from './setup/arguments.ts';
import { whenCallerIsGone } from './setup/caller.ts';
import { describeFailure, Failure } from './setup/failure.ts';
import { DATA, ROOT } from './setup/places.ts';
import { makeReady } from './setup/ready.ts';
import { say } from './setup/say.ts';

const SIGNAL_NUMBERS: Partial<Record<NodeJS.Signals, number>> = {
  SIGINT: 2,
  SIGABRT: 6,
  SIGKILL: 9,
  SIGSEGV: 11,
};

/** Exit code for a command line that was not understood; the kiosk itself uses it too. */
const MISUNDERSTOOD = 2;

try {
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  const misunderstood = error instanceof UnknownSwitch || error instanceof BadSwitch;
  process.stderr.write(`${misunderstood ? `✗ ${error.message}` : describeFailure(error)}\n`);
  process.exitCode = misunderstood ? MISUNDERSTOOD : 1;
}

/** @returns exit code @throws {Failure | UnknownSwitch | BadSwitch} */
async function start(argv: readonly string[]): Promise<number> {
  // npm changes to the repository's folder; paths are meant from where the person stands.
  const args = withAbsolutePaths(argv, process.env['INIT_CWD'] ?? process.cwd());
  const switches = parseSwitches(args);
  if (switches.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  if (switches.data !== undefined && !existsSync(switches.data)) {
    throw new Failure(
      'usage',
      `データフォルダがありません: ${switches.data}`,
      '--data の場所を確かめてください。',
    );
  }
  const runtime = await makeReady(say, { data: switches.data === undefined });
  const data = switches.data ?? DATA;
  if (switches.tour !== undefined) mkdirSync(switches.tour, { recursive: true });
  const kiosk = await launchKiosk({
    runtime,
    appDir: ROOT,
    args,
    // Chromium's own complaints about missing desktop services say nothing to the reader.
    chromium: ['--log-level=3'],
    writes: switches.tour === undefined ? [data] : [data, switches.tour],
    say,
    ...(switches.setPin ? { input: process.stdin } : {}),
    onLine: (line, stream) => process[stream].write(`${line}\n`),
  });
  if (!switches.setPin && !switches.preview)
    say('▶ キオスクを表示しています。終えるには Ctrl+C を押してください。');
  const code = exitCode(await untilItEnds(kiosk, switches.preview === true));
  // Ours may be a terminal or a pipe that would keep us here; a file or /dev/null cannot.
  if (process.stdin instanceof Socket) process.stdin.unref();
  return code;
}

/**
 * Our own end is the kiosk's end: it must not stay behind without a terminal.
 *
 * @param ownedByPipe a preview ends when whoever started it lets go of our input
 */
async function untilItEnds(kiosk: Kiosk, ownedByPipe: boolean): Promise<ExitResult> {
  const stop = () => void kiosk.stop();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  if (ownedByPipe) process.stdin.resume().once('end', stop).once('error', stop);
  whenCallerIsGone(stop);
  return kiosk.ended;
}

function exitCode({ code, signal }: ExitResult): number {
  if (code !== null) return code;
  return 128 + ((signal && SIGNAL_NUMBERS[signal]) ?? 15);
}
