/** The columns of the sheet 巡回計画: what the template asks and what the reader knows, from one list. */
export type ProgramColumn = {
  readonly key: 'exhibition' | 'venue' | 'range' | 'first' | 'last' | 'opening' | 'screenOnly' | 'note';
  readonly title: string;
  readonly aliases: readonly string[];
  readonly required: boolean;
  /** For the note on the heading. */
  readonly hint: string;
  readonly example: string;
  /** In letters. */
  readonly width: number;
  /** 期間 in one cell is read where somebody writes it so; the template asks for two. */
  readonly inTemplate: boolean;
};

export const PROGRAM_SHEET = '巡回計画';
/** Label of the cell beside which the title stands. */
export const TITLE_LABEL = '計画の名前';

export const PROGRAM_COLUMNS: readonly ProgramColumn[] = [
  {
    key: 'exhibition',
    title: '展示',
    aliases: ['展示名', '展示の名前', '企画展', '企画展示', 'タイトル', 'exhibition'],
    required: true,
    hint: '展示の名前です。▼から選べます。',
    example: '',
    width: 34,
    inTemplate: true,
  },
  {
    key: 'venue',
    title: '会場',
    aliases: ['会場名', '場所', '開催場所', '区', '区役所', 'venue'],
    required: true,
    hint: '会場の名前です。▼から選べます。「荒川区」のように区の名前でも書けます。',
    example: '',
    width: 22,
    inTemplate: true,
  },
  {
    key: 'first',
    title: 'はじめの日',
    aliases: ['開始日', '初日', 'はじまり', '開始', '自', 'から', 'first'],
    required: true,
    hint: '展示を始める日です。「令和8年4月1日」「2026/4/1」のどちらでも書けます。',
    example: '令和8年4月1日',
    width: 18,
    inTemplate: true,
  },
  {
    key: 'last',
    title: 'おわりの日',
    aliases: ['終了日', '最終日', 'おわり', '終了', '至', 'まで', 'last'],
    required: true,
    hint: '展示の最後の日です。この日も展示します。',
    example: '令和8年4月24日',
    width: 18,
    inTemplate: true,
  },
  {
    key: 'range',
    title: '期間',
    aliases: ['会期', '開催期間', '展示期間', '日程'],
    required: false,
    hint: '',
    example: '',
    width: 26,
    inTemplate: false,
  },
  {
    key: 'opening',
    title: 'オープニング',
    aliases: ['オープニングの日', '開会式', 'opening'],
    required: false,
    hint: 'オープニングのある日です。なければ空けておいてください。',
    example: '令和8年4月1日',
    width: 18,
    inTemplate: true,
  },
  {
    key: 'screenOnly',
    title: '画面だけ',
    aliases: ['画面のみ', 'キオスクだけ', 'screenonly'],
    required: false,
    hint: 'パネルを運ばず、キオスクの画面だけで見せるときに「はい」と書きます。同じ時に、いくつの会場でも見せられます。',
    example: '',
    width: 10,
    inTemplate: true,
  },
  {
    key: 'note',
    title: '備考',
    aliases: ['メモ', '注記', 'ひとこと', 'note'],
    required: false,
    hint: '予定表に添えることばです（例: 初日は午後から）。',
    example: '初日は午後から',
    width: 30,
    inTemplate: true,
  },
];
