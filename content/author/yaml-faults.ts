/** The YAML parser's complaints as sentences for staff: what was found on the line, and what to do. */
import type { ErrorCode, YAMLError } from 'yaml';

const INDENT = '字下げ（行のはじめのスペースの数）がそろっていません。上下の行と同じ数にしてください';
const QUOTE = '「:」「#」「{」「[」などを含む文章は、全体を「"」で囲んでください';
const CLOSE = '「[」「{」「"」のどれかが閉じていません。閉じてください';

const WORDS: Readonly<Partial<Record<ErrorCode, string>>> = {
  ALIAS_PROPS: QUOTE,
  BAD_ALIAS: `「*」ではじまる言葉は読めません。${QUOTE}`,
  BAD_COLLECTION_TYPE: INDENT,
  BAD_DQ_ESCAPE: '「"」の中の「\\」が読めません。「\\\\」と2つ書いてください',
  BAD_INDENT: `字下げがそろっていないか、${CLOSE}`,
  BAD_PROP_ORDER: INDENT,
  BAD_SCALAR_START: `この記号では文章をはじめられません。${QUOTE}`,
  BLOCK_AS_IMPLICIT_KEY: `「項目: 値」の中に、もう一つの「:」があります。${QUOTE}`,
  BLOCK_IN_FLOW: `「[ ]」「{ }」の中で、行が改まっています。${CLOSE}`,
  DUPLICATE_KEY: '同じ項目が2回あります。どちらかを消してください',
  MISSING_CHAR: `記号が足りません。${CLOSE}`,
  MULTILINE_IMPLICIT_KEY: '項目の名前のあとに「:」とスペースがありません。「項目: 値」の形にしてください',
  MULTIPLE_DOCS: '「---」が途中にあります。1つのファイルには1つの内容だけを書いてください',
  TAB_AS_INDENT: '字下げにタブがあります。スペースにしてください',
  TAG_RESOLVE_FAILED: `「!」ではじまる言葉は読めません。${QUOTE}`,
  UNEXPECTED_TOKEN: `ここに来るはずのない記号か字下げがあります。${QUOTE}`,
};

/** A sentence in Japanese; the parser's own where none is known. */
export function yamlFault(error: YAMLError): string {
  return WORDS[error.code] ?? error.message.split('\n')[0] ?? '';
}
