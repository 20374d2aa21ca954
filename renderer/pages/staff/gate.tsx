/**
 * Where the PIN is entered, on keys of our own. The digits are never shown, only how many there are. Nobody
 * touches it for ten seconds, and it is gone.
 */
import { ArrowLeftIcon } from '@phosphor-icons/react/dist/csr/ArrowLeft';
import { BackspaceIcon } from '@phosphor-icons/react/dist/csr/Backspace';
import { LockKeyIcon } from '@phosphor-icons/react/dist/csr/LockKey';
import { useEffect, useRef, useState } from 'react';
import type { StaffGate } from '../../../main/ipc/contract.ts';
import { door } from '../../door.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { leaveStaffSide } from '../../staff.ts';
import { useWords } from '../../words/index.ts';
import { minutesOf } from './figures.ts';

const LONGEST = 8;
const SHORTEST = 6;
const AWAY_MS = 10_000;
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

export function Gate({ onOpen }: { readonly onOpen: () => void }) {
  const t = useWords('staff');
  const [gate, setGate] = useState<StaffGate | null>(null);
  const [pin, setPin] = useState('');
  const waitMs = useWait(gate, () => void look());
  const canType = gate?.state === 'closed' && waitMs === 0;
  useAway(gate?.state === 'closed' && waitMs === 0 ? pin : null);

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
  const type = (digit: string) => canType && setPin((now) => (now + digit).slice(0, LONGEST));

  useKeys((key) => {
    if (/^[0-9]$/.test(key)) type(key);
    else if (key === 'Backspace') setPin((now) => now.slice(0, -1));
  });
  // Once; later looks come from the wait.
  const first = useRef(look);
  useEffect(() => void first.current(), []);
  return (
    <div className="gate">
      <h1 className="gate-title">
        <Icon of={LockKeyIcon} />
        {t('title')}
      </h1>
      <p className="gate-say" role="status">
        <Say gate={gate} waitMs={waitMs} />
      </p>
      {(canType || gate?.state === 'busy') && (
        <>
          <p className="gate-dots" role="img" aria-label={t('pin.count', { count: pin.length })}>
            {Array.from({ length: LONGEST }, (_none, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: eight places that never move
              <span key={at} className="gate-dot" data-filled={at < pin.length} />
            ))}
          </p>
          <div className="gate-keys">
            {DIGITS.map((digit) => (
              <Button key={digit} className="gate-key" onPress={() => type(digit)}>
                {digit}
              </Button>
            ))}
            <Button
              className="gate-key"
              icon={BackspaceIcon}
              label={t('pin.erase')}
              onPress={() => setPin((now) => now.slice(0, -1))}
            />
            <Button className="gate-key" onPress={() => type('0')}>
              0
            </Button>
            <Button
              kind="main"
              className="gate-key"
              disabled={!canType || pin.length < SHORTEST}
              onPress={() => void unlock()}
            >
              {t('pin.open')}
            </Button>
          </div>
        </>
      )}
      <Button icon={ArrowLeftIcon} onPress={leaveStaffSide}>
        {t('close')}
      </Button>
    </div>
  );
}

/** A keyboard of the house may be typed on at once. */
function useKeys(onKey: (key: string) => void) {
  const hear = useRef(onKey);
  hear.current = onKey;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => hear.current(event.key);
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
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

/** Closes when nothing was typed for a while; null: it stays, there is something to read. */
function useAway(typed: string | null) {
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(leaveStaffSide, AWAY_MS);
    return () => clearTimeout(timer);
  }, [typed]);
}
