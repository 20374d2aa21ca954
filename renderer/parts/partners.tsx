/** Of what wards and towns do together: who takes part, and the covers. */
import type { GroupView, PartnerRef } from '../../content/pack/views.ts';
import { type CoverSubject, regionOfCode } from '../covers/index.ts';
import { useWords } from '../words/index.ts';
import { Chip, PartnerChip } from './chip.tsx';

/** Most shown as buttons on a card; the rest are counted. */
const MOST = 6;

/** Those named on a card that is a button itself. */
const MOST_NAMED = 4;

type Together = {
  readonly allWards: boolean;
  readonly wards: readonly PartnerRef[];
  readonly partners: readonly PartnerRef[];
};

export type PartnersProps = {
  readonly of: Together;
  /** Id of the one whose page this is; not named again. */
  readonly without?: string | undefined;
};

/** The cover has the hue of the first town. */
export function coverOfTogether(of: {
  readonly id: string;
  readonly partners: Together['partners'];
}): CoverSubject {
  const town = of.partners.find(({ kind }) => kind === 'municipality' || kind === 'prefecture');
  return { seed: of.id, region: town === undefined ? undefined : regionOfCode(town.id) };
}

export function coverOfGroup({ kind, id, region }: Pick<GroupView, 'kind' | 'id' | 'region'>): CoverSubject {
  return { seed: `${kind}-${id}`, region: region ?? undefined };
}

function othersIn({ wards, partners }: Together, without: string | undefined): readonly PartnerRef[] {
  return [...wards, ...partners].filter(({ id }) => id !== without);
}

/** Their names, for a card that leads elsewhere. */
export function PartnerNames({ of, without }: PartnersProps) {
  const t = useWords();
  const others = othersIn(of, without);
  const more = others.length - MOST_NAMED;
  return (
    <>
      {of.allWards && <Chip kind="quiet">{t('all-wards')}</Chip>}
      {others.slice(0, MOST_NAMED).map(({ kind, id, name }) => (
        <Chip key={`${kind} ${id}`} kind="quiet">
          {name}
        </Chip>
      ))}
      {more > 0 && <Chip kind="quiet">{t('and-more', { count: more })}</Chip>}
    </>
  );
}

/** As buttons to their pages. */
export function Partners({ of, without }: PartnersProps) {
  const t = useWords();
  const others = othersIn(of, without);
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
