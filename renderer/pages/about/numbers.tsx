/**
 * The project in numbers. Each series counts something of its own and has a drawing of its own; never
 * two in one. Every number says when it was counted.
 */
import type { NumberSeriesView } from '../../../content/pack/views.ts';
import { dateText } from '../../dates.ts';
import { Section } from '../../parts/section.tsx';
import { useSettings } from '../../settings.ts';
import { useWords } from '../../words/index.ts';
import type { AboutPartProps } from './about-page.tsx';
import { LineChart, useValueText } from './line-chart.tsx';
import './charts.css';
import { Ruby } from '../../parts/ruby.tsx';

export function Numbers({ about }: AboutPartProps) {
  const t = useWords('about');
  const lines = about.numbers.filter((series) => series.points.length > 1);
  const single = about.numbers.filter((series) => series.points.length === 1);
  return (
    <>
      <p className="about-note">{t('numbers-note')}</p>
      {lines.map((series) => (
        <Section key={series.id} title={series.name} note={series.unit}>
          <LineChart series={series} />
          {series.note !== null && (
            <p className="about-note">
              <Ruby>{series.note}</Ruby>
            </p>
          )}
        </Section>
      ))}
      <Section title={t('counted-once')}>
        <ul className="figures">
          {single.map((series) => (
            <Figure key={series.id} series={series} />
          ))}
        </ul>
      </Section>
    </>
  );
}

function Figure({ series }: { readonly series: NumberSeriesView }) {
  const t = useWords('about');
  const { lang } = useSettings();
  const valueText = useValueText();
  const point = series.points[0];
  if (point === undefined) return null;
  return (
    <li className="figure">
      <p className="figure-value">
        {valueText(point)}{' '}
        <span className="figure-unit">
          <Ruby>{series.unit}</Ruby>
        </span>
      </p>
      <h3>
        <Ruby>{series.name}</Ruby>
      </h3>
      {series.note !== null && (
        <p className="figure-note">
          <Ruby>{series.note}</Ruby>
        </p>
      )}
      <p className="figure-note">{t('as-of', { date: dateText(point.asOf, lang) })}</p>
    </li>
  );
}
