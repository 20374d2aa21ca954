import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { BodyPictureView } from '../../../content/pack/media-views.ts';
import { Markdown } from '../../../renderer/parts/markdown.tsx';

/** The inside of the rendered box. */
function shown(text: string, level: 2 | 3 | 4 = 2): string {
  return renderToStaticMarkup(createElement(Markdown, { text, level }))
    .replace(/^<div class="markdown">/, '')
    .replace(/<\/div>$/, '');
}

describe('Markdown', () => {
  it('sets headings under the one of the page', () => {
    expect(shown('# あ\n\n## い')).toBe('<h2>あ</h2><h3>い</h3>');
    expect(shown('#### あ', 4)).toBe('<h6>あ</h6>');
  });

  it('sets paragraphs, emphasis and lists', () => {
    expect(shown('あ**い**と*う*\n\nえ')).toBe('<p>あ<strong>い</strong>と<em>う</em></p><p>え</p>');
    expect(shown('- あ\n- い')).toBe('<ul><li>あ</li><li>い</li></ul>');
    expect(shown('1. あ\n\n   い\n2. う')).toContain('<ol><li><p>あ</p>');
  });

  it('shows links as their words and pictures as their description', () => {
    expect(shown('[区のページ](https://example.com/)へ')).toBe('<p>区のページへ</p>');
    expect(shown('![白い鳥](a.png)')).toBe('<p>白い鳥</p>');
  });

  it('shows HTML as text', () => {
    expect(shown('<b>あ</b><script>a()</script>')).not.toContain('<b>');
    expect(shown('<div onclick="a()">あ</div>')).toBe(
      '<p>&lt;div onclick=&quot;a()&quot;&gt;あ&lt;/div&gt;</p>',
    );
  });

  it('joins wrapped Japanese lines without a gap and English ones with a space', () => {
    expect(shown('まちと\nまち')).toBe('<p>まちとまち</p>');
    expect(shown('town and\ntown')).toBe('<p>town and\ntown</p>');
  });
});

describe('pictures in Markdown', () => {
  it('are found where the ends of phrases were set into their names', () => {
    const text = '![笠](picture:ka\u200bsa)';
    expect(renderToStaticMarkup(createElement(Markdown, { text, pictures: [picture] }))).toContain('<img');
  });

  const picture = {
    name: 'kasa',
    id: 'a'.repeat(64),
    sources: [{ id: 'a'.repeat(64), mime: 'image/webp', width: 800, height: 600 }],
    alt: '笠をかぶった人',
    credit: '鶴居村',
    licence: '鶴居村提供',
    lang: 'ja',
    width: 800,
    height: 600,
    colour: '#aabbcc',
    focus: null,
  } as unknown as BodyPictureView;

  it('come from the pack by name, with their maker', () => {
    const html = renderToStaticMarkup(
      createElement(Markdown, { text: '![笠](picture:kasa)', pictures: [picture] }),
    );
    expect(html).toContain(`src="media://blob/${'a'.repeat(64)}"`);
    expect(html).toContain('alt="笠をかぶった人"');
    expect(html).toContain('鶴居村 / 鶴居村提供');
  });

  it('are never fetched from elsewhere', () => {
    const html = renderToStaticMarkup(
      createElement(Markdown, { text: '![笠](https://example.com/a.png)', pictures: [picture] }),
    );
    expect(html).not.toContain('<img');
    expect(html).toContain('笠');
  });
});
