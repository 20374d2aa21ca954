/** Makes one test of every attempt: it is made on a running kiosk, which must be unharmed afterwards. */
import { test } from '@playwright/test';
import { missingTools, openScene, type Scene } from './scene.ts';

export type Attempt = {
  /** As in the list of known escapes: K keyboard, M mouse, T touch, L links, J page script, O operating system. */
  readonly id: string;
  readonly what: string;
  readonly make: (scene: Scene) => Promise<void> | void;
};

/** @param title names the way in; attempts share one kiosk, and the next one gets a new one after a failure */
export function tryToEscape(title: string, attempts: readonly Attempt[]): void {
  test.describe(title, () => {
    const missing = missingTools();
    test.skip(missing !== null, missing ?? '');
    test.describe.configure({ timeout: 60_000 });
    let scene: Scene | undefined;
    test.afterEach(async () => {
      const { status, expectedStatus } = test.info();
      if (status === expectedStatus) return;
      process.stderr.write(`${scene?.started.kiosk.output() ?? ''}\n`);
      await scene?.stop();
      scene = undefined;
    });
    test.afterAll(async () => {
      await scene?.stop();
      scene = undefined;
    });
    for (const { id, what, make } of attempts) {
      test(`${id} ${what}`, async () => {
        scene ??= await openScene();
        await make(scene);
        await scene.expectUnharmed();
      });
    }
  });
}
