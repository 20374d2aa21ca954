/** Content: bring it in from the line or a stick, see how it goes, go back one. Visitors' screens go on. */
import { ArrowClockwiseIcon } from '@phosphor-icons/react/dist/csr/ArrowClockwise';
import { ArrowCounterClockwiseIcon } from '@phosphor-icons/react/dist/csr/ArrowCounterClockwise';
import { CloudArrowDownIcon } from '@phosphor-icons/react/dist/csr/CloudArrowDown';
import { StopIcon } from '@phosphor-icons/react/dist/csr/Stop';
import { UsbIcon } from '@phosphor-icons/react/dist/csr/Usb';
import { useEffect, useState } from 'react';
import type { SyncRefusal } from '../../../content/pack/sync-refusal.ts';
import { refusalWords } from '../../../content/pack/sync-words.ts';
import type {
  ContentView,
  PackLine,
  Stick,
  WorkProgress,
  WorkResult,
  WorkView,
} from '../../../main/ipc/contract.ts';
import { door } from '../../door.ts';
import { Button } from '../../parts/button.tsx';
import { RefusalNote } from '../../parts/refusal.tsx';
import { SectionTitle } from '../../parts/section.tsx';
import { useWords } from '../../words/index.ts';
import { ask, useStaff } from './ask.ts';
import { Confirm } from './confirm.tsx';
import { bytesText, dayText, minutesOf, momentText } from './figures.ts';

const NOTHING = {};
const STICKS_EVERY_MS = 2_000;

export function ContentPart() {
  const t = useWords('staff');
  const [answer, again] = useStaff('staff:content', NOTHING);
  const work = useWork(again);
  if (answer.state === 'waiting') return <p>{t('wait')}</p>;
  if (answer.state === 'refused') return <RefusalNote refusal={answer.refusal} />;
  const shown = work ?? answer.value.work;
  const other = answer.value.previousIsNewer ? 'forth' : 'back';
  return (
    <>
      <SectionTitle>{t('content.bring')}</SectionTitle>
      {shown.phase === 'working' ? <Working work={shown} /> : <Idle view={answer.value} work={shown} />}
      <SectionTitle>{t('content.packs')}</SectionTitle>
      <Confirm
        icon={answer.value.previousIsNewer ? ArrowClockwiseIcon : ArrowCounterClockwiseIcon}
        words={t(`content.${other}`)}
        question={t(`content.${other}-ask`)}
        disabled={answer.value.previous === null || shown.phase === 'working'}
        onYes={() => void ask('staff:back', {})}
      />
      <div className="packs">
        <PackList title={t('content.current')} packs={answer.value.current} />
        <PackList
          title={t(answer.value.previousIsNewer ? 'content.next' : 'content.previous')}
          packs={answer.value.previous}
        />
      </div>
    </>
  );
}

/** How it goes, as it is told; when something has ended the lists are asked for anew. */
function useWork(onEnd: () => void): WorkView | null {
  const [work, setWork] = useState<WorkView | null>(null);
  useEffect(
    () =>
      door.on('staff:work', (now) => {
        setWork(now);
        if (now.phase === 'idle') onEnd();
      }),
    [onEnd],
  );
  return work;
}

function Working({ work }: { readonly work: WorkView }) {
  const t = useWords('staff');
  const stage: WorkProgress['stage'] = work.progress?.stage ?? 'checking';
  return (
    <div className="work" role="status">
      <p className="work-stage">{work.stopping ? t('work.stopping') : t(`work.${stage}`)}</p>
      {work.progress && <Progress progress={work.progress} />}
      <p>{t('work.visitors')}</p>
      <Button icon={StopIcon} disabled={work.stopping} onPress={() => void ask('staff:stop', {})}>
        {t('work.stop')}
      </Button>
    </div>
  );
}

function Progress({ progress }: { readonly progress: WorkProgress }) {
  const t = useWords('staff');
  const { filesDone, filesTotal, bytesDone, bytesTotal, bytesPerSecond, secondsLeft } = progress;
  return (
    <>
      <progress
        className="work-bar"
        max={Math.max(1, bytesTotal)}
        value={bytesDone}
        aria-label={t('work.bar')}
      />
      <ul className="work-figures">
        <li>{t('work.files', { done: filesDone, total: filesTotal })}</li>
        <li>{t('work.bytes', { done: bytesText(bytesDone), total: bytesText(bytesTotal) })}</li>
        <li>{t('work.speed', { speed: bytesText(bytesPerSecond) })}</li>
        {secondsLeft !== null && <li>{t('work.left', minutesOf(secondsLeft * 1000))}</li>}
      </ul>
    </>
  );
}

function Idle({ view, work }: { readonly view: ContentView; readonly work: WorkView }) {
  const t = useWords('staff');
  const [sticks] = useStaff('staff:sticks', NOTHING, STICKS_EVERY_MS);
  return (
    <div className="work">
      {work.result && <Result result={work.result} />}
      <div className="staff-row">
        <Button
          icon={CloudArrowDownIcon}
          disabled={view.source === null}
          onPress={() => void ask('staff:sync', { stick: null })}
        >
          {t('content.line')}
        </Button>
        {sticks.state === 'ready' &&
          withContent(sticks.value).map(({ id, name }) => (
            <Button key={id} icon={UsbIcon} onPress={() => void ask('staff:sync', { stick: id })}>
              {t('content.stick', { name })}
            </Button>
          ))}
      </div>
      <p className="staff-note">
        {view.source === null ? t('content.no-line') : t('content.source', { source: view.source })}
      </p>
      {sticks.state === 'ready' && withContent(sticks.value).length === 0 && (
        <p className="staff-note">{t('content.no-stick')}</p>
      )}
    </div>
  );
}

function withContent(sticks: readonly Stick[]): readonly Stick[] {
  return sticks.filter(({ content }) => content);
}

function Result({ result }: { readonly result: WorkResult }) {
  const t = useWords('staff');
  const { stick, atMs } = result;
  const refusal = result.code === 'refused' ? result.refusal : null;
  // A stick that was pulled out needs no leave to be.
  const pulled = refusal?.code === 'source-vanished';
  return (
    <div className="work-result" data-light={refusal === null ? 'good' : 'look'} role="status">
      <p>
        <strong>
          {result.code === 'refused'
            ? refusalWords(withoutHash(result.refusal))
            : t(`result.${result.code}`, { count: result.changes })}
        </strong>
      </p>
      {stick?.receipt && <p>{t('result.receipt')}</p>}
      {stick && !pulled && <p>{t(stick.safeToRemove ? 'result.safe' : 'result.unsafe')}</p>}
      <p className="staff-note">
        {momentText(atMs)}
        {refusal && ` ${t('result.code', { code: `${refusal.code} ${refusal.subject}`.trim() })}`}
      </p>
    </div>
  );
}

/** A picture is named by its hash: nothing for a sentence, but whoever is asked on the phone may need it. */
function withoutHash(refusal: SyncRefusal): SyncRefusal {
  return /^[0-9a-f]{12,}$/.test(refusal.subject) ? { ...refusal, subject: '' } : refusal;
}

function PackList({ title, packs }: { readonly title: string; readonly packs: readonly PackLine[] | null }) {
  const t = useWords('staff');
  return (
    <section className="pack-list" aria-label={title}>
      <h3>{title}</h3>
      {packs === null ? (
        <p>{t('content.none')}</p>
      ) : (
        <ul>
          {packs.map(({ packId, version, title: name, date }) => (
            <li key={packId}>
              <strong>{name ?? packId}</strong>
              <span>{t('content.version', { version })}</span>
              <span>{date === null ? t('content.unsigned') : dayText(date)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
