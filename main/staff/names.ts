/** Names of what was counted, in Japanese, for the staff's charts: `town:012068` → 「釧路市」. */
import { readArticles } from '../../content/store/articles.ts';
import { readEvents } from '../../content/store/events.ts';
import { type Here, readExhibitions } from '../../content/store/exhibitions.ts';
import type { Library } from '../../content/store/library.ts';

/** @returns only the items that the packs still know */
export function namesOfItems(
  library: Library,
  here: Here,
  items: readonly string[],
): Readonly<Record<string, string>> {
  const wanted = new Set(items);
  const found: Record<string, string> = {};
  const note = (item: string, name: string): void => {
    if (wanted.has(item)) found[item] = name;
  };
  const names = library.names('ja');
  for (const [code, { name }] of names.towns) {
    note(`town:${code}`, name);
    note(`ward:${code}`, name);
  }
  for (const [id, { name }] of names.prefectures) note(`prefecture:${id}`, name);
  for (const item of items) {
    const [kind, id = ''] = item.split(':');
    if (kind === 'area' || kind === 'association' || kind === 'organisation')
      note(item, names.partner(kind, id).name);
  }
  for (const { id, title } of readExhibitions(library, 'ja', here)) note(`exhibition:${id}`, title);
  for (const { id, title } of readArticles(library, 'ja', { by: 'all' })) note(`article:${id}`, title);
  for (const { id, title } of readEvents(library, 'ja', { by: 'all' })) note(`event:${id}`, title);
  return found;
}
