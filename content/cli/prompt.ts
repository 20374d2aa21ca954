/** Asks whoever sits at the terminal. */
import { createInterface } from 'node:readline/promises';

const YES = /^(y|yes|はい|ｙ)$/i;

/** @returns true only for a clear yes; the end of the input is a no */
export async function ask(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return YES.test((await lines.question(`${question} `)).trim());
  } catch {
    return false;
  } finally {
    lines.close();
  }
}
