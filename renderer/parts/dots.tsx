/** How many as a picture: one dot each, five in a row; of more than ten the last is a plus. */
import './dots.css';

const MOST = 10;

/** The words beside it say the number; none draws nothing. */
export function Dots({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <span className="dots" aria-hidden="true">
      {Array.from({ length: Math.min(count, MOST) }, (_none, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots, all alike
        <span key={index} className={count > MOST && index === MOST - 1 ? 'dots-more' : 'dots-one'} />
      ))}
    </span>
  );
}
