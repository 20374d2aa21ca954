/** What the project wants: one sentence, three aims as pictures, why it began, words explained. */
import type { TopicView } from '../../../content/pack/views.ts';
import { type CoverSubject, coversForList } from '../../covers/index.ts';
import { Cover } from '../../parts/cover.tsx';
import { LangNote, seenLang } from '../../parts/lang-note.tsx';
import { Ruby } from '../../parts/ruby.tsx';
import { Section } from '../../parts/section.tsx';
import { useSettings } from '../../settings.ts';
import { useWords } from '../../words/index.ts';
import type { AboutPartProps } from './about-page.tsx';

/** A picture per aim, by its place in the list: growing together, filling gaps, bonds. */
const PICTURES: readonly CoverSubject[] = [
  { seed: 'aim-together', region: 'shikoku', theme: 'rice' },
  { seed: 'aim-complement', region: 'tohoku', theme: 'river' },
  { seed: 'aim-trust', region: 'kinki', theme: 'sea' },
];

export function Aims({ about }: AboutPartProps) {
  const t = useWords('about');
  const { lang } = useSettings();
  const goals = about.topics['goal'] ?? [];
  const covers = coversForList(
    goals.map((goal, index) => PICTURES[index] ?? { seed: goal.id }),
    3,
  );
  return (
    <>
      <p className="about-lead">
        <Ruby>{about.summary}</Ruby>
      </p>
      <LangNote lang={seenLang(lang, about.summary)} />
      <ol className="aims">
        {goals.map((goal, index) => {
          const cover = covers[index];
          return (
            <li key={goal.id} className="aim">
              <span className="aim-picture">
                {cover !== undefined && <Cover of={cover} draw="landscape" aspect={1.75} />}
                <span className="aim-number">{index + 1}</span>
              </span>
              <h2 className="aim-title">
                <Ruby>{goal.title}</Ruby>
              </h2>
              <p>
                <Ruby>{goal.body}</Ruby>
              </p>
            </li>
          );
        })}
      </ol>
      <Section title={t('why')} note={t('why-note')}>
        <Topics topics={about.topics['purpose'] ?? []} />
      </Section>
      <Section title={t('words')}>
        <Topics topics={about.topics['concept'] ?? []} />
      </Section>
    </>
  );
}

/** Short texts side by side. */
export function Topics({ topics }: { readonly topics: readonly TopicView[] }) {
  return (
    <ul className="topics">
      {topics.map((topic) => (
        <li key={topic.id} className="topic">
          <h3>
            <Ruby>{topic.title}</Ruby>
          </h3>
          <p>
            <Ruby>{topic.body}</Ruby>
          </p>
        </li>
      ))}
    </ul>
  );
}
