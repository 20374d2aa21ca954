/**
 * A notice whole: until when it holds, what it says, where to go. It stays for whoever is reading when it ends,
 * and says so; nobody else gets it then.
 */
import { ClockIcon } from '@phosphor-icons/react/dist/csr/Clock';
import { MapPinIcon } from '@phosphor-icons/react/dist/csr/MapPin';
import { PhoneIcon } from '@phosphor-icons/react/dist/csr/Phone';
import { type ReactNode, useEffect } from 'react';
import type { NoticeView } from '../../../content/pack/notice-views.ts';
import type { Route } from '../../../main/ipc/contract.ts';
import { untilText } from '../../dates.ts';
import { useToday } from '../../kiosk.ts';
import { useKept } from '../../navigation.ts';
import { notices } from '../../notices.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Icon, type IconOf } from '../../parts/icon.tsx';
import { LangNote } from '../../parts/lang-note.tsx';
import { Markdown } from '../../parts/markdown.tsx';
import { NothingHere } from '../../parts/nothing-here.tsx';
import { PhotoCredit } from '../../parts/photo.tsx';
import { PictureButton } from '../../parts/picture-button.tsx';
import { Ruby } from '../../parts/ruby.tsx';
import { Screen } from '../../parts/screen.tsx';
import { Section } from '../../parts/section.tsx';
import { TakeHome } from '../../parts/take-home.tsx';
import { ToAbout } from '../../parts/ways-on.tsx';
import { useSettings } from '../../settings.ts';
import { useWatched } from '../../value.ts';
import { useWords } from '../../words/index.ts';
import './notice-page.css';

export function NoticePage({ route }: { readonly route: Extract<Route, { page: 'notice' }> }) {
  const t = useWords();
  const packs = useWatched(notices).filter((one) => one.by === 'pack');
  const standing = packs.find(({ id }) => id === route.id);
  const [read, keep] = useKept<NoticeView | null>('notice', null);
  useEffect(() => {
    if (standing !== undefined) keep(standing);
  }, [standing, keep]);
  const notice = standing ?? read;
  return (
    <Screen title={notice?.headline ?? t('notice.info')} ownHeading={notice !== null}>
      {notice === null ? (
        <NothingHere seed="notice" title={t('notice.over')}>
          <ToAbout kind="light" />
        </NothingHere>
      ) : (
        <Told
          notice={notice}
          over={standing === undefined}
          others={packs.filter(({ id }) => id !== route.id)}
        />
      )}
    </Screen>
  );
}

type ToldProps = {
  readonly notice: NoticeView;
  readonly over: boolean;
  readonly others: readonly NoticeView[];
};

function Told({ notice, over, others }: ToldProps) {
  const t = useWords();
  const { lang } = useSettings();
  const today = useToday();
  const { level, headline, body, picture } = notice;
  return (
    <article className="notice-page" data-level={level}>
      <header className="notice-page-head">
        <p className="notice-page-chips">
          <Chip kind={level === 'disaster' && !over ? 'now' : 'quiet'}>{t(`notice.${level}`)}</Chip>
          {over && <Chip kind="quiet">{t('notice.over')}</Chip>}
          <LangNote lang={notice.lang} />
        </p>
        <h1 lang={notice.lang}>
          <Ruby>{headline}</Ruby>
        </h1>
        <Fact icon={ClockIcon}>{t('notice.until', { when: untilText(notice.until, today, lang) })}</Fact>
      </header>
      <div className="notice-page-body">
        <Markdown text={body} lang={notice.lang} />
        <div className="notice-page-facts">
          {notice.contact !== null && (
            <Fact icon={MapPinIcon}>
              <span lang={notice.lang}>{notice.contact}</span>
            </Fact>
          )}
          {notice.phone !== null && <Fact icon={PhoneIcon}>{notice.phone}</Fact>}
        </div>
      </div>
      <div className="notice-page-aside">
        {picture !== null && (
          <div className="notice-page-picture">
            <PictureButton of={picture} />
            <PhotoCredit of={picture} />
          </div>
        )}
        <TakeHome url={notice.url} title={headline} lang={notice.lang} />
      </div>
      <Section title={t('notice.onward')}>
        <div className="notice-page-ways">
          {others.map((other) => (
            <Button key={other.id} lang={other.lang} to={{ page: 'notice', id: other.id }}>
              {other.headline}
            </Button>
          ))}
          <ToAbout />
        </div>
      </Section>
    </article>
  );
}

function Fact({ icon, children }: { readonly icon: IconOf; readonly children: ReactNode }) {
  return (
    <p className="notice-page-fact">
      <Icon of={icon} />
      <span>
        <Ruby>{children}</Ruby>
      </span>
    </p>
  );
}
