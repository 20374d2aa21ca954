/**
 * Marks every screen of a preview: unsigned, for which hall and day, and how the source is doing. It lies
 * above everything else and takes every touch, so nothing can cover it and nothing below it be pressed.
 * A kiosk draws nothing.
 */
import { useEffect, useState } from 'react';
import type { PreviewState } from '../../content/pack/preview.ts';
import { useAnswer } from '../answer.ts';
import { todayText } from '../dates.ts';
import { door } from '../door.ts';
import { useKiosk } from '../kiosk.ts';
import { useSettings } from '../settings.ts';
import { useWords } from '../words/index.ts';
import './preview-band.css';

const NOTHING = {};

export function PreviewBand() {
  const answer = useAnswer('preview:read', NOTHING);
  const [told, setTold] = useState<PreviewState | null>(null);
  useEffect(() => door.on('preview:changed', setTold), []);
  const state = told ?? (answer.state === 'ready' ? answer.value : null);
  useEffect(() => {
    document.documentElement.dataset['preview'] = String(state !== null);
  }, [state]);
  return state === null ? null : <Band state={state} />;
}

function Band({ state }: { readonly state: PreviewState }) {
  const t = useWords('preview');
  const { lang } = useSettings();
  const kiosk = useKiosk();
  return (
    <aside className="preview-band" data-state={state.state} aria-label={t('mark')}>
      <strong>{t('mark')}</strong>
      {kiosk.state === 'ready' && (
        <span>
          {kiosk.value.venue.name} {todayText(kiosk.value.today, lang)}
        </span>
      )}
      <span className="preview-band-source" role="status">
        {state.state === 'building' && t('building')}
        {state.state === 'broken' && t('broken', { count: state.errors, problem: state.problem })}
      </span>
    </aside>
  );
}
