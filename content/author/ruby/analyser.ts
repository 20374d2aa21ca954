/**
 * Cuts Japanese text into words with readings. The dictionary is IPADIC inside a WebAssembly package: the same
 * words on every machine, no network. It is loaded at the first use, in a third of a second.
 */
import { createRequire } from 'node:module';
import { isKana, toHiragana } from '../../pack/kana.ts';

/** A word as the dictionary cuts it. The surfaces of a text's tokens give the text again. */
export type Token = {
  readonly surface: string;
  /** Hiragana of the whole surface; null where the dictionary does not know the word. */
  readonly reading: string | null;
  /** 名詞, 動詞, 助詞 …; '' where unknown. */
  readonly pos: string;
  /** The first two subdivisions: 固有名詞, 地域. */
  readonly detail: string;
  readonly detail2: string;
  /** Dictionary form. */
  readonly base: string;
};

type Tokenizer = { readonly tokenize: (text: string) => unknown };
type Package = {
  readonly TokenizerBuilder: new () => {
    readonly setDictionary: (uri: string) => void;
    readonly setMode: (mode: string) => void;
    readonly setKeepWhitespace: (keep: boolean) => void;
    readonly build: () => Tokenizer;
  };
};

let tokenizer: Tokenizer | undefined;

function load(): Tokenizer {
  // Required when first needed: most verbs of the command line never read a word.
  const { TokenizerBuilder } = createRequire(import.meta.url)('lindera-wasm-nodejs-ipadic') as Package;
  const builder = new TokenizerBuilder();
  builder.setDictionary('embedded://ipadic');
  builder.setMode('normal');
  builder.setKeepWhitespace(true);
  return builder.build();
}

/** The end of a sentence or a line; words never reach across. */
const SENTENCES = /(?<=[。！？\n])/;

/** Most sentences remembered: the same ones come again for the check, the texts and the search. */
const MAX_KEPT = 50_000;
const kept = new Map<string, readonly Token[]>();

/** The words of a text, in order. */
export function tokensOf(text: string): readonly Token[] {
  return text.split(SENTENCES).flatMap((sentence) => {
    const known = kept.get(sentence);
    if (known !== undefined) return known;
    if (kept.size >= MAX_KEPT) kept.clear();
    const tokens = analyse(sentence);
    kept.set(sentence, tokens);
    return tokens;
  });
}

function analyse(sentence: string): readonly Token[] {
  tokenizer ??= load();
  const tokens = (tokenizer.tokenize(sentence) as Readonly<Record<string, unknown>>[]).map(readToken);
  // Letters that are no Unicode text (half a pair) come back as others: such a sentence is left alone.
  const whole = tokens.map((token) => token.surface).join('') === sentence;
  return whole ? tokens : [readToken({ surface: sentence })];
}

/** Words of the dictionary by their number: the same few thousand come all the time. */
const words = new Map<unknown, Token>();

function readToken(raw: Readonly<Record<string, unknown>>): Token {
  const known = words.get(raw['wordId']);
  if (known !== undefined && known.surface === raw['surface']) return known;
  const token = makeToken(raw);
  if (token.pos !== '') words.set(raw['wordId'], token);
  return token;
}

function makeToken(raw: Readonly<Record<string, unknown>>): Token {
  const field = (name: string): string => {
    const value = raw[name];
    return typeof value === 'string' && value !== '*' ? value : '';
  };
  const surface = field('surface') || (typeof raw['surface'] === 'string' ? raw['surface'] : '');
  const reading = toHiragana(field('reading'));
  const pos = field('partOfSpeech');
  return {
    surface,
    reading: isKana(surface) ? toHiragana(surface) : reading === '' ? null : reading,
    pos: pos === 'UNK' ? '' : pos,
    detail: field('partOfSpeechSubcategory1'),
    detail2: field('partOfSpeechSubcategory2'),
    base: field('baseForm') || surface,
  };
}
