/** The notice that staff put on every screen in a disaster. Whom to follow, no facts: those staff give. */
import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning';
import { device } from '../device.ts';
import { useWatched } from '../value.ts';
import { useWords } from '../words/index.ts';
import './disaster-notice.css';
import { Icon } from './icon.tsx';

export function DisasterNotice() {
  const t = useWords();
  const { notice } = useWatched(device);
  if (!notice) return null;
  return (
    <div className="disaster-notice" role="alert">
      <Icon of={WarningIcon} weight="fill" />
      <p>
        <strong>{t('disaster.title')}</strong>
        {t('disaster.follow')}
      </p>
    </div>
  );
}
