/** A built folder with one notice, made by the product's own tools from the files that staff write. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { build, check } from '../../content/author/build.ts';
import { formatProblem } from '../../content/author/problem.ts';
import { readPacks, readSource } from '../../content/author/source.ts';
import { GAZETTEER, SOURCE } from '../helpers/places.ts';

/**
 * @param id     of the pack
 * @param notice what stands in notice.yaml
 * @returns      folder that `publish` takes; `remove` takes it away
 */
export function buildNotice(
  id: string,
  notice: Readonly<Record<string, unknown>>,
): { readonly folder: string; readonly remove: () => void } {
  const place = mkdtempSync(join(tmpdir(), 'renkei-notice-'));
  const words = { ja: '大雨のお知らせ', en: 'Heavy rain' };
  const pack = { id, kind: 'notice', version: 1, date: '2020-11-20', title: words, summary: words };
  mkdirSync(join(place, id));
  writeFileSync(join(place, id, 'pack.yaml'), stringify(pack));
  writeFileSync(join(place, id, 'notice.yaml'), stringify(notice));
  const checked = check((report) => {
    const { base } = readSource(join(SOURCE, 'base'), () => undefined);
    return { root: place, packs: readPacks(place, [id], report), base };
  }, GAZETTEER);
  const errors = checked.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(formatProblem).join('\n'));
  const folder = join(place, 'built');
  build(checked, folder);
  return { folder, remove: () => rmSync(place, { recursive: true, force: true }) };
}
