/**
 * No library: nothing can be shown. The visitor sees a calm picture and whom to ask; the staff read in
 * Japanese what is wrong, with which pack, what to do, and the code for the telephone. In a disaster the staff's notice
 * stands here as well: it needs no library.
 */
import { ArrowClockwiseIcon } from '@phosphor-icons/react/dist/csr/ArrowClockwise';
import { useEffect } from 'react';
import type { Fault } from '../../../content/pack/refusal.ts';
import { answers, askAhead } from '../../asked.ts';
import { go } from '../../navigation.ts';
import { Button } from '../../parts/button.tsx';
import { Landscape } from '../../parts/landscape.tsx';
import { NoticeBand } from '../../parts/notice-band.tsx';
import { ScrollArea } from '../../parts/scroll-area.tsx';
import { follow } from '../../usable.ts';
import { useWords } from '../../words/index.ts';
import './fault-page.css';
import { FaultList } from './fault-list.tsx';

const WAITING = { seed: 'please-wait', theme: 'mountain', region: 'kanto' } as const;

export function FaultPage({ faults }: { readonly faults: readonly Fault[] }) {
  const t = useWords('fault');
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  useEffect(follow, []);
  const again = () => {
    answers.clear();
    askAhead('kiosk:read', {});
  };
  return (
    <main className="fault">
      <div className="fault-notices">
        <NoticeBand open={go} />
      </div>
      <div className="fault-visitor">
        <Landscape of={WAITING} titled />
        <div className="fault-visitor-words">
          <h1>{t('visitor')}</h1>
          <p>{t('visitor-ask')}</p>
          <p lang="en">{t('visitor-en')}</p>
        </div>
      </div>
      <section className="fault-staff" aria-labelledby="fault-staff">
        <h2 id="fault-staff">{t('staff')}</h2>
        <ScrollArea label={t('list')} name="faults">
          <FaultList faults={faults} />
        </ScrollArea>
        <Button kind="main" icon={ArrowClockwiseIcon} onPress={again}>
          {t('again')}
        </Button>
      </section>
    </main>
  );
}
