// SPDX-License-Identifier: EUPL-1.2
// The map: three canvases over each other (fills, lines with names, and what is pointed at), so
// that another wave touches only the first and a pointer only the last.
import { el } from "../dom";
import { distance } from "../format";
import type { Areas, Legend, Scale } from "../model";
import type { Extent } from "../state";
import { spoken } from "../words";
import * as cam from "./camera";
import { type Ink, Pen, hatch, paletteOf, visibleAreas } from "./draw";
import { listenToGestures } from "./gestures";
import { HitIndex } from "./hit";
import { type Label, type Place, placedLabels, placesOf } from "./labels";
import { type Direction, type Point, areaNear, areaTowards, neighboursOf } from "./neighbours";
import { type Raster, colour, rasterOf } from "./raster";
import { type Box, type Shapes, boxOf } from "./shapes";

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

export class MapView {
  private readonly canvases: HTMLCanvasElement[];
  private readonly bar = el("div.scalebar");
  private ratio = 1;
  private ink!: Ink;
  private camera: cam.Camera = { x: 0, y: 0, mpp: 100, width: 0, height: 0 };
  private painted: cam.Camera = this.camera;
  private box: Box | null = null;
  private shapes: Shapes | null = null;
  private readonly loaded = new Map<Scale, { shapes: Shapes; hits: HitIndex }>();
  private areas: Areas | null = null;
  private places: Place[] = [];
  private neighbours: number[][] = [];
  private values: Uint8Array = new Uint8Array();
  private legend: Legend | null = null;
  private selected = -1;
  private hovered = -1;
  private marked: number | null = null;
  private raster: Raster | null = null;
  private rastered: { camera: cam.Camera | null; shapes: Shapes | null } = { camera: null, shapes: null };
  private frame = 0;
  private due = { fills: false, lines: false, over: false };
  private cost = 0;
  private hasMoved = false;
  private isMoving = false;
  private wanted: Extent | null = null;

  constructor(
    readonly host: HTMLElement,
    private readonly on: MapEvents,
  ) {
    this.canvases = [0, 1, 2].map(() => el("canvas", { "aria-hidden": "true" }));
    host.append(...this.canvases, this.bar);
    this.readInk();
    listenToGestures(host, {
      pan: (dx, dy) =>
        this.move({
          ...this.camera,
          x: this.camera.x - dx * this.camera.mpp,
          y: this.camera.y + dy * this.camera.mpp,
        }),
      zoom: (factor, px, py) => this.move(cam.zoomed(this.camera, factor, px, py)),
      pick: (px, py) => this.on.pick(this.areaAt(px, py)),
      hover: (px, py) => this.hover(px, py),
      leave: () => this.point(-1, 0, 0),
      rest: () => this.rest(),
    });
    new ResizeObserver(() => this.resize()).observe(host);
    for (const query of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"]) {
      matchMedia(query).addEventListener("change", () => {
        this.readInk();
        this.schedule({ fills: true, lines: true, over: true });
      });
    }
    this.resize();
  }

  // ------------------------------------------------------------------------- what is shown

  /** Other areas: their outlines follow with setShapes. */
  setAreas(areas: Areas): void {
    this.areas = areas;
    this.places = placesOf(areas);
    this.shapes = null;
    this.loaded.clear();
    this.neighbours = [];
    this.values = new Uint8Array();
    this.selected = this.hovered = -1;
    this.schedule({ fills: true, lines: true, over: true });
  }

  setShapes(scale: Scale, shapes: Shapes, at: Extent | null): void {
    this.loaded.set(scale, { shapes, hits: new HitIndex(shapes) });
    if (this.neighbours.length === 0) this.neighbours = neighboursOf(shapes);
    if (!this.shapes) {
      this.box = boxOf(shapes);
      this.shapes = shapes;
      this.show(at);
    }
    this.schedule({ fills: true, lines: true, over: true });
  }

  setValues(values: Uint8Array, legend: Legend): void {
    this.values = values;
    this.legend = legend;
    this.marked = null;
    this.schedule({ fills: true });
  }

  /** Only areas of this class in full colour; null shows all. */
  mark(byte: number | null): void {
    if (this.marked === byte) return;
    this.marked = byte;
    this.schedule({ fills: true });
  }

  select(area: number): void {
    this.selected = area;
    this.schedule({ over: true });
  }

  /** The place of a link, or everything; as soon as there is room for it. */
  show(at: Extent | null): void {
    this.wanted = at;
    if (!this.box || this.camera.width === 0) return;
    this.hasMoved = at !== null;
    this.place(at ? cam.fromExtent(this.camera, at) : cam.fitted(this.camera, this.box));
  }

  /** Moves no further than needed to have an area in view, large enough to be seen. */
  reveal(area: number): void {
    const box = this.shapes && boxOf(this.shapes, area);
    if (!box) return;
    const size = Math.max(box.x1 - box.x0, box.y1 - box.y0);
    const [left, top] = cam.toScreen(this.camera, box.x0, box.y1);
    const [right, bottom] = cam.toScreen(this.camera, box.x1, box.y0);
    const isInside =
      left > 30 && top > 30 && right < this.camera.width - 30 && bottom < this.camera.height - 30;
    const isVisible = size / this.camera.mpp > 12;
    if (isInside && isVisible) return;
    const shorter = Math.min(this.camera.width, this.camera.height);
    const mpp = isVisible && size / this.camera.mpp < shorter / 2
      ? this.camera.mpp
      : (size * 7) / shorter;
    this.move({ ...this.camera, x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2, mpp });
    this.rest();
  }

  /** Goes where the address says, unless the map is there already. */
  follow(at: Extent | null): void {
    const now = this.hasMoved ? cam.extentOf(this.camera) : null;
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
    this.move(cam.zoomed(this.camera, factor, this.camera.width / 2, this.camera.height / 2));
    this.rest();
  }

  /** By a share of the screen. */
  pan(right: number, up: number): void {
    const { mpp, width, height } = this.camera;
    const x = this.camera.x + right * width * mpp;
    const y = this.camera.y + up * height * mpp;
    this.move({ ...this.camera, x, y });
    this.rest();
  }

  whole(): void {
    this.show(null);
    this.rest();
  }

  private readonly centre = (area: number): Point | null => {
    const known = this.areas?.centres[area];
    if (known) return known;
    const box = this.shapes && boxOf(this.shapes, area);
    return box ? [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2] : null;
  };

  /** The area one step that way from the selected one; the middle one when none is selected. */
  towards(direction: Direction): number {
    if (!this.shapes) return -1;
    if (this.selected < 0) {
      return areaNear(this.shapes, this.centre, [this.camera.x, this.camera.y]);
    }
    return areaTowards(this.selected, direction, this.neighbours, this.centre);
  }

  /** The areas in view; nothing when there are no outlines to tell by. */
  inView(): number[] | null {
    return this.shapes ? visibleAreas(this.shapes, this.camera) : null;
  }

  areaAt(px: number, py: number): number {
    const [x, y] = cam.toGround(this.camera, px, py);
    for (const { shapes, hits } of this.loaded.values()) {
      if (shapes === this.shapes) return hits.at(x, y);
    }
    return -1;
  }

  // ------------------------------------------------------------------------- the camera

  private place(camera: cam.Camera): void {
    if (!this.box) return;
    this.camera = cam.held(camera, this.box);
    const wanted = cam.scaleFor(this.camera.mpp);
    if (!this.loaded.has(wanted)) this.on.wants(wanted);
    this.shapes = this.bestShapes(wanted) ?? this.shapes;
    if (this.isMoving && this.cost > kSlowMs) this.slide();
    else this.schedule({ fills: true, lines: true, over: true });
  }

  /** What was drawn, moved and stretched to where the camera is now. */
  private slide(): void {
    const { camera: now, painted: was } = this;
    const k = was.mpp / now.mpp;
    const dx = (was.x - now.x) / now.mpp + (now.width / 2) * (1 - k);
    const dy = (now.y - was.y) / now.mpp + (now.height / 2) * (1 - k);
    for (const canvas of this.canvases) {
      canvas.style.transform = `translate(${dx}px, ${dy}px) scale(${k})`;
    }
  }

  private bestShapes(wanted: Scale): Shapes | undefined {
    const near = [...kScales].sort(
      (a, b) =>
        Math.abs(kScales.indexOf(a) - kScales.indexOf(wanted)) -
        Math.abs(kScales.indexOf(b) - kScales.indexOf(wanted)),
    );
    return near.map((scale) => this.loaded.get(scale)?.shapes).find((shapes) => shapes);
  }

  private move(camera: cam.Camera): void {
    this.hasMoved = this.isMoving = true;
    this.point(-1, 0, 0);
    this.place(camera);
  }

  private rest(): void {
    this.isMoving = false;
    this.schedule({ fills: true, lines: true, over: true });
    this.on.moved(this.hasMoved ? cam.extentOf(this.camera) : null);
  }

  private resize(): void {
    const box = this.host.getBoundingClientRect();
    const before = cam.extentOf(this.camera);
    const isFirst = this.camera.width === 0;
    this.ratio = Math.min(devicePixelRatio || 1, 3);
    this.camera = { ...this.camera, width: box.width, height: box.height };
    for (const canvas of this.canvases) {
      canvas.width = Math.max(1, Math.round(box.width * this.ratio));
      canvas.height = Math.max(1, Math.round(box.height * this.ratio));
    }
    if (box.width > 0) this.show(isFirst ? this.wanted : this.hasMoved ? before : null);
    this.paint();
  }

  // ------------------------------------------------------------------------- drawing

  private readInk(): void {
    const style = getComputedStyle(document.documentElement);
    const read = (name: string) => style.getPropertyValue(`--${name}`).trim();
    this.ink = {
      paper: read("paper"),
      ink: read("ink"),
      quiet: read("quiet"),
      rule: read("rule"),
      land: read("land"),
      line: read("map-line"),
      border: read("map-border"),
      accent: read("accent"),
    };
  }

  private schedule(due: Partial<typeof this.due>): void {
    Object.assign(this.due, due);
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.paint());
  }

  /** What is due. A map that is slow to draw slides with the hand and is drawn when it rests. */
  private paint(): void {
    if (this.frame !== 0) cancelAnimationFrame(this.frame);
    this.frame = 0;
    const start = performance.now();
    const { fills, lines, over } = this.due;
    this.due = { fills: false, lines: false, over: false };
    if (fills || lines) {
      this.painted = this.camera;
      for (const canvas of this.canvases) canvas.style.transform = "";
    }
    if (fills) this.paintFills();
    if (lines) this.paintLines();
    if (over || lines) this.paintOver();
    if (fills && lines) this.cost = performance.now() - start;
  }

  private clear(index: number): CanvasRenderingContext2D {
    const canvas = this.canvases[index];
    const context = canvas.getContext("2d") as CanvasRenderingContext2D;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.lineJoin = "round";
    return context;
  }

  /** The pixels are worked out again only when the camera or the shapes changed. */
  private currentRaster(shapes: Shapes): Raster {
    const { raster, painted } = this;
    if (!raster || this.rastered.camera !== painted || this.rastered.shapes !== shapes) {
      this.raster = rasterOf(shapes, visibleAreas(shapes, painted), painted, this.ratio);
      this.rastered = { camera: painted, shapes };
    }
    return this.raster as Raster;
  }

  private paintFills(): void {
    const context = this.clear(0);
    const { shapes, legend, ink, ratio } = this;
    if (!shapes || !legend || this.values.length !== shapes.areas) return;
    const raster = this.currentRaster(shapes);
    const { colours, isHatched, dotted } = paletteOf(this.values, legend, this.marked);
    const image = context.createImageData(raster.width, raster.height);
    colour(raster, colours, isHatched, hatch(ink, ratio), new Uint32Array(image.data.buffer));
    context.putImageData(image, 0, 0);
    if (dotted.length === 0) return;
    const pen = new Pen(context, shapes, this.painted, ratio);
    context.setLineDash([1.2 * ratio, 2.4 * ratio]);
    pen.outlines(dotted, ink.quiet, 1.4 * ratio);
    context.setLineDash([]);
  }

  private paintLines(): void {
    const context = this.clear(1);
    const { shapes, areas } = this;
    if (!shapes || !areas) return;
    const pen = new Pen(context, shapes, this.painted, this.ratio);
    const { arcAreas } = shapes;
    const gemeente = (side: number) => (side < 0 ? "" : areas.gemeenten[side]);
    const isBorder = (arc: number) =>
      gemeente(arcAreas[2 * arc]) !== gemeente(arcAreas[2 * arc + 1]);
    const isSmall = this.typicalSize(shapes) < 14;
    context.globalAlpha = isSmall ? 0.45 : 1;
    pen.stroke(this.ink.line, 0.4 * this.ratio, (arc) => !isBorder(arc));
    context.globalAlpha = isSmall ? 0.6 : 1;
    pen.stroke(this.ink.border, (isSmall ? 0.5 : 0.8) * this.ratio, isBorder);
    context.globalAlpha = 1;
    this.paintNames(context);
    this.layBar();
  }

  /** The pixels along an area, roughly: lines between very small ones would hide them. */
  private typicalSize(shapes: Shapes): number {
    const box = this.box;
    if (!box || shapes.areas === 0) return 100;
    const extent = ((box.x1 - box.x0) * (box.y1 - box.y0)) / shapes.areas;
    return Math.sqrt(extent) / this.painted.mpp;
  }

  private paintNames(context: CanvasRenderingContext2D): void {
    const { ratio, painted, areas, shapes } = this;
    if (!areas || !shapes) return;
    const size = painted.width < 500 ? 12.5 : 14;
    const font = (weight: number, px: number) =>
      `${weight} ${px * ratio}px "Source Sans 3", "Noto Sans", Arial, sans-serif`;
    const widthOf = (name: string) => context.measureText(name).width / ratio;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.font = font(600, size);
    const whole = this.box ? cam.fitted(painted, this.box).mpp : painted.mpp;
    const most = Math.round(Math.min(6 * Math.max(whole / painted.mpp, 1), 30));
    const towns = placedLabels(this.places.map(this.onScreen), widthOf, size + 8, painted, most);
    for (const label of towns) this.paintName(context, label);
    if (this.typicalSize(shapes) < 60) return;
    // Near enough for the areas' own names, where these fit in them.
    context.font = font(400, 12.5);
    const own = visibleAreas(shapes, painted).flatMap((i) => {
      const at = this.centre(i);
      const room = shapes.areaBoxes[4 * i + 2] - shapes.areaBoxes[4 * i];
      const fits = widthOf(areas.names[i]) < ((room * shapes.step) / painted.mpp) * 0.85;
      const isTown = areas.names[i] === areas.gemeenten[i];
      return at && fits && !isTown ? [{ name: areas.names[i], x: at[0], y: at[1] }] : [];
    });
    const free = placedLabels(own.map(this.onScreen), widthOf, 20, painted, 60, towns);
    for (const label of free) this.paintName(context, label);
  }

  private readonly onScreen = ({ name, x, y }: Label): Label => {
    const [px, py] = cam.toScreen(this.painted, x, y);
    return { name, x: px, y: py };
  };

  private paintName(context: CanvasRenderingContext2D, { name, x, y }: Label): void {
    const { ratio } = this;
    context.lineWidth = 3.5 * ratio;
    context.strokeStyle = this.ink.paper;
    context.globalAlpha = 0.85;
    context.strokeText(name, x * ratio, y * ratio);
    context.globalAlpha = 1;
    context.fillStyle = this.ink.ink;
    context.fillText(name, x * ratio, y * ratio);
  }

  private paintOver(): void {
    const context = this.clear(2);
    const { shapes, ratio } = this;
    if (!shapes) return;
    const pen = new Pen(context, shapes, this.painted, ratio);
    const outline = (area: number, width: number, colour: string) => {
      if (area >= 0 && area < shapes.areas) pen.outlines([area], colour, width * ratio);
    };
    outline(this.hovered, 3.6, this.ink.paper);
    outline(this.hovered, 1.6, this.ink.ink);
    outline(this.selected, 5.4, this.ink.paper);
    outline(this.selected, 2.6, this.ink.ink);
  }

  /** In the language of the page; also called when that changes. */
  layBar(): void {
    const metres = cam.barLength(this.painted.mpp, 120);
    this.bar.textContent = distance(metres, spoken());
    this.bar.style.width = `${metres / this.painted.mpp}px`;
  }

  // ------------------------------------------------------------------------- pointing

  private hover(px: number, py: number): void {
    this.point(this.areaAt(px, py), px, py);
  }

  private point(area: number, px: number, py: number): void {
    if (area !== this.hovered) this.schedule({ over: true });
    this.hovered = area;
    this.on.hover(area, px, py);
  }
}
