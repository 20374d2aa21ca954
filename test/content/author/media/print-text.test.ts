/** Text as PDFs give it, put right for people and for search. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printedText } from '../../../../content/author/media/print-text.ts';
import { anyText } from '../../../helpers/texts.ts';

describe('printedText', () => {
  it('writes radicals as the characters they look like', () => {
    expect(printedText('⻑崎と⻄東京の⾷⽂化、⻘⾊、⼈⼝、⺠芸、⻲⽥')).toBe(
      '長崎と西東京の食文化、青色、人口、民芸、亀田',
    );
  });

  it('joins Japanese that was set letter by letter or broken at the end of a line', () => {
    expect(printedText('特 別 区\n全国連携 NEWS\nvol. 3\nプロジェクト\nの話')).toBe(
      '特別区全国連携 NEWS vol. 3 プロジェクトの話',
    );
  });

  it('drops what is no letter', () => {
    expect(printedText('ま\u0000ち\ue000\ufeffの\ufffd話\u200d\ud800')).toBe('まちの話\u200d');
  });

  it('comes out the same when it is done again', () => {
    fc.assert(fc.property(anyText, (text) => printedText(printedText(text)) === printedText(text)));
  });
});
