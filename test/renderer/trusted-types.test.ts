import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { installPolicy, ownScript, tamed } from '../../renderer/trusted-types.ts';

describe('the Trusted Types policy', () => {
  it('lets the strings pass that Leaflet probes the browser with', () => {
    const leaflet = readFileSync(
      createRequire(import.meta.url).resolve('leaflet/dist/leaflet-src.js'),
      'utf8',
    );
    for (const probe of ['<svg/>', '<v:shape adj="1"/>']) {
      expect(leaflet).toContain(`innerHTML = '${probe}'`);
      expect(tamed(probe)).toBe(probe);
    }
  });

  it('turns all other markup into text', () => {
    expect(tamed('<img src=x onerror="a()">')).toBe('&lt;img src=x onerror=&quot;a()&quot;&gt;');
    expect(tamed("<svg/ onload='a()'>")).not.toMatch(/[<>'"]/);
    expect(tamed('&lt;')).toBe('&amp;lt;');
  });

  it('lets a thread run a script of the bundle, and nothing else', () => {
    const own = 'app://kiosk/assets/ground-thread-DaHGDY7b.js';
    expect(ownScript(own)).toBe(own);
    for (const other of [
      'https://example.com/assets/a.js',
      'app://other/assets/a.js',
      'app://kiosk/a.js',
      'app://kiosk/assets/../../a.js',
      'app://kiosk/assets/a.js?x',
      'data:text/javascript,0',
      'blob:app://kiosk/0',
      '',
    ])
      expect(() => ownScript(other), other).toThrow(TypeError);
  });

  it('is the default policy and makes no scripts', () => {
    const made: { name: string; rules: object }[] = [];
    installPolicy({
      trustedTypes: { createPolicy: (name: string, rules: object) => made.push({ name, rules }) },
    });
    expect(made.map(({ name, rules }) => [name, Object.keys(rules)])).toEqual([
      ['default', ['createHTML', 'createScriptURL']],
    ]);
  });
});
