/** Is this kiosk all right? One answer first, then a line for each thing with what to do about it. */
import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle';
import { EyeIcon } from '@phosphor-icons/react/dist/csr/Eye';
import { HandTapIcon } from '@phosphor-icons/react/dist/csr/HandTap';
import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import type { SyncRefusalCode } from '../../../content/pack/sync-refusal.ts';
import { refusalWords } from '../../../content/pack/sync-words.ts';
import type { Light, Readiness, ReadinessLine } from '../../../main/ipc/contract.ts';
import { assertNever } from '../../door.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { RefusalNote } from '../../parts/refusal.tsx';
import { useWords } from '../../words/index.ts';
import { FaultList } from '../fault/fault-list.tsx';
import { ask, useStaff } from './ask.ts';
import { bytesText, dayText, momentText } from './figures.ts';
import { Spark } from './spark.tsx';
import { TouchTest } from './touch-test.tsx';

const ICONS = { good: CheckCircleIcon, look: EyeIcon, act: WarningIcon } as const;
const NOTHING = {};
const EVERY_MS = 15_000;

export function ReadinessPart() {
  const t = useWords('staff');
  const [answer, again] = useStaff('staff:readiness', NOTHING, EVERY_MS);
  const [testing, setTesting] = useState(false);
  if (answer.state === 'waiting') return <p>{t('wait')}</p>;
  if (answer.state === 'refused') return <RefusalNote refusal={answer.refusal} />;
  const tested = async (missed: number) => {
    await ask('staff:tested', { missed });
    setTesting(false);
    again();
  };
  return (
    <>
      <Overall light={answer.value.overall} />
      <Lines readiness={answer.value} />
      <Button icon={HandTapIcon} onPress={() => setTesting(true)}>
        {t('touch.begin')}
      </Button>
      {testing && <TouchTest onEnd={(missed) => void tested(missed)} />}
    </>
  );
}

function Overall({ light }: { readonly light: Light }) {
  const t = useWords('staff');
  return (
    <h2 className="ready-overall" data-light={light}>
      <Icon of={ICONS[light]} weight="fill" size={1.6} />
      {t(`overall.${light}`)}
    </h2>
  );
}

function Lines({ readiness }: { readonly readiness: Readiness }) {
  const t = useWords('staff');
  return (
    <ul className="ready-lines">
      {readiness.lines.map((line) => (
        <li key={line.about} className="ready-line" data-light={line.light}>
          <Icon of={ICONS[line.light]} weight="fill" />
          <div>
            <h3>{t(`line.${line.about}`)}</h3>
            <p>
              <span className="only-for-voice">{t(`light.${line.light}`)}</span>
              {sayOf(line, t)}
            </p>
            {line.about === 'memory' && <Spark values={readiness.memory} label={t('say.memory-chart')} />}
            {line.about === 'packs' && line.faults.length > 0 && <FaultList faults={line.faults} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The sentence of a line: what is, and where needed what to do. */
function sayOf(line: ReadinessLine, t: TFunction): string {
  switch (line.about) {
    case 'packs':
      return t(line.shown === 0 ? 'say.packs-none' : 'say.packs', { count: line.shown });
    case 'signature': {
      const set = line.setId ?? '–';
      return line.signedDay === null
        ? t('say.unsigned', { set })
        : t('say.signed', { set, day: dayText(line.signedDay) });
    }
    case 'days-left':
      if (line.days === null) return t('say.days-none');
      return line.days < 0
        ? t('say.days-over', { until: dayText(line.until) })
        : t('say.days', { count: line.days, until: dayText(line.until) });
    case 'disk': {
      const floor = bytesText(line.floorBytes);
      if (line.freeBytes === null) return t('say.disk-unknown');
      return t(line.light === 'good' ? 'say.disk' : 'say.disk-low', {
        free: bytesText(line.freeBytes),
        floor,
      });
    }
    case 'memory':
      return t(`say.memory-${line.trend}`, { now: bytesText(line.nowBytes) });
    case 'clock':
      return t(line.believed ? 'say.clock' : 'say.clock-wrong', { now: momentText(line.nowMs) });
    case 'update':
      return updateText(line.atMs, line.code, t);
    case 'touch':
      if (line.day === null) return t('say.touch-never');
      return line.missed === 0
        ? t('say.touch', { day: dayText(line.day) })
        : t('say.touch-missed', { day: dayText(line.day), count: line.missed ?? 0 });
    case 'memory-file':
      return line.file === null ? t('say.file') : t('say.file-aside', { file: line.file });
    default:
      return assertNever(line);
  }
}

function updateText(atMs: number | null, code: string | null, t: TFunction): string {
  if (atMs === null || code === null) return t('say.update-never');
  const at = momentText(atMs);
  if (code === 'done' || code === 'unchanged') return t(`say.update-${code}`, { at });
  const why = refusalWords({ code: code as SyncRefusalCode, subject: '', detail: '' });
  return `${t('say.update-refused', { at })}${why}`;
}
