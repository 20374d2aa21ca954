/** What the recovery ladder remembers from one start to the next: one small file, written whole or not at all. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { FRESH, type Ladder, parseLadder } from './ladder.ts';

export type LadderMemory = {
  readonly read: () => Ladder;
  readonly write: (ladder: Ladder) => void;
};

/** @param file its folder exists; a disk that is full or read-only costs the memory, nothing else */
export function ladderMemory(file: string): LadderMemory {
  return {
    read: () => {
      try {
        return parseLadder(readFileSync(file, 'utf8'));
      } catch {
        return FRESH;
      }
    },
    write: (ladder) => {
      try {
        writeFileSync(`${file}.new`, JSON.stringify(ladder));
        renameSync(`${file}.new`, file);
      } catch {
        // The ladder then starts at its foot after the next start.
      }
    },
  };
}
