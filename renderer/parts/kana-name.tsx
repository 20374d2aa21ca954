/** A place name with its reading above: hiragana in Japanese, as ruby. Other languages show the name alone. */
import { useSettings } from '../settings.ts';
import './kana-name.css';

export type KanaNameProps = {
  readonly name: string;
  /** Hiragana of the whole name; null where there is none. */
  readonly kana: string | null;
};

/** Inline: put it into the heading or card that gives the size. */
export function KanaName({ name, kana }: KanaNameProps) {
  const { lang } = useSettings();
  // Their names are written in the kanji of Japan, not in those of China.
  if (lang === 'zh-Hans') return <span lang="ja">{name}</span>;
  const japanese = lang === 'ja' || lang === 'ja-easy';
  // つくば市 etc. still carry 市; a name all in kana needs no reading.
  if (!japanese || kana === null || kana === name) return <>{name}</>;
  return (
    <ruby className="kana-name">
      {name}
      <rp>（</rp>
      <rt>{kana}</rt>
      <rp>）</rp>
    </ruby>
  );
}
