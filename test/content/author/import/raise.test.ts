import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { raisePack } from '../../../../content/author/import/raise.ts';

const PACK = '# ours\nid: base\nversion: 7 # seventh\ndate: 2025-01-20\ntitle: { ja: 題 }\n';

describe('raisePack', () => {
  it('raises the version by one and the date to today, and leaves every other byte', () => {
    expect(raisePack(PACK, '2026-04-01')).toEqual({
      text: '# ours\nid: base\nversion: 8 # seventh\ndate: 2026-04-01\ntitle: { ja: 題 }\n',
      version: { from: 7, to: 8 },
      date: { from: '2025-01-20', to: '2026-04-01' },
    });
  });

  it('never takes the date back', () => {
    expect(raisePack(PACK, '2024-01-01')?.date).toEqual({ from: '2025-01-20', to: '2025-01-20' });
  });

  it('keeps quotes and other forms of YAML', () => {
    const text = raisePack('{ "version": 1, "date": "2025-01-20" }', '2026-04-01')?.text;
    expect(text).toBe('{ "version": 2, "date": "2026-04-01" }');
  });

  it.each(['', 'version: one\ndate: 2025-01-20', 'version: 1', 'date: [', 'version: 1\ndate: soon', '- a'])(
    'leaves %j to a person',
    (text) => {
      expect(raisePack(text, '2026-04-01')).toBeUndefined();
    },
  );

  it('gives text that says so, or nothing, whatever the file says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(1e9), (title, version) => {
        const text = `title: ${JSON.stringify(title)}\nversion: ${version}\ndate: 2025-01-20\n`;
        expect(parse(raisePack(text, '2026-04-01')?.text ?? '', { schema: 'core' })).toEqual({
          title,
          version: version + 1,
          date: '2026-04-01',
        });
      }),
      { numRuns: 50 },
    );
  });
});
