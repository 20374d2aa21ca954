/** Home only: a small line for staff when single packs cannot be shown or the date is wrong. The rest works; it says so. */
import { WarningCircleIcon } from '@phosphor-icons/react/dist/csr/WarningCircle';
import { useState } from 'react';
import type { Fault } from '../../../content/pack/refusal.ts';
import { useTrail } from '../../navigation.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useWords } from '../../words/index.ts';
import './fault-page.css';
import { FaultList } from './fault-list.tsx';

export function StaffNotice({ faults }: { readonly faults: readonly Fault[] }) {
  const t = useWords('fault');
  const [open, setOpen] = useState(false);
  const home = useTrail().length === 1;
  if (faults.length === 0 || !home) return null;
  const clock = faults.some(({ code }) => code === 'clock-not-believed');
  const packs = faults.filter(({ code }) => code !== 'clock-not-believed');
  const subjects = packs.map((fault) => fault.subject || fault.code).join('、');
  return (
    <aside className="notice" aria-label={t('staff')} lang="ja">
      <p className="notice-line">
        <Icon of={WarningCircleIcon} />
        <span>
          {clock && t('notice-clock')}
          {packs.length > 0 && t('notice', { count: packs.length, subjects })}
        </span>
      </p>
      <Button pressed={open} onPress={() => setOpen(!open)}>
        {t('more')}
      </Button>
      {open && <FaultList faults={faults} />}
    </aside>
  );
}
