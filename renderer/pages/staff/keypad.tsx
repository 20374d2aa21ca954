/** Our own keys for a PIN. The digits are never shown, only how many there are. */
import { BackspaceIcon } from '@phosphor-icons/react/dist/csr/Backspace';
import { useEffect, useRef } from 'react';
import { Button } from '../../parts/button.tsx';
import { leaveStaffSide } from '../../staff.ts';
import { useWords } from '../../words/index.ts';

const LONGEST = 8;
const SHORTEST = 6;
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

export type KeypadProps = {
  readonly pin: string;
  readonly onPin: (change: (now: string) => string) => void;
  /** Words of the key that ends the PIN. */
  readonly done: string;
  readonly onDone: () => void;
  /** False while something is being looked at. */
  readonly ready: boolean;
};

export function Keypad({ pin, onPin, done, onDone, ready }: KeypadProps) {
  const t = useWords('staff');
  const type = (digit: string) => ready && onPin((now) => (now + digit).slice(0, LONGEST));
  const erase = () => ready && onPin((now) => now.slice(0, -1));
  useKeys((key) => {
    if (/^[0-9]$/.test(key)) type(key);
    else if (key === 'Backspace') erase();
  });
  return (
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
        <Button className="gate-key" icon={BackspaceIcon} label={t('pin.erase')} onPress={erase} />
        <Button className="gate-key" onPress={() => type('0')}>
          0
        </Button>
        <Button kind="main" className="gate-key" disabled={!ready || pin.length < SHORTEST} onPress={onDone}>
          {done}
        </Button>
      </div>
    </>
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

/** The staff's side closes when nothing was typed for so long: visitors get their screen back. */
export function useAway(typed: string, afterMs: number) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each digit begins the time anew
  useEffect(() => {
    const timer = setTimeout(leaveStaffSide, afterMs);
    return () => clearTimeout(timer);
  }, [typed, afterMs]);
}
