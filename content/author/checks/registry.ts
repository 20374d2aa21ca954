/**
 * Every check by its id: what it looks for, why it matters, and what to do. `renkei check --list` prints
 * this and `checks.md` is made of it. Checks about a single file's form have the id of the form.
 */

export type CheckEntry = {
  /** What is looked for. */
  readonly what: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do. */
  readonly fix: string;
  readonly severity: 'error' | 'warning';
};

function error(what: string, why: string, fix: string): CheckEntry {
  return { what, why, fix, severity: 'error' };
}

function warning(what: string, why: string, fix: string): CheckEntry {
  return { what, why, fix, severity: 'warning' };
}

/** Files and their form. */
const FORM_CHECKS = {
  'no-pack': error(
    '原稿フォルダに pack.yaml がない',
    'pack.yaml のあるフォルダが、1つのパックになります',
    'フォルダの場所を確かめます。はじめてなら renkei new でつくります',
  ),
  'no-base': error(
    '基本のパックがない',
    '自治体や会場の名前は、基本のパックから調べます',
    '基本のパック（kind: base）のフォルダを、同じ場所に置きます',
  ),
  'broken-base': error(
    '基本のパックが読めない',
    '名前を調べられないため、ほかのパックも調べられません',
    '基本のパックのエラーを先に直します',
  ),
  'second-base': error(
    '基本のパックが2つある',
    'すべてのまちが2回ずつ出てしまいます',
    'どちらか1つだけを残します',
  ),
  'file-missing': error('ファイルがない', 'パックに必要なファイルです', '名前と場所を確かめます'),
  'file-too-large': error(
    'ファイルが大きすぎる',
    'まちがったファイルのことが多いためです',
    '4MBまでに分けます',
  ),
  'not-utf8': error(
    '文字コードがUTF-8ではない',
    '文字が化けてしまいます',
    'メモ帳などで「UTF-8」を選んで保存しなおします',
  ),
  'text-hidden': error(
    '見えない制御文字がある',
    '文の向きが変わったり、化けたりします。キオスクはそのパックを受け取りません',
    '行を打ち直すか、メモ帳などに一度貼ってから写します',
  ),
  yaml: error('YAMLとして読めない', '中身がわかりません', '字下げ（スペースの数）と「:」「- 」を確かめます'),
  shape: error(
    '項目が足りない、多い、形が違う',
    '画面に出せません',
    'content/source/README.md にある形にします',
  ),
  'ja-missing': error(
    '日本語がない',
    'すべての文章に日本語が必要です。ほかの言葉がないときは日本語を出します',
    'ja: に日本語を書きます',
  ),
  'number-undated': error(
    '数字や情報に、いつのものかがない',
    '数はすぐに古くなります。いつの数かがわからないと、くらべられません',
    'asOf に日付を書きます',
  ),
  'notice-no-expiry': error(
    'お知らせに終わりの日時がない',
    '終わりを決めないと、古い知らせがいつまでも画面に残ります',
    'until に、消してよい日時を「2026-11-23 18:00」の形で書きます。のびたら新しい版を配ります',
  ),
  'markdown-form': error(
    '記事の形が違う',
    '見出しと要約が、一覧の画面に出ます',
    '「# 見出し」、空行、1段落目（要約）の順に書きます',
  ),
  'front-matter-missing': error(
    '記事の先頭に情報がない',
    '記事の種類や相手がわかりません',
    '先頭に「---」で囲んだ情報を書きます',
  ),
  'no-articles': error('記事が1つもない', '空の号は出せません', 'articles フォルダに記事を入れます'),
  'article-stray': error(
    '使われない記事のファイル',
    '日本語の記事と名前が合わないため、出ません',
    '「名前.ja.md」「名前.en.md」のように、名前をそろえます',
  ),
  'article-name': error(
    '記事のファイル名が使えない',
    'ファイル名は記事の番号になります',
    '小文字の英数字とハイフンにします',
  ),
  'reading-form': error(
    'ふりがなの上書きの形が違う',
    'ふりがなを付けられません',
    '「言葉: よみ」の形で、よみをひらがなで書きます',
  ),
  'import-unfinished': error(
    '読みこみが途中で止まっている',
    '新しいファイルと古いファイルが混ざっています',
    '同じ renkei import をもう一度します。続きから終わらせます',
  ),
} as const satisfies Record<string, CheckEntry>;

/** What the words and numbers say. */
const CONTENT_CHECKS = {
  'duplicate-id': error('同じidが2つある', 'どちらを出すのか決められません', 'どちらかのidを変えます'),
  'unknown-reference': error(
    '自治体コードや名前がわからない',
    'コードと名前が合わないときは、書きまちがいです',
    '「012068 釧路市」のように、コードと名前を合わせます',
  ),
  'not-a-town': error('市区町村ではない', 'ここには市区町村だけを書けます', '市区町村を書きます'),
  'not-a-ward': error('特別区ではない', 'ここには23区だけを書けます', '23区のどれかを書きます'),
  'not-a-prefecture': error('都道府県ではない', 'ここには都道府県だけを書けます', '都道府県を書きます'),
  'unknown-venue': error(
    '会場がない',
    '会場の名前を出せません',
    'venues.yaml に会場を加えるか、idを直します',
  ),
  'unknown-field': error('分野がない', '分野の名前を出せません', 'project.yaml の分野のidにします'),
  'unknown-link': error('つながりがない', '年表から開く先がありません', 'links.yaml のidにします'),
  'link-broken': error(
    '文章の中のリンク先がない',
    '押しても開けません',
    '「[名前](town:012068)」のように、あるものを指すか、リンクをやめます',
  ),
  'quiz-answer': error('クイズの正解が選択肢にない', '正解を示せません', 'answer を選択肢の番号にします'),
  'start-missing': error('終わりの日だけがある', '期間を出せません', '始まりの日を書きます'),
  'dates-inverted': error(
    '終わりの日が始まりの日より前',
    '日付のどちらかがまちがっています',
    '日付を直します',
  ),
  'flagged-url': error(
    '誤りの疑いがあるURL',
    '来館者をまちがったページへ案内してしまいます',
    '正しいURLを確かめて書きかえるか、消します',
  ),
  'headline-missing': error(
    'まちの見出しがない',
    '見出しのないまちは、だれの目にもとまりません',
    'headline に一文で書きます',
  ),
  'headline-long': warning('見出しが長い', 'ひと目で読めません', '60字までにします。40字がおすすめです'),
  'summary-long': warning(
    '要約が長い',
    '役所の文書のように見え、読まれません',
    '120字までにします。くわしい話は本文に書きます',
  ),
  'text-long': warning('文章が長い', '立ったまま読むには長すぎます', '1段落を300字までにし、段落を分けます'),
  'sentence-long': warning('1つの文が長い', '読み終わる前に意味を見失います', '80字までにし、文を分けます'),
  'title-long': warning('題名が長い', '一覧で途中までしか出ません', '50字までにします'),
  'personal-name': warning(
    '個人の名前らしい言葉',
    'だれでも見る画面です。個人の名前は載せません',
    '「町の担当者」のように、役割や団体で書きます',
  ),
  'notice-long': error(
    'お知らせが長すぎる',
    'どの画面にも出る知らせです。ひと目で読めないと、いそぐときに役に立ちません',
    '見出しは40字、本文は600字、問い合わせ先は100字までにします（英語はその2.5倍まで）',
  ),
  'notice-language': error(
    'お知らせの見出しと本文で、書いてある言語が違う',
    '片方しかない言語では、知らせを読めません',
    'headline と body を同じ言語で書きます。日本語だけでも出せます',
  ),
  'facility-no-rule': warning(
    '施設に利用のきまりがない',
    'まちの方が、使えるかどうか判断できません',
    'rule に、だれがどう申し込むかを書きます',
  ),
  'case-no-desk': warning(
    '事例に問い合わせ先がない',
    '同じことをしたい区やまちが、だれに聞けばよいかわかりません',
    'office と、phone か url を書きます',
  ),
  'translation-missing': warning(
    '翻訳がない',
    '日本語を読めない方には、日本語のまま出ます',
    'やさしい日本語（ja-easy）と英語（en）から書きます。一覧は --all で見られます',
  ),
  'as-of-future': warning('情報の日付が未来', '日付のまちがいです', 'asOf を、内容を確かめた日にします'),
  'data-old': warning(
    '情報が古い',
    '2年たつと、窓口や内容が変わっていることがあります',
    '今も正しいかを確かめ、asOf を新しくします',
  ),
  'date-expired': warning(
    '終わった予定や締切',
    '来館者が、終わったことを待ってしまいます',
    '新しい日にするか、消します。終わった催しは status: held にします',
  ),
} as const satisfies Record<string, CheckEntry>;

export const SOURCE_CHECKS = { ...FORM_CHECKS, ...CONTENT_CHECKS } as const;
