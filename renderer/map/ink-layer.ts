/** What is told on the map, painted by the page itself: its letters come from the page's typefaces. */
import { clean, frameOf, type Painter, type View } from './frame.ts';
import { PictureLayer } from './picture-layer.ts';

export class InkLayer extends PictureLayer {
  private readonly painter: Painter;

  constructor(painter: Painter) {
    super('ink');
    this.painter = painter;
  }

  protected override make(view: View, done: () => void): boolean {
    const placed = this.place(view, () => {
      const ctx = this.canvas.getContext('2d');
      if (ctx === null) return;
      clean(this.canvas, ctx, view);
      this.painter(frameOf(ctx, view));
    });
    done();
    return placed;
  }
}
