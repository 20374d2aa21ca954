/**
 * A town: its name and reading, where it is, what we know, its ties with the wards, its neighbours. Of
 * most of the 1,741 we know little; their page says so and is full all the same.
 */
import { BuildingsIcon } from '@phosphor-icons/react/dist/csr/Buildings';
import { UsersFourIcon } from '@phosphor-icons/react/dist/csr/UsersFour';
import type { TownView } from '../../../content/pack/views.ts';
import type { Route } from '../../../main/ipc/contract.ts';
import { useAnswer } from '../../answer.ts';
import { Button } from '../../parts/button.tsx';
import { coverOfTown } from '../../parts/cards.tsx';
import { Chips } from '../../parts/chip.tsx';
import { KanaName } from '../../parts/kana-name.tsx';
import { KnownThings } from '../../parts/known-things.tsx';
import { LangNote } from '../../parts/lang-note.tsx';
import { PicturePage } from '../../parts/picture-page.tsx';
import { Section } from '../../parts/section.tsx';
import { TakeHome } from '../../parts/take-home.tsx';
import { ThingScreen } from '../../parts/thing-screen.tsx';
import { Ties } from '../../parts/ties.tsx';
import { addressOf, TownFacts } from '../../parts/town-facts.tsx';
import { TownGrid } from '../../parts/town-grid.tsx';
import { Whereabouts } from '../../parts/whereabouts.tsx';
import { useWords } from '../../words/index.ts';
import { Agreements } from './agreements.tsx';
import './town-page.css';
import { Ruby } from '../../parts/ruby.tsx';

type TownPageProps = { readonly route: Extract<Route, { page: 'town' }> };

export function TownPage({ route }: TownPageProps) {
  const t = useWords('town');
  const answer = useAnswer('town:read', { code: route.code });
  return (
    <ThingScreen answer={answer} meanwhile={t('title')} title={(town) => town.name} cover={coverOfTown}>
      {(town) => <Filled town={town} />}
    </ThingScreen>
  );
}

/** Longer names, such as `Minamisanriku Town`, are set smaller. */
const LONG_NAME = 12;

function Filled({ town }: { readonly town: TownView }) {
  const t = useWords('town');
  return (
    <PicturePage
      label={t('about', { name: town.name })}
      cover={coverOfTown(town)}
      photo={town.cover}
      long={town.name.length > LONG_NAME}
      above={
        <>
          {town.prefecture}
          {town.headline !== null && <LangNote lang={town.lang} quiet />}
        </>
      }
      title={<KanaName name={town.name} kana={town.kana} />}
      text={town.headline === null ? null : <span lang={town.lang}>{town.headline}</span>}
    >
      <Whereabouts town={town} />
      {town.links.length > 0 && (
        <Section title={t('ties')}>
          <Ties town={town} links={town.links} />
        </Section>
      )}
      <Notes town={town} />
      <TownFacts of={town} without={town.code} />
      <TakeHome url={addressOf(town)} title={town.name} lang={town.lang} />
      <Agreements groups={town.groups} />
      <KnownThings of={town} without={town.code} />
      {town.links.length === 0 && <p className="town-little">{t('little', { name: town.name })}</p>}
      <Section title={t('onward')}>
        <Chips>
          <Button icon={UsersFourIcon} to={{ page: 'cases', prefecture: town.prefectureId }}>
            {t('stories-of', { name: town.prefecture })}
          </Button>
          <Button icon={BuildingsIcon} to={{ page: 'share', part: 'places' }}>
            {t('share.places-title')}
          </Button>
        </Chips>
      </Section>
      <Section title={t('neighbours')}>
        <TownGrid towns={town.neighbours} />
      </Section>
    </PicturePage>
  );
}

function Notes({ town }: { readonly town: TownView }) {
  const t = useWords('town');
  if (town.notes.length === 0) return null;
  return (
    <Section title={t('notes')} note={<LangNote lang={town.lang} />}>
      <ul className="town-notes" lang={town.lang}>
        {town.notes.map((note) => (
          <li key={note}>
            <Ruby>{note}</Ruby>
          </li>
        ))}
      </ul>
    </Section>
  );
}
