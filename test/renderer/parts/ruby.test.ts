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
    const held = (html: string) => `<span>${html}</span>`;
    const whole = (text: string) => `<span class="whole">${text}</span>`;
    expect(around('料理「芋煮」を習う')).toBe(held(`料理「芋煮${whole('」を')}習う`));
    expect(around('11月13日(金)〜12月24日')).toBe(held(`${whole('11月13日(金)')}〜${whole('12月24日')}`));
    expect(around('令和2年（2020年）12月28日(月)')).toBe(
      held(`${whole('令和2年（2020年）')}${whole('12月28日(月)')}`),
    );
    change({ lang: 'en' });
    expect(around('Fri 13 – Sun 15 Nov 2020')).toBe(held(`Fri 13 – ${whole('Sun 15 Nov 2020')}`));
    change({ lang: 'ko' });
    expect(around('2020년 11월 13일 (금)')).toBe(held(`2020년 ${whole('11월 13일 (금)')}`));
    change({ lang: 'zh-Hans' });
    expect(around('2020年11月13日(周五)')).toBe(held(`2020年${whole('11月13日(周五)')}`));
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
