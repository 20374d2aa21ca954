/**
 * Makes pictures in which a spot looks the same wherever the visitor looks: what was painted before is moved, and only
 * what has come into view is painted.
 */
import { boxAround, clean, type Frame, frameOf, isSameKind, type Painter, type View } from './frame.ts';
import type { Spot } from './plane.ts';

export class Printer {
  private readonly canvas = new OffscreenCanvas(1, 1);
  private readonly out = new OffscreenCanvas(1, 1);
  private last: { readonly view: View; readonly edition: string } | null = null;

  /**
   * @param edition another one where something else is told than before
   * @returns the picture; whoever gets it closes it. Null where no canvas can be had
   */
  print(view: View, edition: string, painter: Painter): ImageBitmap | null {
    const [ctx, out] = [this.canvas, this.out].map((canvas) => canvas.getContext('2d', { alpha: false }));
    if (!ctx || !out) return null;
    const kept = this.kept(view, edition);
    const by = kept && { x: kept.origin.x - view.origin.x, y: kept.origin.y - view.origin.y };
    if (kept !== null && by !== null && isWhole(by, view.density)) {
      this.move(frameOf(ctx, view), by, view.density, painter);
      this.last = { view: { ...view, moving: kept.moving }, edition };
    } else {
      clean(this.canvas, ctx, view);
      painter(frameOf(ctx, view));
      this.last = { view, edition };
    }
    clean(this.out, out, { ...view, density: 1, size: { x: this.canvas.width, y: this.canvas.height } });
    out.drawImage(this.canvas, 0, 0);
    return this.out.transferToImageBitmap();
  }

  /** Gives back the room of what was painted. */
  forget(): void {
    this.last = null;
    for (const canvas of [this.canvas, this.out]) Object.assign(canvas, { width: 1, height: 1 });
  }

  /** What stands on the canvas, where it is as good as what shall stand there. */
  private kept(view: View, edition: string): View | null {
    const { last } = this;
    if (last === null || last.edition !== edition || !isSameKind(last.view, view)) return null;
    return view.moving || !last.view.moving ? last.view : null;
  }

  private move(frame: Frame, by: Spot, density: number, painter: Painter): void {
    const { ctx, width, height } = frame;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.globalCompositeOperation = 'copy';
    ctx.drawImage(this.canvas, by.x * density, by.y * density);
    ctx.globalCompositeOperation = 'source-over';
    ctx.setTransform(density, 0, 0, density, 0, 0);
    const [x, y] = [Math.min(width, Math.abs(by.x)), Math.min(height, Math.abs(by.y))];
    for (const [left, top, wide, high] of [
      [by.x > 0 ? 0 : width - x, 0, x, height],
      [0, by.y > 0 ? 0 : height - y, width, y],
    ] as const) {
      if (wide === 0 || high === 0) continue;
      ctx.save();
      ctx.beginPath();
      ctx.rect(left, top, wide, high);
      ctx.clip();
      ctx.clearRect(left, top, wide, high);
      painter({ ...frame, box: boxAround(frame, left, top, wide, high) });
      ctx.restore();
    }
  }
}

/** Only whole pixels of the screen can be moved without a blur. */
function isWhole({ x, y }: Spot, density: number): boolean {
  return Number.isInteger(x * density) && Number.isInteger(y * density);
}
