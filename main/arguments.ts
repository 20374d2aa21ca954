/** Which of the process's arguments are ours: Chromium's own stand among them. */

/** Chromium's switches that a hall may need: another profile, no graphics card, a chosen display. */
const IN_A_HALL =
  /^--(user-data-dir=.*|log-level=.*|disable-dev-shm-usage|ozone-platform(-hint)?=.*|disable-gpu.*|enable-logging(=.*)?)$/;
/** Only while a packaged app is tried out: they open the program to a debugger or take its sandbox away. */
const ON_TRIAL = /^--(no-sandbox|remote-debugging-port(=.*)?)$/;

/** How the program stands on this machine. */
export type Standing =
  /** Started from its source folder. */
  | 'unpackaged'
  /** `npm run package -- --test-package`, which says so in a file beside the archive. */
  | 'on-trial'
  | 'in-a-hall';

/**
 * @param argv as Electron gives it; unpackaged: `electron <Chromium's> <app folder> <ours>`, packaged without the
 *             folder. What is neither ours nor allowed to Chromium stays in, to be refused.
 */
export function ownArguments(argv: readonly string[], standing: Standing): readonly string[] {
  const given = argv.slice(1);
  if (standing !== 'unpackaged') {
    return given.filter((text) => !IN_A_HALL.test(text) && !(standing === 'on-trial' && ON_TRIAL.test(text)));
  }
  const folder = given.findIndex((text) => !text.startsWith('-'));
  return folder < 0 ? [] : given.slice(folder + 1);
}
