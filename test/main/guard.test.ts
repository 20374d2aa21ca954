import { describe, expect, it, vi } from 'vitest';
import { isOurFrame, isStaffKey, isVisitorKey } from '../../main/guard.ts';

vi.mock('electron', () => ({ protocol: {} }));

const plain = { control: false, alt: false, meta: false };

describe('isVisitorKey', () => {
  it.each([
    'a',
    'あ',
    'Enter',
    'Tab',
    'Escape',
    'Backspace',
    'ArrowLeft',
    'Home',
    ' ',
    'Shift',
    'F',
    'Process',
  ])('lets %j through', (key) => {
    expect(isVisitorKey({ ...plain, key })).toBe(true);
  });

  it.each([
    'F1',
    'F5',
    'F11',
    'F12',
    'F24',
    'BrowserBack',
    'BrowserHome',
    'LaunchMail',
    'LaunchApplication1',
    'PrintScreen',
    'ContextMenu',
    'ZoomIn',
    'ZoomOut',
  ])('stops %s', (key) => {
    expect(isVisitorKey({ ...plain, key })).toBe(false);
  });

  it.each(['control', 'alt', 'meta'] as const)('stops every chord with %s', (held) => {
    for (const key of ['a', 'w', 'q', 'r', 'Enter', 'Tab', 'F4', 'ArrowLeft', '+', '-', '0']) {
      expect(isVisitorKey({ ...plain, [held]: true, key })).toBe(false);
    }
  });
});

describe('isOurFrame', () => {
  it('is true for the top frame of our own page alone', () => {
    expect(isOurFrame({ origin: 'app://kiosk', parent: null })).toBe(true);
    expect(isOurFrame({ origin: 'app://kiosk', parent: {} })).toBe(false);
    expect(isOurFrame({ origin: 'app://kiosk.example', parent: null })).toBe(false);
    expect(isOurFrame({ origin: 'null', parent: null })).toBe(false);
    expect(isOurFrame(null)).toBe(false);
  });
});

describe('isStaffKey', () => {
  const pressed = {
    type: 'keyDown',
    code: 'KeyK',
    control: true,
    alt: true,
    shift: true,
    isAutoRepeat: false,
  } as const;

  it('is Ctrl, Alt, Shift and K together, once', () => {
    expect(isStaffKey(pressed)).toBe(true);
  });

  it.each([
    { control: false },
    { alt: false },
    { shift: false },
    { code: 'KeyL' },
    { type: 'keyUp' },
    { isAutoRepeat: true },
  ] as const)('is none with %j', (other) => {
    expect(isStaffKey({ ...pressed, ...other })).toBe(false);
  });
});
