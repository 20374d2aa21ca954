// The yardstick of the screen: the least an Electron window can be. It marks the second frame after loading,
// exactly as the kiosk does when its home screen stands. `--page=<file>` shows another page in the same window.
const { app, BrowserWindow } = require('electron');
const { pathToFileURL } = require('node:url');

const PAGE = `<!doctype html><title>empty</title><script>
  addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('kiosk:usable'))));
</script>`;

const given = process.argv.find((word) => word.startsWith('--page='));
const url = given
  ? pathToFileURL(given.slice('--page='.length)).href
  : `data:text/html,${encodeURIComponent(PAGE)}`;

if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1920,
    height: 1080,
    kiosk: true,
    webPreferences: { sandbox: true },
  });
  return window.loadURL(url);
});
app.on('window-all-closed', () => app.quit());
