/** The agreement of the town's association with the 23 wards, and the areas it belongs to. */
import { HandshakeIcon } from '@phosphor-icons/react/dist/csr/Handshake';
import type { PartnerRef } from '../../../content/pack/views.ts';
import { useAnswer } from '../../answer.ts';
import { dateWithEra } from '../../era.ts';
import { Chips, PartnerChip } from '../../parts/chip.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Section } from '../../parts/section.tsx';
import { useSettings } from '../../settings.ts';
import { useWords } from '../../words/index.ts';

export function Agreements({ groups }: { readonly groups: readonly PartnerRef[] }) {
  const t = useWords('town');
  // The prefecture stands beside the map already.
  const others = groups.filter((group) => group.kind !== 'prefecture');
  if (others.length === 0) return null;
  const associations = others.filter((group) => group.kind === 'association');
  return (
    <Section title={t('groups')}>
      {associations.map((association) => (
        <Agreement key={association.id} association={association} />
      ))}
      <Chips>
        {others.map((group) => (
          <PartnerChip key={`${group.kind} ${group.id}`} partner={group} />
        ))}
      </Chips>
    </Section>
  );
}

function Agreement({ association }: { readonly association: PartnerRef }) {
  const t = useWords('town');
  const { lang } = useSettings();
  const answer = useAnswer('group:read', { kind: 'association', id: association.id });
  // Only an ornament to the button below: no skeleton, no refusal.
  if (answer.state !== 'ready' || answer.value.agreement === null) return null;
  const { date, exact } = answer.value.agreement;
  return (
    <p className="town-agreement">
      <Icon of={HandshakeIcon} size={1.6} />
      <span>
        {t(exact ? 'agreement' : 'agreement-by', { name: association.name, date: dateWithEra(date, lang) })}
      </span>
    </p>
  );
}
