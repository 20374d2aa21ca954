/** The years of the project: one year at a time, what mattered large, meetings folded. */
import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown';
import { CaretUpIcon } from '@phosphor-icons/react/dist/csr/CaretUp';
import { useMemo } from 'react';
import type { TimelineEntryView } from '../../../content/pack/views.ts';
import { whenText } from '../../dates.ts';
import { eraText } from '../../era.ts';
import { useKept } from '../../navigation.ts';
import { Button } from '../../parts/button.tsx';
import { Chips, ChoiceChip } from '../../parts/chip.tsx';
import { SectionTitle } from '../../parts/section.tsx';
import { useSettings } from '../../settings.ts';
import { useWords } from '../../words/index.ts';
import type { AboutPartProps } from './about-page.tsx';
import { byYear } from './year-list.ts';
import './lists.css';
import { Ruby } from '../../parts/ruby.tsx';

/** The year in which the project began: shown first. */
const FIRST_YEAR = 2014;

export function Years({ about }: AboutPartProps) {
  const t = useWords('about');
  const { lang } = useSettings();
  const years = useMemo(() => byYear(about.timeline), [about]);
  const [wanted, setYear] = useKept('year', FIRST_YEAR);
  const shown = years.find(({ year }) => year === wanted) ?? years[0];
  const [open, setOpen] = useKept(`quiet ${shown?.year ?? 0}`, false);
  if (shown === undefined) return null;
  return (
    <>
      <Chips label={t('years')}>
        {years.map(({ year }) => (
          <ChoiceChip key={year} chosen={year === shown.year} onPress={() => setYear(year)}>
            {t('year', { year })}
          </ChoiceChip>
        ))}
      </Chips>
      <div className="years-year">
        <SectionTitle note={lang === 'ja' ? eraText(String(shown.year)) : undefined}>
          {t('year', { year: shown.year })}
        </SectionTitle>
        <Entries entries={shown.large} />
        {shown.quiet.length > 0 && (
          <>
            <Button after={open ? CaretUpIcon : CaretDownIcon} pressed={open} onPress={() => setOpen(!open)}>
              {t('meetings', { count: shown.quiet.length })}
            </Button>
            {open && <Entries entries={shown.quiet} />}
          </>
        )}
      </div>
    </>
  );
}

function Entries({ entries }: { readonly entries: readonly TimelineEntryView[] }) {
  const { lang } = useSettings();
  return (
    <ol className="years-list">
      {entries.map((entry) => (
        <li key={entry.id} className="years-entry" data-kind={entry.kind}>
          <p className="years-when">{whenText(entry.when, lang)}</p>
          <p className="years-title">
            <Ruby>{entry.title}</Ruby>
          </p>
          {entry.place !== null && (
            <p className="years-place">
              <Ruby>{entry.place}</Ruby>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
