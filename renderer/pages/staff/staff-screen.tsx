/** The staff's side of the screen: the PIN first, then the panel. Visitors' screens come back by themselves. */
import { useEffect } from 'react';
import { enterPanel, leaveStaffSide, staffSide } from '../../staff.ts';
import { useWatched } from '../../value.ts';
import { useWords } from '../../words/index.ts';
import { Gate } from './gate.tsx';
import { Panel } from './panel.tsx';
import './staff.css';

export function StaffScreen() {
  const t = useWords('staff');
  const side = useWatched(staffSide);
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  useEffect(() => {
    // The keypad's ways back lead out of here, not through the visitors' pages underneath.
    const back = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' && event.key !== 'Home') return;
      event.preventDefault();
      leaveStaffSide();
    };
    document.addEventListener('keydown', back, { capture: true });
    return () => document.removeEventListener('keydown', back, { capture: true });
  }, []);
  return <main className="staff">{side === 'panel' ? <Panel /> : <Gate onOpen={enterPanel} />}</main>;
}
