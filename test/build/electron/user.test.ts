import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  chooseIdentity,
  firstUnreachable,
  handOver,
  ordinaryUser,
  takeBack,
} from '../../../build/electron/user.ts';

const USER = { name: 'nobody', uid: 65534, gid: 65534 };

describe('chooseIdentity', () => {
  const root = { uid: 0, user: USER, unreachable: null, namespaces: true };

  it('hands root’s kiosk to the ordinary user, sandbox on', () => {
    const { user, sandbox, notes } = chooseIdentity(root);
    expect({ user, sandbox, notes: notes.length }).toEqual({ user: USER, sandbox: true, notes: 1 });
  });
  it('drops the sandbox and names the place when that user cannot reach something', () => {
    const { user, sandbox, notes } = chooseIdentity({ ...root, unreachable: '/root/repo' });
    expect({ user, sandbox }).toEqual({ user: null, sandbox: false });
    expect(notes.join('')).toContain('/root/repo');
  });
  it('drops the sandbox, but not the user, without user namespaces', () => {
    const { user, sandbox, notes } = chooseIdentity({ ...root, namespaces: false });
    expect({ user, sandbox, notes: notes.length }).toEqual({ user: USER, sandbox: false, notes: 2 });
  });
  it('leaves an ordinary user alone and has nothing to say', () => {
    expect(chooseIdentity({ ...root, uid: 1000 })).toEqual({ user: null, sandbox: true, notes: [] });
  });
});

describe('ordinaryUser', () => {
  const passwd =
    'root:x:0:0:root:/root:/bin/sh\nmei:x:1000:1001::/home/mei:/bin/sh\nnobody:x:65530:65531::/:/bin/false\n';

  it('is the one who called sudo', () => {
    expect(ordinaryUser(passwd, { SUDO_UID: '1000' })).toEqual({ name: 'mei', uid: 1000, gid: 1001 });
  });
  it('is nobody otherwise, with the ids of this machine', () => {
    expect(ordinaryUser(passwd, {})).toEqual({ name: 'nobody', uid: 65530, gid: 65531 });
  });
  it('is never root, even when sudo says so', () => {
    expect(ordinaryUser(passwd, { SUDO_UID: '0' }).name).toBe('nobody');
  });
  it('exists without any list of users', () => {
    expect(ordinaryUser('', {})).toEqual(USER);
  });
});

/** The rest changes owners, which only root may. */
describe.skipIf(process.getuid?.() !== 0 || process.platform !== 'linux')('as root', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'user-'));
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'inner'));
    writeFileSync(join(folder, 'inner', 'file'), 'x');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('finds nothing unreachable where all may read', () => {
    expect(firstUnreachable(USER, [folder, join(folder, 'inner', 'file')])).toBeNull();
  });
  it('finds the closed file deep inside', () => {
    chmodSync(join(folder, 'inner', 'file'), 0o600);
    expect(firstUnreachable(USER, [folder])).toBe(join(folder, 'inner', 'file'));
  });
  it('finds a closed folder, above or below', () => {
    chmodSync(join(folder, 'inner'), 0o700);
    expect(firstUnreachable(USER, [folder])).toBe(join(folder, 'inner'));
    expect(firstUnreachable(USER, [join(folder, 'inner', 'file')])).toBe(join(folder, 'inner', 'file'));
  });
  it('counts what does not exist as unreachable', () => {
    expect(firstUnreachable(USER, [join(folder, 'nothing')])).toBe(join(folder, 'nothing'));
  });

  it('lends a folder with all in it, and gets new files back too', () => {
    const owners = (...names: string[]) => names.map((name) => statSync(join(folder, name)).uid);
    const lent = handOver(folder, USER);
    expect(owners('.', 'inner', 'inner/file')).toEqual([USER.uid, USER.uid, USER.uid]);
    spawnSync('touch', [join(folder, 'inner', 'new')], { uid: USER.uid, gid: USER.gid });
    takeBack(lent);
    expect(owners('.', 'inner', 'inner/file', 'inner/new')).toEqual([0, 0, 0, 0]);
  });
  it('does not lend what a link points to', () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    symlinkSync(outside, join(folder, 'link'));
    handOver(folder, USER);
    expect(statSync(outside).uid).toBe(0);
    rmSync(outside, { recursive: true });
  });
  it('does not mind that a lent folder is gone', () => {
    const lent = handOver(join(folder, 'inner'), USER);
    rmSync(join(folder, 'inner'), { recursive: true });
    expect(() => takeBack(lent)).not.toThrow();
  });
});
