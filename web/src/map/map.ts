// SPDX-License-Identifier: EUPL-1.2
// The map as a thing to look at, point at and walk over. What it draws is in painter.ts.
import type { Areas, Legend, Scale } from "../model";
import type { Extent } from "../state";
import * as cam from "./camera";
import { type Cells, cellAt, cellNear, cellTowards, visibleCells } from "./cells";
import { visibleAreas } from "./draw";
import { type Held, listenToGestures } from "./gestures";
import { HitIndex } from "./hit";
import { placesOf } from "./labels";
import { type Direction, type Point, areaNear, areaTowards, neighboursOf } from "./neighbours";
import { type Due, type Outline, Painter, type Scene, boxOfArea, centreOf } from "./painter";
import { type Box, type Shapes, boxOf } from "./shapes";
import { type WidthOf, vectorOf } from "./vector";

export type MapEvents = {
  /** An area, or -1 where there is none, and the place in metres. */
  pick(area: number, at: Point): void;
  hover(area: number, px: number, py: number): void;
  /** A rectangle in metres that was marked; nothing when the marking is undone. */
  mark(box: Box, isDone: boolean): void;
  /** The camera came to rest elsewhere, by the reader's hand; nothing when it shows everything. */
  moved(extent: Extent | null): void;
  /** Shapes of another scale would be better here. */
  wants(scale: Scale): void;
};

const kSlowMs = 30;
const kQuietMs = 700;
const kScales: readonly Scale[] = ["low", "mid", "full"];
const kAll: Due = { fills: true, lines: true, over: true };

export class MapView {
  private readonly scene: Scene = {
    camera: { x: 0, y: 0, mpp: 100, width: 0, height: 0 },
    box: null,
    shapes: null,
    areas: null,
    cells: null,
    around: null,
    places: [],
    values: new Uint8Array(),
    legend: null,
    looks: {},
    selected: -1,
    hovered: -1,
    own: [],
  };
  private readonly painter: Painter;
  private readonly loaded = new Map<Scale, Shapes>();
  /** Made when first needed: the first map does not wait for them. */
  private hits: { of: Shapes; index: HitIndex } | null = null;
  private neighbours: number[][] | null = null;
  private frame = 0;
  private due: Due = { fills: false, lines: false, over: false };
  private cost = 0;
  private hasMoved = false;
  private isMoving = false;
  private wanted: Extent | null = null;
  /** A map over this one that shows another state of the same place, and goes where this goes. */
  beside: MapView | null = null;
  /** Whether a drag marks a rectangle. */
  marks = false;

  /** Without events it is looked at only: another map moves it. */
  constructor(
    readonly host: HTMLElement,
    private readonly on: MapEvents | null,
  ) {
    this.painter = new Painter(host, this.scene);
    if (on) this.listen(host, on);
    new ResizeObserver(() => this.resize()).observe(host);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.painter.readInk();
      this.schedule(kAll);
    });
    this.resize();
  }

  private listen(host: HTMLElement, on: MapEvents): void {
    listenToGestures(host, {
      pan: (dx, dy) => this.shift(-dx, dy),
      zoom: (factor, px, py) => this.move(cam.zoomed(this.scene.camera, factor, px, py)),
      pick: (px, py) => on.pick(this.areaAt(px, py), cam.toGround(this.scene.camera, px, py)),
      marks: () => this.marks,
      mark: (from, to, isDone) => on.mark(this.boxBetween(from, to), isDone),
      hover: (px, py) => this.point(this.areaAt(px, py), px, py),
      leave: () => this.point(-1, 0, 0),
      rest: () => this.rest(),
    });
  }

  private boxBetween(a: Held, b: Held): Box {
    const [x0, y1] = cam.toGround(this.scene.camera, Math.min(a.x, b.x), Math.min(a.y, b.y));
    const [x1, y0] = cam.toGround(this.scene.camera, Math.max(a.x, b.x), Math.max(a.y, b.y));
    return { x0, y0, x1, y1 };
  }

  // ------------------------------------------------------------------------- what is shown

  /** Other areas: their outlines follow with setShapes. */
  setAreas(areas: Areas): void {
    Object.assign(this.scene, {
      areas,
      places: placesOf(areas),
      shapes: null,
      cells: null,
      around: null,
      looks: {},
      values: new Uint8Array(),
      selected: -1,
      hovered: -1,
    });
    this.loaded.clear();
    this.neighbours = this.hits = null;
    this.schedule(kAll);
  }

  setShapes(scale: Scale, shapes: Shapes, at: Extent | null): void {
    this.loaded.set(scale, shapes);
    if (!this.scene.shapes) {
      this.scene.box = boxOf(shapes);
      this.scene.shapes = shapes;
      this.show(at);
    }
    this.scene.shapes = this.bestShapes();
    this.schedule(kAll);
  }

  /** Squares in place of areas with outlines. */
  setCells(cells: Cells, at: Extent | null): void {
    Object.assign(this.scene, {
      cells,
      areas: null,
      shapes: null,
      around: null,
      places: [],
      looks: {},
      box: cells.box,
      values: new Uint8Array(),
      selected: -1,
      hovered: -1,
    });
    this.loaded.clear();
    this.neighbours = this.hits = null;
    this.show(at);
    this.schedule(kAll);
    // Their rows are put in order when nobody waits for it: what lies under a pointer needs them.
    setTimeout(() => cells.byRow, kQuietMs);
  }

  /** Borders and names to see where squares lie. */
  setAround(shapes: Shapes, areas: Areas): void {
    if (!this.scene.cells) return;
    this.scene.around = { shapes, areas };
    this.scene.places = placesOf(areas);
    this.schedule({ lines: true });
  }

  setValues(values: Uint8Array, legend: Legend): void {
    const isTyped = [legend, this.scene.legend].some((each) => each?.palette === "typology");
    this.scene.looks.marked = null;
    Object.assign(this.scene, { values, legend });
    this.schedule({ fills: true, ...(isTyped ? { lines: true } : {}) });
  }

  /** Only areas of this class in full colour; null shows all. */
  mark(byte: number | null): void {
    if ((this.scene.looks.marked ?? null) === byte) return;
    this.scene.looks.marked = byte;
    this.schedule({ fills: true });
  }

  /** How areas stand out beside their class (kPale to kLeft); null shows all alike. */
  emphasise(emphasis: Uint8Array | null): void {
    const before = this.scene.looks.emphasis ?? null;
    if (before === emphasis) return;
    this.scene.looks.emphasis = emphasis;
    this.schedule({ fills: true, lines: true });
  }

  /** Which classes are unsure; null shows all alike. */
  doubt(sure: Uint8Array | null): void {
    if ((this.scene.looks.sure ?? null) === sure) return;
    this.scene.looks.sure = sure;
    this.schedule({ fills: true });
  }

  /** Outlines of the reader's own. */
  setOwn(own: Outline[]): void {
    this.scene.own = own;
    this.schedule({ over: true });
  }

  select(area: number): void {
    this.scene.selected = area;
    this.schedule({ over: true });
  }

  /** The scale bar, in the language of the page. */
  layBar(): void {
    this.painter.layBar();
  }

  /** The place of a link, or everything; as soon as there is room for it. */
  show(at: Extent | null): void {
    const { camera, box } = this.scene;
    this.wanted = at;
    if (!box || camera.width === 0) return;
    this.hasMoved = at !== null;
    this.place(at ? cam.fromExtent(camera, at) : cam.fitted(camera, box));
  }

  /** Moves no further than needed to have an area in view, large enough to be seen. */
  reveal(area: number): void {
    const box = boxOfArea(this.scene, area);
    if (box) this.revealBox(box, this.scene.cells ? 3 : 12);
  }

  /** The same for any box; what is smaller on the screen than so many pixels is too small. */
  revealBox(box: Box, least: number): void {
    const { camera } = this.scene;
    const [left, top] = cam.toScreen(camera, box.x0, box.y1);
    const [right, bottom] = cam.toScreen(camera, box.x1, box.y0);
    const isInside =
      left > 30 && top > 30 && right < camera.width - 30 && bottom < camera.height - 30;
    const size = Math.max(right - left, bottom - top);
    const shorter = Math.min(camera.width, camera.height);
    const isVisible = size > least;
    if (isInside && isVisible) return;
    const wide = this.scene.cells ? 60 : 7;
    const mpp = isVisible && size < shorter / 2 ? camera.mpp : (size * camera.mpp * wide) / shorter;
    this.move({ ...camera, x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2, mpp });
    this.rest();
  }

  /** Goes where the address says, unless the map is there already. */
  follow(at: Extent | null): void {
    const now = this.hasMoved ? cam.extentOf(this.scene.camera) : null;
    const isThere =
      now === at ||
      (now !== null &&
        at !== null &&
        Math.hypot(now.x - at.x, now.y - at.y) < 2 &&
        Math.abs(now.across - at.across) < 2);
    if (!isThere) this.show(at);
  }

  // ------------------------------------------------------------------------- what is asked

  /** Nearer or farther, around the middle. */
  zoom(factor: number): void {
    const { camera } = this.scene;
    this.move(cam.zoomed(camera, factor, camera.width / 2, camera.height / 2));
    this.rest();
  }

  /** By a share of the screen. */
  pan(right: number, up: number): void {
    this.shift(right * this.scene.camera.width, up * this.scene.camera.height);
    this.rest();
  }

  whole(): void {
    this.show(null);
    this.rest();
  }

  private readonly centre = (area: number): Point | null => centreOf(this.scene, area);

  /** The area one step that way from the selected one; the middle one when none is selected. */
  towards(direction: Direction): number {
    const { shapes, cells, selected, camera } = this.scene;
    if (cells && selected < 0) return cellNear(cells, camera.x, camera.y);
    if (cells) return cellTowards(cells, selected, direction);
    if (!shapes) return -1;
    if (selected < 0) return areaNear(shapes, this.centre, [camera.x, camera.y]);
    this.neighbours ??= neighboursOf(shapes);
    return areaTowards(selected, direction, this.neighbours, this.centre);
  }

  /** The areas in view; nothing when there are no outlines to tell by. */
  inView(): number[] | null {
    if (this.scene.cells) return visibleCells(this.scene.cells, this.scene.camera);
    return this.scene.shapes ? visibleAreas(this.scene.shapes, this.scene.camera) : null;
  }

  /** The middle of the map in metres. */
  middle(): Point {
    return [this.scene.camera.x, this.scene.camera.y];
  }

  /** The map as it is on the screen as SVG, at most so wide and high; nothing when nothing is drawn. */
  drawn(width: number, most: number, widthOf: WidthOf): { svg: string; height: number } | null {
    const { camera, legend, shapes, cells } = this.scene;
    if (!legend || camera.width === 0 || (!shapes && !cells)) return null;
    const held = cam.cameraFor(camera, width, most);
    return { svg: vectorOf(this.scene, held, widthOf), height: held.height };
  }

  /** A box in metres as left, top, right and bottom on the screen. */
  pixelsOf({ x0, y0, x1, y1 }: Box): [number, number, number, number] {
    const { camera } = this.scene;
    return [...cam.toScreen(camera, x0, y1), ...cam.toScreen(camera, x1, y0)];
  }

  /** The areas whose middle lies in a box. */
  within({ x0, y0, x1, y1 }: Box): number[] {
    const { areas, cells } = this.scene;
    const count = cells?.count ?? areas?.codes.length ?? 0;
    return Array.from({ length: count }, (_, i) => i).filter((i) => {
      const at = this.centre(i);
      return at !== null && at[0] >= x0 && at[0] <= x1 && at[1] >= y0 && at[1] <= y1;
    });
  }

  private areaAt(px: number, py: number): number {
    const { shapes, cells, camera } = this.scene;
    if (cells) return cellAt(cells, ...cam.toGround(camera, px, py));
    if (!shapes) return -1;
    if (this.hits?.of !== shapes) this.hits = { of: shapes, index: new HitIndex(shapes) };
    return this.hits.index.at(...cam.toGround(camera, px, py));
  }

  private point(area: number, px: number, py: number): void {
    if (area !== this.scene.hovered) this.schedule({ over: true });
    this.scene.hovered = area;
    this.on?.hover(area, px, py);
  }

  // ------------------------------------------------------------------------- the camera

  private place(camera: cam.Camera): void {
    if (!this.scene.box) return;
    this.turn(cam.held(camera, this.scene.box));
    this.beside?.goWith(this);
  }

  private turn(camera: cam.Camera): void {
    this.scene.camera = camera;
    if (!this.scene.cells) {
      const wanted = cam.scaleFor(camera.mpp);
      if (!this.loaded.has(wanted)) this.on?.wants(wanted);
      this.scene.shapes = this.bestShapes();
    }
    // A map that is slow to draw slides with the hand, and is drawn when it rests.
    if (this.isMoving && this.cost > kSlowMs) this.painter.slide();
    else this.schedule(kAll);
  }

  /** To where another map is. */
  goWith({ scene, isMoving }: MapView): void {
    this.isMoving = isMoving;
    this.turn(scene.camera);
  }

  /** Of the scales that are there, the one nearest to what the camera wants. */
  private bestShapes(): Shapes | null {
    const wanted = kScales.indexOf(cam.scaleFor(this.scene.camera.mpp));
    const off = (scale: Scale) => Math.abs(kScales.indexOf(scale) - wanted);
    const [best] = [...this.loaded.keys()].sort((a, b) => off(a) - off(b));
    return (best && this.loaded.get(best)) ?? null;
  }

  /** By pixels. */
  private shift(right: number, up: number): void {
    const { camera } = this.scene;
    const { x, y, mpp } = camera;
    this.move({ ...camera, x: x + right * mpp, y: y + up * mpp });
  }

  private move(camera: cam.Camera): void {
    this.hasMoved = this.isMoving = true;
    this.point(-1, 0, 0);
    this.place(camera);
  }

  private rest(): void {
    this.isMoving = false;
    this.schedule(kAll);
    this.beside?.goWith(this);
    this.on?.moved(this.hasMoved ? cam.extentOf(this.scene.camera) : null);
  }

  private resize(): void {
    const { width, height } = this.host.getBoundingClientRect();
    const before = cam.extentOf(this.scene.camera);
    const isFirst = this.scene.camera.width === 0;
    this.scene.camera = { ...this.scene.camera, width, height };
    this.painter.resize(width, height);
    if (width > 0 && this.on) this.show(isFirst ? this.wanted : this.hasMoved ? before : null);
    this.due = { ...kAll };
    this.paint();
  }

  private schedule(due: Partial<Due>): void {
    Object.assign(this.due, due);
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.paint());
  }

  private paint(): void {
    if (this.frame !== 0) cancelAnimationFrame(this.frame);
    this.frame = 0;
    const { due } = this;
    this.due = { fills: false, lines: false, over: false };
    const start = performance.now();
    this.painter.paint(due);
    if (due.fills && due.lines) this.cost = performance.now() - start;
  }
}
