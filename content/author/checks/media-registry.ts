/** The checks of pictures, films and printed pages; their ids come from `media/`. */
import type { CheckEntry } from './registry.ts';

function error(what: string, why: string, fix: string): CheckEntry {
  return { what, why, fix, severity: 'error' };
}

function warning(what: string, why: string, fix: string): CheckEntry {
  return { what, why, fix, severity: 'warning' };
}

const REDO = 'もとのファイルから保存しなおします';
const OWNER = '使ってよいことがわからないものは、人前に出せません';
const SEEN = '見えない方に読み上げます';

const PICTURE_CHECKS = {
  'picture-missing': error(
    '写真のファイルがない',
    '写真が出ません',
    'pictures フォルダに入れるか、名前を直します',
  ),
  'picture-no-alt': error('写真の説明（alt）がない', SEEN, '写っているものを、ことばで書きます'),
  'picture-no-credit': error('写真の提供者（credit）がない', OWNER, '撮影した人や提供した団体を書きます'),
  'picture-no-licence': error('写真の使用条件（licence）がない', OWNER, '使ってよいことを確かめ、書きます'),
  'picture-alt-en': warning(
    '写真の説明に英語がない',
    '英語で聞く方には読み上げられません',
    'alt に en を書きます',
  ),
  'picture-not-picture': error('写真として読めない', '画面に出せません', 'JPEG、PNG、WebPにします'),
  'picture-format': error(
    '使えない形式の写真',
    '古い機械やこの画面では開けません',
    'JPEGかPNGで保存しなおします',
  ),
  'picture-svg': error('SVGの絵', '中にプログラムを書ける形式のため、使いません', 'PNGで書き出します'),
  'picture-extension': error(
    '名前の終わりと中身が違う',
    '中身を取りちがえるもとです',
    '名前の終わりを中身に合わせます',
  ),
  'picture-damaged': error('写真が壊れている', '画面に出せません', REDO),
  'picture-truncated': error(
    '写真が途中で切れている',
    'コピーの途中で止まったようです',
    'コピーしなおします',
  ),
  'picture-animated': error('動く画像', '目がまわる方がいます', '動かない写真にします'),
  'picture-small': error('写真が小さすぎる', '大きな画面でぼやけます', '長い辺が1200画素以上の写真にします'),
  'picture-file-large': error(
    '写真のファイルが大きすぎる',
    '運ぶのに時間がかかります',
    '小さくして保存しなおします',
  ),
  'picture-too-many-pixels': error(
    '写真の画素が多すぎる',
    '開くのに大きな記憶がいります',
    '縮めて保存しなおします',
  ),
  'picture-bomb': error(
    '開くと異常に大きくなる写真',
    '機械を止めるためのファイルかもしれません',
    'ほかの写真にします',
  ),
  'picture-duplicate': error(
    '同じ写真が二度書かれている',
    'どちらの説明を出すのか決められません',
    'どちらかを消します',
  ),
  'picture-described-twice': error(
    '同じ写真の説明が2つある',
    'どちらの説明を出すのか決められません',
    '説明を1つにそろえます',
  ),
  'picture-unknown': error('使われている写真の説明がない', SEEN, 'pictures.yaml に書きます'),
  'picture-unused': warning('使われていない写真', '運ぶだけむだになります', '使うか、消します'),
  'picture-in-text': error(
    '文章の中の写真の書きかたが違う',
    '写真が出ません',
    '「![ひとこと](../pictures/名前.jpg)」と1行に書きます',
  ),
} as const satisfies Record<string, CheckEntry>;

const FILM_CHECKS = {
  'film-missing': error('動画のファイルがない', '動画が出ません', 'films フォルダに入れるか、名前を直します'),
  'film-no-alt': error('動画の説明（alt）がない', SEEN, '何が映っているかを、ことばで書きます'),
  'film-no-credit': error('動画の提供者（credit）がない', OWNER, '撮影した人や提供した団体を書きます'),
  'film-no-licence': error('動画の使用条件（licence）がない', OWNER, '使ってよいことを確かめ、書きます'),
  'film-alt-en': warning(
    '動画の説明に英語がない',
    '英語で聞く方には読み上げられません',
    'alt に en を書きます',
  ),
  'film-unknown': error(
    '使われている動画の情報がない',
    '字幕も提供者もわかりません',
    'films.yaml に書きます',
  ),
  'film-duplicate': error(
    '同じ動画が二度書かれている',
    'どちらを出すのか決められません',
    'どちらかを消します',
  ),
  'film-unused': warning('使われていない動画や字幕', '運ぶだけむだになります', '使うか、消します'),
  'film-no-captions': error(
    '動画に字幕がない',
    '音を出せないホールや、聞こえない方に伝わりません',
    '字幕（.vtt）をつくります',
  ),
  'captions-missing': error(
    '字幕のファイルがない',
    '字幕が出ません',
    'films フォルダに入れるか、名前を直します',
  ),
  'captions-wrong': error('字幕の形が違う', '字幕が出ません', 'WebVTTの形に直します'),
  'captions-late': error('動画が終わったあとに字幕がある', '字幕か動画がまちがっています', '時刻を直します'),
  'film-not-film': error('動画として読めない', '画面に出せません', 'MP4かWebMにします'),
  'film-damaged': error('動画が壊れている', '画面に出せません', REDO),
  'film-truncated': error('動画が途中で切れている', 'コピーの途中で止まったようです', 'コピーしなおします'),
  'film-extension': error(
    '名前の終わりと中身が違う',
    '中身を取りちがえるもとです',
    '名前の終わりを中身に合わせます',
  ),
  'film-no-picture': error('動画に映像がない', '画面に出すものがありません', REDO),
  'film-no-duration': error('動画に長さが書かれていない', '残りの時間を示せません', '書き出しなおします'),
  'film-codec': error('再生できない種類の動画', 'この画面では動きません', 'H.264のMP4で書き出しなおします'),
  'film-large': error('動画のファイルが大きすぎる', '運ぶのに時間がかかります', '短くするか、画質を下げます'),
  'film-long': error('動画が長すぎる', '立ったまま見るには長すぎます', '3分までにします'),
  'film-side': error('動画の画面が大きすぎる', 'なめらかに動きません', '長い辺を1920画素までにします'),
} as const satisfies Record<string, CheckEntry>;

const PRINT_CHECKS = {
  'pdf-missing': error('紙面のPDFがない', '紙面が出ません', 'issue.yaml と同じフォルダに入れます'),
  'pdf-large': error('PDFが大きすぎる', '開くのに時間がかかります', '画質を下げて書き出しなおします'),
  'pdf-not-pdf': error('PDFではない', '紙面が出ません', 'PDFで書き出しなおします'),
  'pdf-truncated': error('PDFが途中で切れている', 'コピーの途中で止まったようです', 'コピーしなおします'),
  'pdf-damaged': error('PDFが壊れている', '紙面が出ません', '書き出しなおします'),
  'pdf-locked': error('PDFにパスワードがかかっている', '開けません', 'パスワードを外します'),
  'pdf-pages': error('PDFのページが多すぎる', '1つの号の紙面ではないようです', '分けて書き出します'),
  'pdf-font': error(
    'PDFの文字が埋め込まれていない',
    'ほかの機械では文字が出ません',
    '文字を埋め込んで書き出します',
  ),
  'pdf-shape': error('PDFのページが細長すぎる', '画面に収まりません', 'ページに分けて書き出します'),
  'pdf-no-words': warning('PDFに文字がない', '検索で見つかりません', '文字の入ったPDFを書き出します'),
} as const satisfies Record<string, CheckEntry>;

export const MEDIA_CHECKS = { ...PICTURE_CHECKS, ...FILM_CHECKS, ...PRINT_CHECKS } as const;
