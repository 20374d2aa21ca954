/**
 * What can be on its way while the rest of the program is still being read: the questions home asks and
 * the typeface in the characters home shows. Nothing heavy may be imported here.
 */
import { askAhead } from './asked.ts';

askAhead('kiosk:read', {});
askAhead('home:read', {});

// Any character of the file will do. One that does not come is asked for again by the layout.
for (const weight of [400, 700]) {
  void document.fonts.load(`${weight} 24px "BIZ UDPGothic Home"`, 'あ').catch(() => undefined);
}
