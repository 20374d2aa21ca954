/** Which of the process's arguments are ours: Chromium's own stand among them. */

/** Chromium switches that a developer, a test or the operating system may add to a packaged app. */
const CHROMIUM =
  /^--(no-sandbox|remote-debugging-port(=.*)?|user-data-dir=.*|log-level=.*|disable-dev-shm-usage|ozone-platform(-hint)?=.*|disable-gpu.*|enable-logging(=.*)?)$/;

/**
 * @param argv     as Electron gives it; unpackaged: `electron <Chromium's> <app folder> <ours>`
 * @param packaged a packaged app has no app folder among its arguments
 */
export function ownArguments(argv: readonly string[], packaged: boolean): readonly string[] {
  const given = argv.slice(1);
  if (packaged) return given.filter((text) => !CHROMIUM.test(text));
  const folder = given.findIndex((text) => !text.startsWith('-'));
  return folder < 0 ? [] : given.slice(folder + 1);
}
