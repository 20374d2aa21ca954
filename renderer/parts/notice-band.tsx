/**
 * The band of the notices that stand: in a disaster whom to follow, and the first notice of a pack, which a touch
 * opens whole. One band however many there are; it takes room from the page, never from the ways back.
 */
import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight';
import { MegaphoneIcon } from '@phosphor-icons/react/dist/csr/Megaphone';
import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning';
import type { ReactNode } from 'react';
import type { Route } from '../../main/ipc/contract.ts';
import { notices } from '../notices.ts';
import { useWatched } from '../value.ts';
import { useWords } from '../words/index.ts';
import { Icon } from './icon.tsx';
import './notice-band.css';
import { Ruby } from './ruby.tsx';

export type NoticeBandProps = {
  readonly open: (route: Route) => void;
  /** Id of the notice that is read already. */
  readonly besides?: string | null;
};

export function NoticeBand({ open, besides = null }: NoticeBandProps) {
  const t = useWords();
  const standing = useWatched(notices).filter(({ id }) => id !== besides);
  const staff = standing.some(({ by }) => by === 'staff');
  const [first, ...others] = standing.filter((one) => one.by === 'pack');
  if (!staff && first === undefined) return null;
  const level = standing.some((one) => one.level === 'disaster') ? 'disaster' : 'info';
  return (
    <div className="notice-band" data-level={level} data-lines={staff && first ? 2 : 1} role="alert">
      <Icon of={level === 'disaster' ? WarningIcon : MegaphoneIcon} weight="fill" />
      <div className="notice-band-lines">
        {staff && <Line title={t('disaster.title')}>{t('disaster.follow')}</Line>}
        {first && (
          <Line title={t(`notice.${first.level}`)} lang={first.lang}>
            {first.headline}
          </Line>
        )}
      </div>
      {first && (
        <button
          type="button"
          className="notice-band-open"
          aria-label={`${t('notice.more')}: ${first.headline}`}
          onClick={() => open({ page: 'notice', id: first.id })}
        >
          <span>
            {t('notice.more')}
            {others.length > 0 && (
              <span className="notice-band-others">{t('notice.others', { count: others.length })}</span>
            )}
          </span>
          <Icon of={CaretRightIcon} weight="bold" size={1} />
        </button>
      )}
    </div>
  );
}

type LineProps = { readonly title: string; readonly lang?: string; readonly children: ReactNode };

function Line({ title, lang, children }: LineProps) {
  return (
    <p>
      <strong>
        <Ruby>{title}</Ruby>
      </strong>
      <span lang={lang}>
        <Ruby>{children}</Ruby>
      </span>
    </p>
  );
}
