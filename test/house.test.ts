/**
 * The house rules: which rooms there are, who may import whom, how long a file may be, and what must
 * stand nowhere. Checked on the text of every file. When one fails, move the code; widen a rule only
 * with the reason in the commit.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOMS } from '../build/typecheck.ts';
import { ROOT } from './helpers/places.ts';

const MAX_LINES = 400;

/** Names at the top of the repository, besides dotfiles and what .gitignore names. */
const TOP = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'biome.json',
  'build',
  'content',
  'electron-builder.yml',
  'main',
  'package-lock.json',
  'package.json',
  'playwright.config.ts',
  'renderer',
  'test',
  'tsconfig.json',
  'vitest.config.ts',
];

const SQLITE = '@photostructure/sqlite';
const TUF = ['@tufjs/models', '@tufjs/canonical-json', 'tuf-js'];

/** What staff's tools read and write; none of it is on a kiosk. */
const AUTHOR_PACKAGES = [
  'zod',
  'yaml',
  'hucre',
  'sharp',
  'thumbhash',
  'pdfjs-dist',
  '@napi-rs/canvas',
  'lindera-wasm-nodejs-ipadic',
  'ical-generator',
];

/** room -> rooms and packages it may import, besides itself. The longest matching room wins. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  // The driver: one file names it, two may use it (and the kiosk's own state, which is no pack).
  'content/sqlite.ts': [SQLITE],
  'content/disk.ts': ['node:'],
  'content/lock.ts': ['content/disk.ts', 'node:'],
  'content/pack': [],
  'content/store': ['content/pack', 'node:'],
  'content/store/driver.ts': ['content/pack', 'content/sqlite.ts', 'node:'],
  'content/sync': ['content/pack', 'content/store', 'content/disk.ts', 'content/lock.ts', 'node:', ...TUF],
  'content/author': ['content/pack', 'content/store', 'content/disk.ts', 'node:', ...AUTHOR_PACKAGES],
  'content/author/draft.ts': ['content/pack', 'content/sqlite.ts'],
  'content/publish': ['content/pack', 'content/store', 'content/disk.ts', 'content/lock.ts', 'node:', ...TUF],
  // Only staff's own computers read what halls sent back.
  'content/receipts': ['content/pack', 'node:', 'zod'],
  'content/cli': [
    'content/receipts',
    'content/pack',
    'content/store',
    'content/sync',
    'content/author',
    'content/publish',
    'content/disk.ts',
    'content/lock.ts',
    'node:',
    'commander',
  ],
  // Plain JavaScript that teaches any Node to read the rest.
  'content/cli/renkei.mjs': ['content/cli', 'tsx'],
  'main/ipc/contract.ts': ['content/pack', 'main/ipc/staff-calls.ts'],
  'main/ipc/staff-calls.ts': ['content/pack'],
  'main/preload.ts': ['main/ipc/contract.ts', 'main/page-locks.ts', 'electron'],
  // The start script reads it in plain Node, before there is any Electron.
  'main/switches.ts': ['content/pack'],
  'main/telemetry/exporter.ts': ['main/telemetry', '@opentelemetry'],
  'main/state': ['main', 'content/pack', 'content/sqlite.ts', 'node:'],
  main: [
    'content/pack',
    'content/store',
    'content/sync',
    'content/disk.ts',
    'content/lock.ts',
    'node:',
    'electron',
  ],
  renderer: [
    'content/pack',
    'main/ipc/contract.ts',
    'react',
    'react-dom',
    'react-i18next',
    'i18next',
    'leaflet',
    'topojson-client',
    'topojson-specification',
    'geojson',
    'markdown-it',
    'qrcode',
    '@phosphor-icons/react',
    '@fontsource',
  ],
};

/** The makers of the app may use any tool, and of our own rooms what they put into it. */
const BUILD_MAY_IMPORT = ['build', 'content', 'main/switches.ts'];

/** `… from 'x'`, a bare `import 'x'`, or `import('x')`. */
const IMPORT =
  /(?:^|\n)\s*((?:import|export)\b(?:[^'"`;]*?\bfrom)?)\s*['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

type Import = {
  /** Path in the repository, or name of a package. */
  readonly target: string;
  readonly typeOnly: boolean;
};

function importsOf(file: string): readonly Import[] {
  return importsIn(file, read(file));
}

function importsIn(file: string, text: string): readonly Import[] {
  return [...text.matchAll(IMPORT)].map(([, head = '', from, dynamic]) => {
    const source = from ?? dynamic ?? '';
    const target = source.startsWith('.') ? posix.join(posix.dirname(file), source) : source;
    return { target, typeOnly: /^(import|export)\s+type\b/.test(head) };
  });
}

function under(path: string, room: string): boolean {
  return path === room || path.startsWith(room.endsWith(':') ? room : `${room}/`);
}

function roomOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT)
    .filter((room) => under(file, room))
    .sort((a, b) => b.length - a.length)[0];
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** Names that .gitignore takes out anywhere in the tree. */
const IGNORED = new Set(
  read('.gitignore')
    .split('\n')
    .filter((line) => line.endsWith('/'))
    .map((line) => line.slice(0, -1)),
);

/** Every file of the repository as it would be handed on, as paths with `/`. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.name === '.git' || IGNORED.has(entry.name) || IGNORED.has(path)) return [];
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

const FILES = filesBelow('.');
const CODE = FILES.filter((file) => /\.(tsx?|mjs|cjs|js)$/.test(file));
const inRooms = (...rooms: readonly string[]): readonly string[] =>
  CODE.filter((file) => rooms.some((room) => under(file, room)));

/** Lines `file: complaint` for every file that has one. */
function complaints(files: readonly string[], look: (file: string) => readonly string[]): readonly string[] {
  return files.flatMap((file) => look(file).map((complaint) => `${file}: ${complaint}`));
}

describe('the top of the repository', () => {
  it('holds the agreed names and nothing else', () => {
    const names = readdirSync(ROOT).filter((name) => !name.startsWith('.') && !IGNORED.has(name));
    expect(names.filter((name) => !TOP.includes(name))).toEqual([]);
    expect(TOP.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('has a tsconfig in every room that the type check knows, and knows every tsconfig', () => {
    const found = FILES.filter((file) => posix.basename(file) === 'tsconfig.json').map(posix.dirname);
    expect(found.filter((room) => room !== '.').sort()).toEqual([...ROOMS].sort());
  });

  it('has every room extend the strict tsconfig, and none of them loosen it', () => {
    const root = JSON.parse(read('tsconfig.json')) as { readonly compilerOptions: Record<string, unknown> };
    const strict = Object.keys(root.compilerOptions).filter((name) => root.compilerOptions[name] === true);
    for (const room of ROOMS) {
      const own = JSON.parse(read(`${room}/tsconfig.json`)) as {
        readonly extends: string;
        readonly compilerOptions?: Record<string, unknown>;
      };
      expect(posix.join(room, own.extends), room).toBe('tsconfig.json');
      expect(
        strict.filter((name) => own.compilerOptions?.[name] === false),
        room,
      ).toEqual([]);
    }
  });
});

describe('imports', () => {
  it('are seen in every form in which they can be written', () => {
    const text = [
      "import a, { type B } from '../x/a.ts';",
      "import {\n  c,\n} from './c.ts';",
      "export * from 'd';",
      "import type { E } from 'e';",
      "import 'f/g.css';",
      "const h = await import('h');",
    ].join('\n');
    expect(importsIn('room/y/z.ts', text)).toEqual([
      { target: 'room/x/a.ts', typeOnly: false },
      { target: 'room/y/c.ts', typeOnly: false },
      { target: 'd', typeOnly: false },
      { target: 'e', typeOnly: true },
      { target: 'f/g.css', typeOnly: false },
      { target: 'h', typeOnly: false },
    ]);
  });

  it('stay within what each room may import', () => {
    const wrong = complaints(inRooms('content', 'main', 'renderer'), (file) => {
      const room = roomOf(file);
      if (room === undefined) return ['lies in no room'];
      const allowed = [room, ...(MAY_IMPORT[room] ?? [])];
      const foreign = importsOf(file).filter(({ target }) => !allowed.some((one) => under(target, one)));
      return foreign.map(({ target }) => `may not import ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('of build take nothing of our rooms but content and the switches', () => {
    const wrong = complaints(inRooms('build'), (file) =>
      importsOf(file)
        .map(({ target }) => target)
        .filter((target) => ['content', 'main', 'renderer', 'test'].some((room) => under(target, room)))
        .filter((target) => !BUILD_MAY_IMPORT.some((room) => under(target, room)))
        .map((target) => `may not import ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('never lead into test, nor into build from another room', () => {
    const wrong = complaints(inRooms('content', 'main', 'renderer', 'build'), (file) =>
      importsOf(file)
        .filter(({ target }) => under(target, 'test') || (under(target, 'build') && !under(file, 'build')))
        .map(({ target }) => `imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('of the SQLite package stand in one file alone', () => {
    const users = CODE.filter((file) => importsOf(file).some(({ target }) => target === SQLITE));
    expect(users).toEqual(['content/sqlite.ts']);
  });

  it('of the SQLite driver come from the two files that open packs, and from the kiosk’s own state', () => {
    const users = inRooms('content', 'main', 'renderer', 'build').filter((file) =>
      importsOf(file).some(({ target }) => target === 'content/sqlite.ts'),
    );
    const known = ['content/author/draft.ts', 'content/store/driver.ts'];
    expect(users.filter((file) => !known.includes(file) && !under(file, 'main/state'))).toEqual([]);
  });

  it('of Electron come from main, and from the tools that start and test it', () => {
    const users = CODE.filter((file) => importsOf(file).some(({ target }) => under(target, 'electron')));
    expect(users.filter((file) => !['main', 'build', 'test'].some((room) => under(file, room)))).toEqual([]);
  });

  it('of the door by the screen, and of packs by the door, are of types alone', () => {
    const door = ['main/ipc/contract.ts', 'main/ipc/staff-calls.ts'];
    const wrong = complaints([...inRooms('renderer'), ...door], (file) =>
      importsOf(file)
        .filter(
          ({ target, typeOnly }) =>
            !typeOnly && (target === 'main/ipc/contract.ts' || !under(file, 'renderer')),
        )
        .map(({ target }) => `imports more than types of ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('carry the ending of the file, so that Node itself could follow them', () => {
    const wrong = complaints(inRooms('content', 'main', 'renderer', 'test'), (file) =>
      [...read(file).matchAll(IMPORT)]
        .map(([, , from, dynamic]) => from ?? dynamic ?? '')
        .filter(
          (source) =>
            source.startsWith('.') && !/\.(tsx?|mjs|css|json|topojson|svg)(\?[\w&-]+)?$/.test(source),
        )
        .map((source) => `imports ${source}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('what is passed in', () => {
  it('content has no clock, no environment and no chance of its own, but for its command line', () => {
    const own =
      /\bDate\.now\(|\bnew Date\(\)|\bprocess\.(env|argv|cwd)\b|\bMath\.random\(|\bperformance\.now\(/;
    const files = inRooms('content').filter((file) => !under(file, 'content/cli'));
    expect(complaints(files, (file) => own.exec(read(file))?.slice(0, 1) ?? [])).toEqual([]);
  });

  it('only renderer/door.ts says window.kiosk', () => {
    const door = 'window.' + 'kiosk';
    const saying = inRooms('renderer').filter((file) => read(file).includes(door));
    expect(saying).toEqual(['renderer/door.ts']);
  });

  it('the screen asks nobody outside: no http in its code and styles, but names of XML and licences', () => {
    const files = FILES.filter((file) => under(file, 'renderer') && /\.(tsx?|css|html|svg|json)$/.test(file));
    const known = [/^http:\/\/www\.w3\.org\//, /^https:\/\/opendatacommons\.org\/licenses\//];
    const wrong = complaints(files, (file) =>
      [...read(file).matchAll(/https?:\/\/[^\s'"`)<]*/g)]
        .map(([url]) => url)
        .filter((url) => !known.some((one) => one.test(url))),
    );
    expect(wrong).toEqual([]);
  });
});

describe('every file', () => {
  it(`has at most ${MAX_LINES} lines`, () => {
    const files = FILES.filter((file) => /\.(tsx?|mjs|css)$/.test(file));
    const long = files
      .map((file) => `${file}: ${read(file).trimEnd().split('\n').length}`)
      .filter((line) => Number(line.split(': ')[1]) > MAX_LINES);
    expect(long).toEqual([]);
  });

  it('of code begins with a comment that says what it is for', () => {
    const files = CODE.filter((file) => !/\.config\.\w+$/.test(file) && !under(file, 'test'));
    const bare = files.filter((file) => !/^(#!.*\n)?\s*(\/\*\*|\/\/)/.test(read(file)));
    expect(bare).toEqual([]);
  });

  it('says nothing of the place it was written in, nor of a package registry', () => {
    const words = ['/wo' + 'rk/', 'registry.' + 'npmjs'];
    const text = FILES.filter((file) =>
      /\.(tsx?|mjs|cjs|js|json|md|ya?ml|css|html|svg|csv|sh|txt|toml)$|\/\.[\w-]+$/.test(file),
    );
    const wrong = complaints(text, (file) => words.filter((word) => read(file).includes(word)));
    expect(wrong).toEqual([]);
  });

  it('that a test imports by name is there', () => {
    const wrong = complaints(inRooms('test', 'content', 'main'), (file) =>
      importsOf(file)
        .map(({ target }) => target)
        .filter((target) => /^(content|main|renderer|build|test)\//.test(target))
        .filter((target) => !existsSync(join(ROOT, target.replace(/\?.*$/, '')))),
    );
    expect(wrong).toEqual([]);
  });
});
