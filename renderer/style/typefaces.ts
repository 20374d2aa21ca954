/** The typefaces that come after those of home, in the order in which they help. */

let coming: Promise<void> | null = null;
let settled = false;

/**
 * Brings in the whole face, then declares those for rare characters and other languages. In that order: what is
 * declared while the whole face is still being read would be read as well, for every character. Once.
 */
export function allTypefaces(): Promise<void> {
  coming ??= bring().finally(() => {
    settled = true;
  });
  coming.catch(() => {
    coming = null;
  });
  return coming;
}

/** Whether they are there, or did not come and what there is has to do. */
export function areTypefacesSettled(): boolean {
  return settled;
}

async function bring(): Promise<void> {
  await import('./fonts-whole.ts');
  // One after the other, because each is unpacked in one piece.
  for (const weight of [400, 700]) await document.fonts.load(`${weight} 24px "BIZ UDPGothic Whole"`, 'あ');
  await import('./fonts-rare.ts');
}
