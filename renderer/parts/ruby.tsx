/**
 * Japanese with its readings above the words. `<Ruby>` goes around whatever shows words of a pack: strings in it
 * get readings, elements keep their form, components look after themselves.
 */
import { Children, cloneElement, Fragment, isValidElement, type ReactNode } from 'react';
import { hasKanji, hasRubyMarks, phrasesOf, readRuby, withoutRuby } from '../../content/pack/ruby.ts';
import { useMarked, useRubyOn } from '../ruby.ts';
import { useSettings } from '../settings.ts';
import './ruby.css';

export function Ruby({ children }: { readonly children: ReactNode }) {
  const { lang } = useSettings();
  const readings = useRubyOn();
  if (lang === 'zh-Hans' || lang === 'ko') return <>{withWholes(withLang(children))}</>;
  return <>{readings ? withRuby(children) : withWholes(children)}</>;
}

/**
 * What no line may end inside of, though Chromium would: the particle behind a closing bracket (料理「芋煮」を), a year
 * with its era, the day of a date.
 */
const WHOLE = new RegExp(
  [
    String.raw`[」』）][\u3041-\u3096]{1,2}`,
    String.raw`(?:明治|大正|昭和|平成|令和)(?:元|\d+)年（\d{4}年）`,
    String.raw`\d{1,2}月\d{1,2}日(?:\(.{1,2}\))?`,
    String.raw`\d{1,2}월 \d{1,2}일(?: \(.\))?`,
    String.raw`(?:\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: \d{4})?\b`,
  ].join('|'),
  'g',
);

function withWholes(node: ReactNode): ReactNode {
  if (typeof node === 'string') return node.search(WHOLE) < 0 ? node : <Wholes text={node} />;
  return within(node, withWholes);
}

/** In one element: beside others in a row its pieces must not stand apart. */
function Wholes({ text }: { readonly text: string }) {
  const pieces: ReactNode[] = [];
  let from = 0;
  for (const { 0: whole, index } of text.matchAll(WHOLE)) {
    pieces.push(text.slice(from, index));
    pieces.push(
      <span key={index} className="whole">
        {whole}
      </span>,
    );
    from = index + whole.length;
  }
  return (
    <span>
      {pieces}
      {text.slice(from)}
    </span>
  );
}

/** Does something with the strings inside elements; components look after themselves. */
function within(node: ReactNode, change: (node: ReactNode) => ReactNode): ReactNode {
  if (Array.isArray(node)) return Children.map(node, change);
  if (!isValidElement<{ readonly children?: ReactNode }>(node)) return node;
  const { type, props } = node;
  const enters = type === Fragment || (typeof type === 'string' && !PLAIN.has(type));
  return enters && props.children !== undefined
    ? cloneElement(node, undefined, change(props.children))
    : node;
}

const KANA = /[\u3041-\u30fa]/;

/** Words with kana are Japanese whatever stands around them: they get its glyphs, line breaks and voice. */
function withLang(node: ReactNode): ReactNode {
  if (typeof node === 'string') return KANA.test(node) ? <span lang="ja">{node}</span> : node;
  return Array.isArray(node) ? Children.map(node, withLang) : node;
}

/** Elements whose words cannot carry readings, or carry them already. */
const PLAIN = new Set(['ruby', 'rt', 'rp', 'svg', 'option', 'textarea', 'title']);

function withRuby(node: ReactNode): ReactNode {
  if (typeof node === 'string') return hasKanji(node) ? <RubyText text={node} /> : node;
  return within(node, withRuby);
}

/** One text, letter for letter as it came from the library. */
function RubyText({ text }: { readonly text: string }) {
  return <MarkedText text={useMarked(text)} />;
}

/** A text that carries its readings (`content/pack/ruby.ts`): shown with them while they are on, else without. */
export function MarkedText({ text }: { readonly text: string }) {
  const on = useRubyOn();
  if (!on || !hasRubyMarks(text)) return <>{withWholes(withoutRuby(text))}</>;
  return (
    <span className="furigana-text">
      {phrasesOf(text).map((phrase, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: phrases of one text never change places
        <Phrase key={i} text={phrase} />
      ))}
    </span>
  );
}

/** Letters of a phrase that stay together; longer ones may have to break in a narrow column. */
const MOST_TOGETHER = 8;

/** Chromium ends lines before and behind every reading; only what is held together stays whole: 暮らし|方. */
function Phrase({ text }: { readonly text: string }) {
  const parts = readRuby(text);
  const length = parts.reduce((sum, part) => sum + part.text.length, 0);
  const shown = parts.map((part, i) =>
    part.reading === null ? (
      part.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never change places
      <ruby key={i} className="furigana">
        {part.text}
        <rp>（</rp>
        <rt>{part.reading}</rt>
        <rp>）</rp>
      </ruby>
    ),
  );
  if (parts.length < 2 || length > MOST_TOGETHER) return <>{shown}</>;
  return <span className="furigana-phrase">{shown}</span>;
}
