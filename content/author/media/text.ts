/** Pictures inside the running text of an article: `![words](../pictures/name.jpg)` on a line of its own. */

const LINE = /^!\[([^[\]]*)\]\(\s*(?:(?:\.\.\/)?pictures\/)?([^()\s/]+)\s*\)$/;
/** Begins a picture anywhere else in a line, or one that `LINE` cannot read. */
const ANYWHERE = /!\[[^\]]*\]\(/;

export type TextPicture = {
  /** `pictures/name.jpg`. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
};

export type TextPictures = {
  readonly pictures: readonly TextPicture[];
  /** Lines with a picture that cannot be read. */
  readonly wrong: readonly number[];
};

/** @param text Markdown, front matter and all */
export function picturesOfText(text: string): TextPictures {
  const pictures: TextPicture[] = [];
  const wrong: number[] = [];
  text.split(/\r?\n/).forEach((line, i) => {
    const file = fileOf(line);
    if (file !== undefined) pictures.push({ file, line: i + 1 });
    else if (ANYWHERE.test(line)) wrong.push(i + 1);
  });
  return { pictures, wrong };
}

function fileOf(line: string): string | undefined {
  const name = LINE.exec(line.trim())?.[2];
  return name === undefined ? undefined : `pictures/${decoded(name)}`.normalize('NFC');
}

/** Editors write spaces and Japanese letters of a file name as `%20`. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * Puts the picture's name in the pack where its file stood, as a paragraph of its own.
 *
 * @param nameOf name of a file, or undefined: then the line goes
 */
export function namePictures(body: string, nameOf: (file: string) => string | undefined): string {
  const lines = body.split('\n');
  if (!lines.some((line) => fileOf(line) !== undefined)) return body;
  return lines
    .map((line) => {
      const file = fileOf(line);
      const name = file && nameOf(file);
      const caption = LINE.exec(line.trim())?.[1] ?? '';
      return file === undefined ? line : name === undefined ? '' : `\n![${caption}](picture:${name})\n`;
    })
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
