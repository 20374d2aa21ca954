import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLog, readLog } from '../../main/log.ts';
import { tempFolder } from '../helpers/folder.ts';

const NOW = Date.parse('2020-11-13T01:02:03.004Z');

/** A log in a folder, with what it said on the terminal. */
function start(folder = tempFolder()) {
  const said: string[] = [];
  const log = openLog(
    folder,
    () => NOW,
    (line) => said.push(line),
  );
  const entries = (): Record<string, unknown>[] =>
    readFileSync(join(folder, 'kiosk.log'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { folder, said, log, entries };
}

const sizeOf = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

describe('openLog', () => {
  it('writes one JSON line per entry and gives its id', () => {
    const { log, entries } = start();
    const ids = [log.write('info', 'start'), log.write('error', 'fault', { code: 'pack-missing' })];
    expect(entries()).toEqual([
      { at: '2020-11-13T01:02:03.004Z', id: ids[0], level: 'info', what: 'start' },
      {
        at: '2020-11-13T01:02:03.004Z',
        id: ids[1],
        level: 'error',
        what: 'fault',
        detail: { code: 'pack-missing' },
      },
    ]);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });

  it('says warnings and errors on the terminal, but not what is only information', () => {
    const { log, said } = start();
    log.write('info', 'a');
    log.write('warning', 'b');
    log.write('error', 'c');
    expect(said.map((line) => (JSON.parse(line) as { what: string }).what)).toEqual(['b', 'c']);
  });

  it('keeps name, message, stack and cause of an error', () => {
    const { log, entries } = start();
    log.write('error', 'call', new TypeError('outer', { cause: new RangeError('inner') }));
    expect(entries()[0]?.['detail']).toMatchObject({
      name: 'TypeError',
      message: 'outer',
      stack: expect.stringContaining('log.test.ts'),
      cause: { name: 'RangeError', message: 'inner' },
    });
  });

  it('never throws for what it is to write down', () => {
    const { log, entries } = start();
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    const loop = new Error('loop');
    loop.cause = loop;
    const hostile = {
      toJSON() {
        throw new Error('no');
      },
    };
    for (const detail of [
      circle,
      1n,
      { big: 1n },
      loop,
      hostile,
      () => 1,
      Symbol('s'),
      undefined,
      null,
      '\ud800',
    ]) {
      expect(log.write('error', 'odd', detail)).toMatch(/^[0-9a-f]{8}$/);
    }
    expect(entries()).toHaveLength(10);
  });

  it('cuts a long entry, which still is JSON', () => {
    const { folder, log, entries } = start();
    log.write('error', '\0'.repeat(5000), '\0'.repeat(50_000));
    log.write('error', 'long', { text: '長い"\\'.repeat(5000) });
    log.write('error', '長'.repeat(50_000), new Error('x'.repeat(50_000)));
    expect(entries().map((entry) => entry['level'])).toEqual(['error', 'error', 'error']);
    const lines = readFileSync(join(folder, 'kiosk.log'), 'utf8').split('\n');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(4000);
  });

  it('writes on where it stopped', () => {
    const { folder, log } = start();
    log.write('info', 'first');
    const again = start(folder);
    again.log.write('info', 'second');
    expect(again.entries().map((entry) => entry['what'])).toEqual(['first', 'second']);
  });
});

describe('rotation', () => {
  const fill = (folder: string, megabytes: number): void => {
    const { log } = start(folder);
    const text = 'x'.repeat(3500);
    for (let i = 0; i < megabytes * 290; i++) log.write('info', text);
  };

  it('keeps five files of a megabyte, for ever', () => {
    const folder = tempFolder();
    fill(folder, 8);
    expect(readdirSync(folder).sort()).toEqual([
      'kiosk.log',
      'kiosk.log.1',
      'kiosk.log.2',
      'kiosk.log.3',
      'kiosk.log.4',
    ]);
    expect(sizeOf(folder)).toBeLessThan(5 * 1_005_000);
  });

  it('keeps the newest entry in kiosk.log', () => {
    const folder = tempFolder();
    fill(folder, 2);
    const { log, entries } = start(folder);
    log.write('info', 'newest');
    expect(entries().at(-1)?.['what']).toBe('newest');
  });

  it('stops writing where files cannot be moved, instead of growing without end', () => {
    const folder = tempFolder();
    for (const n of [1, 2, 3, 4]) {
      mkdirSync(join(folder, `kiosk.log.${n}`));
      writeFileSync(join(folder, `kiosk.log.${n}`, 'in-the-way'), '');
    }
    fill(folder, 4);
    expect(statSync(join(folder, 'kiosk.log')).size).toBeLessThan(1_005_000);
  });
});

describe('a folder that cannot be written', () => {
  it('does not throw: the kiosk goes on without a log', () => {
    const file = join(tempFolder(), 'file');
    writeFileSync(file, '');
    for (const folder of [file, join(file, 'below'), '\0']) {
      const said: string[] = [];
      const log = openLog(
        folder,
        () => NOW,
        (line) => said.push(line),
      );
      expect(log.write('error', 'still here')).toMatch(/^[0-9a-f]{8}$/);
      expect(said).toHaveLength(1);
    }
  });

  it('does not throw when it becomes one while running', () => {
    const { folder, log } = start();
    log.write('info', 'a');
    const moved = openLog(
      folder,
      () => NOW,
      () => undefined,
    );
    mkdirSync(join(folder, 'kiosk.log.d'));
    expect(moved.write('info', 'b')).toMatch(/^[0-9a-f]{8}$/);
  });

  it('is read as a whole, oldest first, and never more than its files may hold', () => {
    const { folder, log } = start();
    expect(readLog(tempFolder())).toBe('');
    const wide = 'x'.repeat(3_000);
    for (let i = 0; i < 2_000; i++) log.write('info', `n${i}`, wide);
    const lines = readLog(folder).trimEnd().split('\n');
    expect(Buffer.byteLength(lines.join('\n'))).toBeLessThan(5_100_000);
    expect(lines.length).toBeGreaterThan(1_000);
    const numbers = lines.map((line) => Number((JSON.parse(line) as { what: string }).what.slice(1)));
    expect(numbers).toEqual(numbers.map((_, i) => 2_000 - numbers.length + i));
  });
});
