import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type FrontWindow, keepInFront } from '../../../main/recovery/front.ts';

const windowThat = (is: { readonly focused?: boolean; readonly destroyed?: boolean }) => {
  const told: string[] = [];
  const window: FrontWindow = {
    isDestroyed: () => is.destroyed ?? false,
    isFocused: () => is.focused ?? true,
    moveTop: () => void told.push('top'),
    focus: () => void told.push('focus'),
  };
  return { window, told };
};

async function toldOf(is: Parameters<typeof windowThat>[0]): Promise<readonly string[]> {
  const { window, told } = windowThat(is);
  const stop = keepInFront(() => window, 5);
  await wait(40);
  stop();
  const count = told.length;
  await wait(20);
  expect(told).toHaveLength(count);
  return [...new Set(told)];
}

it('raises the window of the moment, and leaves the focus alone that it has', async () => {
  expect(await toldOf({ focused: true })).toEqual(['top']);
});

it('takes the focus back that another window took', async () => {
  expect(await toldOf({ focused: false })).toEqual(['top', 'focus']);
});

it('lets a window be that is gone already', async () => {
  expect(await toldOf({ destroyed: true })).toEqual([]);
});
