/**
 * `npm run sbom`: the software bill of materials (CycloneDX) of what a hall gets, from the lock file, into
 * `build/dist/sbom.cdx.json`. Same lock file, same bytes.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../setup/places.ts';

export const BILL_FILE = join(ROOT, 'build', 'dist', 'sbom.cdx.json');

export type Component = {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses?: readonly unknown[];
};

export type Bill = {
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly components: readonly Component[];
  readonly dependencies: readonly unknown[];
};

/** What is shipped though npm counts it as a tool: the runtime goes to every hall. */
const SHIPPED_TOOLS = ['electron'];

/** @throws when the lock file does not fit package.json */
export function makeBill(): Bill {
  const told = execFileSync(
    'npm',
    ['sbom', '--omit=dev', '--package-lock-only', '--sbom-format=cyclonedx', '--loglevel=error'],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const { serialNumber: _, ...bill } = JSON.parse(told) as Bill & { readonly serialNumber: string };
  const { timestamp: __, ...metadata } = bill.metadata;
  const components = [...bill.components, ...SHIPPED_TOOLS.map(toolOf)];
  return { ...bill, metadata, components: components.sort((a, b) => (a.purl < b.purl ? -1 : 1)) };
}

function toolOf(name: string): Component {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly version: string; readonly license?: string }>>;
  };
  const found = lock.packages[`node_modules/${name}`];
  if (found === undefined) throw new Error(`${name} is not in package-lock.json`);
  const { version, license } = found;
  const component = { type: 'framework', name, version, purl: `pkg:npm/${name}@${version}` };
  return license === undefined ? component : { ...component, licenses: [{ license: { id: license } }] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bill = makeBill();
  mkdirSync(dirname(BILL_FILE), { recursive: true });
  writeFileSync(BILL_FILE, `${JSON.stringify(bill, null, 2)}\n`);
  process.stdout.write(`${BILL_FILE}: ${bill.components.length}個の部品\n`);
}
