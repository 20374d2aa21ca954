/**
 * Fits the stylesheets of @fontsource to the kiosk: WOFF2 only (Chromium needs no second copy of each
 * slice), and no flash of another typeface while a local file is being read.
 */
import type { Plugin } from 'vite';

export function fontsPlugin(): Plugin {
  return {
    name: 'fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!/@fontsource[\\/].*\.css/.test(id)) return null;
      return code
        .replace(/,\s*url\([^)]*\.woff\)\s*format\(['"]woff['"]\)/g, '')
        .replace(/font-display:\s*swap/g, 'font-display: block');
    },
  };
}

/** What the first screen needs, in one file: reading two dozen small ones costs more than their size. */
export const START_CHUNK = new RegExp(
  [
    String.raw`[\\/]renderer[\\/](parts|covers|words)[\\/](?!markdown)`,
    String.raw`[\\/]renderer[\\/][^\\/]+\.tsx?$`,
    String.raw`[\\/]node_modules[\\/](react|react-dom|scheduler|i18next|react-i18next|html-parse-stringify|void-elements|use-sync-external-store)[\\/]`,
  ].join('|'),
);
