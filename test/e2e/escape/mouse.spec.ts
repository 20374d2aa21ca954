/** By mouse: somebody plugged one in, or the panel pretends to be one. */
import { tryToEscape } from './attempts.ts';
import type { Scene } from './scene.ts';

const MIDDLE = ['mousemove', '960', '540'];

const point =
  (...words: readonly string[]) =>
  ({ x }: Scene): void => {
    x('xdotool', ...MIDDLE, ...words);
  };

const withKey =
  (key: string, ...words: readonly string[]) =>
  ({ x }: Scene): void => {
    x('xdotool', ...MIDDLE, 'keydown', key, ...words, 'keyup', key);
  };

tryToEscape('by mouse', [
  { id: 'M01', what: 'right click', make: point('click', '3') },
  {
    id: 'M02',
    what: 'Ctrl and wheel',
    make: withKey('ctrl', 'click', '--repeat', '8', '4', 'click', '--repeat', '3', '5'),
  },
  { id: 'M03', what: 'back and forward buttons', make: point('click', '8', 'click', '9', 'click', '8') },
  { id: 'M04', what: 'middle click', make: point('click', '2') },
  { id: 'M05', what: 'Shift and click', make: withKey('shift', 'click', '1') },
  { id: 'M06', what: 'Alt and click', make: withKey('alt', 'click', '1') },
  {
    id: 'M07',
    what: 'middle click and drag (scrolling by itself)',
    make: point('mousedown', '2', 'mousemove', '960', '900', 'mouseup', '2'),
  },
  { id: 'M08', what: 'Ctrl and click', make: withKey('ctrl', 'click', '1') },
  {
    id: 'M09',
    what: 'dragging a picture out and dropping it back',
    make: point('mousedown', '1', 'mousemove', '5', '5', 'mousemove', '1500', '900', 'mouseup', '1'),
  },
  {
    id: 'M10',
    what: 'three clicks and a drag (marking text)',
    make: point('click', '--repeat', '3', '1', 'mousedown', '1', 'mousemove', '1900', '1070', 'mouseup', '1'),
  },
  {
    id: 'M11',
    what: 'right click while another button is held',
    make: point('mousedown', '1', 'click', '3', 'mouseup', '1'),
  },
  {
    id: 'M12',
    what: 'two hundred turns of the wheel',
    make: point('click', '--repeat', '200', '--delay', '2', '5'),
  },
  {
    id: 'M13',
    what: 'clicks along all edges and in all corners',
    make: ({ x }) => {
      for (const [left, top] of [
        [0, 0],
        [1919, 0],
        [0, 1079],
        [1919, 1079],
        [960, 0],
        [960, 1079],
        [0, 540],
        [1919, 540],
      ])
        x('xdotool', 'mousemove', String(left), String(top), 'click', '1', 'click', '3');
    },
  },
]);
