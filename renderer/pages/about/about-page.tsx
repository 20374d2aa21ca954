/**
 * The project in plain words, in seven parts that one chooses, so that nobody faces an endless page:
 * what it wants, numbers, what it does, its years, agreements and help, what towns said, whom to ask.
 */
import { ArrowRightIcon } from '@phosphor-icons/react/dist/csr/ArrowRight';
import { ChartLineUpIcon } from '@phosphor-icons/react/dist/csr/ChartLineUp';
import { ChatsCircleIcon } from '@phosphor-icons/react/dist/csr/ChatsCircle';
import { ClockCounterClockwiseIcon } from '@phosphor-icons/react/dist/csr/ClockCounterClockwise';
import { HandHeartIcon } from '@phosphor-icons/react/dist/csr/HandHeart';
import { InfoIcon } from '@phosphor-icons/react/dist/csr/Info';
import { SparkleIcon } from '@phosphor-icons/react/dist/csr/Sparkle';
import { UsersThreeIcon } from '@phosphor-icons/react/dist/csr/UsersThree';
import type { ComponentType } from 'react';
import type { AboutView } from '../../../content/pack/views.ts';
import type { Route } from '../../../main/ipc/contract.ts';
import { useAnswer } from '../../answer.ts';
import { useKept } from '../../navigation.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { Icon, type IconOf } from '../../parts/icon.tsx';
import { Ruby } from '../../parts/ruby.tsx';
import { Screen } from '../../parts/screen.tsx';
import { ScrollArea } from '../../parts/scroll-area.tsx';
import { useWords } from '../../words/index.ts';
import './about-page.css';
import { Aims } from './aims.tsx';
import { Desk } from './desk.tsx';
import { Numbers } from './numbers.tsx';
import { Together } from './together.tsx';
import { Voices } from './voices.tsx';
import { Work } from './work.tsx';
import { Years } from './years.tsx';

const NOTHING = {};

export type AboutPartProps = { readonly about: AboutView };

type Part = { readonly id: string; readonly icon: IconOf; readonly show: ComponentType<AboutPartProps> };

/** At most seven, as everywhere. */
const PARTS = [
  { id: 'aims', icon: SparkleIcon, show: Aims },
  { id: 'numbers', icon: ChartLineUpIcon, show: Numbers },
  { id: 'work', icon: UsersThreeIcon, show: Work },
  { id: 'years', icon: ClockCounterClockwiseIcon, show: Years },
  { id: 'together', icon: HandHeartIcon, show: Together },
  { id: 'voices', icon: ChatsCircleIcon, show: Voices },
  { id: 'desk', icon: InfoIcon, show: Desk },
] as const satisfies readonly Part[];

type PartId = (typeof PARTS)[number]['id'];

export function AboutPage(_: { readonly route: Extract<Route, { page: 'about' }> }) {
  const t = useWords('about');
  const answer = useAnswer('about:read', NOTHING);
  return (
    <Screen title={t('title')} scroll="none" className="about-page">
      <Answered answer={answer} shape="picture">
        {(about) => <About about={about} />}
      </Answered>
    </Screen>
  );
}

function About({ about }: AboutPartProps) {
  const t = useWords('about');
  const [id, setId] = useKept<PartId>('part', 'aims');
  const part = PARTS.find((each) => each.id === id) ?? PARTS[0];
  const next = PARTS[(PARTS.indexOf(part) + 1) % PARTS.length] ?? PARTS[0];
  const Show = part.show;
  return (
    <div className="about">
      <nav className="about-parts" aria-label={t('parts')}>
        {PARTS.map((each) => (
          <button
            key={each.id}
            type="button"
            className="about-part"
            aria-current={each.id === part.id ? 'true' : undefined}
            onClick={() => setId(each.id)}
          >
            <Icon of={each.icon} size={1.4} />
            <span>
              <Ruby>{t(`part.${each.id}`)}</Ruby>
            </span>
          </button>
        ))}
      </nav>
      <ScrollArea key={part.id} label={t(`part.${part.id}`)} name={`about ${part.id}`} className="about-room">
        <Show about={about} />
        <div className="about-next">
          <Button after={ArrowRightIcon} onPress={() => setId(next.id)}>
            {t('next-part', { part: t(`part.${next.id}`) })}
          </Button>
        </div>
      </ScrollArea>
    </div>
  );
}
