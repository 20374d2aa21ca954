import { describe, expect, it } from 'vitest';
import { publicAddress, shortAddress } from '../../../content/pack/public-address.ts';

describe('publicAddress', () => {
  it.each([
    'https://www.vill.tsurui.lg.jp/',
    'http://www.city.arakawa.tokyo.jp/event?id=1&lang=ja',
    'https://日本.jp/まち',
    'https://example.co.jp:8443/a#b',
  ])('hands on %s as it was written', (url) => {
    expect(publicAddress(url)).toBe(url);
  });
  it.each([
    ['nothing', null],
    ['no address', 'www.example.jp'],
    ['another protocol', 'ftp://example.jp/'],
    ['a script', 'javascript:alert(1)'],
    ['a file', 'file:///etc/passwd'],
    ['a picture of the kiosk', 'media://blob/00'],
    ['a user', 'https://me:secret@example.jp/'],
    ['a bare name', 'http://kiosk/'],
    ['a number', 'http://192.168.0.1/'],
    ['a number of the new kind', 'http://[::1]/'],
    ['a local name', 'http://kiosk.local/'],
    ['this machine', 'http://localhost:3000/'],
    ['a misprint', 'https://www.town.voichi.hokkaido.jp/'],
    ['more than a code can carry', `https://example.jp/${'a'.repeat(400)}`],
  ])('refuses %s', (_what, url) => {
    expect(publicAddress(url)).toBeNull();
  });
});

describe('shortAddress', () => {
  it('leaves out what a browser adds', () => {
    expect(shortAddress('https://www.vill.tsurui.lg.jp/')).toBe('www.vill.tsurui.lg.jp');
    expect(shortAddress('http://example.jp/a/b')).toBe('example.jp/a/b');
  });
});
