/** What the project does: its work, its six fields, and plans for those who want to know more. */
import { BasketIcon } from '@phosphor-icons/react/dist/csr/Basket';
import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown';
import { CaretUpIcon } from '@phosphor-icons/react/dist/csr/CaretUp';
import { LightbulbIcon } from '@phosphor-icons/react/dist/csr/Lightbulb';
import { MaskHappyIcon } from '@phosphor-icons/react/dist/csr/MaskHappy';
import { MountainsIcon } from '@phosphor-icons/react/dist/csr/Mountains';
import { PersonSimpleRunIcon } from '@phosphor-icons/react/dist/csr/PersonSimpleRun';
import { UsersFourIcon } from '@phosphor-icons/react/dist/csr/UsersFour';
import type { TopicView } from '../../../content/pack/views.ts';
import { useKept } from '../../navigation.ts';
import { Button } from '../../parts/button.tsx';
import { Icon, type IconOf } from '../../parts/icon.tsx';
import { Ruby } from '../../parts/ruby.tsx';
import { Section } from '../../parts/section.tsx';
import { useWords } from '../../words/index.ts';
import type { AboutPartProps } from './about-page.tsx';
import { Topics } from './aims.tsx';

/** Icons of the six fields, in their order in the source. */
const FIELD_ICONS: readonly IconOf[] = [
  BasketIcon,
  MountainsIcon,
  MaskHappyIcon,
  PersonSimpleRunIcon,
  LightbulbIcon,
  UsersFourIcon,
];

/** Folded away: what staff and the curious read. */
const MORE = ['outlook', 'joint-project', 'foundation', 'plan-2023', 'plan-2017', 'grant'] as const;

export function Work({ about }: AboutPartProps) {
  const t = useWords('about');
  return (
    <>
      <Section title={t('work')}>
        <Topics topics={about.topics['work'] ?? []} />
      </Section>
      <Section title={t('fields')}>
        <ul className="fields">
          {about.fields.map((field, index) => {
            const icon = FIELD_ICONS[index];
            return (
              <li key={field.id} className="field">
                {icon !== undefined && (
                  <span className="field-icon">
                    <Icon of={icon} size={1.6} />
                  </span>
                )}
                <h3>
                  <Ruby>{field.name}</Ruby>
                </h3>
                <p>
                  <Ruby>{field.summary}</Ruby>
                </p>
              </li>
            );
          })}
        </ul>
      </Section>
      <Section title={t('more')}>
        <div className="folds">
          {MORE.map((group) => (
            <Fold key={group} name={group} title={t(`group.${group}`)} topics={about.topics[group] ?? []} />
          ))}
        </div>
      </Section>
    </>
  );
}

type FoldProps = { readonly name: string; readonly title: string; readonly topics: readonly TopicView[] };

function Fold({ name, title, topics }: FoldProps) {
  const [open, setOpen] = useKept(`fold ${name}`, false);
  if (topics.length === 0) return null;
  return (
    <div className="fold">
      <Button after={open ? CaretUpIcon : CaretDownIcon} pressed={open} onPress={() => setOpen(!open)}>
        {title}
      </Button>
      {open && <Topics topics={topics} />}
    </div>
  );
}
