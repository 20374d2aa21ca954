/**
 * What the first screen needs in as few files as can be: all that `main.tsx` imports, directly or through
 * others, in one script with its styles; the typeface asked for by the page itself; the words of each language
 * in one file. Reading two dozen small files costs more than their size.
 */
import type { Plugin } from 'vite';

/** The bundler's own helpers; apart they would be one file more to wait for. */
const RUNTIME = 'rolldown/runtime';
/** Which style sheets win, before any of them: pages over parts over base. The bundler would drop a line that is alone. */
const LAYERS = '@layer tokens,base,parts,pages;';
/** The faces home is written in (`renderer/style/fonts.ts`): Latin and Japanese, and the names of the languages. */
const FACES =
  /^assets\/((home|biz-udpgothic-latin)-(400|700)|(noto-sans-jp-latin|tongue-sc|tongue-kr)-400)\b.*\.woff2$/;
const WORDS = /[\\/]renderer[\\/]words[\\/]([\w-]+)[\\/][\w-]+\.json$/;

export function startPlugin(): Plugin {
  return {
    name: 'start',
    generateBundle: {
      order: 'post',
      handler(_options, output) {
        for (const file of Object.values(output)) {
          if (file.type === 'asset' && /^assets\/start-.*\.css$/.test(file.fileName))
            file.source = `${LAYERS}${String(file.source)}`;
        }
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((name) => FACES.test(name))
          .map((name) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `./${name}` },
            injectTo: 'head',
          })),
    },
  };
}

type Modules = {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
};

/** @param entry absolute path of the first module. @returns the file a module goes into; null: as the bundler likes */
export function makeChunkOf(entry: string): (id: string, modules: Modules) => string | null {
  let start: ReadonlySet<string> | null = null;
  return (id, modules) => {
    const words = WORDS.exec(id)?.[1];
    if (words !== undefined && words !== 'ja') return `words-${words}`;
    start ??= reachedFrom(entry, modules);
    return start.has(id) || id.includes(RUNTIME) ? 'start' : null;
  };
}

function reachedFrom(entry: string, modules: Modules): ReadonlySet<string> {
  const reached = new Set([entry]);
  // A set that grows while it is walked: each module comes up once.
  for (const id of reached)
    for (const next of modules.getModuleInfo(id)?.importedIds ?? []) reached.add(next);
  return reached;
}
