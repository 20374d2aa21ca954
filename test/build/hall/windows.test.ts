/**
 * What Windows is given, as far as it can be held without Windows: every option is one that electron-builder knows,
 * and the documents of a hall start the program that its installer puts there.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../../../build/setup/places.ts';
import { parseSwitches } from '../../../main/switches.ts';

const read = (...path: readonly string[]): string => readFileSync(join(ROOT, ...path), 'utf8');
const config = parse(read('electron-builder.yml')) as {
  readonly executableName: string;
  readonly artifactName: string;
  readonly win: { readonly target: readonly string[] };
  readonly nsis: Readonly<Record<string, unknown>>;
  readonly portable: { readonly artifactName: string };
};
const scheme = createRequire(import.meta.url)('app-builder-lib/scheme.json') as {
  readonly definitions: Readonly<Record<string, { readonly properties: object }>>;
};

/** An installer for all users puts it there: the name of the executable is the name of the folder. */
const PROGRAM = `%ProgramFiles%\\${config.executableName}\\${config.executableName}.exe`;

describe('the installer for Windows', () => {
  it.each([
    ['WindowsConfiguration', config.win],
    ['NsisOptions', config.nsis],
    ['PortableOptions', config.portable],
  ])('has only options that electron-builder knows (%s)', (name, options) => {
    const known = Object.keys(scheme.definitions[name]?.properties ?? {});
    expect(Object.keys(options).filter((option) => !known.includes(option))).toEqual([]);
  });

  it('is for all users, asks for no folder and starts nothing at its end', () => {
    expect(config.nsis).toMatchObject({
      oneClick: false,
      perMachine: true,
      allowToChangeInstallationDirectory: false,
      runAfterFinish: false,
    });
  });

  it('has another name than the portable program, which is made beside it', () => {
    expect(config.win.target).toEqual(['nsis', 'portable']);
    expect(config.portable.artifactName).not.toBe(config.artifactName);
  });
});

describe.each(['shell-launcher.xml', 'assigned-access.xml'])('%s', (file) => {
  const text = read('build', 'hall', 'windows', file);

  it('starts the installed program, with switches that it knows', () => {
    const start = text.includes('<Shell Shell="&quot;')
      ? /Shell="&quot;(.+?)&quot; (.+?)"/.exec(text)
      : /DesktopAppPath="(.+?)"[^>]*AutoLaunchArguments="(.+?)"/s.exec(text);
    expect(start?.[1]).toBe(PROGRAM);
    expect(parseSwitches(start?.[2]?.split(' ') ?? ['none'])).toMatchObject({ venue: 'kusei-kaikan' });
  });

  it('opens and closes every element, and gives the account the profile that it describes', () => {
    const open: string[] = [];
    const elements = text.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?.*?\?>/g, '');
    for (const [, close, name = '', empty] of elements.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
      if (close) expect(open.pop()).toBe(name);
      else if (!empty) open.push(name);
    }
    expect(open).toEqual([]);
    const ids = [...text.matchAll(/Profile Id="(\{[0-9a-f-]{36}\})"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});
