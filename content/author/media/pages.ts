/**
 * The printed newsletter: each page of a PDF becomes a picture in two widths, and what is printed on it
 * becomes text. Drawn by pdf.js without a network, without the fonts of the machine and without `eval`.
 */
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { type Derived, derivePage, type Keep, RECIPE } from './derive.ts';
import { MAX_PAGES, PAGE_WIDTHS } from './limits.ts';
import { printedText } from './print-text.ts';

/** Raised whenever the same page would come out differently. */
const PAGES_VERSION = 1;

const require = createRequire(import.meta.url);

const versionOf = (name: string): string =>
  (require(`${name}/package.json`) as { readonly version: string }).version;

/** Names everything that the made files depend on, beside the PDF itself. */
export const PAGES_RECIPE = [
  `pages-${PAGES_VERSION}`,
  `pdfjs ${versionOf('pdfjs-dist')}`,
  `canvas ${versionOf('@napi-rs/canvas')}`,
  RECIPE,
].join(', ');

export type DerivedPage = Derived & {
  /** What is printed on it; empty when the page is a scan. */
  readonly words: string;
};

/** Why a PDF cannot be taken; the id is that of the complaint, the message is for staff. */
export class PdfRefused extends Error {
  override readonly name = 'PdfRefused';
  readonly id: 'pdf-damaged' | 'pdf-locked' | 'pdf-pages' | 'pdf-font' | 'pdf-shape';

  constructor(id: PdfRefused['id'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.id = id;
  }
}

export type PageSteps = {
  /** Takes each made file. */
  readonly keep: Keep;
  /** Called before each page; may throw to give up. */
  readonly step: (done: number, total: number) => void;
};

/**
 * @param bytes a PDF; it is not changed
 * @throws {PdfRefused}
 */
export async function derivePages(
  bytes: Uint8Array,
  { keep, step }: PageSteps,
): Promise<readonly DerivedPage[]> {
  const document = await openPdf(bytes);
  try {
    const total = document.numPages;
    if (total > MAX_PAGES) {
      throw new PdfRefused('pdf-pages', `ページが多すぎます（${total}ページ。${MAX_PAGES}ページまで）`);
    }
    const pages: DerivedPage[] = [];
    for (let number = 1; number <= total; number++) {
      step(number - 1, total);
      pages.push(await derive(document, number, keep));
    }
    step(total, total);
    return pages;
  } finally {
    await document.loadingTask.destroy();
  }
}

async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = dirname(require.resolve('pdfjs-dist/package.json'));
  const data = (name: string): string => join(folder, name) + sep;
  try {
    return await getDocument({
      // pdf.js takes the bytes for its own.
      data: Uint8Array.from(bytes),
      cMapUrl: data('cmaps'),
      cMapPacked: true,
      standardFontDataUrl: data('standard_fonts'),
      wasmUrl: data('wasm'),
      iccUrl: data('iccs'),
      // Letters are drawn as the shapes in the PDF, never with what this machine happens to have.
      disableFontFace: true,
      useSystemFonts: false,
      isEvalSupported: false,
      enableXfa: false,
      stopAtErrors: true,
      verbosity: VerbosityLevel.ERRORS,
    }).promise;
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException') {
      throw new PdfRefused(
        'pdf-locked',
        'パスワードがかかっています。パスワードなしで書き出しなおしてください',
        { cause },
      );
    }
    throw damaged(cause);
  }
}

function damaged(cause: unknown): PdfRefused {
  return new PdfRefused('pdf-damaged', '壊れていて開けません。書き出しなおしてください', { cause });
}

/** Longest page, as height per width: beyond it a page is a scroll. */
const MAX_RATIO = 4;

async function derive(document: PDFDocumentProxy, number: number, keep: Keep): Promise<DerivedPage> {
  try {
    const page = await document.getPage(number);
    const words = await readWords(page);
    const { width, height, pixels } = await draw(document, page, number);
    await refuseStrangeFonts(page, number);
    page.cleanup();
    return { ...(await derivePage(pixels, { width, height }, PAGE_WIDTHS, keep)), words };
  } catch (cause) {
    throw cause instanceof PdfRefused ? cause : damaged(cause);
  }
}

async function readWords(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return printedText(
    items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
  );
}

type Drawn = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

type RenderParameters = Parameters<PDFPageProxy['render']>[0];

/** What pdf.js lends us to draw on: a canvas of this process, with the same methods as one of a page. */
type CanvasFactory = {
  readonly create: (
    width: number,
    height: number,
  ) => {
    readonly canvas: RenderParameters['canvas'];
    readonly context: NonNullable<RenderParameters['canvasContext']>;
  };
  readonly destroy: (lent: object) => void;
};

async function draw(document: PDFDocumentProxy, page: PDFPageProxy, number: number): Promise<Drawn> {
  const natural = page.getViewport({ scale: 1 });
  if (!(natural.height <= natural.width * MAX_RATIO && natural.width <= natural.height * MAX_RATIO)) {
    throw new PdfRefused('pdf-shape', `${number}ページの形が細長すぎます`);
  }
  const viewport = page.getViewport({ scale: (PAGE_WIDTHS.at(-1) ?? 0) / natural.width });
  const width = Math.round(viewport.width);
  const height = Math.round(viewport.height);
  const factory = document.canvasFactory as CanvasFactory;
  const lent = factory.create(width, height);
  try {
    const { canvas, context } = lent;
    await page.render({ canvas, canvasContext: context, viewport, background: 'white' }).promise;
    const { data } = context.getImageData(0, 0, width, height);
    return { width, height, pixels: Uint8Array.from(data) };
  } finally {
    factory.destroy(lent);
  }
}

/** Letters of a font that is not in the PDF would come out as others, or not at all. */
async function refuseStrangeFonts(page: PDFPageProxy, number: number): Promise<void> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { fnArray, argsArray } = await page.getOperatorList();
  const ids = new Set(fnArray.flatMap((op, i) => (op === OPS.setFont ? [String(argsArray[i]?.[0])] : [])));
  for (const id of ids) {
    const font = page.commonObjs.get(id) as { readonly name?: string; readonly missingFile?: boolean } | null;
    if (font?.missingFile !== true) continue;
    const message = `${number}ページの文字の形（フォント「${font.name ?? ''}」）が入っていません。「フォントを埋め込む」を選んで書き出しなおしてください`;
    throw new PdfRefused('pdf-font', message);
  }
}
