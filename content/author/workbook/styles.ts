/** How the workbook looks. Nothing is said by colour alone: what must be filled in is marked ＊ as well. */
import type { CellStyle, FontStyle } from 'hucre';

/** A font of every Windows with Japanese, made to be told apart easily. */
export const FONT: FontStyle = { name: 'BIZ UDPゴシック', size: 11 };

const INDIGO = '2B3A67';
const VERMILION = 'B3391F';
const LINE = { style: 'thin', color: { rgb: 'C9C4BA' } } as const;

function fill(rgb: string): CellStyle {
  return { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } } };
}

const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE };
const WRAPPED = { vertical: 'top', wrapText: true } as const;

export const TITLE: CellStyle = { font: { ...FONT, size: 18, bold: true, color: { rgb: INDIGO } } };
export const LEAD: CellStyle = {
  font: { ...FONT, size: 12, bold: true, color: { rgb: INDIGO } },
  alignment: { vertical: 'center' },
};
export const TEXT: CellStyle = { font: FONT, alignment: WRAPPED };
/** A line that runs on over the empty cells beside it. */
export const UNWRAPPED: CellStyle = { font: FONT };
export const STRONG: CellStyle = { font: { ...FONT, bold: true }, alignment: WRAPPED };
/** 例 in the first column. */
export const MARK: CellStyle = {
  font: { ...FONT, color: { rgb: '6B6B6B' } },
  alignment: { horizontal: 'center', vertical: 'top' },
};

const HEADING_TEXT = {
  font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border: BORDER,
} as const;

export const HEADING: CellStyle = { ...HEADING_TEXT, ...fill(INDIGO) };
export const REQUIRED_HEADING: CellStyle = { ...HEADING_TEXT, ...fill(VERMILION) };
export const EXAMPLE: CellStyle = {
  font: { ...FONT, italic: true, color: { rgb: '6B6B6B' } },
  alignment: WRAPPED,
  border: BORDER,
  ...fill('F3F0E8'),
};
/** Text format: the office program leaves 2026/8/4 and 0154… as they were typed. */
export const BODY: CellStyle = { font: FONT, alignment: WRAPPED, border: BORDER, numFmt: '@' };
/** The two cells of the first sheet that are filled in. */
export const INPUT: CellStyle = { ...BODY, ...fill('FFF8E1') };
