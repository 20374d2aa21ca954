/** A found text with what was looked for marked. */
import type { SearchPart } from '../../../content/pack/search-views.ts';
import { MarkedText } from '../../parts/ruby.tsx';

export function FoundText({ parts }: { readonly parts: readonly SearchPart[] }) {
  return (
    <>
      {parts.map(({ text, hit }, i) => {
        const Piece = hit ? 'mark' : 'span';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never change places
          <Piece key={i}>
            <MarkedText text={text} />
          </Piece>
        );
      })}
    </>
  );
}
