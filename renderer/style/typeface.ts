/** Which characters the faces declared so far can draw. */

/** As CSS writes it: `U+20-7E, U+3042, U+30??`. @returns pairs of first and last code point */
export function rangesOf(unicodeRange: string): readonly (readonly [number, number])[] {
  return unicodeRange.split(',').flatMap((part) => {
    const [, first = '', last] = /^U\+([0-9a-f?]+)(?:-([0-9a-f]+))?$/i.exec(part.trim()) ?? [];
    if (first === '') return [];
    const from = Number.parseInt(first.replaceAll('?', '0'), 16);
    const to = Number.parseInt(last ?? first.replaceAll('?', 'f'), 16);
    return [[from, to] as const];
  });
}

/** Whether every character of the text lies in the range of at least one face. Spaces and line ends do always. */
export function canDraw(faces: Iterable<{ readonly unicodeRange: string }>, text: string): boolean {
  const ranges = [...faces].flatMap((face) => rangesOf(face.unicodeRange));
  return [...new Set(text)].every((letter) => {
    const point = letter.codePointAt(0) ?? 0;
    return /\s/.test(letter) || ranges.some(([from, to]) => from <= point && point <= to);
  });
}
