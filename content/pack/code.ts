/** Local government codes (全国地方公共団体コード, JIS X 0401/0402): five digits and a check digit. */

/** Six digits whose last one is right. */
export type MunicipalityCode = string;

/**
 * Check digit of the first five digits: weights 6,5,4,3,2; 11 minus the remainder by 11, last digit.
 * Source: 総務省「全国地方公共団体コード仕様」.
 */
export function checkDigit(fiveDigits: string): number {
  const sum = [6, 5, 4, 3, 2].reduce((total, weight, i) => total + weight * Number(fiveDigits[i]), 0);
  return (11 - (sum % 11)) % 10;
}

export function isMunicipalityCode(value: unknown): value is MunicipalityCode {
  if (typeof value !== 'string' || !/^\d{6}$/.test(value)) return false;
  return checkDigit(value.slice(0, 5)) === Number(value[5]);
}

/** The 23 special wards are 13101 to 13123. */
export function isSpecialWardCode(code: MunicipalityCode): boolean {
  const five = Number(code.slice(0, 5));
  return five >= 13101 && five <= 13123;
}

/** JIS X 0401: `01` Hokkaido to `47` Okinawa. */
export function prefectureOf(code: MunicipalityCode): string {
  return code.slice(0, 2);
}
