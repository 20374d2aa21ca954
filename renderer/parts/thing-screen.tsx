/** Around a page about one thing: while it comes the page says what kind of thing, then the thing is its heading. */
import type { ReactNode } from 'react';
import type { Answer } from '../answer.ts';
import type { CoverSubject } from '../covers/index.ts';
import { Answered } from './answered.tsx';
import { Screen } from './screen.tsx';

export type ThingScreenProps<T> = {
  readonly answer: Answer<T>;
  /** Its title until the thing is there. */
  readonly meanwhile: string;
  readonly title: (thing: T) => string;
  readonly cover: (thing: T) => CoverSubject | undefined;
  readonly children: (thing: T) => ReactNode;
};

export function ThingScreen<T>({ answer, meanwhile, title, cover, children }: ThingScreenProps<T>) {
  const ready = answer.state === 'ready';
  return (
    <Screen
      title={ready ? title(answer.value) : meanwhile}
      ownHeading={ready}
      cover={ready ? cover(answer.value) : undefined}
      scroll="none"
    >
      <Answered answer={answer} shape="picture">
        {children}
      </Answered>
    </Screen>
  );
}
