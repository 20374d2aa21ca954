/** Plain lines of progress for the terminal. They go to stderr: stdout belongs to results. */

export type Say = (line: string) => void;

export const say: Say = (line) => {
  process.stderr.write(`${line}\n`);
};

export const quiet: Say = () => {};

const HEARTBEAT_MS = 10_000;

/** Awaits `work` and says every 10 s that it is still going on, so that nobody takes it for dead. */
export async function withHeartbeat<T>(tell: Say, work: Promise<T>): Promise<T> {
  const started = Date.now();
  const beat = setInterval(
    () => tell(`  … ${seconds(Date.now() - started)} たちました。続いています`),
    HEARTBEAT_MS,
  );
  try {
    return await work;
  } finally {
    clearInterval(beat);
  }
}

/** 3245 -> '3.2 秒' */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} 秒`;
}
