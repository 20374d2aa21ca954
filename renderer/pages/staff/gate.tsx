/**
 * Where the PIN is entered, on keys of our own. Nobody touches it for ten seconds, and it is gone. With the
 * project's leave on a stick a new PIN is set here.
 */
import { ArrowLeftIcon } from '@phosphor-icons/react/dist/csr/ArrowLeft';
import { LockKeyIcon } from '@phosphor-icons/react/dist/csr/LockKey';
import { useEffect, useRef, useState } from 'react';
import type { StaffGate } from '../../../main/ipc/contract.ts';
import { door } from '../../door.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { leaveStaffSide } from '../../staff.ts';
import { useWords } from '../../words/index.ts';
import { minutesOf } from './figures.ts';
import { Keypad, useAway } from './keypad.tsx';
import { KeyOffer, NewPinPad, useUnlockKey } from './new-pin.tsx';

const AWAY_MS = 10_000;
/** Where there is something to read or a stick to be plugged in. */
const READ_MS = 60_000;

export function Gate({ onOpen }: { readonly onOpen: () => void }) {
  const t = useWords('staff');
  const [gate, setGate] = useState<StaffGate | null>(null);
  const [pin, setPin] = useState('');
  const waitMs = useWait(gate, () => void look());
  const canType = gate?.state === 'closed' && waitMs === 0;
  const unlockKey = useUnlockKey();
  const [renewing, setRenewing] = useState(false);
  /** A PIN was set just now: that its key is used up is no news. */
  const [fresh, setFresh] = useState(false);
  useAway(pin, canType && unlockKey.state === 'none' ? AWAY_MS : READ_MS);

  async function look() {
    const reply = await door.call('staff:look', {});
    take(reply.ok ? reply.value : { state: 'no-memory', detail: reply.refusal.code });
  }
  function take(next: StaffGate) {
    setPin('');
    setGate(next);
    if (next.state === 'open') onOpen();
  }
  async function unlock() {
    setGate({ state: 'busy' });
    const reply = await door.call('staff:unlock', { pin });
    take(reply.ok ? reply.value : { state: 'no-memory', detail: reply.refusal.code });
  }
  // Once; later looks come from the wait.
  const first = useRef(look);
  useEffect(() => void first.current(), []);
  const renewed = (set: boolean) => {
    setRenewing(false);
    setFresh(set);
    void look();
  };
  if (renewing) return <Renewing onEnd={renewed} />;
  return (
    <div className="gate">
      <h1 className="gate-title">
        <Icon of={LockKeyIcon} />
        {t('title')}
      </h1>
      <p className="gate-say" role="status">
        {fresh && t('key.done')}
        <Say gate={gate} waitMs={waitMs} />
      </p>
      {(canType || gate?.state === 'busy') && (
        <Keypad pin={pin} onPin={setPin} done={t('pin.open')} onDone={() => void unlock()} ready={canType} />
      )}
      {gate !== null && !fresh && <KeyOffer unlockKey={unlockKey} onUse={() => setRenewing(true)} />}
      <Button icon={ArrowLeftIcon} onPress={leaveStaffSide}>
        {t('close')}
      </Button>
    </div>
  );
}

/** Back at its end: the new PIN is entered like any other. */
function Renewing({ onEnd }: { readonly onEnd: (set: boolean) => void }) {
  const t = useWords('staff');
  return (
    <div className="gate">
      <h1 className="gate-title">
        <Icon of={LockKeyIcon} />
        {t('key.title')}
      </h1>
      <NewPinPad onSet={() => onEnd(true)} />
      <Button icon={ArrowLeftIcon} onPress={() => onEnd(false)}>
        {t('no')}
      </Button>
    </div>
  );
}

function Say({ gate, waitMs }: { readonly gate: StaffGate | null; readonly waitMs: number }) {
  const t = useWords('staff');
  if (gate === null || gate.state === 'open') return null;
  if (gate.state !== 'closed') return t(`gate.${gate.state}`);
  const { minutes, seconds } = minutesOf(waitMs);
  const wait = minutes > 0 ? t('gate.wait-minutes', { minutes, seconds }) : t('gate.wait', { seconds });
  if (waitMs > 0) return `${gate.lastWrong ? t('gate.wrong') : ''}${wait}`;
  return gate.lastWrong ? `${t('gate.wrong')}${t('gate.enter')}` : t('gate.enter');
}

/** What is left of the wait, counted down here; at its end the kiosk is asked again. */
function useWait(gate: StaffGate | null, onOver: () => void): number {
  const [leftMs, setLeftMs] = useState(0);
  const over = useRef(onOver);
  over.current = onOver;
  useEffect(() => {
    const waitMs = gate?.state === 'closed' ? gate.waitMs : 0;
    setLeftMs(waitMs);
    if (waitMs === 0) return undefined;
    const end = performance.now() + waitMs;
    const timer = setInterval(() => {
      const left = Math.max(0, end - performance.now());
      setLeftMs(left);
      if (left > 0) return;
      clearInterval(timer);
      over.current();
    }, 250);
    return () => clearInterval(timer);
  }, [gate]);
  return gate?.state === 'closed' && gate.waitMs > 0 ? Math.max(leftMs, 1) : 0;
}
