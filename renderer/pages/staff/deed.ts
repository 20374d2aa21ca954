/** What an entry of the record says, in words: the record itself keeps short codes. Pure but for the words. */
import type { TFunction } from 'i18next';
import type { AuditAction, AuditEntry, DeviceSettings } from '../../../main/ipc/contract.ts';
import staff from '../../words/ja/staff.json' with { type: 'json' };

const REFUSABLE: readonly AuditAction[] = ['sync', 'rollback', 'pin-set'];

/** A code without words of its own was a refusal: it is shown as it is, as whoever is asked will want it. */
export function deedText({ action, result, detail }: AuditEntry, t: TFunction): string {
  const of = `${action}-${result}`;
  const device = of === 'settings-device' ? deviceOf(detail) : null;
  if (device !== null) {
    const { volume, touchSound, brightness, hours, notice } = device;
    const open = hours === null ? t('set.hours-off') : `${hours.from}–${hours.to}`;
    return [
      `${t('set.volume')} ${t('set.percent', { value: volume })}`,
      ...(touchSound ? [`${t('set.touch-sound')} ${t('set.percent', { value: touchSound })}`] : []),
      `${t('set.brightness')} ${t('set.percent', { value: brightness })}`,
      `${t('set.hours')} ${open}`,
      ...(notice ? [t('set.notice')] : []),
    ].join(' · ');
  }
  if (of === 'sync-begun' && (detail === 'line' || detail === 'stick')) return t(`did.sync-begun-${detail}`);
  if (of in staff.did) return t(`did.${of}`, { detail, count: Number(/\d+$/.exec(detail)?.[0] ?? 0) });
  const code = `${result} ${detail}`.trim();
  return REFUSABLE.includes(action) ? t('did.refused', { code }) : code;
}

/** Entries of earlier versions may lack what came later. */
type Device = Omit<DeviceSettings, 'touchSound'> & Partial<Pick<DeviceSettings, 'touchSound'>>;

function deviceOf(detail: string): Device | null {
  try {
    // Written by the kiosk itself; an entry that somebody changed shows by the chain.
    const device = JSON.parse(detail) as Partial<Device>;
    return device.volume === undefined ? null : (device as Device);
  } catch {
    return null;
  }
}
