/** Small real PDFs for tests, written by hand: every object can be seen here. */

type PdfObject = string | { readonly dict?: string; readonly stream: string };

function writePdf(objects: readonly PdfObject[], trailer = ''): Buffer {
  let out = '%PDF-1.7\n';
  const offsets: string[] = [];
  objects.forEach((object, i) => {
    offsets.push(`${String(out.length).padStart(10, '0')} 00000 n \n`);
    const body =
      typeof object === 'string'
        ? object
        : `<< ${object.dict ?? ''} /Length ${object.stream.length} >>\nstream\n${object.stream}\nendstream`;
    out += `${i + 1} 0 obj\n${body}\nendobj\n`;
  });
  const start = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

/** Each letter is drawn as a bar by the PDF itself (a Type 3 font); `letters` says what they stand for. */
function embedded(letters: readonly string[], proc: number, map: number): string {
  const codes = letters.map((_letter, i) => i + 65);
  return `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 900 900] /FontMatrix [0.001 0 0 0.001 0 0]
/FirstChar 65 /LastChar ${64 + letters.length} /Widths [${codes.map(() => 1000).join(' ')}]
/CharProcs << /bar ${proc} 0 R >> /Encoding << /Type /Encoding /Differences [65 ${codes.map(() => '/bar').join(' ')}] >>
/Resources << >> /ToUnicode ${map} 0 R >>`;
}

function toUnicode(letters: readonly string[]): string {
  const lines = letters.map((letter, i) => {
    const hex = Buffer.from(letter, 'utf16le').swap16().toString('hex');
    return `<${(65 + i).toString(16)}> <${hex}>`;
  });
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
${letters.length} beginbfchar
${lines.join('\n')}
endbfchar endcmap end end`;
}

export type PdfParts = {
  /** Lines of each page; one embedded font serves them all. */
  readonly pages: readonly (readonly string[])[];
  /** A font object in the place of the embedded one. */
  readonly font?: string;
  /** Points. */
  readonly size?: readonly [number, number];
  readonly trailer?: string;
};

/** A PDF whose pages bear a red bar and the given lines. */
export function pdf({ pages, font, size = [420, 595], trailer }: PdfParts): Buffer {
  const letters = [...new Set(pages.flat().flatMap((line) => [...line]))];
  if (letters.length > 60) throw new Error('too many letters for one small font');
  const encode = (line: string): string =>
    Buffer.from([...line].map((letter) => letters.indexOf(letter) + 65)).toString('hex');
  const first = 6;
  const kids = pages.map((_page, i) => `${first + i * 2} 0 R`).join(' ');
  return writePdf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
      font ?? embedded(letters, 4, 5),
      { stream: '1000 0 0 0 900 900 d1 100 0 700 800 re f' },
      { stream: toUnicode(letters) },
      ...pages.flatMap((lines, i): PdfObject[] => [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size[0]} ${size[1]}] /Contents ${first + i * 2 + 1} 0 R
/Resources << /Font << /F1 3 0 R >> >> >>`,
        {
          stream: `1 0 0 rg 0 0 ${size[0]} 40 re f 0 g BT /F1 18 Tf 30 ${size[1] - 60} Td
${lines.map((line) => `<${encode(line)}> Tj 0 -26 Td`).join('\n')} ET`,
        },
      ]),
    ],
    trailer,
  );
}
