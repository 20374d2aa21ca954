import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSettings, readSettings } from '../../../main/sync/settings.ts';
import { tempFolder, writeFiles } from '../../helpers/folder.ts';

describe('parseSettings', () => {
  it('takes an address, and every six hours when nothing is said', () => {
    expect(parseSettings('{"source": "https://example.jp/renkei/"}')).toEqual({
      source: 'https://example.jp/renkei/',
      everyHours: 6,
    });
    expect(parseSettings('{"source": "http://10.0.0.5/", "everyHours": 0.25}')).toEqual({
      source: 'http://10.0.0.5/',
      everyHours: 0.25,
    });
  });
  it.each([
    ['no JSON', '{source}', 'JSON'],
    ['a list', '[]', '{ }'],
    ['nothing', '{}', 'source'],
    ['a path', '{"source": "/mnt/x"}', 'source'],
    ['another scheme', '{"source": "ftp://a/"}', 'source'],
    ['a password in the address', '{"source": "https://me:secret@a/"}', 'source'],
    ['a slip in a name', '{"sorce": "https://a/"}', 'sorce'],
    ['an hour that never comes', '{"source": "https://a/", "everyHours": 1e9}', 'everyHours'],
    ['a time in words', '{"source": "https://a/", "everyHours": "6"}', 'everyHours'],
  ])('refuses %s and says why', (_what, text, why) => {
    expect(parseSettings(text)).toEqual(expect.stringContaining(why));
  });
  it('answers to any text without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(['string', 'object']).toContain(typeof parseSettings(text));
      }),
    );
  });
});

describe('readSettings', () => {
  it('reads the first file that is there', () => {
    const folder = tempFolder();
    writeFiles(folder, { 'b.json': '{"source": "https://b/"}', 'c.json': '{"source": "https://c/"}' });
    const files = ['a', 'b', 'c'].map((name) => join(folder, `${name}.json`));
    expect(readSettings(files, () => undefined)?.source).toBe('https://b/');
  });
  it('tells of a file that cannot be used and goes on without', () => {
    const folder = tempFolder();
    writeFiles(folder, { 'a.json': '{' });
    const told: string[] = [];
    expect(readSettings([join(folder, 'a.json')], (file, why) => told.push(file, why))).toBe(null);
    expect(told).toEqual([join(folder, 'a.json'), 'JSONとして読めません。']);
  });
  it('is null without any file: such a kiosk calls nobody', () => {
    expect(readSettings(['/nowhere/kiosk.json'], () => undefined)).toBe(null);
  });
});
