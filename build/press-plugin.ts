/** Reads `:active` in our style sheets as "active or pressed": see `renderer/press.ts`. The weight of the selector stays. */
import type { Plugin } from 'vite';

export function pressPlugin(): Plugin {
  return {
    name: 'press',
    enforce: 'pre',
    transform: (code, id) =>
      id.endsWith('.css') && !id.includes('node_modules')
        ? code.replace(/:active\b/g, ':is(:active, [data-pressed])')
        : null,
  };
}
