import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FRESH } from '../../../main/recovery/ladder.ts';
import { ladderMemory } from '../../../main/recovery/memory.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'renkei-memory-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('ladderMemory', () => {
  it('reads back what was written, and leaves one file', () => {
    const memory = ladderMemory(join(folder, 'recovery.json'));
    memory.write({ failures: 3, lastMs: 12, running: true });
    expect(memory.read()).toEqual({ failures: 3, lastMs: 12, running: true });
    expect(readdirSync(folder)).toEqual(['recovery.json']);
  });

  it('is fresh without a file and with a torn one', () => {
    const file = join(folder, 'recovery.json');
    expect(ladderMemory(file).read()).toEqual(FRESH);
    writeFileSync(file, '{"failures":3,"last');
    expect(ladderMemory(file).read()).toEqual(FRESH);
  });

  it('does without a place to write', () => {
    const file = join(folder, 'taken');
    mkdirSync(file);
    expect(() => ladderMemory(file).write(FRESH)).not.toThrow();
    expect(() => ladderMemory(join(folder, 'no', 'such', 'file')).write(FRESH)).not.toThrow();
  });
});
