/** What visitors used, as small charts with their figures beside them; to a stick as a table. */
import { type CSSProperties, useState } from 'react';
import type { CountsView } from '../../../main/ipc/contract.ts';
import { Chips, ChoiceChip } from '../../parts/chip.tsx';
import { RefusalNote } from '../../parts/refusal.tsx';
import { SectionTitle } from '../../parts/section.tsx';
import { SCREEN_LANGS } from '../../settings.ts';
import { useWords } from '../../words/index.ts';
import { useStaff } from './ask.ts';
import { ExportRow } from './export-row.tsx';
import { type Bar, byDay, byItem } from './tally.ts';

const SPANS = [7, 28, 91] as const;
const MOST = 15;

const TO_TAKE = ['counts'] as const;

export function CountsPart() {
  const t = useWords('staff');
  const [days, setDays] = useState<number>(SPANS[0]);
  const [answer] = useStaff('staff:counts', { days });
  return (
    <>
      <SectionTitle>{t('part.counts')}</SectionTitle>
      <Chips label={t('counts.span')}>
        {SPANS.map((span) => (
          <ChoiceChip key={span} chosen={span === days} onPress={() => setDays(span)}>
            {t('counts.days', { count: span })}
          </ChoiceChip>
        ))}
      </Chips>
      <p className="staff-note">{t('counts.privacy')}</p>
      {answer.state === 'ready' && <Charts counts={answer.value} />}
      {answer.state === 'refused' && <RefusalNote refusal={answer.refusal} />}
      <ExportRow what={TO_TAKE} />
    </>
  );
}

function Charts({ counts: { rows, from, to, names } }: { readonly counts: CountsView }) {
  const t = useWords('staff');
  const langs = new Map<string, string>(SCREEN_LANGS.map(({ lang, name }) => [lang, name]));
  const sessions = byDay(rows, 'session', from, to);
  const total = sessions.reduce((sum, { number }) => sum + number, 0);
  return (
    <div className="charts">
      <section className="chart chart-wide">
        <SectionTitle as="h3" note={t('counts.total', { count: total })}>
          {t('counts.sessions')}
        </SectionTitle>
        <Columns bars={sessions} />
      </section>
      <Chart title={t('counts.screens')} bars={byItem(rows, 'screen')} name={(key) => t(`screen.${key}`)} />
      <Chart title={t('counts.items')} bars={byItem(rows, 'item')} name={(key) => names[key] ?? key} />
      <Chart
        title={t('counts.langs')}
        bars={byItem(rows, 'language')}
        name={(key) => langs.get(key) ?? key}
      />
      <Chart
        title={t('counts.searches')}
        bars={byItem(rows, 'search')}
        name={(key) => t(`counts.search-${key}`)}
      />
    </div>
  );
}

type ChartProps = {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly name: (key: string) => string;
};

function Chart({ title, bars, name }: ChartProps) {
  const t = useWords('staff');
  const most = Math.max(1, ...bars.map(({ number }) => number));
  return (
    <section className="chart">
      <SectionTitle as="h3">{title}</SectionTitle>
      {bars.length === 0 && <p>{t('counts.none')}</p>}
      <ul>
        {bars.slice(0, MOST).map(({ key, number }) => (
          <li key={key} className="bar" style={{ '--share': number / most } as CSSProperties}>
            <span className="bar-name">{name(key)}</span>
            <span className="bar-number">{number}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One column a day; the first and last day and the highest number are written out. */
function Columns({ bars }: { readonly bars: readonly Bar[] }) {
  const t = useWords('staff');
  const most = Math.max(1, ...bars.map(({ number }) => number));
  return (
    <figure className="columns">
      <ul aria-label={t('counts.sessions')}>
        {bars.map(({ key, number }) => (
          <li key={key} style={{ '--share': number / most } as CSSProperties}>
            <span className="only-for-voice">{`${key} ${number}`}</span>
          </li>
        ))}
      </ul>
      <figcaption>
        <span>{bars[0]?.key}</span>
        <span>{t('counts.most', { count: Math.max(0, ...bars.map(({ number }) => number)) })}</span>
        <span>{bars[bars.length - 1]?.key}</span>
      </figcaption>
    </figure>
  );
}
