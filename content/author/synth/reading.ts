/** Made-up newsletters and exhibitions: packs of articles, and one exhibition for each region. */
import { ARTICLE_KINDS, PURPOSES, type REGION_IDS, THEMES } from '../../pack/types.ts';
import { type Pair, paragraph, sentence, type Topic } from './sentences.ts';
import { referenceTo, SYNTH_DAY } from './towns.ts';
import { ISSUES } from './words.ts';
import { type Plain, yamlThing } from './yaml.ts';

/** Path in the source -> text. */
export type SourceFiles = readonly (readonly [string, string])[];

/** What visitors and staff must never take for facts. */
const MADE_UP: Pair = {
  ja: '試験のためにつくった内容です。事実ではありません。',
  en: 'Made up for tests. None of it is a fact.',
};

function packFile(id: string, kind: string, title: Pair): string {
  return yamlThing({ id, kind, version: 1, date: SYNTH_DAY, title, summary: MADE_UP });
}

/** The issue of number `number`, from 1; articles come on their own. */
export function issueFiles(number: number): SourceFiles {
  const id = issueId(number);
  // Behind the real ones.
  const shown = 1000 + number;
  const title = { ja: `試験用NEWS 第${number}号`, en: `Test NEWS No. ${number}` };
  return [
    [`${id}/pack.yaml`, packFile(id, 'newsletter', title)],
    [`${id}/issue.yaml`, yamlThing({ id, number: shown, date: SYNTH_DAY, title, theme: MADE_UP })],
  ];
}

export function issueId(number: number): string {
  return `synth-news-${String(number).padStart(3, '0')}`;
}

/**
 * @param position from 1, in its issue
 * @param fields   ids of the project's fields
 */
export function articleFiles(
  topic: Topic,
  issue: number,
  position: number,
  fields: readonly string[],
): SourceFiles {
  const { dice, town, ward } = topic;
  const [, ja, en] = dice.one(ISSUES);
  const title = {
    ja: `${town.nameJa}と${ward.nameJa}、${ja}の${dice.within(2, 9)}年`,
    en: `${town.nameEn} and ${ward.nameEn}: ${en}`,
  };
  const facts = {
    kind: dice.one(ARTICLE_KINDS),
    position,
    theme: dice.one(THEMES),
    wards: [referenceTo(ward)],
    partners: [referenceTo(town)],
    fields: dice.some(fields, 1),
    purposes: dice.some(PURPOSES, 1),
    start: String(dice.within(2015, 2025)),
  };
  const summary = sentence(topic);
  const body = Array.from({ length: dice.within(2, 4) }, () => paragraph(topic, dice.within(2, 3)));
  const slug = `a${String(position).padStart(4, '0')}`;
  const text = (lang: keyof Pair): string =>
    `# ${title[lang]}\n\n${[summary, ...body].map((one) => one[lang]).join('\n\n')}\n`;
  const folder = `${issueId(issue)}/articles`;
  return [
    [`${folder}/${slug}.ja.md`, `---\n${yamlThing(facts)}---\n\n${text('ja')}`],
    [`${folder}/${slug}.en.md`, text('en')],
  ];
}

/** @param topics towns of the region it tells of, at least one */
export function exhibitionFiles(
  region: (typeof REGION_IDS)[number],
  name: Pair,
  topics: readonly Topic[],
): SourceFiles {
  const id = `synth-show-${region}`;
  const title = { ja: `試験用展示 ${name.ja}のまち`, en: `Test exhibition: towns of ${name.en}` };
  const chapters = topics.map((topic, i) => chapter(topic, i));
  const show: Plain = {
    id,
    title,
    subtitle: { ja: `${topics.length}のまちをたずねて`, en: `A visit to ${topics.length} towns` },
    summary: MADE_UP,
    theme: topics[0]?.dice.one(THEMES) ?? 'plain',
    region,
    chapters,
  };
  return [
    [`${id}/pack.yaml`, packFile(id, 'exhibition', title)],
    [`${id}/exhibition.yaml`, yamlThing(show)],
  ];
}

function chapter(topic: Topic, i: number): Plain {
  const { dice, town } = topic;
  const title = { ja: `${town.nameJa}をたずねる`, en: `A visit to ${town.nameEn}` };
  return {
    id: `chapter-${i + 1}`,
    title,
    theme: dice.one(THEMES),
    blocks: [
      { kind: 'text', title, body: paragraph(topic, 2) },
      {
        kind: 'quote',
        body: sentence(topic),
        who: { ja: `${town.nameJa}の職員`, en: `Staff of ${town.nameEn}` },
      },
      {
        kind: 'number',
        title: { ja: '催しに来た人', en: 'People who came' },
        body: sentence(topic),
        value: dice.within(100, 90_000),
        unit: { ja: '人', en: 'people' },
        asOf: SYNTH_DAY.slice(0, 7),
      },
      { kind: 'map', title, body: sentence(topic), towns: [referenceTo(town)] },
    ],
  };
}
