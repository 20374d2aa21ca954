/** Where and with which environment the kiosk lives while it runs: its home, temp folder, folders to write to. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chooseIdentity,
  firstUnreachable,
  handOver,
  hasUserNamespaces,
  type Identity,
  type Ownership,
  ordinaryUser,
  readPasswd,
  takeBack,
} from './user.ts';

export type Quarters = {
  readonly identity: Identity;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Removes the home and gives folders back to their owners. */
  readonly leave: () => void;
};

export type QuartersOptions = {
  /** Files and folders the kiosk must be able to read. */
  readonly reads: readonly string[];
  /** Existing folders it must be able to write to; as root they are lent to the ordinary user. */
  readonly writes: readonly string[];
  /** A home folder that is new and thrown away, also for an ordinary user. */
  readonly freshHome: boolean;
  /** Added to, and stronger than, what is passed on of ours. */
  readonly env: NodeJS.ProcessEnv;
};

/** What another user may see of root's environment. Everything else may be a secret. */
const PASSED_ON = /^(PATH|LANG|LANGUAGE|LC_.*|TZ|DISPLAY|TERM|NO_COLOR)$/;
/** Would make Electron something else than the kiosk. */
const NEVER_PASSED = new Set(['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS', 'NODE_CHANNEL_FD', 'ELECTRON_NO_ASAR']);

/** Chooses the user, makes the home and lends the folders. */
export function moveIn(options: QuartersOptions): Quarters {
  const uid = process.getuid?.();
  const root = uid === 0 && process.platform === 'linux';
  const home = root || options.freshHome ? makeHome() : null;
  const lent: Ownership[] = [];
  const identity = root && home ? rootIdentity(options, home, lent) : ownIdentity(uid);
  return {
    identity,
    env: environment(identity, home, options.env),
    cwd: home ?? process.cwd(),
    leave: () => {
      for (const ownership of lent) takeBack(ownership);
      if (home) rmSync(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function makeHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'renkei-kiosk-'));
  chmodSync(home, 0o700);
  mkdirSync(join(home, 'tmp'));
  return home;
}

function ownIdentity(uid: number | undefined): Identity {
  const user = { name: '', uid: uid ?? -1, gid: -1 };
  const namespaces = process.platform !== 'linux' || hasUserNamespaces(null);
  return chooseIdentity({ uid, user, unreachable: null, namespaces });
}

function rootIdentity({ reads, writes }: QuartersOptions, home: string, lent: Ownership[]): Identity {
  const user = ordinaryUser(readPasswd(), process.env);
  copyScreenPermission(home);
  // Of a link only the link itself would be given.
  for (const path of [home, ...writes.map((each) => realpathSync(each))]) lent.push(handOver(path, user));
  const unreachable = firstUnreachable(user, [home, ...writes, ...reads]);
  if (unreachable !== null) {
    for (const ownership of lent.splice(0)) takeBack(ownership);
  }
  return chooseIdentity({ uid: 0, user, unreachable, namespaces: hasUserNamespaces(user) });
}

/** Lets the other user open windows on root's X screen. */
function copyScreenPermission(home: string): void {
  const cookie = process.env['XAUTHORITY'] ?? join(homedir(), '.Xauthority');
  if (process.env['DISPLAY'] && existsSync(cookie)) copyFileSync(cookie, join(home, '.Xauthority'));
}

function environment({ user }: Identity, home: string | null, extra: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours = Object.entries(process.env).filter(([name]) =>
    user ? PASSED_ON.test(name) : !NEVER_PASSED.has(name),
  );
  const env: NodeJS.ProcessEnv = Object.fromEntries(ours);
  if (home) {
    env['HOME'] = home;
    env['TMPDIR'] = join(home, 'tmp');
    for (const name of ['XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_DATA_HOME']) delete env[name];
  }
  if (user && home && existsSync(join(home, '.Xauthority'))) env['XAUTHORITY'] = join(home, '.Xauthority');
  return { ...env, ...extra };
}
