import { createElement, Fragment, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import { markRuby, PHRASE_END } from '../../../content/pack/ruby.ts';
import { Markdown } from '../../../renderer/parts/markdown.tsx';
import { MarkedText, Ruby } from '../../../renderer/parts/ruby.tsx';
import { change, resetSettings } from '../../../renderer/settings.ts';

const TEXT = markRuby([
  { text: '食', reading: 'た' },
  { text: 'べる', reading: null },
]);
const EAT = '<ruby class="furigana">食<rp>（</rp><rt>た</rt><rp>）</rp></ruby>';
const phrased = (html: string) => `<span class="furigana-text">${html}</span>`;
const WITH = phrased(`<span class="furigana-phrase">${EAT}べる</span>`);

const marked = () => renderToStaticMarkup(createElement(MarkedText, { text: TEXT }));
const around = (children: ReactNode) => renderToStaticMarkup(createElement(Ruby, null, children));

afterEach(() => resetSettings('ja'));

describe('MarkedText', () => {
  it('shows readings in Japanese when the visitor wishes, in easy Japanese always, elsewhere never', () => {
    expect(marked()).toBe('食べる');
    change({ ruby: true });
    expect(marked()).toBe(WITH);
    change({ lang: 'en' });
    expect(marked()).toBe('食べる');
    change({ lang: 'ja-easy', ruby: false });
    expect(marked()).toBe(WITH);
  });
});

describe('phrases with readings', () => {
  const phrases = (text: string) =>
    renderToStaticMarkup(createElement(MarkedText, { text })).match(/<span class="furigana-phrase">/g)
      ?.length ?? 0;

  it('stay on one line, and only they: 暮らし方 is not torn apart', () => {
    change({ ruby: true });
    const live = markRuby([
      { text: '暮', reading: 'く' },
      { text: 'らし', reading: null },
      { text: '方', reading: 'かた' },
    ]);
    expect(phrases(`新しい${PHRASE_END}${live}と、${PHRASE_END}工夫`)).toBe(1);
    expect(phrases(`${live} ${live}`)).toBe(2);
  });

  it('may break where they are longer than a narrow column', () => {
    change({ ruby: true });
    const long = markRuby([
      { text: '全国連携展示', reading: 'ぜんこくれんけいてんじ' },
      { text: 'のこと', reading: null },
    ]);
    expect(phrases(long)).toBe(0);
  });
});

describe('Ruby', () => {
  it('holds the kana behind a closing bracket and the day of a date together', () => {
    expect(around('料理「芋煮」を習う')).toBe('料理「芋煮<span class="whole">」を</span>習う');
    expect(around('11月13日(金)〜12月24日')).toBe(
      '<span class="whole">11月13日(金)</span>〜<span class="whole">12月24日</span>',
    );
    expect(around('Fri 13 – Sun 15 Nov 2020')).toBe('Fri 13 – Sun <span class="whole">15 Nov 2020</span>');
  });

  it('leaves what it goes around as it is while readings are off', () => {
    expect(around(createElement('b', { className: 'x' }, '東京'))).toBe('<b class="x">東京</b>');
  });

  it('keeps elements, attributes and order, and shows a text while its readings are under way', () => {
    change({ ruby: true });
    const list = createElement(
      Fragment,
      null,
      'まち',
      createElement('b', { key: 'a', lang: 'ja' }, '東京', 23, null, createElement('i', null, '駅')),
      createElement('svg', { key: 'b' }, createElement('title', null, '図')),
      false,
    );
    expect(around(list)).toBe('まち<b lang="ja">東京23<i>駅</i></b><svg><title>図</title></svg>');
  });
});

describe('Markdown with readings', () => {
  const shown = (text: string) =>
    renderToStaticMarkup(createElement(Markdown, { text })).replace(/^<div class="markdown">|<\/div>$/g, '');

  it('shows them inside emphasis and lists, and joins wrapped lines', () => {
    change({ ruby: true });
    expect(shown(`**${TEXT}**\n\n- ${TEXT}`)).toBe(
      `<p><strong>${WITH}</strong></p><ul><li>${WITH}</li></ul>`,
    );
    const end = markRuby([{ text: '食', reading: 'た' }]);
    expect(shown(`まち${end}\n${end}まち`)).toBe(
      `<p>${phrased(`<span class="furigana-phrase">まち${EAT}${EAT}まち</span>`)}</p>`,
    );
  });
});
