/** What towns all over Japan answered in the survey: bars by number of answers, each opens to its points. */
import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown';
import { CaretUpIcon } from '@phosphor-icons/react/dist/csr/CaretUp';
import { useKept } from '../../navigation.ts';
import { Chips, ChoiceChip } from '../../parts/chip.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useWords } from '../../words/index.ts';
import type { AboutPartProps } from './about-page.tsx';
import { rowsOf, SURVEY_GROUPS, type SurveyGroupId, type SurveyRow, shareOf } from './survey-groups.ts';
import './charts.css';
import { Ruby } from '../../parts/ruby.tsx';

export function Voices({ about }: AboutPartProps) {
  const t = useWords('about');
  const [group, setGroup] = useKept<SurveyGroupId>('survey', 'projects-residents');
  const [open, setOpen] = useKept<string | null>('survey row', null);
  const rows = rowsOf(about.survey, group);
  return (
    <>
      <p className="about-note">{t('survey-note')}</p>
      <Chips label={t('survey-groups')}>
        {SURVEY_GROUPS.map(({ id }) => (
          <ChoiceChip key={id} chosen={id === group} onPress={() => setGroup(id)}>
            {t(`survey.${id}`)}
          </ChoiceChip>
        ))}
      </Chips>
      <ol className="bars">
        {rows.map((row) => (
          <Bar
            key={row.id}
            row={row}
            share={shareOf(row, rows)}
            open={row.id === open}
            onPress={() => setOpen(row.id === open ? null : row.id)}
          />
        ))}
      </ol>
    </>
  );
}

type BarProps = {
  readonly row: SurveyRow;
  readonly share: number;
  readonly open: boolean;
  readonly onPress: () => void;
};

function Bar({ row, share, open, onPress }: BarProps) {
  const t = useWords('about');
  return (
    <li className="bar">
      <button type="button" className="row-button bar-button" aria-expanded={open} onClick={onPress}>
        <span className="bar-title">
          <Ruby>{row.title}</Ruby>
        </span>
        {row.answers !== null && (
          <span className="bar-value">
            {/* The length is data; it reaches the page through the style object, not as markup. */}
            <span className="bar-line">
              <span className="bar-fill" style={{ inlineSize: `${share * 100}%` }} />
            </span>
            <span className="bar-count">{t('answers', { count: row.answers })}</span>
          </span>
        )}
        <Icon of={open ? CaretUpIcon : CaretDownIcon} weight="bold" size={1} />
      </button>
      {open && (
        <ul className="bar-points">
          {row.points.map((point) => (
            <li key={point}>
              <Ruby>{point}</Ruby>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
