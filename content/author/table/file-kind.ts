/**
 * What a file that is no table for us really is, whatever its name says: offices send HTML called .xls,
 * workbooks with a password, Numbers. Looked up in the bytes, so that the refusal can say what to do.
 */

export type OtherKind = 'excel-old' | 'locked' | 'html' | 'numbers' | 'word' | 'zip' | 'pdf';

/** @returns null for workbooks we read, and for what may be text */
export function kindOf(bytes: Uint8Array): OtherKind | null {
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return holds(bytes, wide('EncryptedPackage')) ? 'locked' : 'excel-old';
  if (begins(bytes, 0x50, 0x4b, 3, 4)) return zipKind(bytes);
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  return isMarkup(bytes) ? 'html' : null;
}

/** Names of the files inside stand unpacked in a ZIP. */
function zipKind(bytes: Uint8Array): OtherKind | null {
  const has = (name: string): boolean => holds(bytes, Buffer.from(name, 'latin1'));
  if (has('xl/') || has('application/vnd.oasis.opendocument.spreadsheet')) return null;
  if (has('.iwa')) return 'numbers';
  if (has('word/')) return 'word';
  // Cut off before the names: a broken workbook says so when it is read.
  return has('PK\u0005\u0006') && !has('[Content_Types].xml') && !has('content.xml') ? 'zip' : null;
}

/** A page, or one of the XML forms that programs call .xls. */
function isMarkup(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).replace(/^[^<]{0,8}(?=<)/, '');
  return /^\s*<(!doctype|html|head|meta|table|\?xml)/i.test(start);
}

function begins(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

function holds(bytes: Uint8Array, wanted: Buffer): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(wanted);
}

function wide(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}
