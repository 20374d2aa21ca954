/**
 * The ground of the map. Painting it takes longer than a frame, so a thread of its own does it; the picture that
 * comes back is shown in one go with its place. The finger never waits for land.
 */
import type { View } from './frame.ts';
import { askGround, type GroundScene, onGroundCame } from './ground.ts';
import { PictureLayer } from './picture-layer.ts';
import { startDrawing } from './ready.ts';

type Wish = { readonly view: View; readonly done: () => void };

export class GroundLayer extends PictureLayer {
  private readonly scene: () => GroundScene;
  /** One picture at a time is made; of those asked for meanwhile only the last. */
  private wish: Wish | null = null;
  private making = false;
  /** Said when no shapes are on their way any more. */
  private complete: () => void = () => undefined;
  private readonly stop: () => void;

  constructor(scene: () => GroundScene) {
    super('ground');
    this.scene = scene;
    this.stop = onGroundCame(() => this.redraw());
  }

  override onRemove(): this {
    this.stop();
    this.complete();
    this.wish?.done();
    this.wish = null;
    return super.onRemove();
  }

  protected override make(view: View, done: () => void): boolean {
    const before = this.wish;
    this.wish = { view, done };
    before?.done();
    if (!this.making) void this.makeAll();
    return false;
  }

  private async makeAll(): Promise<void> {
    this.making = true;
    for (let wish = this.next(); wish !== null; wish = this.next()) {
      const { view, done } = wish;
      const printed = await askGround(view, this.scene());
      if (printed !== null) this.show(view, printed.picture, printed.more);
      done();
    }
    this.making = false;
  }

  private next(): Wish | null {
    const { wish } = this;
    this.wish = null;
    return wish;
  }

  private show(view: View, picture: ImageBitmap, more: boolean): void {
    const placed = this.place(view, () => {
      const { width, height } = picture;
      if (this.canvas.width !== width || this.canvas.height !== height)
        Object.assign(this.canvas, { width, height });
      this.canvas.getContext('bitmaprenderer', { alpha: false })?.transferFromImageBitmap(picture);
    });
    if (!placed) picture.close();
    const before = this.complete;
    this.complete = placed && more ? startDrawing() : () => undefined;
    before();
  }
}
