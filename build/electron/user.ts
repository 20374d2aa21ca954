/**
 * As whom Electron runs. Chromium's sandbox refuses to work for root, so root hands the kiosk to an
 * ordinary user; only when that user cannot reach what it needs does the sandbox fall.
 */
import { spawnSync } from 'node:child_process';
import { lchownSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type KioskUser = { readonly name: string; readonly uid: number; readonly gid: number };

/** Every Unix has it; the kernel's own overflow id. */
const NOBODY: KioskUser = { name: 'nobody', uid: 65534, gid: 65534 };

/** As whom, with or without sandbox, and what the person at the terminal should know about it. */
export type Identity = {
  /** null: stay who we are */
  readonly user: KioskUser | null;
  readonly sandbox: boolean;
  readonly notes: readonly string[];
};

export type IdentityFacts = {
  /** undefined on Windows */
  readonly uid: number | undefined;
  /** Only looked at for root. */
  readonly user: KioskUser;
  /** First path the user cannot reach, or null. */
  readonly unreachable: string | null;
  /** May that user make a user namespace, on which the sandbox stands? */
  readonly namespaces: boolean;
};

/** Decides; does nothing. */
export function chooseIdentity({ uid, user, unreachable, namespaces }: IdentityFacts): Identity {
  const root = uid === 0;
  if (root && unreachable !== null) {
    return {
      user: null,
      sandbox: false,
      notes: [
        `一般ユーザー (${user.name}) が読めない場所があるため、root のまま、サンドボックスなしで起動します: ${unreachable}`,
        '確認のためだけにお使いください。会場では一般ユーザーで動かしてください。',
      ],
    };
  }
  const notes = root ? [`root では動かさず、一般ユーザー ${user.name} (uid ${user.uid}) で起動します。`] : [];
  if (!namespaces) {
    notes.push(
      'このマシンではユーザー名前空間が使えないため、サンドボックスなしで起動します。確認のためだけにお使いください。',
    );
  }
  return { user: root ? user : null, sandbox: namespaces, notes };
}

/**
 * The ordinary user for root: the one who called sudo, else `nobody`.
 *
 * @param passwd content of /etc/passwd
 */
export function ordinaryUser(passwd: string, env: NodeJS.ProcessEnv): KioskUser {
  const users = passwd.split('\n').flatMap((line) => {
    const [name = '', , uid = '', gid = ''] = line.split(':');
    return /^\d+$/.test(uid) && /^\d+$/.test(gid) ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
  const caller = users.find((user) => user.uid !== 0 && String(user.uid) === env['SUDO_UID']);
  return caller ?? users.find((user) => user.name === NOBODY.name) ?? NOBODY;
}

export function readPasswd(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8');
  } catch {
    return '';
  }
}

/**
 * The first path at or below `paths` that the user cannot read (or, for folders, enter). Asked of
 * the system by running `find` as that user, so that groups, ACLs and mounts are all heeded.
 */
export function firstUnreachable(user: KioskUser, paths: readonly string[]): string | null {
  const barred = ['(', '!', '-readable', '-o', '-type', 'd', '!', '-executable', ')', '-print', '-quit'];
  for (const path of paths) {
    const asked = spawnSync('find', [path, ...barred], { ...as(user), cwd: '/', encoding: 'utf8' });
    const found = asked.stdout?.split('\n')[0];
    if (found) return found;
    if (asked.status !== 0) return path;
  }
  return null;
}

/** True when that user (null: ourselves) may make a user namespace; tried, because many things can forbid it. */
export function hasUserNamespaces(user: KioskUser | null): boolean {
  const tried = spawnSync('unshare', ['--user', '--map-root-user', 'true'], {
    ...as(user),
    cwd: '/',
    stdio: 'ignore',
  });
  return tried.status === 0;
}

/** Who owned a folder before we gave it away. */
export type Ownership = { readonly path: string; readonly uid: number; readonly gid: number };

/** Gives a folder and everything in it to the user. Root only. */
export function handOver(path: string, user: KioskUser): Ownership {
  const { uid, gid } = lstatSync(path);
  chownTree(path, user.uid, user.gid);
  return { path, uid, gid };
}

/** Undoes `handOver`, including files made meanwhile. */
export function takeBack({ path, uid, gid }: Ownership): void {
  if (lstatSync(path, { throwIfNoEntry: false })) chownTree(path, uid, gid);
}

function chownTree(path: string, uid: number, gid: number): void {
  // Links are given, never followed: what they point to is not ours to give.
  lchownSync(path, uid, gid);
  if (lstatSync(path).isDirectory())
    for (const name of readdirSync(path)) chownTree(join(path, name), uid, gid);
}

function as(user: KioskUser | null): { uid?: number; gid?: number } {
  return user === null ? {} : { uid: user.uid, gid: user.gid };
}
