/** One block of a chapter, drawn by its kind. */
import type { Lang } from '../../../content/pack/lang.ts';
import type { BlockView } from '../../../content/pack/views.ts';
import { dateText } from '../../dates.ts';
import { assertNever } from '../../door.ts';
import { Chips, PartnerChip } from '../../parts/chip.tsx';
import { Markdown } from '../../parts/markdown.tsx';
import { Ruby } from '../../parts/ruby.tsx';
import { useSettings } from '../../settings.ts';
import { numberText, useWords } from '../../words/index.ts';
import { MediaBlock } from './media-block.tsx';
import { Quiz } from './quiz.tsx';
import { TownsMap } from './towns-map.tsx';

type BlockProps<B extends BlockView = BlockView> = { readonly block: B; readonly lang: Lang };
type Of<K extends BlockView['kind']> = Extract<BlockView, { kind: K }>;

export function Block({ block, lang }: BlockProps) {
  switch (block.kind) {
    case 'text':
      return <Titled block={block} lang={lang} />;
    case 'quote':
      return <Quote block={block} lang={lang} />;
    case 'number':
      return <NumberBlock block={block} lang={lang} />;
    case 'map':
      return <MapBlock block={block} lang={lang} />;
    case 'quiz':
      return <Quiz block={block} lang={lang} />;
    case 'picture':
    case 'gallery':
    case 'before-after':
    case 'film':
      return <MediaBlock block={block} lang={lang} />;
    default:
      return assertNever(block);
  }
}

/** Title and running text, which every kind may have. */
function Titled({ block, lang }: BlockProps) {
  return (
    <div className="block" lang={lang}>
      {block.title !== null && (
        <h2 className="block-title">
          <Ruby>{block.title}</Ruby>
        </h2>
      )}
      {block.body !== '' && <Markdown text={block.body} level={3} lang={lang} />}
    </div>
  );
}

function Quote({ block, lang }: BlockProps<Of<'quote'>>) {
  return (
    <figure className="block block-quote" lang={lang}>
      <blockquote>
        <Markdown text={block.body} level={3} lang={lang} />
      </blockquote>
      <figcaption>
        <Ruby>{block.who}</Ruby>
      </figcaption>
    </figure>
  );
}

function NumberBlock({ block, lang }: BlockProps<Of<'number'>>) {
  const t = useWords('exhibition');
  const reading = useSettings().lang;
  return (
    <div className="block block-number" lang={lang}>
      {block.title !== null && (
        <h2 className="block-title">
          <Ruby>{block.title}</Ruby>
        </h2>
      )}
      <p className="block-number-value">
        <strong>{numberText(block.value, reading)}</strong>
        <span>
          <Ruby>{block.unit}</Ruby>
        </span>
      </p>
      <p className="block-number-as-of" lang={reading}>
        {t('as-of', { date: dateText(block.asOf, reading) })}
      </p>
      {block.body !== '' && <Markdown text={block.body} level={3} lang={lang} />}
    </div>
  );
}

/** Most towns named under the map as buttons. */
const MOST_NAMED = 12;

function MapBlock({ block, lang }: BlockProps<Of<'map'>>) {
  return (
    <div className="block block-map" lang={lang}>
      {block.title !== null && (
        <h2 className="block-title">
          <Ruby>{block.title}</Ruby>
        </h2>
      )}
      <TownsMap id={block.id} towns={block.towns} />
      {block.body !== '' && <Markdown text={block.body} level={3} lang={lang} />}
      <Chips>
        {block.towns.slice(0, MOST_NAMED).map((town) => (
          <PartnerChip key={town.code} partner={{ kind: 'municipality', id: town.code, name: town.name }} />
        ))}
      </Chips>
    </div>
  );
}
