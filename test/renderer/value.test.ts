import { describe, expect, it } from 'vitest';
import { watched } from '../../renderer/value.ts';

describe('watched', () => {
  it('tells its listeners of another value and not of the same', () => {
    const cell = watched(1);
    let told = 0;
    cell.watch(() => {
      told += 1;
    });
    cell.set(1);
    expect(told).toBe(0);
    cell.set(2);
    expect([told, cell.get()]).toEqual([1, 2]);
  });

  it('tells nobody who stopped watching, even while it is telling', () => {
    const cell = watched(0);
    const heard: string[] = [];
    const stop = cell.watch(() => {
      heard.push('first');
      stop();
    });
    cell.watch(() => heard.push('second'));
    cell.set(1);
    cell.set(2);
    expect(heard).toEqual(['first', 'second', 'second']);
  });
});
