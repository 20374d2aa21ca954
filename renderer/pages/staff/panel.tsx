/** The panel: first whether this kiosk is all right, then what one can do about it. */
import { ArrowLeftIcon } from '@phosphor-icons/react/dist/csr/ArrowLeft';
import { CalendarDotsIcon } from '@phosphor-icons/react/dist/csr/CalendarDots';
import { ChartBarIcon } from '@phosphor-icons/react/dist/csr/ChartBar';
import { DownloadIcon } from '@phosphor-icons/react/dist/csr/Download';
import { GearIcon } from '@phosphor-icons/react/dist/csr/Gear';
import { HeartbeatIcon } from '@phosphor-icons/react/dist/csr/Heartbeat';
import { NotebookIcon } from '@phosphor-icons/react/dist/csr/Notebook';
import { type ComponentType, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import type { IconOf } from '../../parts/icon.tsx';
import { ScrollArea } from '../../parts/scroll-area.tsx';
import { leaveStaffSide } from '../../staff.ts';
import { useWords } from '../../words/index.ts';
import { AuditPart } from './audit.tsx';
import { ContentPart } from './content.tsx';
import { CountsPart } from './counts.tsx';
import { ProgramPart } from './program.tsx';
import { ReadinessPart } from './readiness.tsx';
import { SettingsPart } from './settings.tsx';

type Part = { readonly id: string; readonly icon: IconOf; readonly Draw: ComponentType };

const PARTS: readonly Part[] = [
  { id: 'readiness', icon: HeartbeatIcon, Draw: ReadinessPart },
  { id: 'content', icon: DownloadIcon, Draw: ContentPart },
  { id: 'program', icon: CalendarDotsIcon, Draw: ProgramPart },
  { id: 'counts', icon: ChartBarIcon, Draw: CountsPart },
  { id: 'settings', icon: GearIcon, Draw: SettingsPart },
  { id: 'audit', icon: NotebookIcon, Draw: AuditPart },
];

export function Panel() {
  const t = useWords('staff');
  const [chosen, setChosen] = useState('readiness');
  const { Draw } = PARTS.find(({ id }) => id === chosen) ?? { Draw: ReadinessPart };
  return (
    <div className="panel">
      <header className="panel-head">
        <h1>{t('title')}</h1>
        <p>{t('ends')}</p>
        <Button icon={ArrowLeftIcon} onPress={leaveStaffSide}>
          {t('close')}
        </Button>
      </header>
      <nav className="panel-parts" aria-label={t('parts')}>
        {PARTS.map(({ id, icon }) => (
          <Button key={id} icon={icon} pressed={id === chosen} onPress={() => setChosen(id)}>
            {t(`part.${id}`)}
          </Button>
        ))}
      </nav>
      <ScrollArea key={chosen} label={t(`part.${chosen}`)} name={`staff ${chosen}`} className="panel-room">
        <div className="panel-part">
          <Draw />
        </div>
      </ScrollArea>
    </div>
  );
}
