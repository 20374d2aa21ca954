import { describe, expect, it } from 'vitest';
import {
  change,
  nextTextSize,
  resetSettings,
  settings,
  showSettings,
  TEXT_SIZES,
} from '../../renderer/settings.ts';

/** As much of <html> as the settings write to. */
const stubRoot = () => ({ lang: '', dataset: {} as Record<string, string> });

describe('settings', () => {
  it('go round the sizes of text and end where they began', () => {
    let size: (typeof TEXT_SIZES)[number] = 100;
    for (const _ of TEXT_SIZES) size = nextTextSize(size);
    expect(size).toBe(100);
    expect(nextTextSize(100)).toBe(125);
  });

  it('stand on the root element, easy Japanese as Japanese', () => {
    const root = stubRoot();
    showSettings(root as unknown as HTMLElement);
    expect(root).toEqual({
      lang: 'ja',
      dataset: { text: '100', contrast: 'normal', reach: 'false', ruby: 'false' },
    });
    change({ lang: 'ja-easy', textSize: 200, contrast: 'high', reach: true });
    // Easy Japanese always has its readings.
    expect(root).toMatchObject({ lang: 'ja', dataset: { text: '200', contrast: 'high', reach: 'true' } });
  });

  it('are all forgotten with the session', () => {
    change({ lang: 'en', textSize: 150, contrast: 'high', reach: true });
    resetSettings('ja');
    expect(settings.get()).toEqual({
      lang: 'ja',
      textSize: 100,
      contrast: 'normal',
      reach: false,
      ruby: false,
    });
  });
});
