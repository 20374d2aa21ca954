/** Two cases of the same issue next to each other, row by row; a button takes the next other town. */
import { ArrowRightIcon } from '@phosphor-icons/react/dist/csr/ArrowRight';
import { BookOpenIcon } from '@phosphor-icons/react/dist/csr/BookOpen';
import type { ReactNode } from 'react';
import type { ExchangeCaseDetail, ExchangeCaseView } from '../../../content/pack/town-views.ts';
import { coversForList } from '../../covers/index.ts';
import { whenText } from '../../dates.ts';
import { go, replace } from '../../navigation.ts';
import { Button } from '../../parts/button.tsx';

import { Chip, Chips } from '../../parts/chip.tsx';
import { Cover } from '../../parts/cover.tsx';
import { LangNote } from '../../parts/lang-note.tsx';
import { coverOfTogether, Partners } from '../../parts/partners.tsx';
import { Ruby } from '../../parts/ruby.tsx';
import { ScrollArea } from '../../parts/scroll-area.tsx';
import { useSettings } from '../../settings.ts';
import { useWords } from '../../words/index.ts';

type Other = ExchangeCaseDetail['sameIssue'][number];

export type CasesBesideProps = { readonly told: ExchangeCaseDetail; readonly other: Other };

export function CasesBeside({ told, other }: CasesBesideProps) {
  const t = useWords('cases');
  const { lang } = useSettings();
  const { sameIssue, id } = told;
  const at = sameIssue.findIndex((each) => each.id === other.id);
  const next = sameIssue[(at + 1) % sameIssue.length];
  const [cover, otherCover] = coversForList([coverOfTogether(told), coverOfTogether(other)]);
  const pair = [
    { one: told, cover },
    { one: other, cover: otherCover },
  ] as const;
  /** A row of the comparison: its name for voices and narrow screens, then both sides. */
  const row = (name: string, draw: (one: ExchangeCaseView) => ReactNode) =>
    pair.map(({ one }) => {
      const drawn = draw(one);
      return (
        <div key={`${name} ${one.id}`} className="beside-cell">
          <p className="beside-name">
            <Ruby>{name}</Ruby>
          </p>
          {drawn ?? <p className="beside-nothing">{t('not-told')}</p>}
        </div>
      );
    });
  return (
    <div className="page-split beside">
      <div className="beside-shared">
        <p>
          <Ruby>{t('shared')}</Ruby>
        </p>
        <Chips>
          {other.shared.map((tag) => (
            <Chip key={tag}>{t(`tag.${tag}`)}</Chip>
          ))}
        </Chips>
        {next !== undefined && next.id !== other.id && (
          <Button after={ArrowRightIcon} onPress={() => replace({ page: 'case', id, beside: next.id })}>
            {t('next-town')}
          </Button>
        )}
      </div>
      <ScrollArea key={other.id} label={t('beside')} name={`beside ${other.id}`}>
        <div className="beside-grid">
          {pair.map(({ one, cover: plan }) => (
            <div key={`head ${one.id}`} className="beside-head">
              <span className="beside-cover">
                <Cover of={plan ?? coverOfTogether(one)} photo={one.cover} />
              </span>
              <LangNote lang={one.lang} />
              <h2 lang={one.lang}>
                <Ruby>{one.title}</Ruby>
              </h2>
            </div>
          ))}
          {row(t('whom'), (one) => (
            <Partners of={one} />
          ))}
          {row(t('when'), (one) => (
            <p>{whenText(one.when, lang)}</p>
          ))}
          {row(t('what'), (one) => (
            <p lang={one.lang}>
              <Ruby>{one.summary}</Ruby>
            </p>
          ))}
          {row(t('went-well'), (one) =>
            one.worked === null ? null : (
              <p lang={one.lang}>
                <Ruby>{one.worked}</Ruby>
              </p>
            ),
          )}
          {pair.map(({ one }) => (
            <div key={`open ${one.id}`}>
              <Button icon={BookOpenIcon} onPress={() => go({ page: 'case', id: one.id })}>
                {t('open')}
              </Button>
            </div>
          ))}
        </div>
      </ScrollArea>
    </div>
  );
}
