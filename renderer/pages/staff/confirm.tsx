/** A button that asks once more before it does what visitors would notice. */
import { useEffect, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import type { IconOf } from '../../parts/icon.tsx';
import { useWords } from '../../words/index.ts';

export type ConfirmProps = {
  readonly icon?: IconOf | undefined;
  readonly words: string;
  /** What will happen, as a question. */
  readonly question: string;
  readonly disabled?: boolean | undefined;
  readonly pressed?: boolean | undefined;
  readonly onYes: () => void;
};

const FORGET_MS = 15_000;

export function Confirm({ icon, words, question, disabled, pressed, onYes }: ConfirmProps) {
  const t = useWords('staff');
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (!asking) return undefined;
    const timer = setTimeout(() => setAsking(false), FORGET_MS);
    return () => clearTimeout(timer);
  }, [asking]);
  if (!asking) {
    return (
      <Button icon={icon} disabled={disabled} pressed={pressed} onPress={() => setAsking(true)}>
        {words}
      </Button>
    );
  }
  const yes = () => {
    setAsking(false);
    onYes();
  };
  return (
    <div className="confirm" role="alertdialog" aria-label={question}>
      <p>{question}</p>
      <Button kind="main" onPress={yes}>
        {t('yes')}
      </Button>
      <Button onPress={() => setAsking(false)}>{t('no')}</Button>
    </div>
  );
}
