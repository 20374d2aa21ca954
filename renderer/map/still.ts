/** While lines grow only they change: what lies over them is painted once, and laid down again with every frame. */
import type { Frame, Painter } from './frame.ts';

export class Still {
  private kept: { readonly frame: Frame; readonly canvas: HTMLCanvasElement } | null = null;

  /** Puts the picture on the frame, painted anew only where the view is another than last time. */
  lay(frame: Frame, paint: Painter): void {
    const { kept } = this;
    const canvas = kept !== null && isSameView(kept.frame, frame) ? kept.canvas : painted(frame, paint);
    this.kept = { frame, canvas };
    frame.ctx.drawImage(canvas, 0, 0, frame.width, frame.height);
  }

  /** What is told has changed, or all lines stand. */
  forget(): void {
    this.kept = null;
  }
}

function isSameView(a: Frame, b: Frame): boolean {
  return (
    a.scale === b.scale && a.dx === b.dx && a.dy === b.dy && a.width === b.width && a.height === b.height
  );
}

function painted(frame: Frame, paint: Painter): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const { a: density } = frame.ctx.getTransform();
  canvas.width = Math.round(frame.width * density);
  canvas.height = Math.round(frame.height * density);
  const ctx = canvas.getContext('2d');
  ctx?.scale(density, density);
  if (ctx !== null) paint({ ...frame, ctx });
  return canvas;
}
