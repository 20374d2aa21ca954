/**
 * Start-up, in order. The packs are proven while Chromium starts and the page is being loaded, so that none
 * waits for another; the page gets no answer before they are.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { app, type BrowserWindow, ipcMain, Menu, powerMonitor, session, type WebContents } from 'electron';
import { openLibrary, openLibrarySoon } from '../content/store/library.ts';
import { finishOrForget } from '../content/sync/recover.ts';
import { LIMITS } from '../content/sync/source.ts';
import { ownArguments, type Standing } from './arguments.ts';
import { makeContent } from './content.ts';
import { NO_MEMORY, openDayMemory, watchTurns } from './day.ts';
import { dataFolders, installedFiles } from './folders.ts';
import { guardContents, guardSession, isOurFrame } from './guard.ts';
import { makeEntries, type Situation } from './ipc/answers.ts';
import type { Notices } from './ipc/contract.ts';
import { serve } from './ipc/serve.ts';
import { logFolder, openLog } from './log.ts';
import { noticesKey } from './notices.ts';
import { followPreview } from './preview.ts';
import { declareSchemes, serveSchemes } from './protocol.ts';
import type { Keeper } from './recovery/keeper.ts';
import { isSupervised } from './recovery/pulse.ts';
import { beginRun, keepRunning } from './recovery/run.ts';
import { CEILING, ceilingOf } from './recovery/weight.ts';
import { makeSituation, refuseUnknownVenue } from './situation.ts';
import { beginStaff } from './staff/begin.ts';
import { askHidden, setPinIn } from './staff/set-pin.ts';
import { makeSteps, type Steps } from './steps.ts';
import { tourStops } from './stops.ts';
import { BadSwitch, HELP, parseSwitches, type Switches, UnknownSwitch } from './switches.ts';
import { beginSync, contentSource } from './sync/begin.ts';
import { kioskId } from './sync/kiosk-id.ts';
import { utilityProcesses } from './sync/process.ts';
import { receiptFacts } from './sync/receipt-facts.ts';
import { ROOT_FILE, readSettings, SETTINGS_FILE } from './sync/settings.ts';
import { usualPlaces } from './sync/sticks.ts';
import { beginTelemetry } from './telemetry/begin.ts';
import type { StartTelemetry } from './telemetry/figures.ts';
import { walk } from './tour.ts';
import { makeWindow } from './window.ts';

/** A hall shows what is signed; the place to look at a source is where it is written. */
const PREVIEW_REFUSED =
  'ホール用のキオスクでは使えません。原稿を書く機械で npx renkei preview を使ってください';
/** Written by build/package.ts. */
const TEST_PACKAGE_FILE = 'test-package';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

void start().catch((error: unknown) => {
  const misunderstood = error instanceof UnknownSwitch || error instanceof BadSwitch;
  const told = error instanceof Error ? error : new Error(String(error));
  complain(misunderstood ? told.message : (told.stack ?? told.message));
  app.exit(misunderstood ? 2 : 1);
});

function standing(): Standing {
  if (!app.isPackaged) return 'unpackaged';
  return existsSync(join(process.resourcesPath, TEST_PACKAGE_FILE)) ? 'on-trial' : 'in-a-hall';
}

/** @throws {UnknownSwitch | BadSwitch} when the command line was not understood */
async function start(): Promise<void> {
  const switches = parseSwitches(ownArguments(process.argv, standing()));
  if (switches.help) {
    print(HELP);
    return app.exit(0);
  }
  const inHall = standing() === 'in-a-hall';
  for (const name of ['idle', 'ceiling'] as const)
    if (inHall && switches[name] !== undefined) throw new BadSwitch(name, '会場のキオスクでは使えません');
  if (inHall && switches.preview) throw new BadSwitch('preview', PREVIEW_REFUSED);
  // Its logs and its memory of failures are not the kiosk's.
  if (switches.preview) app.setPath('userData', `${app.getPath('userData')} Preview`);
  const places = {
    packaged: app.isPackaged,
    bundle: __dirname,
    resources: process.resourcesPath,
    userData: app.getPath('userData'),
  };
  const folders = dataFolders(switches.data, places);
  if (switches.setPin) return app.exit(await setPinIn(folders[0], { ask: askHidden, say: print, complain }));
  // A second program would fight for the screen; a tour and a developer's window stand beside the first.
  const alone = switches.windowed || switches.tour !== undefined;
  if (!alone && !app.requestSingleInstanceLock()) {
    complain('キオスクはもう動いています。');
    return app.exit(0);
  }
  declareSchemes();
  // Both together would kill Chromium's own helpers when root had to start it without a sandbox.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // Chromium ends the whole program when its graphics process died six times.
  app.commandLine.appendSwitch('disable-gpu-process-crash-limit');
  // The page tidies up between two visits (renderer/tidy.ts).
  app.commandLine.appendSwitch('js-flags', '--expose-gc');
  Menu.setApplicationMenu(null);
  guardContents(app, (contents) => contents.send('staff:asked', null));
  // The keeper opens another window when one is lost; without this, Electron would end instead.
  app.on('window-all-closed', () => undefined);

  const log = openLog(logFolder(app.getPath('userData')), Date.now, complain);
  finishOrForget(folders[0], Date.now());
  const run = beginRun(app, log, folders[0]);
  const kind = switches.preview ? 'preview' : 'kiosk';
  const content = makeContent(
    folders,
    (folder) => openLibrarySoon(folder, kind),
    async (folder) => openLibrary(folder, kind),
  );
  const opened = content.look().then(() => {
    const found = content.opened();
    for (const fault of found.ok ? found.library.faults : found.faults) log.write('error', fault.code, fault);
    refuseUnknownVenue(switches, found);
  });
  const nowMs = clockFrom(switches.now);
  // A day or moment that somebody chose for trying out is no day to come back to.
  const chosen = switches.today !== undefined || switches.now !== undefined;
  const memory = openDayMemory(join(app.getPath('userData'), 'day.json'), (error) =>
    log.write('warning', 'day not kept', error),
  );
  const preview = switches.preview ? followPreview(folders[0], content, log) : null;
  const situation = makeSituation(
    switches,
    content,
    nowMs,
    chosen ? NO_MEMORY : memory,
    () => preview?.state() ?? null,
  );
  const steps = makeSteps();
  const listening = steps.shown(0);
  let keeper: Keeper | null = null;
  const settings = readSettings(installedFiles(SETTINGS_FILE, places), (file, why) =>
    log.write('error', 'settings unusable', { file, why }),
  );
  const source = contentSource(switches.syncFrom, settings);
  const roots = [
    ...(switches.root === undefined ? [] : [switches.root]),
    ...installedFiles(ROOT_FILE, places),
  ];
  const builtInRoot = roots.find(existsSync) ?? null;
  const staff = beginStaff({
    app,
    log,
    dataDir: folders[0],
    situation,
    floorBytes: LIMITS.floorBytes,
    stick: switches.stick,
    source: source?.from ?? null,
    builtInRoot,
    nowMs: Date.now,
    send: (name, notice) => send(keeper, name, notice),
    leave: () => {
      keeper?.release();
      app.quit();
    },
  });
  const entries = makeEntries(situation, steps.arrived, staff.answers);
  serve(ipcMain, entries, isOurFrame, (error, call) => log.write('error', call, error), opened);

  // A rejection of `opened` ends the start here as well.
  await Promise.race([app.whenReady(), opened.then(() => app.whenReady())]);
  // Without `persist:` the partition lives in memory only: nothing a visitor does is ever on the disk.
  const ses = session.fromPartition('kiosk');
  guardSession(ses);
  serveSchemes(ses.protocol, join(__dirname, 'renderer'), content.medium);
  const keeping = keepRunning(run, {
    open: () =>
      makeWindow({
        windowed: switches.windowed,
        preview: switches.preview === true,
        preload: join(__dirname, 'preload.cjs'),
        session: ses,
      }),
    closable: switches.windowed,
    // On a desktop nothing comes forward by itself: there whoever tries the kiosk out has other windows to go to.
    inFront: kind === 'kiosk' && !alone && (inHall || isSupervised(process.env)),
    ceiling: switches.ceiling ? ceilingOf(switches.ceiling) : CEILING,
  });
  [keeper] = await Promise.all([keeping, opened]);
  if (switches.tour !== undefined) {
    const code = await tour(keeper.window(), situation(), { ...steps, listening }, switches.tour, switches);
    keeper.release();
    return app.exit(code);
  }
  const tell = (why: 'day' | 'packs'): void =>
    send(keeper, 'content:changed', { why, today: situation().here.today });
  const turns = [
    watchTurns(
      () => situation().here.today,
      nowMs,
      () => tell('day'),
    ),
    watchTurns(
      () => noticesKey(situation()),
      nowMs,
      () => send(keeper, 'notices:changed', null),
    ),
  ];
  powerMonitor.on('resume', () => {
    for (const turn of turns) turn.look();
  });
  if (preview !== null) {
    preview.watch(({ state, content: isNew }) => {
      if (isNew) tell('packs');
      send(keeper, 'preview:changed', state);
    });
    return;
  }
  const known = { kioskId: kioskId(join(places.userData, 'kiosk-id')), appVersion: app.getVersion() };
  const sync = beginSync({
    dataDir: folders[0],
    content,
    start: utilityProcesses(join(__dirname, 'sync.cjs')),
    builtInRoot,
    source,
    receipt: () => receiptFacts(situation(), { ...known, counts: staff.meter.countsForReceipt() }),
    sticks: usualPlaces(process.platform, switches.stick === undefined ? [] : [switches.stick]),
    changed: () => tell('packs'),
    nowMs: Date.now,
    random: Math.random,
    log,
  });
  staff.takeControl(sync.control, sync.sticks);
  const stopTelling = beginTelemetry({
    url: switches.telemetry ?? settings?.telemetry ?? null,
    load: () => createRequire(__filename)('./telemetry.cjs') as { readonly startTelemetry: StartTelemetry },
    source: { ...known, venueId: situation().here.venueId },
    figures: staff.figures,
    log,
  });
  app.on('will-quit', stopTelling);
  app.on('will-quit', sync.close);
}

/** Says something to the page that stands now; nothing happens while there is none. */
function send<K extends keyof Notices>(keeper: Keeper | null, name: K, notice: Notices[K]): void {
  const window = keeper?.window();
  if (!window || window.isDestroyed()) return;
  // While the program ends the page goes before its window; a staff session that ends with it is told to nobody.
  const contents: WebContents | undefined = window.webContents;
  if (contents?.isDestroyed() === false) contents.send(name, notice);
}

/** @returns exit code: 0 all is well, 1 something failed */
async function tour(
  window: BrowserWindow,
  { opened, here }: Situation,
  { listening, shown }: Steps & { readonly listening: Promise<unknown> },
  folder: string,
  { langs = ['ja', 'en'], sizes = ['landscape', 'portrait'], themes = ['normal'] }: Switches,
): Promise<number> {
  if (!opened.ok) {
    complain(`表示できるデータがありません: ${opened.faults.map((fault) => fault.code).join('、')}`);
    return 1;
  }
  const failures = await walk({
    contents: window.webContents,
    folder,
    stops: tourStops(opened.library, here),
    langs,
    sizes,
    themes,
    listening,
    shown,
    nowMs: () => performance.now(),
    say: print,
  });
  for (const failure of failures) complain(failure);
  print(
    failures.length === 0
      ? '巡回が終わりました。問題はありません。'
      : `巡回が終わりました。問題 ${failures.length}件。`,
  );
  return failures.length === 0 ? 0 : 1;
}

/** The machine's clock, or one that begins at a chosen moment. */
function clockFrom(startMs: number | undefined): () => number {
  if (startMs === undefined) return Date.now;
  const aheadMs = startMs - Date.now();
  return () => Date.now() + aheadMs;
}
