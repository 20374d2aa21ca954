/** Those who take part in something, as buttons to their pages. */
import type { PartnerRef } from '../../content/pack/views.ts';
import { useWords } from '../words/index.ts';
import { Chip, PartnerChip } from './chip.tsx';

/** Most shown as buttons on a card; the rest are counted. */
const MOST = 6;

export type PartnersProps = {
  readonly of: {
    readonly allWards: boolean;
    readonly wards: readonly PartnerRef[];
    readonly partners: readonly PartnerRef[];
  };
  /** Id of the one whose page this is. */
  readonly without?: string | undefined;
};

export function Partners({ of, without }: PartnersProps) {
  const t = useWords();
  const others = [...of.wards, ...of.partners].filter(({ id }) => id !== without);
  if (others.length === 0 && !of.allWards) return null;
  return (
    <div className="fact-card-foot">
      {of.allWards && <Chip kind="quiet">{t('all-wards')}</Chip>}
      {others.slice(0, MOST).map((partner) => (
        <PartnerChip key={`${partner.kind} ${partner.id}`} partner={partner} />
      ))}
      {others.length > MOST && (
        <span className="fact-card-more">{t('and-more', { count: others.length - MOST })}</span>
      )}
    </div>
  );
}
