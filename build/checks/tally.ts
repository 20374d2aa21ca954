/** Counts what the checks and test runners report, in one way for all of them. */

export type Tally = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** One text per failure: its name, then why. */
  readonly failures: readonly string[];
  /** What held only when it was tried again, in the same words as failures: passed, but to be looked into. */
  readonly doubts: readonly string[];
};

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, failures: [], doubts: [] };

export function add(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
      skipped: sum.skipped + tally.skipped,
      failures: [...sum.failures, ...tally.failures],
      doubts: [...sum.doubts, ...tally.doubts],
    }),
    NOTHING,
  );
}

/** A check that is one thing: it passed, or failed for this reason. */
export function single(ok: boolean, failure: string): Tally {
  return ok ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1, failures: [failure] };
}

/** The last line of `npm test`; skips are named only when there are any. */
export function summary({ passed, failed, skipped }: Tally): string {
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}

/** Something failed, or nothing was tested at all, which proves nothing. */
export function isFailure({ passed, failed }: Tally): boolean {
  return failed > 0 || passed === 0;
}

/** The parts of vitest's JSON report that we read. */
type VitestReport = {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: 'passed' | 'failed' | 'skipped' | 'pending' | 'todo' | 'disabled';
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
};

/**
 * @param json     vitest's report; null when it wrote none
 * @param exitCode vitest's; errors outside of tests show only there
 */
export function tallyVitest(json: string | null, exitCode: number): Tally {
  if (json === null) return single(false, `vitest: no report (exit code ${exitCode})`);
  const report = JSON.parse(json) as VitestReport;
  const tally = add(report.testResults.map(tallyFile));
  if (exitCode === 0 || tally.failed > 0) return tally;
  return add([
    tally,
    single(false, `vitest: ended with ${exitCode} although no test failed; see its output above`),
  ]);
}

function tallyFile(file: VitestReport['testResults'][number]): Tally {
  const tests = file.assertionResults.map((test) => {
    if (test.status === 'passed') return { ...NOTHING, passed: 1 };
    if (test.status !== 'failed') return { ...NOTHING, skipped: 1 };
    return single(false, `${file.name} > ${test.fullName}\n${(test.failureMessages ?? []).join('\n')}`);
  });
  const tally = add(tests);
  // A file that could not even be loaded has no tests to blame.
  if (file.status !== 'failed' || tally.failed > 0) return tally;
  return add([tally, single(false, `${file.name}\n${file.message ?? ''}`)]);
}

type PlaywrightError = { readonly message?: string };
type PlaywrightSuite = {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      readonly results: readonly { readonly errors?: readonly PlaywrightError[] }[];
    }[];
  }[];
};

/** The parts of Playwright's JSON report that we read. */
type PlaywrightReport = {
  readonly suites: readonly PlaywrightSuite[];
  readonly errors: readonly PlaywrightError[];
};

/**
 * @param json     Playwright's report; null when it wrote none
 * @param exitCode Playwright's; it can fail without a failed test
 */
export function tallyPlaywright(json: string | null, exitCode: number): Tally {
  if (json === null) return single(false, `playwright: no report (exit code ${exitCode})`);
  const report = JSON.parse(json) as PlaywrightReport;
  const tally = add([
    ...report.suites.map((suite) => tallySuite(suite, [])),
    ...report.errors.map((error) => single(false, `playwright: ${error.message ?? 'unknown error'}`)),
  ]);
  if (exitCode === 0 || tally.failed > 0) return tally;
  return add([tally, single(false, `playwright: ended with ${exitCode}; see its output above`)]);
}

function tallySuite(suite: PlaywrightSuite, above: readonly string[]): Tally {
  const path = [...above, suite.title];
  const specs = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => {
      if (test.status === 'expected') return { ...NOTHING, passed: 1 };
      if (test.status === 'skipped') return { ...NOTHING, skipped: 1 };
      const why = test.results.flatMap(({ errors }) => (errors ?? []).map(({ message }) => message ?? ''));
      const told = `${[...path, spec.title].join(' > ')}\n${why.join('\n')}`;
      return test.status === 'flaky' ? { ...NOTHING, passed: 1, doubts: [told] } : single(false, told);
    }),
  );
  return add([...specs, ...(suite.suites ?? []).map((inner) => tallySuite(inner, path))]);
}
