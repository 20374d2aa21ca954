import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../../content/author/gazetteer/gazetteer.ts';
import {
  checkDigit,
  isMunicipalityCode,
  isSpecialWardCode,
  prefectureOf,
} from '../../../content/pack/code.ts';
import { GAZETTEER } from '../../helpers/places.ts';

const fiveDigits = fc.integer({ min: 0, max: 99_999 }).map((n) => String(n).padStart(5, '0'));

describe('checkDigit', () => {
  it('gives the digits printed in the official list', () => {
    expect(['01206', '13101', '13118', '34302', '47382'].map(checkDigit)).toEqual([8, 6, 1, 1, 1]);
  });

  it('is 1 where the remainder is nothing and 0 where it is one', () => {
    expect([checkDigit('00000'), checkDigit('00006')]).toEqual([1, 0]);
  });
});

describe('isMunicipalityCode', () => {
  it('takes every code of the gazetteer', () => {
    const wrong = loadGazetteer(GAZETTEER).municipalities.filter((row) => !isMunicipalityCode(row.code));
    expect(wrong).toEqual([]);
  });

  it('takes exactly one last digit for any five', () => {
    fc.assert(
      fc.property(fiveDigits, (five) => {
        const right = [...'0123456789'].filter((last) => isMunicipalityCode(five + last));
        expect(right).toEqual([String(checkDigit(five))]);
      }),
    );
  });

  it('finds every single wrong digit among the first five', () => {
    fc.assert(
      fc.property(fiveDigits, fc.nat({ max: 4 }), fc.integer({ min: 1, max: 9 }), (five, at, shift) => {
        const digit = (Number(five[at]) + shift) % 10;
        const slip = five.slice(0, at) + String(digit) + five.slice(at + 1);
        // 11 - 0 and 11 - 10 share the last digit 1, so remainders 0 and 10 cannot be told apart.
        fc.pre(checkDigit(five) !== 1);
        expect(isMunicipalityCode(slip + String(checkDigit(five)))).toBe(false);
      }),
    );
  });

  it.each([
    '',
    '01206',
    '0120680',
    ' 012068',
    '012068\n',
    '０１２０６８',
    12068,
    null,
    undefined,
    {},
    ['012068'],
  ])('refuses %j', (value) => {
    expect(isMunicipalityCode(value)).toBe(false);
  });

  it('refuses whatever is not six digits', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        fc.pre(typeof value !== 'string' || !/^\d{6}$/.test(value));
        expect(isMunicipalityCode(value)).toBe(false);
      }),
    );
  });
});

describe('isSpecialWardCode', () => {
  it('is true for the 23 wards of the gazetteer and for no other municipality', () => {
    const { municipalities } = loadGazetteer(GAZETTEER);
    const wards = municipalities.filter((row) => isSpecialWardCode(row.code));
    expect(wards).toHaveLength(23);
    expect(wards.every((row) => row.kind === 'special-ward')).toBe(true);
  });
});

describe('prefectureOf', () => {
  it('is the first two digits', () => {
    expect(prefectureOf('473821')).toBe('47');
  });
});
