/** What was done here, newest first, and whether the record is unbroken. No names: whoever had the PIN. */
import { RefusalNote } from '../../parts/refusal.tsx';
import { SectionTitle } from '../../parts/section.tsx';
import { useWords } from '../../words/index.ts';
import { useStaff } from './ask.ts';
import { deedText } from './deed.ts';
import { ExportRow } from './export-row.tsx';
import { momentText } from './figures.ts';

const NOTHING = {};
const TO_TAKE = ['audit', 'log'] as const;

export function AuditPart() {
  const t = useWords('staff');
  const [answer] = useStaff('staff:audit', NOTHING);
  if (answer.state === 'waiting') return <p>{t('wait')}</p>;
  if (answer.state === 'refused') return <RefusalNote refusal={answer.refusal} />;
  const { entries, proof } = answer.value;
  return (
    <>
      <SectionTitle note={t('audit.count', { count: proof.entries })}>{t('part.audit')}</SectionTitle>
      <p className="work-result" data-light={proof.sound ? 'good' : 'act'}>
        {proof.sound ? t('audit.sound') : t('audit.broken', { at: proof.brokenAt })}
      </p>
      <ExportRow what={TO_TAKE} />
      <ol className="audit-list" reversed start={entries[0]?.seq}>
        {entries.map((entry) => (
          <li key={entry.seq}>
            <time>
              {entry.believed ? momentText(entry.atMs) : t('audit.clock', { at: momentText(entry.atMs) })}
            </time>
            <strong>{t(`audit.${entry.action}`)}</strong>
            <span>{deedText(entry, t)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
