/** A stick holds the project's leave to set a new PIN: it is entered twice, then it is the PIN. */
import { KeyIcon } from '@phosphor-icons/react/dist/csr/Key';
import { useEffect, useState } from 'react';
import { unlockWords } from '../../../content/pack/unlock-note.ts';
import type { NewPin, UnlockKey } from '../../../main/ipc/contract.ts';
import { door } from '../../door.ts';
import { Button } from '../../parts/button.tsx';
import { useWords } from '../../words/index.ts';
import { Keypad, useAway } from './keypad.tsx';

const LOOK_EVERY_MS = 2_000;
const AWAY_MS = 60_000;

/** What sticks hold, asked again and again while this is on the screen. */
export function useUnlockKey(): UnlockKey {
  const [key, setKey] = useState<UnlockKey>({ state: 'none' });
  useEffect(() => {
    const look = () =>
      void door.call('staff:key', {}).then((reply) => setKey(reply.ok ? reply.value : { state: 'none' }));
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return key;
}

/** Under the PIN: that there is such a stick, or what is wrong with it. */
export function KeyOffer({
  unlockKey,
  onUse,
}: {
  readonly unlockKey: UnlockKey;
  readonly onUse: () => void;
}) {
  const t = useWords('staff');
  switch (unlockKey.state) {
    case 'none':
      return null;
    case 'refused':
      return <p className="gate-key-says">{unlockWords(unlockKey.code)}</p>;
    case 'ready':
      return (
        <Button kind="main" icon={KeyIcon} onPress={onUse}>
          {t('key.use', { name: unlockKey.stick })}
        </Button>
      );
  }
}

type Told = NewPin | { readonly state: 'differs' } | { readonly state: 'failed' } | null;

export function NewPinPad({ onSet }: { readonly onSet: () => void }) {
  const t = useWords('staff');
  const [pin, setPin] = useState('');
  const [first, setFirst] = useState<string | null>(null);
  const [told, setTold] = useState<Told>(null);
  const [busy, setBusy] = useState(false);

  useAway(pin, AWAY_MS);
  function again(why: Told) {
    setTold(why);
    setFirst(null);
    setPin('');
  }
  async function take() {
    if (first === null) {
      setFirst(pin);
      setPin('');
      return setTold(null);
    }
    if (first !== pin) return again({ state: 'differs' });
    setBusy(true);
    const reply = await door.call('staff:new-pin', { pin });
    setBusy(false);
    if (reply.ok && reply.value.state === 'set') return onSet();
    return again(reply.ok ? reply.value : { state: 'failed' });
  }
  return (
    <>
      <p className="gate-say" role="status">
        {told !== null && (
          <strong>{told.state === 'refused' ? unlockWords(told.code) : t(`key.${told.state}`)}</strong>
        )}
        {`${told === null ? '' : '\n'}${t(first === null ? 'key.enter' : 'key.repeat')}`}
      </p>
      <Keypad
        pin={pin}
        onPin={setPin}
        done={t(first === null ? 'key.next' : 'key.set')}
        onDone={() => void take()}
        ready={!busy}
      />
    </>
  );
}
