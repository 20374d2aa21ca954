/** What a public screen must not do: menus, dragged pictures, files dropped in. And the keypad's keys. */
import { installKeys } from './keys.ts';

const NEVER = ['contextmenu', 'dragstart', 'dragover', 'drop', 'auxclick'] as const;

export function installGuards(page: Document): void {
  for (const event of NEVER) page.addEventListener(event, (happened) => happened.preventDefault());
  installKeys(page);
}
