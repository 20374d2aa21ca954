import { describe, expect, it } from 'vitest';
import { dataFolders, installedFiles } from '../../main/folders.ts';

const places = { packaged: true, bundle: '/app/out', resources: '/app/resources', userData: '/home/k' };

describe('the folders of a kiosk', () => {
  it('are the one that was chosen, and no other', () => {
    expect(dataFolders('/data', places)).toEqual(['/data']);
  });
  it('let a packaged kiosk sync to its user’s folder and show what was shipped until then', () => {
    expect(dataFolders(undefined, places)).toEqual(['/home/k/data', '/app/resources/data']);
  });
  it('are the built content for a developer', () => {
    expect(dataFolders(undefined, { ...places, packaged: false })).toEqual(['/app/out/data']);
  });
  it('look for settings and root at the user first, then beside the program', () => {
    expect(installedFiles('root.json', places)).toEqual(['/home/k/root.json', '/app/resources/root.json']);
    expect(installedFiles('root.json', { ...places, packaged: false })).toEqual([
      '/home/k/root.json',
      '/app/out/root.json',
    ]);
  });
});
