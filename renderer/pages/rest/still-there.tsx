/**
 * 「つづけますか」: over the page of a visitor who gave no sign for a while. Any touch goes on; without one
 * the ring closes and everything is forgotten.
 */
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Ruby } from '../../parts/ruby.tsx';
import { giveFocusBack, session } from '../../session.ts';
import { useWords } from '../../words/index.ts';
import './still-there.css';

export function StillThere({ askMs }: { readonly askMs: number }) {
  const t = useWords('rest');
  const left = useSecondsLeft(askMs);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector('button')?.focus({ preventScroll: true });
    return giveFocusBack;
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button in it has the focus; a touch beside it means the same
    <div
      ref={box}
      className="still"
      role="alertdialog"
      aria-modal="true"
      aria-labelledby="still-title"
      aria-describedby="still-why"
      onClick={session.goOn}
    >
      <div className="still-card">
        <div className="still-ring" style={{ '--ask': `${askMs}ms` } as CSSProperties} aria-hidden="true">
          <svg viewBox="0 0 100 100" aria-hidden="true">
            <circle className="still-ring-all" cx="50" cy="50" r="44" />
            <circle className="still-ring-left" cx="50" cy="50" r="44" pathLength="1" />
          </svg>
          <span className="still-seconds">{left}</span>
        </div>
        <h2 id="still-title" className="still-title">
          <Ruby>{t('still')}</Ruby>
        </h2>
        <p id="still-why" className="still-why">
          <Ruby>{t('still-why')}</Ruby>
        </p>
        <div className="still-ways">
          <Button kind="main" className="still-go-on" onPress={session.goOn}>
            {t('go-on')}
          </Button>
          <Button onPress={session.leave}>{t('leave')}</Button>
        </div>
      </div>
    </div>
  );
}

/** Whole seconds still to come, from the first draw of this. */
function useSecondsLeft(askMs: number): number {
  const [left, setLeft] = useState(Math.ceil(askMs / 1000));
  useEffect(() => {
    const startMs = performance.now();
    const timer = setInterval(
      () => setLeft(Math.max(0, Math.ceil((askMs - (performance.now() - startMs)) / 1000))),
      250,
    );
    return () => clearInterval(timer);
  }, [askMs]);
  return left;
}
