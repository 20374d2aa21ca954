/**
 * Japanese sounds in Hangul, both ways, after Korea's rules for writing Japanese (국립국어원 외래어 표기법):
 * long vowels are not written, か and が are both 가 at the beginning of a word, つ is 쓰. How people write it
 * in haste (츠, 찌, 토쿄) is understood as well.
 */

const FIRST = 0xac00;
const INITIALS = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];
const VOWELS = [...'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'];
const FINALS = ['', ...'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'];

export type Syllable = { readonly initial: string; readonly vowel: string; readonly final: string };

/** The letters of one syllable; null for any other character. */
export function syllableOf(char: string): Syllable | null {
  const at = (char.codePointAt(0) ?? 0) - FIRST;
  if (at < 0 || at >= INITIALS.length * VOWELS.length * FINALS.length) return null;
  const final = FINALS[at % FINALS.length] ?? '';
  const rest = Math.floor(at / FINALS.length);
  return {
    initial: INITIALS[Math.floor(rest / VOWELS.length)] ?? '',
    vowel: VOWELS[rest % VOWELS.length] ?? '',
    final,
  };
}

/** The character of a syllable; null where its letters make none. */
export function syllable({ initial, vowel, final }: Syllable): string | null {
  const [a, b, c] = [INITIALS.indexOf(initial), VOWELS.indexOf(vowel), FINALS.indexOf(final)];
  if (a < 0 || b < 0 || c < 0) return null;
  return String.fromCodePoint(FIRST + (a * VOWELS.length + b) * FINALS.length + c);
}

/** Hangul vowels as sounds of `sound.ts`; the second part of the pair is true after a glide. */
const VOWEL_SOUNDS: Readonly<Record<string, string>> = {
  ㅏ: 'a',
  ㅑ: 'iya',
  ㅓ: 'o',
  ㅕ: 'iyo',
  ㅗ: 'o',
  ㅛ: 'iyo',
  ㅜ: 'u',
  ㅠ: 'iyu',
  ㅡ: 'u',
  ㅣ: 'i',
  ㅐ: 'e',
  ㅔ: 'e',
  ㅖ: 'e',
  ㅘ: 'wa',
};

/** What a consonant may be in Japanese; at the beginning of a word also what stands behind the bar. */
const CONSONANT_SOUNDS: Readonly<Record<string, string>> = {
  ㄱ: 'g|k',
  ㄲ: 'k',
  ㅋ: 'k',
  ㄴ: 'n',
  ㄷ: 'd|t',
  ㄸ: 't',
  ㅌ: 't',
  ㄹ: 'r',
  ㅁ: 'm',
  ㅂ: 'b',
  ㅃ: 'p',
  ㅍ: 'p',
  ㅅ: 's',
  ㅆ: 's',
  ㅇ: '',
  ㅎ: 'h',
};

/** Most ways a word is tried; two or three are the rule. */
const MOST = 12;

/**
 * How a word in Hangul may sound in Japanese, as `soundOf` says it before lengths are taken out.
 *
 * @returns 1..12 ways, likeliest first; empty for anything but whole syllables that Japanese can say
 */
export function hangulSounds(word: string): readonly string[] {
  const chars = [...word.normalize('NFC')];
  let ways: readonly string[] = [''];
  for (const [i, char] of chars.entries()) {
    const parts = syllableOf(char);
    const heads = parts === null ? [] : headsOf(parts, i === 0);
    const tails = parts === null ? [] : tailsOf(parts.final, chars[i + 1]);
    ways = ways
      .flatMap((way) => heads.flatMap((head) => tails.map((tail) => way + head + tail)))
      .slice(0, MOST);
  }
  return ways.filter((way) => way !== '');
}

function headsOf({ initial, vowel }: Syllable, first: boolean): readonly string[] {
  const sound = VOWEL_SOUNDS[vowel];
  if (sound === undefined) return [];
  // つ and its neighbours stand out of the row.
  if (vowel === 'ㅡ' && 'ㅆㅉㅊ'.includes(initial)) return ['tu'];
  if ('ㅈㅉㅊ'.includes(initial)) return sibilants(initial, vowel, sound, first);
  const consonant = CONSONANT_SOUNDS[initial];
  if (consonant === undefined) return [];
  if (initial === 'ㅇ') return [sound.replace(/^iy/, 'y')];
  const [plain = '', atFirst] = consonant.split('|');
  return (first && atFirst !== undefined ? [plain, atFirst] : [plain]).map((one) => one + sound);
}

/** 자 is ざ and じゃ, at the beginning also ちゃ; 차 is ちゃ. */
function sibilants(initial: string, vowel: string, sound: string, first: boolean): readonly string[] {
  const glided = sound.startsWith('i') ? sound : `iy${sound}`;
  if (initial !== 'ㅈ') return [`t${glided}`];
  if (vowel === 'ㅡ') return ['zu'];
  const voiced = sound === 'i' ? ['zi'] : [`z${sound}`, `z${glided}`];
  return [...new Set([...voiced, ...(first ? [`t${glided}`] : [])])];
}

/** ん, or the stop of っ. A last ㅇ may also be the beginning of a syllable still being typed. */
function tailsOf(final: string, next: string | undefined): readonly string[] {
  if (final === '') return [''];
  if (next === undefined) return 'ㄴㅁㅇ'.includes(final) ? ['n', ''] : [''];
  if ('ㄴㅁㅇ'.includes(final)) return ['n'];
  if (!'ㅅㄱㅂㄷㅆ'.includes(final)) return [];
  const initial = syllableOf(next)?.initial ?? '';
  const consonant = 'ㅊㅉㅆ'.includes(initial) ? 't' : (CONSONANT_SOUNDS[initial] ?? '').split('|').at(-1);
  return consonant === undefined || consonant === '' ? [''] : [consonant];
}
