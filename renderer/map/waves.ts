/**
 * The waves of the sea. They lie below the land in the pane that Leaflet moves, so that a drag moves them with it
 * instead of painting the whole sea anew with every frame.
 */
import { DomUtil, type Map as LeafletMap, Point } from 'leaflet';

export class Waves {
  private readonly map: LeafletMap;
  private readonly element: HTMLElement;
  /** One wave, CSS pixels. */
  private tile = new Point(1, 1);
  private at: Point | null = null;

  /** @param map has its view; the waves go with it when it is removed */
  constructor(map: LeafletMap) {
    this.map = map;
    this.element = DomUtil.create('div', 'map-waves');
    this.element.setAttribute('aria-hidden', 'true');
    map.getPane('mapPane')?.prepend(this.element);
    map.on('move viewreset', () => this.follow());
    map.on('resize', () => this.fill());
    this.fill();
  }

  /** A wave more than the map in each direction, so that they can be moved by one without an edge to be seen. */
  private fill(): void {
    const [width = 0, height = 0] = getComputedStyle(this.element)
      .backgroundSize.split(' ')
      .map(Number.parseFloat);
    this.tile = new Point(Math.max(1, width), Math.max(1, height || width));
    const size = this.map.getSize().add(this.tile.multiplyBy(2));
    this.element.style.width = `${size.x}px`;
    this.element.style.height = `${size.y}px`;
    this.at = null;
    this.follow();
  }

  /** Puts them where they cover the map, a whole number of waves from where they were. */
  private follow(): void {
    const { min } = this.map.getPixelBounds();
    if (min === undefined) return;
    const start = new Point(
      Math.floor(min.x / this.tile.x) * this.tile.x,
      Math.floor(min.y / this.tile.y) * this.tile.y,
    );
    const at = start.subtract(this.map.getPixelOrigin());
    if (this.at?.equals(at)) return;
    this.at = at;
    DomUtil.setTransform(this.element, at);
  }
}
