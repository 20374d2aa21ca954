/**
 * A calm page where there is nothing to show: the thing is gone, or something of ours failed. Always
 * with a way on. `no-library` has a screen of its own (`pages/fault`), shown by the app instead.
 */
import { MagnifyingGlassIcon } from '@phosphor-icons/react/dist/csr/MagnifyingGlass';
import { MapTrifoldIcon } from '@phosphor-icons/react/dist/csr/MapTrifold';
import type { Refusal } from '../../main/ipc/contract.ts';
import { useWords } from '../words/index.ts';
import { Button } from './button.tsx';
import { Landscape } from './landscape.tsx';
import './refusal.css';

const REST = { seed: 'refusal', theme: 'snow', region: 'kanto' } as const;

export function RefusalNote({ refusal }: { readonly refusal: Refusal }) {
  const t = useWords();
  const gone = refusal.code === 'not-found' || refusal.code === 'bad-request';
  return (
    <div className="refusal" role="status">
      <div className="refusal-cover">
        <Landscape of={REST} />
      </div>
      <div className="refusal-words">
        <p className="refusal-title">{t(gone ? 'refusal.gone' : 'refusal.failed')}</p>
        <p>{t(gone ? 'refusal.gone-why' : 'refusal.failed-why')}</p>
        {refusal.code === 'internal' && (
          <p className="refusal-code">{t('refusal.code', { code: refusal.logId })}</p>
        )}
        <div className="refusal-ways">
          <Button kind="main" icon={MapTrifoldIcon} to={{ page: 'map' }}>
            {t('map')}
          </Button>
          <Button icon={MagnifyingGlassIcon} to={{ page: 'search' }}>
            {t('search')}
          </Button>
        </div>
      </div>
    </div>
  );
}
