import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { partOf } from '../../../renderer/parts/part.tsx';

const Town = ({ name }: { readonly name: string }) => <b>{name}</b>;

describe('a part whose code comes later', () => {
  it('is drawn at once where its code has come, and its stand-in before', async () => {
    const { Show, load } = partOf(async () => Town, <i>soon</i>);
    expect(renderToStaticMarkup(<Show name="港" />)).toBe('<i>soon</i>');
    await load();
    expect(renderToStaticMarkup(<Show name="港" />)).toBe('<b>港</b>');
  });

  it('is brought once, and again after it failed', async () => {
    let asked = 0;
    const { load } = partOf(async () => {
      asked += 1;
      if (asked === 1) throw new Error('unreadable');
      return Town;
    }, null);
    await expect(load()).rejects.toThrow('unreadable');
    await load();
    await load();
    expect(asked).toBe(2);
  });
});
