/** What staff set: the notice for a disaster first, then sound, light, hours, and the way out. */
import { PowerIcon } from '@phosphor-icons/react/dist/csr/Power';
import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning';
import type { DeviceSettings } from '../../../main/ipc/contract.ts';
import { untilText } from '../../dates.ts';
import { device } from '../../device.ts';
import { useToday } from '../../kiosk.ts';
import { notices } from '../../notices.ts';
import { Button } from '../../parts/button.tsx';
import { SectionTitle } from '../../parts/section.tsx';
import { useSettings } from '../../settings.ts';
import { useWatched } from '../../value.ts';
import { useWords } from '../../words/index.ts';
import { ask } from './ask.ts';
import { Confirm } from './confirm.tsx';
import { stepTime } from './figures.ts';

const FIRST_HOURS = { from: '08:30', to: '17:15' } as const;
const LEAST_BRIGHT = 20;

export function SettingsPart() {
  const t = useWords('staff');
  const now = useWatched(device);
  const set = (part: Partial<DeviceSettings>) =>
    void ask('staff:settings', { settings: { ...now, ...part } });
  return (
    <>
      <SectionTitle>{t('set.notice')}</SectionTitle>
      <SignedNotices />
      <p>{t(now.notice ? 'set.notice-stands' : 'set.notice-what')}</p>
      {now.notice ? (
        <Button icon={WarningIcon} pressed onPress={() => set({ notice: false })}>
          {t('set.notice-off')}
        </Button>
      ) : (
        <Confirm
          icon={WarningIcon}
          words={t('set.notice-on')}
          question={t('set.notice-ask')}
          onYes={() => set({ notice: true })}
        />
      )}
      <SectionTitle>{t('set.sound-and-light')}</SectionTitle>
      <Stepper
        name={t('set.volume')}
        value={t('set.percent', { value: now.volume })}
        less={now.volume > 0 ? () => set({ volume: Math.max(0, now.volume - 10) }) : null}
        more={now.volume < 100 ? () => set({ volume: Math.min(100, now.volume + 10) }) : null}
      />
      <Stepper
        name={t('set.touch-sound')}
        value={now.touchSound === 0 ? t('set.no-sound') : t('set.percent', { value: now.touchSound })}
        less={now.touchSound > 0 ? () => set({ touchSound: Math.max(0, now.touchSound - 10) }) : null}
        more={now.touchSound < 100 ? () => set({ touchSound: Math.min(100, now.touchSound + 10) }) : null}
      />
      <Stepper
        name={t('set.brightness')}
        value={t('set.percent', { value: now.brightness })}
        less={
          now.brightness > LEAST_BRIGHT
            ? () => set({ brightness: Math.max(LEAST_BRIGHT, now.brightness - 10) })
            : null
        }
        more={now.brightness < 100 ? () => set({ brightness: Math.min(100, now.brightness + 10) }) : null}
      />
      <SectionTitle>{t('set.hours')}</SectionTitle>
      <Hours now={now} set={set} />
      <SectionTitle>{t('set.leave')}</SectionTitle>
      <p>{t('set.leave-what')}</p>
      <Confirm
        icon={PowerIcon}
        words={t('set.leave')}
        question={t('set.leave-ask')}
        onYes={() => void ask('staff:leave', {})}
      />
    </>
  );
}

/** Notices of packs that stand now: signed, so that nothing here takes them down before their time. */
function SignedNotices() {
  const t = useWords('staff');
  const today = useToday();
  const { lang } = useSettings();
  const signed = useWatched(notices).filter((one) => one.by === 'pack');
  if (signed.length === 0) return null;
  return (
    <ul className="signed-notices">
      {signed.map(({ id, headline, until }) => (
        <li key={id}>{t('set.notice-signed', { headline, id, until: untilText(until, today, lang) })}</li>
      ))}
    </ul>
  );
}

type HoursProps = { readonly now: DeviceSettings; readonly set: (part: Partial<DeviceSettings>) => void };

function Hours({ now: { hours }, set }: HoursProps) {
  const t = useWords('staff');
  if (hours === null) {
    return (
      <>
        <p>{t('set.always-open')}</p>
        <Button onPress={() => set({ hours: FIRST_HOURS })}>{t('set.hours-on')}</Button>
      </>
    );
  }
  const { from, to } = hours;
  const move = (next: { from: string; to: string }) =>
    next.from < next.to ? () => set({ hours: next }) : null;
  return (
    <>
      <p>{t('set.hours-what')}</p>
      <Stepper
        name={t('set.from')}
        value={from}
        less={from > '00:00' ? move({ from: stepTime(from, -1), to }) : null}
        more={move({ from: stepTime(from, 1), to })}
      />
      <Stepper
        name={t('set.to')}
        value={to}
        less={move({ from, to: stepTime(to, -1) })}
        more={to < '23:45' ? move({ from, to: stepTime(to, 1) }) : null}
      />
      <Button onPress={() => set({ hours: null })}>{t('set.hours-off')}</Button>
    </>
  );
}

type StepperProps = {
  readonly name: string;
  readonly value: string;
  /** Null: it goes no further. */
  readonly less: (() => void) | null;
  readonly more: (() => void) | null;
};

function Stepper({ name, value, less, more }: StepperProps) {
  const t = useWords('staff');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's look and role
    <div className="stepper" role="group" aria-label={name}>
      <span className="stepper-name">{name}</span>
      <Button label={t('set.less', { name })} disabled={less === null} onPress={() => less?.()}>
        −
      </Button>
      <output className="stepper-value">{value}</output>
      <Button label={t('set.more', { name })} disabled={more === null} onPress={() => more?.()}>
        ＋
      </Button>
    </div>
  );
}
