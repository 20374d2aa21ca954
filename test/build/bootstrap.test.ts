/** The very first command on a fresh machine, run for real in a small repository without packages. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isNodeNewEnough } from '../../build/bootstrap.mjs';
import { areDependenciesInstalled } from '../../build/setup/dependencies.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

describe('isNodeNewEnough', () => {
  const cases: readonly [string, boolean][] = [
    ['20.17.0', true],
    ['20.16.9', false],
    ['18.20.0', false],
    ['22.0.0', true],
  ];
  for (const [version, enough] of cases) {
    it(`${enough ? 'accepts' : 'refuses'} ${version} for >=20.17`, () => {
      expect(isNodeNewEnough(version, '>=20.17')).toBe(enough);
    });
  }
});

describe('bootstrap', () => {
  let repo: string;
  beforeEach(() => {
    repo = mkdtempSync(join(tmpdir(), 'bootstrap-'));
    for (const name of ['build/setup', 'content/cli']) mkdirSync(join(repo, name), { recursive: true });
    for (const name of ['build/bootstrap.mjs', 'build/setup/dependencies.mjs'])
      cpSync(join(ROOT, name), join(repo, name));
    write('package.json', { name: 'small', version: '1.0.0', type: 'module', engines: { node: '>=20.17' } });
    write('package-lock.json', lock('1.0.0'));
    writeFileSync(
      join(repo, 'content/cli/renkei.mjs'),
      '#!/usr/bin/env node\nconsole.log(JSON.stringify(process.argv.slice(2)));\nprocess.exitCode = 7;\n',
    );
  });
  afterEach(() => rmSync(repo, { recursive: true }));

  const write = (name: string, value: object) => writeFileSync(join(repo, name), JSON.stringify(value));
  const lock = (version: string) => ({
    name: 'small',
    version,
    lockfileVersion: 3,
    packages: { '': { name: 'small', version } },
  });
  const run = (args: readonly string[], env: NodeJS.ProcessEnv = process.env) =>
    spawnSync(process.execPath, [join(repo, 'build/bootstrap.mjs'), ...args], { encoding: 'utf8', env });
  /** Without npm to be found: proves that nothing is installed. */
  const withoutNpm = { PATH: '/nonexistent' };

  it('installs, runs the verb with its arguments, and passes its exit code on', () => {
    const first = run(['renkei', 'check', '--x']);
    expect([first.status, first.stdout]).toEqual([7, '["check","--x"]\n']);
    expect(first.stderr).toContain('パッケージ');
  });
  it('does nothing the second time', () => {
    run(['renkei']);
    const second = run(['renkei'], withoutNpm);
    expect([second.status, second.stderr]).toEqual([7, '']);
  });
  it('installs again when the lock file changes', () => {
    run(['renkei']);
    write('package-lock.json', lock('1.0.1'));
    expect(run(['renkei'], withoutNpm).stderr).toContain('npm ci');
  });
  it('links the command so that npx finds it without network', () => {
    mkdirSync(join(repo, 'node_modules/.bin'), { recursive: true });
    write('node_modules/.package-lock.json', { packages: {} });
    run(['renkei'], withoutNpm);
    expect(readlinkSync(join(repo, 'node_modules/.bin/renkei'))).toBe('../../content/cli/renkei.mjs');
    expect(statSync(join(repo, 'content/cli/renkei.mjs')).mode & 0o111).toBe(0o111);
  });
  it('does not touch what a linked node_modules points to', () => {
    const other = mkdtempSync(join(tmpdir(), 'other-'));
    writeFileSync(join(other, 'precious'), 'x');
    symlinkSync(other, join(repo, 'node_modules'));
    const { status, stderr } = run(['renkei']);
    expect([status, readdirSync(other)]).toEqual([1, ['precious']]);
    expect(stderr).toContain('リンク');
    rmSync(other, { recursive: true });
  });
  it('says in plain words that Node is too old', () => {
    write('package.json', { engines: { node: '>=99.1' } });
    const { status, stdout, stderr } = run(['renkei']);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('>=99.1');
    expect(stderr).not.toContain('    at ');
  });
  it('names the commands there are when another is asked for', () => {
    const { status, stderr } = run(['dance']);
    expect(status).toBe(1);
    expect(stderr).toContain('start, test, bench, soak, package, renkei');
  });
});

describe('areDependenciesInstalled', () => {
  let repo: string;
  beforeEach(() => {
    repo = mkdtempSync(join(tmpdir(), 'dependencies-'));
    mkdirSync(join(repo, 'node_modules'));
    const packages = {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '1.0.0', optional: true },
    };
    writeFileSync(join(repo, 'package-lock.json'), JSON.stringify({ packages }));
  });
  afterEach(() => rmSync(repo, { recursive: true }));
  const record = (packages: object) =>
    writeFileSync(join(repo, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));

  it('believes npm’s own record; a package for another machine may be missing', () => {
    record({ 'node_modules/a': { version: '1.0.0' } });
    expect(areDependenciesInstalled(repo)).toBe(true);
  });
  const wrong: readonly [string, object][] = [
    ['another version', { 'node_modules/a': { version: '1.0.1' } }],
    ['a missing package', {}],
    [
      'a package too many',
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/c': { version: '1.0.0' } },
    ],
  ];
  for (const [what, packages] of wrong) {
    it(`notices ${what}`, () => {
      record(packages);
      expect(areDependenciesInstalled(repo)).toBe(false);
    });
  }
});
