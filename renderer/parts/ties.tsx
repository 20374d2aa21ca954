/**
 * Who holds hands with a town, as a drawing: wards at the left, each with a dotted arc to the town. The
 * wards are buttons; the arcs only decorate what the buttons say.
 */
import type { LinkView, PartnerRef, TownSummary } from '../../content/pack/views.ts';
import { whenText } from '../dates.ts';
import { useSettings } from '../settings.ts';
import { useWords } from '../words/index.ts';
import { coverOfTown } from './cards.tsx';
import { PartnerChip } from './chip.tsx';
import { Cover } from './cover.tsx';
import './ties.css';
import { Ruby } from './ruby.tsx';

/** More wards than this would need scrolling; the rest is counted. */
const MOST = 3;

export type TiesProps = {
  readonly town: Pick<TownSummary, 'code' | 'name' | 'region' | 'theme' | 'cover'>;
  /** Newest first. */
  readonly links: readonly LinkView[];
};

/** Each ward once, in the order of the links. Pure. */
export function wardsOf(links: readonly LinkView[]): readonly PartnerRef[] {
  const seen = new Map<string, PartnerRef>();
  for (const link of links) for (const ward of link.wards) if (!seen.has(ward.id)) seen.set(ward.id, ward);
  return [...seen.values()];
}

export function Ties({ town, links }: TiesProps) {
  const t = useWords();
  const wards = wardsOf(links);
  const together = links.some((link) => link.allWards);
  const shown = wards.length === MOST + 1 ? wards : wards.slice(0, MOST);
  const rest = wards.length - shown.length;
  const rows = shown.length + (together ? 1 : 0) + (rest > 0 ? 1 : 0);
  const [newest] = links;
  if (rows === 0 || newest === undefined) return null;
  return (
    <div className="ties">
      <ul className="ties-wards">
        {shown.map((ward) => (
          <li key={ward.id}>
            <PartnerChip partner={ward} />
          </li>
        ))}
        {rest > 0 && <li className="ties-rest">{t('more-wards', { count: rest })}</li>}
        {together && <li className="ties-rest">{t('all-wards')}</li>}
      </ul>
      <div className="ties-middle" data-lone={rows === 1}>
        <svg className="ties-arcs" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          {arcs(rows).map((d) => (
            <path key={d} d={d} />
          ))}
        </svg>
        {rows === 1 && <Newest link={newest} />}
      </div>
      <div className="ties-town">
        <span className="ties-town-cover">
          <Cover of={coverOfTown(town)} photo={town.cover} draw="thumb" />
        </span>
        <span className="ties-town-name">
          <Ruby>{town.name}</Ruby>
        </span>
      </div>
    </div>
  );
}

/** Under a lone arc there is room to say what the tie was. */
function Newest({ link }: { readonly link: LinkView }) {
  const { lang } = useSettings();
  return (
    <p className="ties-newest">
      <span lang={link.lang}>
        <Ruby>{link.title}</Ruby>
      </span>
      <span className="ties-when">{whenText(link.when, lang)}</span>
    </p>
  );
}

/** One path per row, in a square of 100 that is stretched to the gap between the two sides. */
function arcs(rows: number): readonly string[] {
  if (rows === 1) return ['M2 50C30 -8 70 -8 98 40'];
  return Array.from({ length: rows }, (_, row) => {
    const y = ((row + 0.5) / rows) * 100;
    return `M2 ${y}C34 ${y - 10} 62 34 98 42`;
  });
}
