/** The smallest Electron app: one sandboxed window, and a line about itself on stdout. */
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = `
const { app, BrowserWindow } = require('electron');
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
console.log(JSON.stringify({
  argv: process.argv.slice(1), uid: process.getuid(), home: process.env.HOME, secret: process.env.RENKEI_TEST_SECRET ?? null,
  name: app.name, version: app.getVersion(), appPath: app.getAppPath(), defaultApp: process.defaultApp,
}));
if (process.argv.includes('--fail')) app.exit(9);
app.whenReady().then(() => {
  const window = new BrowserWindow({ webPreferences: { sandbox: true } });
  window.loadURL('data:text/html;charset=utf-8,<title>small</title><h1>こんにちは</h1>');
});
app.on('window-all-closed', () => app.quit());
`;

export type SmallApp = {
  readonly folder: string;
  readonly appDir: string;
  /** A folder with one file, both closed to others. */
  readonly data: string;
};

export function makeSmallApp(): SmallApp {
  const folder = mkdtempSync(join(tmpdir(), 'small-app-'));
  chmodSync(folder, 0o755);
  const appDir = join(folder, 'app');
  const data = join(folder, 'data');
  mkdirSync(appDir);
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(join(data, 'state'), 'x', { mode: 0o600 });
  writeFileSync(
    join(appDir, 'package.json'),
    JSON.stringify({ name: 'small', version: '1.2.3', main: 'main.cjs' }),
  );
  writeFileSync(join(appDir, 'main.cjs'), MAIN);
  return { folder, appDir, data };
}
