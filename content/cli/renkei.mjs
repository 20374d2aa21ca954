#!/usr/bin/env node
// The entry of `npx renkei`: plain JavaScript, so that any supported Node starts it as it is.
import { register } from 'tsx/esm/api';

register();
// A reader that has seen enough (`| head`) closes the pipe; the work goes on.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
