/**
 * Japanese with its readings above the words. `<Ruby>` goes around whatever shows words of a pack: strings in it
 * get readings, elements keep their form, components look after themselves.
 */
import { Children, cloneElement, Fragment, isValidElement, type ReactNode } from 'react';
import { hasKanji, hasRubyMarks, readRuby, withoutRuby } from '../../content/pack/ruby.ts';
import { useMarked, useRubyOn } from '../ruby.ts';
import { useSettings } from '../settings.ts';
import './ruby.css';

export function Ruby({ children }: { readonly children: ReactNode }) {
  const { lang } = useSettings();
  const readings = useRubyOn();
  if (lang === 'zh-Hans' || lang === 'ko') return <>{withLang(children)}</>;
  return <>{readings ? withRuby(children) : children}</>;
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
  if (Array.isArray(node)) return Children.map(node, withRuby);
  if (!isValidElement<{ readonly children?: ReactNode }>(node)) return node;
  const { type, props } = node;
  const enters = type === Fragment || (typeof type === 'string' && !PLAIN.has(type));
  return enters && props.children !== undefined
    ? cloneElement(node, undefined, withRuby(props.children))
    : node;
}

/** One text, letter for letter as it came from the library. */
function RubyText({ text }: { readonly text: string }) {
  return <MarkedText text={useMarked(text)} />;
}

/** A text that carries its readings (`content/pack/ruby.ts`): shown with them while they are on, else without. */
export function MarkedText({ text }: { readonly text: string }) {
  const on = useRubyOn();
  if (!on || !hasRubyMarks(text)) return <>{withoutRuby(text)}</>;
  return (
    <span className="furigana-text">
      {readRuby(text).map((part, i) =>
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
      )}
    </span>
  );
}
