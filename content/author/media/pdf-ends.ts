/** The first and last bytes of a PDF (ISO 32000-1, 7.5.2 and 7.5.5): is it one, and is it all there? */
import { z } from 'zod';

export const pdfEnds = z.object({ pdf: z.boolean(), whole: z.boolean() });

/** Readers allow this much before the header and behind the end. */
const SLACK_BYTES = 2048;

export function readPdfEnds(bytes: Buffer): z.infer<typeof pdfEnds> {
  return {
    pdf: bytes.subarray(0, SLACK_BYTES).includes('%PDF-'),
    whole: bytes.subarray(-SLACK_BYTES).includes('%%EOF'),
  };
}
