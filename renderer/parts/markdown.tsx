/**
 * Markdown of articles and exhibitions as React elements: no HTML string is ever made. Links become
 * plain text (a kiosk leads nowhere outside), raw HTML stays text, pictures come from the pack only.
 */
import MarkdownIt from 'markdown-it';
import { createElement, Fragment, type ReactNode } from 'react';
import type { BodyPictureView } from '../../content/pack/media-views.ts';
import { hasRubyMarks, PHRASE_END } from '../../content/pack/ruby.ts';
import { useMarked } from '../ruby.ts';
import './markdown.css';
import { PhotoCredit } from './photo.tsx';
import { PictureButton } from './picture-button.tsx';
import { MarkedText } from './ruby.tsx';

export type MarkdownProps = {
  readonly text: string;
  /** Level that `#` becomes; default 2, because the page has the h1. Deeper ones follow, 6 at most. */
  readonly level?: 2 | 3 | 4 | undefined;
  /** Language of the text, for glyphs and voices. */
  readonly lang?: string | undefined;
  /** What `![words](picture:name)` may ask for; other pictures become their words. */
  readonly pictures?: readonly BodyPictureView[] | undefined;
};

const NONE: readonly never[] = [];

export function Markdown({ text, level = 2, lang, pictures = NONE }: MarkdownProps) {
  return (
    <div className="markdown" lang={lang}>
      {toNodes(useMarked(text), { level, pictures })}
    </div>
  );
}

const parser = new MarkdownIt({ html: false, linkify: false, breaks: false });

type Token = ReturnType<typeof parser.parse>[number];

/** Elements by token; a link's own words stay, the link goes. */
const TAGS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bullet_list: 'ul',
  ordered_list: 'ol',
  list_item: 'li',
  blockquote: 'blockquote',
  strong: 'strong',
  em: 'em',
  s: 's',
  table: 'table',
  thead: 'thead',
  tbody: 'tbody',
  tr: 'tr',
  th: 'th',
  td: 'td',
};

/** A line end between two Japanese characters, or words with readings; browsers would show it as a space. */
const WRAPPED = /([\u3000-\u9fff\uff00-\uffef\ufffb])\n(?=[\u3000-\u9fff\uff00-\uffef\ufff9])/g;

type How = { readonly level: number; readonly pictures: readonly BodyPictureView[] };

function toNodes(text: string, how: How): ReactNode {
  return nodesOf(parser.parse(text.replaceAll(WRAPPED, '$1'), {}), how);
}

type Open = { readonly tag: string | typeof Fragment; readonly children: ReactNode[] };

/** Opening and closing tokens come in pairs; the stack holds the elements that are open. */
function nodesOf(tokens: readonly Token[], how: How): ReactNode {
  const root: Open = { tag: Fragment, children: [] };
  const open: Open[] = [root];
  for (const token of tokens) {
    const top = open[open.length - 1] ?? root;
    if (token.nesting === 1) open.push({ tag: tagOf(token, how.level), children: [] });
    else if (token.nesting === 0) top.children.push(leafOf(token, how));
    else {
      open.pop();
      const parent = open[open.length - 1] ?? root;
      parent.children.push(createElement(top.tag, null, ...top.children));
    }
  }
  return createElement(Fragment, null, ...root.children);
}

function tagOf(token: Token, level: number): string | typeof Fragment {
  // A tight list has its paragraphs marked hidden: the words stand in the item itself.
  if (token.hidden) return Fragment;
  const kind = token.type.replace(/_open$/, '');
  if (kind === 'heading') return `h${Math.min(6, Number(token.tag.slice(1)) + level - 1)}`;
  return TAGS[kind] ?? Fragment;
}

function leafOf(token: Token, how: How): ReactNode {
  switch (token.type) {
    case 'inline':
      return nodesOf(token.children ?? [], how);
    case 'image':
      return pictureOf(token, how.pictures);
    case 'softbreak':
      return '\n';
    case 'hardbreak':
      return createElement('br');
    case 'hr':
      return createElement('hr');
    case 'code_inline':
    case 'code_block':
    case 'fence':
      return createElement('code', null, token.content);
    default:
      return hasRubyMarks(token.content) ? <MarkedText text={token.content} /> : token.content;
  }
}

/** A photograph of the pack with its maker; where the pack has none of that name, the words. */
function pictureOf(token: Token, pictures: readonly BodyPictureView[]): ReactNode {
  // The readings were set into the whole text; the name has none, only ends of phrases may stand in it.
  const source = String(token.attrGet('src') ?? '').replaceAll(encodeURI(PHRASE_END), '');
  const name = /^picture:(.+)$/.exec(source)?.[1];
  const picture = pictures.find((each) => each.name === name);
  if (picture === undefined) return <MarkedText text={token.content} />;
  return (
    <span className="markdown-picture">
      <PictureButton of={picture} among={pictures} />
      <PhotoCredit of={picture} />
    </span>
  );
}
