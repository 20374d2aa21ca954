/** Starts sync processes in Electron. */
import { utilityProcess } from 'electron';
import type { FromWorker, ToWorker } from './messages.ts';

/** A running sync process as the kiosk sees it; tests bring a plain Node process. */
export type SyncProcess = {
  readonly tell: (message: ToWorker) => void;
  readonly hear: (listener: (message: FromWorker) => void) => void;
  /** Called once, however it ended. */
  readonly onEnd: (listener: (code: number | null) => void) => void;
  readonly kill: () => void;
};

export type StartProcess = () => SyncProcess;

/** @param bundle absolute path of the bundled `worker.ts` */
export function utilityProcesses(bundle: string): StartProcess {
  return () => {
    const child = utilityProcess.fork(bundle, [], { serviceName: 'Renkei Kiosk sync' });
    return {
      tell: (message) => child.postMessage(message),
      hear: (listener) => child.on('message', listener),
      onEnd: (listener) => child.once('exit', listener),
      kill: () => child.kill(),
    };
  };
}
