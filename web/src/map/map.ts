// SPDX-License-Identifier: EUPL-1.2
// The map as a thing to look at, point at and walk over. What it draws is in painter.ts.
import type { Areas, Legend, Scale } from "../model";
import type { Extent } from "../state";
import * as cam from "./camera";
import { visibleAreas } from "./draw";
import { listenToGestures } from "./gestures";
import { HitIndex } from "./hit";
import { placesOf } from "./labels";
import { type Direction, type Point, areaNear, areaTowards, neighboursOf } from "./neighbours";
import { type Due, Painter, type Scene, centreOf } from "./painter";
import { type Shapes, boxOf } from "./shapes";

export type MapEvents = {
  pick(area: number): void;
  hover(area: number, px: number, py: number): void;
  /** The camera came to rest elsewhere, by the reader's hand; nothing when it shows everything. */
  moved(extent: Extent | null): void;
  /** Shapes of another scale would be better here. */
  wants(scale: Scale): void;
};

const kSlowMs = 30;
const kScales: readonly Scale[] = ["low", "mid", "full"];
const kAll: Due = { fills: true, lines: true, over: true };

export class MapView {
  private readonly scene: Scene = {
    camera: { x: 0, y: 0, mpp: 100, width: 0, height: 0 },
    box: null,
    shapes: null,
    areas: null,
    places: [],
    values: new Uint8Array(),
    legend: null,
    marked: null,
    selected: -1,
    hovered: -1,
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

  constructor(
    readonly host: HTMLElement,
    private readonly on: MapEvents,
  ) {
    this.painter = new Painter(host, this.scene);
    listenToGestures(host, {
      pan: (dx, dy) => this.shift(-dx, dy),
      zoom: (factor, px, py) => this.move(cam.zoomed(this.scene.camera, factor, px, py)),
      pick: (px, py) => this.on.pick(this.areaAt(px, py)),
      hover: (px, py) => this.point(this.areaAt(px, py), px, py),
      leave: () => this.point(-1, 0, 0),
      rest: () => this.rest(),
    });
    new ResizeObserver(() => this.resize()).observe(host);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.painter.readInk();
      this.schedule(kAll);
    });
    this.resize();
  }

  // ------------------------------------------------------------------------- what is shown

  /** Other areas: their outlines follow with setShapes. */
  setAreas(areas: Areas): void {
    Object.assign(this.scene, {
      areas,
      places: placesOf(areas),
      shapes: null,
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

  setValues(values: Uint8Array, legend: Legend): void {
    Object.assign(this.scene, { values, legend, marked: null });
    this.schedule({ fills: true });
  }

  /** Only areas of this class in full colour; null shows all. */
  mark(byte: number | null): void {
    if (this.scene.marked === byte) return;
    this.scene.marked = byte;
    this.schedule({ fills: true });
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
    const { shapes, camera } = this.scene;
    const box = shapes && boxOf(shapes, area);
    if (!box) return;
    const [left, top] = cam.toScreen(camera, box.x0, box.y1);
    const [right, bottom] = cam.toScreen(camera, box.x1, box.y0);
    const isInside =
      left > 30 && top > 30 && right < camera.width - 30 && bottom < camera.height - 30;
    const size = Math.max(right - left, bottom - top);
    const shorter = Math.min(camera.width, camera.height);
    const isVisible = size > 12;
    if (isInside && isVisible) return;
    const mpp = isVisible && size < shorter / 2 ? camera.mpp : (size * camera.mpp * 7) / shorter;
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
    const { shapes, selected, camera } = this.scene;
    if (!shapes) return -1;
    if (selected < 0) return areaNear(shapes, this.centre, [camera.x, camera.y]);
    this.neighbours ??= neighboursOf(shapes);
    return areaTowards(selected, direction, this.neighbours, this.centre);
  }

  /** The areas in view; nothing when there are no outlines to tell by. */
  inView(): number[] | null {
    return this.scene.shapes ? visibleAreas(this.scene.shapes, this.scene.camera) : null;
  }

  private areaAt(px: number, py: number): number {
    const { shapes, camera } = this.scene;
    if (!shapes) return -1;
    if (this.hits?.of !== shapes) this.hits = { of: shapes, index: new HitIndex(shapes) };
    return this.hits.index.at(...cam.toGround(camera, px, py));
  }

  private point(area: number, px: number, py: number): void {
    if (area !== this.scene.hovered) this.schedule({ over: true });
    this.scene.hovered = area;
    this.on.hover(area, px, py);
  }

  // ------------------------------------------------------------------------- the camera

  private place(camera: cam.Camera): void {
    if (!this.scene.box) return;
    this.scene.camera = cam.held(camera, this.scene.box);
    const wanted = cam.scaleFor(this.scene.camera.mpp);
    if (!this.loaded.has(wanted)) this.on.wants(wanted);
    this.scene.shapes = this.bestShapes();
    // A map that is slow to draw slides with the hand, and is drawn when it rests.
    if (this.isMoving && this.cost > kSlowMs) this.painter.slide();
    else this.schedule(kAll);
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
    this.on.moved(this.hasMoved ? cam.extentOf(this.scene.camera) : null);
  }

  private resize(): void {
    const { width, height } = this.host.getBoundingClientRect();
    const before = cam.extentOf(this.scene.camera);
    const isFirst = this.scene.camera.width === 0;
    this.scene.camera = { ...this.scene.camera, width, height };
    this.painter.resize(width, height);
    if (width > 0) this.show(isFirst ? this.wanted : this.hasMoved ? before : null);
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
