/**
 * What Electron runs when it is started as `electron <app folder> …`: loads that app, with its name
 * and version. The official builds carry the same thing; the runtime out of the registry does not.
 */
const { existsSync, readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { app, dialog } = require('electron');

/** @param {string} folder the app's folder */
function load(folder) {
  // The official default app sets it too; apps ask it where their own arguments begin.
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  const manifest = join(folder, 'package.json');
  const about = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {};
  if (about.version) app.setVersion(about.version);
  app.name = about.productName ?? about.name ?? 'Electron';
  app.setDesktopName(about.desktopName ?? `${app.name}.desktop`);
  app.setAppPath(folder);
  require(folder);
}

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  dialog.showErrorBox('Electron', 'usage: electron <app folder>');
  app.exit(2);
} else {
  load(resolve(folder));
}
