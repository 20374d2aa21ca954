/**
 * `npm run audit`: known weaknesses in what a hall gets, held against the list of those that were looked at and are
 * of no harm here (`allowed.json`: each with its reason and the day on which it is looked at again).
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ROOT } from '../setup/places.ts';

const ALLOWED_FILE = join(ROOT, 'build', 'supply', 'allowed.json');

const Allowed = z.array(
  z.strictObject({
    /** 'GHSA-…' */
    advisory: z.string().regex(/^GHSA(-[0-9a-z]{4}){3}$/),
    package: z.string().min(1),
    /** Why it does no harm in a kiosk. */
    why: z.string().min(20),
    /** Looked at again on this day at the latest. */
    until: z.iso.date(),
  }),
);
export type Allowed = z.infer<typeof Allowed>;

const Report = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      via: z.array(
        z.union([z.string(), z.object({ url: z.string(), title: z.string(), severity: z.string() })]),
      ),
    }),
  ),
});

/**
 * @param report  what `npm audit --json` wrote
 * @param today   'YYYY-MM-DD'
 * @returns       one line for each weakness that is not allowed, and for each allowance that has run out or is for
 *                nothing any more
 */
export function judge(report: unknown, allowed: Allowed, today: string): readonly string[] {
  const { vulnerabilities } = Report.parse(report);
  const found = Object.entries(vulnerabilities).flatMap(([name, { via }]) =>
    via.flatMap((one) =>
      typeof one === 'string' ? [] : [{ name, ...one, id: one.url.split('/').at(-1) ?? '' }],
    ),
  );
  const open = found
    .filter(({ id }) => !allowed.some((one) => one.advisory === id && one.until >= today))
    .map(({ name, id, severity, title }) => `${name}: ${id} (${severity}) ${title}`);
  const stale = allowed
    .filter((one) => !found.some(({ id }) => id === one.advisory))
    .map((one) => `allowed.json: ${one.advisory} (${one.package}) is not found any more; take it out`);
  return [...open, ...stale];
}

export function readAllowed(): Allowed {
  return Allowed.parse(JSON.parse(readFileSync(ALLOWED_FILE, 'utf8')));
}

/** @returns exit code: 0 nothing open, 1 something open, 2 the list of weaknesses could not be reached */
function audit(): number {
  const run = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: ROOT, encoding: 'utf8' });
  let report: unknown;
  try {
    report = JSON.parse(run.stdout);
    Report.parse(report);
  } catch {
    process.stderr.write(
      '弱点の一覧を取りに行けませんでした。ネットワークのある機械で npm run audit を実行してください。\n',
    );
    return 2;
  }
  const lines = judge(report, readAllowed(), new Date().toISOString().slice(0, 10));
  process.stdout.write(lines.length === 0 ? '知られている弱点はありません。\n' : `${lines.join('\n')}\n`);
  return lines.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = audit();
