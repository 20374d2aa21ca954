import { describe, expect, it } from 'vitest';
import { debianNames, librariesStep, parseLdd } from '../../../build/setup/libraries.ts';

describe('parseLdd', () => {
  it('names what is missing and nothing else', () => {
    const output = [
      '\tlinux-vdso.so.1 (0x00007ffd1b3f2000)',
      '\tlibgtk-3.so.0 => not found',
      '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f0000000000)',
      '\tlibnss3.so => not found',
    ].join('\n');
    expect(parseLdd(output)).toEqual(['libgtk-3.so.0', 'libnss3.so']);
  });
  it('finds nothing missing in a static program', () => {
    expect(parseLdd('\tnot a dynamic executable\n')).toEqual([]);
  });
});

describe('debianNames', () => {
  it('takes the new name where this machine knows it', () => {
    const known = (name: string) => name === 'libgtk-3-0t64';
    expect(debianNames(['libgtk-3-0', 'xvfb'], known)).toEqual(['libgtk-3-0t64', 'xvfb']);
  });
});

describe('librariesStep', () => {
  it('has nothing to do away from Linux', async () => {
    const step = librariesStep({
      runtimePath: () => '/nothing',
      needsVirtualScreen: true,
      platform: 'darwin',
      uid: 501,
    });
    expect(await step.isDone()).toBe(true);
  });
  it('is done when the program’s libraries are all here', async () => {
    const step = librariesStep({
      runtimePath: () => process.execPath,
      needsVirtualScreen: false,
      platform: process.platform,
      uid: 1000,
    });
    expect(await step.isDone()).toBe(true);
  });
});
