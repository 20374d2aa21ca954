/** Newsletter and exhibition packs. */
import { LANGS } from '../../pack/lang.ts';
import type { SourceBlock, Texts } from '../shapes.ts';
import type { ArticleSource, ExhibitionSource, NewsletterSource } from '../source.ts';
import { mustResolve } from '../world.ts';
import { textWithPictures } from './media.ts';
import {
  type Compiler,
  flag,
  insertPartners,
  insertSides,
  insertTags,
  insertWords,
  langsOf,
} from './rows.ts';

export function insertNewsletter(compiler: Compiler, pack: NewsletterSource): void {
  const issue = pack.issue.value;
  compiler.draft.insert('issue', { issue_id: issue.id, number: issue.number, issue_date: issue.date });
  insertWords(compiler, 'issue', issue.id, issue.title, { title: issue.title, theme: issue.theme });
  for (const article of pack.articles) insertArticle(compiler, issue.id, article);
}

function insertArticle(compiler: Compiler, issueId: string, article: ArticleSource): void {
  const facts = article.facts.value;
  const id = `${issueId}-${article.id}`;
  compiler.draft.insert('article', {
    article_id: id,
    issue_id: issueId,
    kind: facts.kind,
    theme: facts.theme,
    all_wards: flag(facts.wards === 'all'),
    start_date: facts.start ?? null,
    end_date: facts.end ?? null,
    deadline_date: facts.deadline ?? null,
    online: flag(facts.online),
    url: facts.url ?? null,
    position: facts.position,
  });
  for (const lang of LANGS) {
    const words = article.words.get(lang);
    if (!words) continue;
    const { title, summary } = words;
    const body = textWithPictures(compiler, words.body);
    compiler.draft.insert('article_text', { article_id: id, lang, title, summary, body });
  }
  insertSides(compiler, 'article', id, facts);
  insertTags(compiler, 'article', 'field', id, facts.fields);
  insertTags(compiler, 'article', 'purpose', id, facts.purposes);
}

export function insertExhibition(compiler: Compiler, pack: ExhibitionSource): void {
  const { draft } = compiler;
  const source = pack.exhibition.value;
  draft.insert('exhibition', {
    exhibition_id: source.id,
    theme: source.theme,
    region_id: source.region ?? null,
    position: 0,
  });
  const { title, subtitle, summary } = source;
  insertWords(compiler, 'exhibition', source.id, title, { title, subtitle, summary });
  insertPartners(compiler, 'exhibition', source.id, source.partners);
  for (const showing of source.showings) {
    draft.insert('showing', {
      exhibition_id: source.id,
      venue_id: showing.venue,
      first_day: showing.first,
      last_day: showing.last,
    });
  }
  source.chapters.forEach((chapter, position) => {
    const id = `${source.id}-${chapter.id}`;
    draft.insert('chapter', { chapter_id: id, exhibition_id: source.id, theme: chapter.theme, position });
    insertWords(compiler, 'chapter', id, chapter.title, { title: chapter.title });
    chapter.blocks.forEach((block, place) => insertBlock(compiler, id, block, place));
  });
}

/** A picture may stand without words of its own. */
const NO_WORDS: Texts = { ja: '' };

function insertBlock(compiler: Compiler, chapterId: string, block: SourceBlock, position: number): void {
  const id = `${chapterId}-${position + 1}`;
  compiler.draft.insert('block', {
    block_id: id,
    chapter_id: chapterId,
    kind: block.kind,
    data: JSON.stringify(blockData(compiler, block)),
    position,
  });
  const title = 'title' in block ? (block.title ?? null) : null;
  const body = block.body ?? NO_WORDS;
  insertWords(compiler, 'block', id, block.body ?? title ?? NO_WORDS, { title, body });
}

/** What does not depend on the language, and the small words that belong to it, by language. */
function blockData(compiler: Compiler, block: SourceBlock): unknown {
  switch (block.kind) {
    case 'text':
    case 'picture':
    case 'gallery':
    case 'before-after':
    case 'film':
      return {};
    case 'quote':
      return { who: byLang(block.who) };
    case 'number':
      return { value: block.value, unit: byLang(block.unit), asOf: block.asOf };
    case 'map':
      return { towns: block.towns.map((town) => mustResolve(town, compiler.world).id) };
    case 'quiz':
      return {
        choices: block.choices.map(byLang),
        answer: block.answer - 1,
        explanation: byLang(block.explanation),
      };
  }
}

/** The same texts with languages in fixed order, so that the bytes are stable. */
function byLang(texts: Texts): Readonly<Record<string, string>> {
  return Object.fromEntries(langsOf(texts).map((lang) => [lang, texts[lang] ?? texts.ja]));
}
