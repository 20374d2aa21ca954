/** A cover that is drawn. */
import { type CoverSpec, type CoverTone, LandscapeCover, PatternCover } from '../covers/index.ts';
import { Stilled } from './stilled.tsx';

export type DrawnCoverProps = {
  readonly spec: CoverSpec;
  readonly draw: 'landscape' | 'pattern' | 'thumb';
  readonly tone: CoverTone;
  readonly titled: boolean;
  readonly aspect: number;
};

export function DrawnCover(props: DrawnCoverProps) {
  return (
    <Stilled look={JSON.stringify(props)}>
      <Drawing {...props} />
    </Stilled>
  );
}

function Drawing({ spec, draw, tone, titled, aspect }: DrawnCoverProps) {
  if (draw === 'landscape') return <LandscapeCover spec={spec} tone={tone} aspect={aspect} titled={titled} />;
  return <PatternCover spec={spec} tone={tone} size={draw === 'thumb' ? 'thumb' : 'tile'} titled={titled} />;
}
