/** Faults as staff read them: what is wrong, where, what to do, code and detail. */
import type { Fault } from '../../../content/pack/refusal.ts';
import { useWords } from '../../words/index.ts';

export function FaultList({ faults }: { readonly faults: readonly Fault[] }) {
  const t = useWords('fault');
  return (
    <ul className="fault-list">
      {faults.map((fault) => (
        <li key={`${fault.code} ${fault.subject}`} className="fault-item">
          <p className="fault-what">
            {fault.subject !== '' && <strong>{t('pack', { subject: fault.subject })}</strong>}
            {t(`what.${fault.code}`)}
          </p>
          <p>{t(`do.${fault.code}`)}</p>
          <p className="fault-code">
            {t('code', { code: fault.code })}
            {fault.detail !== '' && <span className="fault-detail">{fault.detail}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
