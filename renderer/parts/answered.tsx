/**
 * What a page shows until its answer is there, or when it is refused.
 *
 *     <Answered answer={useAnswer('town:read', { code })} shape="picture">{(town) => …}</Answered>
 */
import type { ReactNode } from 'react';
import type { Answer } from '../answer.ts';
import { RefusalNote } from './refusal.tsx';
import { Skeleton, type SkeletonShape } from './skeleton.tsx';

export type AnsweredProps<T> = {
  readonly answer: Answer<T>;
  readonly shape?: SkeletonShape | undefined;
  readonly children: (value: T) => ReactNode;
};

export function Answered<T>({ answer, shape = 'cards', children }: AnsweredProps<T>) {
  switch (answer.state) {
    case 'waiting':
      return <Skeleton shape={shape} />;
    case 'refused':
      return <RefusalNote refusal={answer.refusal} />;
    case 'ready':
      return children(answer.value);
  }
}
