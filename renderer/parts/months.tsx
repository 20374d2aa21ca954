/** When in the year something is there: twelve squares, the right ones filled, and the same in words. */
import { monthName } from '../month-name.ts';
import { useSettings } from '../settings.ts';
import { useWords } from '../words/index.ts';
import './months.css';

const YEAR = Array.from({ length: 12 }, (_, index) => index + 1);

/** @param months 1..12 ascending; none draws nothing */
export function Months({ months }: { readonly months: readonly number[] }) {
  const t = useWords();
  const { lang } = useSettings();
  if (months.length === 0) return null;
  const names =
    months.length === 12
      ? t('all-year')
      : months.map((month) => monthName(month, lang, 'short')).join(t('comma'));
  return (
    <p className="months">
      <svg viewBox="0 0 144 10" aria-hidden="true">
        {YEAR.map((month) => (
          <rect
            key={month}
            className={months.includes(month) ? 'months-on' : 'months-off'}
            x={(month - 1) * 12 + 0.5}
            y="0.5"
            width="10"
            height="9"
            rx="2.5"
          />
        ))}
      </svg>
      <span>{names}</span>
    </p>
  );
}
