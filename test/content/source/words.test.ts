/** Every word a visitor may read: nobody private is named, no doubtful address shown, each language is itself. */
import { describe, expect, it } from 'vitest';
import { contentFiles, everythingSaid } from './files.ts';

/** How names of people are written: 山田太郎氏, 山田さん, 市長の山田, 山田 太郎, Mayor Yamada, Taro YAMADA. */
const PERSON = [
  /[一-龠々ァ-ヶ]{2,}(氏|さん|さま|先生|教授|博士|議員)(?![一-龠])/,
  /(市長|町長|村長|区長|知事|会長|講師|教授|大臣|顧問)(の|・|：)[一-龠]{2,4}(氏|さん|が|は|、)/,
  /[一-龠]{1,3}[ 　][一-龠]{1,3}(?=[（(、。]|$)/,
  /\b(Mr|Ms|Mrs|Dr|Prof)\.? [A-Z]/,
  /\b(Mayor|Governor|Professor|Minister|Chair) [A-Z][a-z]/,
  /\b[A-Z][a-z]+ [A-Z]{3,}\b/,
];

/** Capitals that name a house or a paper, not a person. */
const NOT_PEOPLE = [/Biwako-Nagahama KANNON HOUSE/g, /びわ湖長浜 KANNON HOUSE/g, /Collaboration NEWS/g];

const DOUBTFUL = [/voichi/i, /kokudoseisaku_chisei/, /tk_000073/];

const said = everythingSaid();
const withoutThings = (text: string) => NOT_PEOPLE.reduce((rest, thing) => rest.replace(thing, ''), text);
const namesPerson = (text: string) => PERSON.some((pattern) => pattern.test(withoutThings(text)));

describe('people', () => {
  it('are found by the patterns below when they are named', () => {
    const samples = [
      '見本太郎氏が話しました',
      '見本さんの畑',
      '市長の見本が訪れ',
      '見本 太郎（講師）',
      'Mayor Mihon spoke',
      'Dr. Mihon',
      'Taro MIHON',
    ];
    expect(samples.filter((sample) => !namesPerson(sample))).toEqual([]);
  });

  it('are nowhere named', () => {
    expect(said.filter(({ text }) => namesPerson(text)).map(({ file, text }) => `${file}: ${text}`)).toEqual(
      [],
    );
  });
});

describe('addresses', () => {
  it('that look misprinted are shown nowhere', () => {
    const shown = contentFiles().filter(({ text }) => DOUBTFUL.some((address) => address.test(text)));
    expect(shown.map(({ file }) => file)).toEqual([]);
  });
});

describe('languages', () => {
  it('keep Japanese letters out of English, but for the name that a quiz asks for', () => {
    const mixed = said.filter(({ lang, text }) => lang === 'en' && /[ぁ-んァ-ヶ一-龠]/.test(text));
    expect(mixed.map(({ text }) => text)).toEqual(['How do you read 神石高原町?']);
  });

  it('write easy Japanese in short sentences without ruby marks', () => {
    const easy = said.filter(({ lang }) => lang === 'ja-easy');
    expect(easy.length).toBeGreaterThan(200);
    const hard = easy.filter(
      ({ text }) => /[《》｜]/.test(text) || text.split('。').some((sentence) => [...sentence].length > 60),
    );
    expect(hard.map(({ text }) => text)).toEqual([]);
  });

  it('have no empty text and no place left to fill in', () => {
    const open = said.filter(({ text }) => /TODO|TBD|@\{|未定|○○/.test(text));
    expect(open).toEqual([]);
  });
});
