import { describe, expect, it } from 'vitest';
import { makeChunkOf } from '../../build/start-chunk.ts';

const IMPORTS: Readonly<Record<string, readonly string[]>> = {
  '/r/main.tsx': ['/r/a.ts', '/r/words/index.ts'],
  '/r/a.ts': ['/r/b.ts'],
  '/r/b.ts': ['/r/a.ts'],
  '/r/words/index.ts': ['/x/renderer/words/ja/home.json'],
};
const modules = {
  getModuleInfo: (id: string) => (IMPORTS[id] === undefined ? null : { importedIds: IMPORTS[id] }),
};

describe('makeChunkOf', () => {
  const chunkOf = makeChunkOf('/r/main.tsx');

  it('puts all that the first module reaches into one file, circles too', () => {
    expect(
      ['/r/main.tsx', '/r/a.ts', '/r/b.ts', '/x/renderer/words/ja/home.json'].map((id) =>
        chunkOf(id, modules),
      ),
    ).toEqual(['start', 'start', 'start', 'start']);
  });

  it('leaves what is loaded later to the bundler', () => {
    expect(chunkOf('/r/pages/map.tsx', modules)).toBeNull();
  });

  it('puts the words of each other language into a file of their own', () => {
    expect(chunkOf('/x/renderer/words/zh-Hans/map.json', modules)).toBe('words-zh-Hans');
    expect(chunkOf('C:\\x\\renderer\\words\\ko\\map.json', modules)).toBe('words-ko');
  });
});
