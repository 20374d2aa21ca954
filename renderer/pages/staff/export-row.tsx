/** Takes things along: a button for each of them and each stick that is plugged in, and what became of it. */
import { ExportIcon } from '@phosphor-icons/react/dist/csr/Export';
import { useState } from 'react';
import type { Exported, ExportKind } from '../../../main/ipc/contract.ts';
import { Button } from '../../parts/button.tsx';
import { useWords } from '../../words/index.ts';
import { ask, useStaff } from './ask.ts';

const NOTHING = {};
const EVERY_MS = 2_000;

export function ExportRow({ what }: { readonly what: readonly ExportKind[] }) {
  const t = useWords('staff');
  const [sticks] = useStaff('staff:sticks', NOTHING, EVERY_MS);
  const [done, setDone] = useState<Exported | 'failed' | null>(null);
  if (sticks.state !== 'ready') return null;
  const usable = sticks.value.filter(({ writable }) => writable);
  const write = async (kind: ExportKind, stick: string) =>
    setDone((await ask('staff:export', { what: kind, stick })) ?? 'failed');
  return (
    <div className="work">
      <div className="staff-row">
        {usable.flatMap(({ id, name }) =>
          what.map((kind) => (
            <Button key={`${id} ${kind}`} icon={ExportIcon} onPress={() => void write(kind, id)}>
              {t(`export.${kind}`, { name })}
            </Button>
          )),
        )}
      </div>
      {usable.length === 0 && <p className="staff-note">{t('export.no-stick')}</p>}
      {done !== null && (
        <p className="work-result" data-light={done === 'failed' ? 'look' : 'good'} role="status">
          {done === 'failed' ? t('export.failed') : t('export.done', done)}
        </p>
      )}
    </div>
  );
}
