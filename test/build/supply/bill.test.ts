import { describe, expect, it } from 'vitest';
import { makeBill } from '../../../build/supply/bill.ts';

describe('the bill of materials', () => {
  const bill = makeBill();

  it('is CycloneDX, and the same twice', () => {
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: expect.stringMatching(/^1\./) });
    expect(makeBill()).toEqual(bill);
  });

  it('names what a hall gets, the runtime included, and no tool of ours', () => {
    const names = bill.components.map(({ name }) => name);
    for (const name of ['electron', 'react', 'leaflet', 'tuf-js']) expect(names).toContain(name);
    expect(bill.components.some(({ purl }) => purl.startsWith('pkg:npm/%40photostructure/sqlite@'))).toBe(
      true,
    );
    for (const name of ['vitest', 'typescript', 'electron-builder']) expect(names).not.toContain(name);
  });

  it('knows the licence of every part', () => {
    expect(bill.components.filter(({ licenses }) => !licenses?.length).map(({ name }) => name)).toEqual([]);
  });
});
