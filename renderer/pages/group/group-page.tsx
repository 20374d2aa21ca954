/** A prefecture, area, association or organisation: what it is, its agreement, its towns. */
import type { GroupView } from '../../../content/pack/views.ts';
import type { Route } from '../../../main/ipc/contract.ts';
import { useAnswer } from '../../answer.ts';
import { dateWithEra } from '../../era.ts';
import { LocatorMap } from '../../map/locator.tsx';
import { Button } from '../../parts/button.tsx';
import { PartnerChip } from '../../parts/chip.tsx';
import { KanaName } from '../../parts/kana-name.tsx';
import { KnownThings } from '../../parts/known-things.tsx';
import { coverOfGroup } from '../../parts/partners.tsx';
import { PicturePage } from '../../parts/picture-page.tsx';
import { Ruby } from '../../parts/ruby.tsx';
import { Section } from '../../parts/section.tsx';
import { ThingScreen } from '../../parts/thing-screen.tsx';
import { useSettings } from '../../settings.ts';
import { numberText, useWords } from '../../words/index.ts';
import './group-page.css';
import { GroupTowns } from './group-towns.tsx';

type GroupPageProps = { readonly route: Extract<Route, { page: 'group' }> };

export function GroupPage({ route }: GroupPageProps) {
  const t = useWords('group');
  const answer = useAnswer('group:read', { kind: route.kind, id: route.id });
  return (
    <ThingScreen
      answer={answer}
      meanwhile={t(`kind.${route.kind}`)}
      title={(group) => group.name}
      cover={coverOfGroup}
    >
      {(group) => <Filled group={group} />}
    </ThingScreen>
  );
}

/** Longer names, such as `一般財団法人地域活性化センター`, are set smaller. */
const LONG_NAME = 9;

function Filled({ group }: { readonly group: GroupView }) {
  const t = useWords('group');
  return (
    <PicturePage
      label={group.name}
      cover={coverOfGroup(group)}
      above={group.kind === 'prefecture' ? undefined : t(`kind.${group.kind}`)}
      long={group.name.length > LONG_NAME}
      title={<KanaName name={group.name} kana={group.kana} />}
      text={group.note}
    >
      {hasFacts(group) && <Facts group={group} />}
      <KnownThings of={group} />
      {group.towns.length > 0 && (
        <Section title={t('towns')} note={t('towns-count', { count: group.towns.length })}>
          <GroupTowns towns={group.towns} />
        </Section>
      )}
      {!hasFacts(group) && (
        <div className="group-way-on">
          <Button kind="main" to={{ page: 'map' }}>
            {t('see-map')}
          </Button>
        </div>
      )}
    </PicturePage>
  );
}

/** An organisation often has a name and its ties, no more. */
function hasFacts({ kind, towns, prefecture, agreement }: GroupView): boolean {
  return kind === 'prefecture' || towns.length > 0 || prefecture !== null || agreement !== null;
}

function Facts({ group }: { readonly group: GroupView }) {
  const t = useWords('group');
  const { lang } = useSettings();
  const { agreement, prefecture } = group;
  const prefectures =
    group.kind === 'prefecture' ? [group.id] : [...new Set(group.towns.map((town) => town.prefectureId))];
  const lit = prefectures.length > 0 ? prefectures : prefecture === null ? [] : [prefecture.id];
  const prefectureId = lit.length === 1 ? lit[0] : undefined;
  const count = group.municipalityCount;
  return (
    <div className="group-facts">
      {lit.length > 0 && (
        <div className="group-map">
          <LocatorMap label={t('map-label', { name: group.name })} prefectures={lit} />
        </div>
      )}
      <div className="group-words">
        {agreement !== null && (
          <p className="group-agreement">
            <Ruby>
              {t(agreement.exact ? 'agreement' : 'agreement-by', { date: dateWithEra(agreement.date, lang) })}
            </Ruby>
          </p>
        )}
        {count !== null && count > 0 && (
          <p>
            <Ruby>{t('municipalities', { count, number: numberText(count, lang) })}</Ruby>
          </p>
        )}
        <div className="group-ways">
          <Button
            kind="main"
            to={prefectureId === undefined ? { page: 'map' } : { page: 'map', prefectureId }}
          >
            {t('see-map')}
          </Button>
          {prefecture !== null && group.kind !== 'prefecture' && <PartnerChip partner={prefecture} />}
        </div>
      </div>
    </div>
  );
}
