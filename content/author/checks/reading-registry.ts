/** The checks of readings (ふりがな); their ids come from `ruby/`. */
import type { CheckEntry } from './registry.ts';

export const READING_CHECKS = {
  'reading-form': {
    what: 'readings.yaml のよみが、ことばに合わない',
    why: 'まちがったふりがなは、ないより困ります',
    fix: 'ことば全体のよみをひらがなで書きます（食べ物: たべもの）。つけないときは「-」と書きます',
    severity: 'error',
  },
  'reading-missing': {
    what: 'よみの決められない漢字がある',
    why: 'そのことばには、ふりがながつきません。ひらがなでさがす人にも見つかりにくくなります',
    fix: 'パックのフォルダの readings.yaml に「ことば: よみ」と書きます',
    severity: 'warning',
  },
  'reading-unused': {
    what: 'readings.yaml に、どこにも出てこないことばがある',
    why: '本文を直したときの、のこりかもしれません',
    fix: '要らなければ消します',
    severity: 'warning',
  },
} as const satisfies Readonly<Record<string, CheckEntry>>;
