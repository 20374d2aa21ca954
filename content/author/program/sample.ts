/** A sample of a program in YAML, for those who would rather write text than fill in a sheet. */
export const SAMPLE_FILE = '見本-巡回計画.yaml';

export const SAMPLE_PROGRAM = `# これは書きかたの見本です。日程は説明のためにつくったもので、実際の予定ではありません。
# 調べる:   renkei program check 見本-巡回計画.yaml
# 図で見る: renkei program show 見本-巡回計画.yaml --html 計画.html --ics 計画.ics
# 配る:     renkei program 計画.yaml --repo 配布 --keys 鍵
title: { ja: 巡回計画（見本）, en: Program (sample) }

# 会場から会場へ動かすのに要る日数。これより短いと注意が出ます。
moveDays: 2

# 1つの予定: どの展示（exhibition）を、どの会場（venue）で、いつから（first）いつまで（last）。おわりの日も展示します。
# 名前でも id でも書けます。日付は「令和9年4月1日」「2027-04-01」のどちらでも書けます。
stays:
  - exhibition: 広島9町、山と海のあいだ
    venue: 東京区政会館
    first: 令和9年4月1日
    last: 令和9年4月24日
    opening: 令和9年4月1日
    note: 見本の予定です
  - exhibition: hiroshima-9
    venue: arakawa-kuyakusho
    first: 2027-04-28
    last: 2027-05-31
  # パネルを運ばず、キオスクの画面だけで見せる予定。同じ時に、いくつの会場でも見せられます。
  - { exhibition: ten-years, venue: 東京区政会館, first: 2027-04-25, last: 2027-12-28, screenOnly: true }
`;
