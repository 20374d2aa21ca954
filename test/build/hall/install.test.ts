import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../../../build/setup/places.ts';

const HALL = join(ROOT, 'build', 'hall');
const hasTool = (name: string): boolean => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0;

let folder: string;
let root: string;
let app: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'renkei-hall-'));
  root = join(folder, 'root');
  app = join(folder, 'app');
  mkdirSync(join(app, 'resources', 'data'), { recursive: true });
  writeFileSync(join(app, 'renkei-kiosk'), '#!/bin/sh\n');
  chmodSync(join(app, 'renkei-kiosk'), 0o755);
  writeFileSync(join(app, 'resources', 'data', 'library.json'), '{"came":"with the app"}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function install(...words: readonly string[]): { readonly code: number | null; readonly said: string } {
  const run = spawnSync(join(HALL, 'install.sh'), words, {
    encoding: 'utf8',
    env: { ...process.env, RENKEI_ROOT: root },
  });
  return { code: run.status, said: run.stdout + run.stderr };
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe.skipIf(process.platform !== 'linux')('install.sh', () => {
  it('puts the app, its content, the hall’s settings and the units in place', () => {
    expect(install(app, '--venue', 'arakawa-kuyakusho', '--rotate', '90')).toMatchObject({ code: 0 });
    expect(existsSync(join(root, 'opt/renkei-kiosk/renkei-kiosk'))).toBe(true);
    expect(existsSync(join(root, 'opt/renkei-kiosk/hall/renkei-supervise'))).toBe(true);
    expect(read('var/lib/renkei-kiosk/data/library.json')).toContain('with the app');
    expect(read('etc/renkei-kiosk/kiosk.conf')).toMatch(/^VENUE=arakawa-kuyakusho$/m);
    expect(read('etc/renkei-kiosk/kiosk.conf')).toMatch(/^ROTATE=90$/m);
    expect(read('etc/systemd/system/renkei-kiosk.service')).toContain('User=renkei-kiosk');
    expect(read('etc/sysctl.d/90-renkei-kiosk.conf')).toContain('kernel.sysrq = 0');
    expect(read('etc/udev/rules.d/90-renkei-stick.rules')).toContain('renkei-stick@');
  });

  it('sets the display’s times in Tokyo, and no timers without times', () => {
    install(app, '--venue', 'kusei-kaikan', '--open', '08:15', '--close', '17:30');
    expect(read('etc/systemd/system/renkei-display-on.timer')).toContain(
      'OnCalendar=*-*-* 08:15:00 Asia/Tokyo',
    );
    expect(read('etc/systemd/system/renkei-display-off.timer')).toContain(
      'OnCalendar=*-*-* 17:30:00 Asia/Tokyo',
    );
    rmSync(root, { recursive: true });
    install(app, '--venue', 'kusei-kaikan');
    expect(existsSync(join(root, 'etc/systemd/system/renkei-display-on.timer'))).toBe(false);
  });

  it('tells the kiosk where its content comes from and whom to trust', () => {
    writeFileSync(join(folder, 'root.json'), '{"signed":{}}');
    const words = ['--source', 'https://example.invalid/repo', '--trust', join(folder, 'root.json')];
    expect(install(app, ...words).code).toBe(0);
    expect(JSON.parse(read('var/lib/renkei-kiosk/profile/kiosk.json'))).toEqual({
      source: 'https://example.invalid/repo',
      everyHours: 6,
    });
    expect(read('var/lib/renkei-kiosk/profile/root.json')).toBe('{"signed":{}}');
  });

  it('run again brings the app up to date and leaves settings and content alone', () => {
    install(app, '--venue', 'arakawa-kuyakusho');
    writeFileSync(join(root, 'var/lib/renkei-kiosk/data/library.json'), '{"synced":true}');
    writeFileSync(join(app, 'new-file'), '');
    expect(install(app).code).toBe(0);
    expect(existsSync(join(root, 'opt/renkei-kiosk/new-file'))).toBe(true);
    expect(read('etc/renkei-kiosk/kiosk.conf')).toMatch(/^VENUE=arakawa-kuyakusho$/m);
    expect(read('var/lib/renkei-kiosk/data/library.json')).toContain('synced');
    expect(readdirSync(join(root, 'opt'))).toEqual(['renkei-kiosk']);
  });

  it('removes itself but keeps content and settings, unless they are to go as well', () => {
    install(app, '--venue', 'arakawa-kuyakusho');
    expect(install('--remove').code).toBe(0);
    expect(existsSync(join(root, 'opt/renkei-kiosk'))).toBe(false);
    expect(readdirSync(join(root, 'etc/systemd/system'))).toEqual([]);
    expect(existsSync(join(root, 'var/lib/renkei-kiosk/data/library.json'))).toBe(true);
    install('--remove', '--purge');
    expect(existsSync(join(root, 'var/lib/renkei-kiosk'))).toBe(false);
    expect(existsSync(join(root, 'etc/renkei-kiosk'))).toBe(false);
  });

  it.each([
    [['/no/such/app'], 'パッケージ「/no/such/app」がありません'],
    [['--venue', 'Arakawa Ward'], '会場のidではありません'],
    [['--rotate', '45'], '--rotate は'],
    [['--open', '8時', '--close', '17:30'], '--open と --close'],
    [['--open', '08:15'], '--open と --close'],
    [['--vanue', 'x'], '「--vanue」という指定はありません'],
    [['--venue'], '値がありません'],
    [['--source', 'ftp://x'], '--source「ftp://x」'],
    [['--trust', '/no/root.json'], '--trust「/no/root.json」がありません'],
  ])('refuses %j and writes nothing', (words, why) => {
    const { code, said } = install(...words);
    expect(code).toBe(1);
    expect(said).toContain(why);
    expect(existsSync(root)).toBe(false);
  });

  it('refuses a folder that is not the packaged app, and leaves the installed one', () => {
    install(app);
    rmSync(join(app, 'renkei-kiosk'));
    expect(install(app)).toMatchObject({ code: 1 });
    expect(existsSync(join(root, 'opt/renkei-kiosk/renkei-kiosk'))).toBe(true);
  });
});

describe('the scripts of a hall', () => {
  const scripts = readdirSync(HALL).filter((name) => /^(renkei-[a-z]+|install\.sh)$/.test(name));

  it.skipIf(!hasTool('shellcheck'))('are clean in the eyes of shellcheck', () => {
    expect(scripts.length).toBeGreaterThan(4);
    const checked = spawnSync('shellcheck', scripts, { cwd: HALL, encoding: 'utf8' });
    expect(checked.stdout).toBe('');
  });

  it.skipIf(!hasTool('systemd-analyze'))('stand in units that systemd understands', () => {
    install(app, '--open', '08:15', '--close', '17:30');
    const system = ['/lib/systemd/system', '/usr/lib/systemd/system'].find((path) => existsSync(path)) ?? '';
    cpSync(system, join(root, 'lib/systemd/system'), { recursive: true, verbatimSymlinks: true });
    const units = readdirSync(join(root, 'etc/systemd/system')).map((name) => name.replace('@.', '@sdb1.'));
    const verified = spawnSync('systemd-analyze', [`--root=${root}`, 'verify', ...units], {
      encoding: 'utf8',
    });
    expect(verified.stderr.split('\n').filter((line) => line.includes('renkei'))).toEqual([]);
    expect(verified.status).toBe(0);
  });
});
