/**
 * `--set-pin`: sets the PIN at the machine itself, the only place where it can be set, and the way back
 * after 100 failures. No PIN ships with the program.
 */
import { createInterface } from 'node:readline';
import { keepState, type StateOrNot } from '../state/state.ts';
import { isPinShape, isWeakPin, makeRecord, randomPin } from './secret.ts';

export type SetPinOptions = {
  readonly state: () => StateOrNot;
  /** The PIN, or an empty line for one that the kiosk draws; null: the input has ended. */
  readonly ask: (question: string) => Promise<string | null>;
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
};

/** In this data folder, by itself: another kiosk program may be running on it. @returns exit code */
export async function setPinIn(folder: string, terminal: Omit<SetPinOptions, 'state'>): Promise<number> {
  const clock = { nowMs: Date.now, monotonicMs: () => performance.now(), believed: () => true };
  const keeper = keepState({ folder, clock, report: (what) => terminal.complain(what) });
  const code = await setPin({ ...terminal, state: keeper.get });
  keeper.close();
  return code;
}

const QUESTION = 'PIN（6〜8けたの数字。空のまま Enter で、8けたをこちらで決めます）: ';

/** @returns exit code: 0 set, 1 not set */
export async function setPin({ state, ask, say, complain }: SetPinOptions): Promise<number> {
  const found = state();
  if (!found.ok) {
    complain(`データフォルダに書き込めないため、PINを設定できません。\n${found.detail}`);
    return 1;
  }
  const given = (await ask(QUESTION))?.trim() ?? '';
  const pin = given === '' ? randomPin() : given;
  const why = refusalOf(pin);
  if (why !== null) {
    complain(why);
    return 1;
  }
  const record = await makeRecord(pin);
  found.state.audit.write('pin-set', given === '' ? 'drawn' : 'chosen');
  found.state.pin.set(record);
  if (given === '')
    say(`PINは ${pin} です。この画面でしか表示しません。書きとめて、鍵のかかる所に置いてください。`);
  say('PINを設定しました。間違いの回数と待ち時間は、はじめに戻りました。');
  return 0;
}

function refusalOf(pin: string): string | null {
  if (!isPinShape(pin)) return 'PINは6〜8けたの数字（半角）にしてください。PINは変わっていません。';
  if (isWeakPin(pin))
    return 'そのPINは、当てられやすいため使えません（連番、くり返しなど）。PINは変わっていません。';
  return null;
}

/** Asks on the terminal without showing what is typed; takes a line of a pipe as well. */
export function askHidden(question: string): Promise<string | null> {
  const { stdin, stdout } = process;
  return new Promise((resolve) => {
    if (stdin.isTTY) stdout.write(question);
    // Given no output, readline echoes nothing; in raw mode the terminal does not either.
    const lines = createInterface({ input: stdin, terminal: stdin.isTTY });
    lines.once('line', (line) => {
      resolve(line);
      lines.close();
    });
    lines.once('close', () => {
      if (stdin.isTTY) stdout.write('\n');
      resolve(null);
    });
  });
}
