/** Links in Markdown that point inside the kiosk: `[釧路市](town:012068)`. What they name must be there. */
import { type Checker, complain, type Located } from '../check-parts.ts';
import { error, type Path } from '../files.ts';
import type { PackSource, SourceTree } from '../source.ts';
import { articlesOf, textsOf } from './texts.ts';

/** Ids that a link may name, by the word before the colon. */
type Targets = Readonly<Record<string, (id: string) => boolean>>;

const LINK = /(?<!!)\[[^\]\n]*\]\(\s*<?([^)\s>]+)/g;

export function checkLinks(tree: SourceTree, checker: Checker): void {
  const targets = targetsOf(tree, checker);
  for (const pack of tree.packs) checkPack(pack, targets, checker);
}

function checkPack(pack: PackSource, targets: Targets, checker: Checker): void {
  for (const { file, path, texts } of textsOf(pack)) {
    for (const text of Object.values(texts)) checkText(file, path, text, targets, checker);
  }
  for (const { words } of articlesOf(pack)) {
    for (const { file, text } of words.values()) {
      text.split('\n').forEach((line, i) => {
        for (const target of brokenIn(line, targets)) {
          checker.report(error(file, i + 1, 'link-broken', sentence(target)));
        }
      });
    }
  }
}

function checkText(file: Located, path: Path, text: string, targets: Targets, checker: Checker): void {
  for (const target of brokenIn(text, targets))
    complain(file, path, 'link-broken', sentence(target), checker);
}

function sentence(target: string): string {
  return `リンク先「${target}」がありません。「town:012068」「article:号-記事」のように書いてください`;
}

function brokenIn(text: string, targets: Targets): readonly string[] {
  return [...text.matchAll(LINK)]
    .map(([, target = '']) => target)
    .filter((target) => !isGood(target, targets));
}

function isGood(target: string, targets: Targets): boolean {
  if (/^https?:\/\//.test(target)) return true;
  const [scheme = '', id = ''] = target.split(':', 2);
  return Object.hasOwn(targets, scheme) && targets[scheme]?.(id) === true;
}

function targetsOf({ packs }: SourceTree, { world }: Checker): Targets {
  const articles = new Set(
    packs.flatMap((pack) =>
      pack.kind === 'newsletter' ? pack.articles.map((one) => `${pack.issue.value.id}-${one.id}`) : [],
    ),
  );
  const exhibitions = new Set(
    packs.flatMap((pack) => (pack.kind === 'exhibition' ? [pack.exhibition.value.id] : [])),
  );
  const bases = packs.flatMap((pack) => (pack.kind === 'base' ? [pack] : []));
  const events = new Set(bases.flatMap((base) => base.events.value.map((row) => row.id)));
  const cases = new Set(bases.flatMap((base) => base.cases.value.map((row) => row.id)));
  return {
    town: (id) => world.municipalities.has(id),
    prefecture: (id) => world.prefectures.has(id),
    article: (id) => articles.has(id),
    exhibition: (id) => exhibitions.has(id),
    event: (id) => events.has(id),
    case: (id) => cases.has(id),
  };
}
