import { describe, expect, it } from 'vitest';
import type { LinkView, PartnerRef } from '../../../content/pack/views.ts';
import { wardsOf } from '../../../renderer/parts/ties.tsx';

const ward = (id: string): PartnerRef => ({ kind: 'municipality', id, name: id });
const link = (id: string, wards: readonly PartnerRef[]) => ({ id, wards }) as unknown as LinkView;

describe('wardsOf', () => {
  it('names each ward once, in the order of the links', () => {
    const links = [link('a', [ward('131181'), ward('131032')]), link('b', [ward('131016'), ward('131181')])];
    expect(wardsOf(links).map(({ id }) => id)).toEqual(['131181', '131032', '131016']);
  });
});
