import { describe, expect, it } from 'vitest';
import { followShown } from '../../../build/soak/shown.ts';

describe('followShown', () => {
  it('sees a sync in what is announced, and a change of exhibition in what is on', () => {
    const { see, seen, news } = followShown('海');
    see({ title: '山', words: '山 いま この会場で' });
    expect([...seen]).toEqual([]);
    see({ title: '山', words: '山 つぎは 2月3日から 海' });
    expect(news()).toEqual(['sync']);
    see({ title: '山', words: '山' });
    see({ title: '海', words: '海 いま この会場で' });
    expect(news()).toEqual(['rotation']);
    expect(news()).toEqual([]);
    expect([...seen]).toEqual(['sync', 'rotation']);
  });

  it('sees both at once where no visitor came between', () => {
    const { see, seen } = followShown('海');
    see({ title: '海', words: '海 いま この会場で' });
    expect([...seen]).toEqual(['sync', 'rotation']);
  });
});
