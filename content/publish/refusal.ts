/** Why keys were not made or content was not signed. Closed list; each has its sentence for staff. */

export const PUBLISH_REFUSAL_CODES = [
  'keys-exist',
  'key-missing',
  'key-unreadable',
  'passphrase-wrong',
  'passphrase-short',
  'repository-busy',
  'repository-altered',
  'repository-without-keys',
  'root-expired',
  'clock-behind',
  'build-unreadable',
  'pack-unusable',
  'pack-older',
  'pack-same-version',
  'pack-not-there',
  'media-missing',
  'base-missing',
  'name-taken',
  'name-unusable',
  'path-unusable',
  'partner-unknown',
  'partner-outside',
  'program-older',
  'program-same-version',
  'hall-unknown',
  'stick-foreign',
  'stick-newer',
  'stick-full',
  'stick-failing',
] as const;

export type PublishRefusalCode = (typeof PUBLISH_REFUSAL_CODES)[number];

const WORDS: { readonly [Code in PublishRefusalCode]: string } = {
  'keys-exist': 'このフォルダにはもう鍵があります。別のフォルダを指定してください。',
  'key-missing':
    '署名に必要な鍵が見つかりません。鍵のフォルダ（--keys、rootの鍵は --root-keys）を確かめてください。',
  'key-unreadable': '鍵のファイルが読めません。控えから戻してください。',
  'passphrase-wrong': 'パスフレーズが違います。',
  'passphrase-short': 'パスフレーズは12文字以上にしてください。',
  'repository-busy': '同じ配信フォルダで別の作業が進んでいます。終わるまで待ってください。',
  'repository-altered':
    '配信フォルダの署名が合いません。誰かが書きかえたか、壊れています。控えから戻してください。',
  'repository-without-keys':
    '配信フォルダがまだありません。はじめての公開では renkei keys new でつくった鍵のフォルダを指定してください。',
  'root-expired': 'root の期限が切れています。renkei keys renew で延ばしてください。',
  'clock-behind':
    'この機械の時計が、前に署名した日より前を示しています。時計を合わせてから、もう一度行ってください。',
  'build-unreadable':
    'renkei build でつくったデータフォルダではありません。library.json のあるフォルダを指定してください。',
  'pack-unusable': 'パックが壊れているか、使えない形式です。renkei build でつくりなおしてください。',
  'pack-older': '公開ずみのものより古い版です。pack.yaml の版番号を上げてつくりなおしてください。',
  'pack-same-version': '同じ版番号で中身が違います。pack.yaml の版番号を上げてつくりなおしてください。',
  'pack-not-there': '取り下げるパックは公開されていません。',
  'media-missing':
    'パックが使う画像または動画がないか、中身が違います。renkei build でつくりなおしてください。',
  'base-missing':
    '基本パックがありません。はじめに基本パックを公開してください。取り下げることはできません。',
  'name-taken': 'この名前はもう使われています。別の名前にしてください。',
  'name-unusable': '名前は英小文字で始め、英小文字・数字・ハイフンで32文字までにしてください。',
  'path-unusable':
    '任せる範囲は packs/<接頭語>-* の形で書いてください。ほかの団体の範囲と重ねることはできません。',
  'partner-unknown': 'この団体には署名を任せていません。renkei keys delegate で任せてください。',
  'partner-outside':
    '任された範囲の外のパック、または団体が出せない種類のパックが入っています。団体に直してもらってください。',
  'program-older':
    '公開ずみの計画より古い版か、古い日付です。計画の version と date を消してください。自動で新しくなります。',
  'program-same-version':
    '同じ版番号で中身の違う計画がもう公開されています。計画の version を消してください。自動で新しい番号になります。',
  'hall-unknown': 'このIDの会場は公開ずみの内容にありません。下に並ぶ会場のIDから選んでください。',
  'stick-foreign':
    'このフォルダには別の配信元の内容があるか、配信フォルダそのものです。空のUSBメモリか、別のフォルダを指定してください。',
  'stick-newer':
    'USBメモリのほうが新しい内容です。配信フォルダを新しくするか、USBメモリを空にしてから行ってください。',
  'stick-full': 'USBメモリの空きが足りません。中のファイルを消すか、大きいものを使ってください。',
  'stick-failing':
    'USBメモリから読みなおすと、書いたものと違いました。もう一度行い、同じことが起きるときは、別のUSBメモリを使ってください。',
};

export class PublishRefused extends Error {
  override readonly name = 'PublishRefused';
  readonly code: PublishRefusalCode;
  /** Pack, role or file meant; may be empty. */
  readonly subject: string;
  readonly detail: string;

  constructor(code: PublishRefusalCode, subject: string, detail: string, options?: ErrorOptions) {
    super(`${code} (${subject}): ${detail}`, options);
    this.code = code;
    this.subject = subject;
    this.detail = detail;
  }
}

export function publishRefusalWords({ code, subject }: PublishRefused): string {
  return `${subject === '' ? '' : `［${subject}］`}${WORDS[code]}`;
}
