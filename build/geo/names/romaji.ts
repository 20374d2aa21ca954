/**
 * Hiragana to Hepburn without macrons: long o and u are written once (とうきょう -> Tokyo), ん is always n,
 * with an apostrophe before a vowel or y (しんおんせん -> Shin'onsen).
 *
 * Kana alone do not tell where a word inside a name ends (たきの + うえ is Takinoue, not Takinoe). Such names
 * are listed in `spelling.ts`.
 */

const PLAIN: ReadonlyMap<string, string> = new Map(
  [
    'あa いi うu えe おo かka きki くku けke こko さsa しshi すsu せse そso たta ちchi つtsu てte とto',
    'なna にni ぬnu ねne のno はha ひhi ふfu へhe ほho まma みmi むmu めme もmo やya ゆyu よyo',
    'らra りri るru れre ろro わwa ゐi ゑe をo んn がga ぎgi ぐgu げge ごgo ざza じji ずzu ぜze ぞzo',
    'だda ぢji づzu でde どdo ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo ゔvu',
    'ぁa ぃi ぅu ぇe ぉo ゃya ゅyu ょyo ゎwa ゕka ゖke',
  ]
    .join(' ')
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
);

const SMALL_Y = /^[ゃゅょ]$/;

/**
 * Spells a reading in Hepburn without macrons.
 *
 * @param kana hiragana; small っ doubles the next consonant (t before ch) and vanishes where there is none
 * @returns    lower-case ASCII letters and apostrophes
 * @throws {RangeError} when a character is not hiragana (ー included: no Japanese place name in hiragana has it)
 */
export function toHepburn(kana: string): string {
  const syllables = toSyllables(kana);
  const doubled = syllables.map((syllable, at) =>
    syllable === DOUBLING ? doublingOf(syllables[at + 1]) : syllable,
  );
  const separated = doubled.map((syllable, at) =>
    syllable === 'n' && /^[aiueoy]/.test(doubled[at + 1] ?? '') ? "n'" : syllable,
  );
  return separated.join('').replace(/o[uo]/g, 'o').replace(/uu/g, 'u');
}

/** Capitalises the first letter. */
export function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

const DOUBLING = 'っ';

/** Latin syllables, contracted sounds joined; っ stays as it is for the caller. */
function toSyllables(kana: string): string[] {
  const syllables: string[] = [];
  for (const one of kana) {
    const latin = one === DOUBLING ? DOUBLING : PLAIN.get(one);
    if (latin === undefined)
      throw new RangeError(`toHepburn: ${JSON.stringify(one)} in ${kana} is not hiragana`);
    const before = syllables.at(-1);
    if (SMALL_Y.test(one) && before !== undefined && /^[^aiueo]+i$/.test(before)) {
      syllables[syllables.length - 1] = contracted(before, latin);
    } else {
      syllables.push(latin);
    }
  }
  return syllables;
}

/** ki + ya -> kya, but shi + ya -> sha: sh, ch and j hold the y already. */
function contracted(consonantAndI: string, y: string): string {
  const consonant = consonantAndI.slice(0, -1);
  return consonant + (/^(sh|ch|j)$/.test(consonant) ? y.slice(1) : y);
}

function doublingOf(next: string | undefined): string {
  const first = next?.slice(0, 1) ?? '';
  if (!/^[bcdfghjkmprstvwz]$/.test(first)) return '';
  return first === 'c' ? 't' : first;
}
