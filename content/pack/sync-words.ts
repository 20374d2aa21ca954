/** The sentences staff read for each refusal: what happened, then what to do. */
import type { SyncRefusal, SyncRefusalCode } from './sync-refusal.ts';

const KEEPS = 'いまの内容はそのまま表示しています。';

const WORDS: { readonly [Code in SyncRefusalCode]: string } = {
  'not-a-repository':
    '連携キオスクのコンテンツが見つかりません。USBメモリまたはアドレスが正しいか確かめてください。',
  'source-unreachable':
    '配信元につながりません。ネットワークの線とアドレスを確かめるか、USBメモリで取り込んでください。',
  'source-vanished':
    '取り込みの途中で配信元が見えなくなりました。USBメモリを差しなおすか、回線を確かめて、もう一度行ってください。続きから始まります。',
  'source-incomplete':
    '配信元にファイルが足りません。USBメモリへのコピーが途中の可能性があります。コピーしなおしてください。',
  'captive-portal':
    'コンテンツの代わりに別のページが返ってきました。館内の無線LANなどでログインが必要な状態です。ネットワークの担当者に確かめてください。',
  redirected:
    '別のサーバーへ転送されたため止めました。アドレスと、館内ネットワークのログイン状態を確かめてください。',
  encoded: '配信元が圧縮したデータを送ってきたため止めました。配信元のサーバーの圧縮設定を切ってください。',
  'too-slow': '通信が遅すぎるため止めました。時間をおいてもう一度行うか、USBメモリで取り込んでください。',
  'endless-data':
    '決められた大きさを超えるデータが送られてきたため止めました。配信元の管理者に知らせてください。',
  'bad-path':
    '配信元に使えない名前やリンクがあるため止めました。USBメモリをつくりなおし、管理者に知らせてください。',
  'root-missing':
    'このキオスクには、信頼する署名（root.json）がまだありません。--root でファイルを指定するか、はじめての場合だけ --trust-first を付けてください。',
  'root-unusable': '指定された root.json が使えません。事務局から受け取ったファイルか確かめてください。',
  'unknown-signer':
    '事務局の署名ではないため取り込みませんでした。USBメモリまたはアドレスが正しいか、事務局に確かめてください。',
  'metadata-damaged':
    '署名の一覧が壊れているため取り込みませんでした。USBメモリをつくりなおすか、時間をおいてもう一度行ってください。',
  rollback:
    '前に受け取ったものより古い内容のため取り込みませんでした。新しいUSBメモリまたは配信元を使ってください。',
  frozen:
    '配信元の署名の期限が切れているため取り込みませんでした。新しいUSBメモリを受け取るか、事務局に更新を頼んでください。',
  'mix-and-match':
    '新旧の配信内容がまざっているため取り込みませんでした。USBメモリをつくりなおすか、少し待ってもう一度行ってください。',
  'clock-not-believed':
    'このキオスクの日付が正しくないようです。日付を確認してください。直したあと、もう一度取り込んでください。',
  'target-altered':
    '署名されたものと中身が違うため取り込みませんでした。USBメモリをつくりなおすか、配信元の管理者に知らせてください。',
  'wrong-length':
    '署名されたものと大きさが違うため取り込みませんでした。コピーが途中の可能性があります。USBメモリをつくりなおしてください。',
  'same-version-differs':
    '同じ版番号で中身の違うパックがあるため取り込みませんでした。事務局に版番号を上げてもらってください。',
  'pack-too-new':
    'このパックには新しいキオスクのプログラムが必要です。プログラムを更新してから取り込んでください。',
  'pack-too-old':
    'このパックは古い形式のため使えません。事務局に新しい形式でつくりなおしてもらってください。',
  'pack-refused': 'パックの中身に使えないものがあるため取り込みませんでした。事務局に知らせてください。',
  'too-big': 'パックまたはファイルが大きすぎるため取り込みませんでした。事務局に知らせてください。',
  'no-base': '基本パックがない内容のため取り込みませんでした。事務局に知らせてください。',
  'no-room': '空き容量が足りません。このキオスクの不要なファイルを消すか、管理者に知らせてください。',
  'disk-failed':
    'このキオスクのディスクに書き込めませんでした。もう一度行い、続くときは機器の管理者に知らせてください。',
  busy: '別の取り込みが進んでいます。終わるまで待ってください。',
  cancelled: '取り込みを止めました。続きはあとから始められます。',
  'process-died': '取り込みの処理が途中で終わってしまいました。もう一度行ってください。続きから始まります。',
  'not-opened': '新しい内容を開けなかったため、前の内容に戻しました。事務局に知らせてください。',
  'no-previous': '戻せる前の内容がありません。',
  'not-signed':
    'この内容には署名の記録がありません。renkei sync で取り込んだデータフォルダを指定してください。',
};

/** Codes after which nothing was being shown or nothing was to be replaced, so nothing "stays". */
const WITHOUT_KEEPING: readonly SyncRefusalCode[] = [
  'busy',
  'not-opened',
  'no-previous',
  'not-signed',
  'root-missing',
];

/** One or two sentences in Japanese, with the thing that is meant in front. */
export function refusalWords({ code, subject }: SyncRefusal): string {
  const head = subject === '' ? '' : `［${subject}］`;
  const tail = WITHOUT_KEEPING.includes(code) ? '' : KEEPS;
  return `${head}${WORDS[code]}${tail}`;
}
