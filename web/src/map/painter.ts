// SPDX-License-Identifier: EUPL-1.2
// Draws the map: three canvases over each other (fills, lines with names, and what is pointed at),
// so that another wave touches only the first and a pointer only the last.
import { el } from "../dom";
import { distance } from "../format";
import type { Areas, Legend } from "../model";
import { spoken } from "../words";
import * as cam from "./camera";
import { type Cells, CellPainter, boxOfCell } from "./cells";
import {
  type Ink,
  type Looks,
  Pen,
  hatch,
  isBlank,
  kJoined,
  kLeft,
  kMember,
  paletteOf,
  visibleAreas,
} from "./draw";
import { type Label, type Place, placedLabels } from "./labels";
import type { Point } from "./neighbours";
import { type Raster, colour, rasterOf } from "./raster";
import { type Box, type Shapes, boxOf } from "./shapes";

/** What there is to draw. Areas are ordinals; -1 is none. */
export type Scene = {
  camera: cam.Camera;
  box: Box | null;
  shapes: Shapes | null;
  areas: Areas | null;
  /** Squares, in place of shapes and areas; what lies round them gives borders and names. */
  cells: Cells | null;
  around: { shapes: Shapes; areas: Areas } | null;
  places: Place[];
  values: Uint8Array;
  legend: Legend | null;
  looks: Looks;
  selected: number;
  hovered: number;
  /** What the reader brought or drew. */
  own: Outline[];
};

/** Lines in metres; one that is not closed is being drawn. */
export type Outline = { name: string; rings: [number, number][][]; isClosed: boolean };

export type Due = { fills: boolean; lines: boolean; over: boolean };

/** Where an area is, for its name and for going from one to another. */
export function centreOf(scene: Scene, area: number): Point | null {
  const known = scene.areas?.centres[area];
  if (known) return known;
  const box = boxOfArea(scene, area);
  return box ? [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2] : null;
}

/** The box of an area or square in metres. */
export function boxOfArea({ shapes, cells }: Scene, area: number): Box | null {
  if (cells) return area >= 0 && area < cells.count ? boxOfCell(cells, area) : null;
  return shapes && boxOf(shapes, area);
}

/** The pixels an area must be wide and high to hold a letter. */
const kLetterRoom = 16;

export class Painter {
  private readonly canvases = [0, 1, 2].map(() => el("canvas", { "aria-hidden": "true" }));
  private readonly bar = el("div.scalebar");
  private ratio = 1;
  private ink: Ink = inkOfPage();
  private painted: cam.Camera;
  private raster: Raster | null = null;
  private rasterOf: Shapes | null = null;
  private rasterAt: cam.Camera | null = null;
  private readonly cellPainter = new CellPainter();

  constructor(
    host: HTMLElement,
    private readonly scene: Scene,
  ) {
    this.painted = scene.camera;
    host.append(...this.canvases, this.bar);
  }

  /** After a switch between light and dark. */
  readInk(): void {
    this.ink = inkOfPage();
  }

  resize(width: number, height: number): void {
    this.ratio = Math.min(devicePixelRatio || 1, 3);
    for (const canvas of this.canvases) {
      canvas.width = Math.max(1, Math.round(width * this.ratio));
      canvas.height = Math.max(1, Math.round(height * this.ratio));
    }
  }

  /** What was drawn, moved and stretched to where the camera is now. */
  slide(): void {
    const { painted: was } = this;
    const now = this.scene.camera;
    const k = was.mpp / now.mpp;
    const dx = (was.x - now.x) / now.mpp + (now.width / 2) * (1 - k);
    const dy = (now.y - was.y) / now.mpp + (now.height / 2) * (1 - k);
    for (const canvas of this.canvases) {
      canvas.style.transform = `translate(${dx}px, ${dy}px) scale(${k})`;
    }
  }

  paint({ fills, lines, over }: Due): void {
    if (fills || lines) {
      this.painted = this.scene.camera;
      for (const canvas of this.canvases) canvas.style.transform = "";
    }
    if (fills) this.paintFills();
    if (lines) this.paintLines();
    if (over || lines) this.paintOver();
  }

  /** In the language of the page; also called when that changes. */
  layBar(): void {
    const metres = cam.barLength(this.painted.mpp, 120);
    this.bar.textContent = distance(metres, spoken());
    this.bar.style.width = `${metres / this.painted.mpp}px`;
  }

  private clear(index: number): CanvasRenderingContext2D {
    const canvas = this.canvases[index];
    const context = canvas.getContext("2d") as CanvasRenderingContext2D;
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.lineJoin = "round";
    return context;
  }

  /** The pixels are worked out again only when the camera or the shapes changed. */
  private currentRaster(shapes: Shapes): Raster {
    const { painted } = this;
    if (!this.raster || this.rasterAt !== painted || this.rasterOf !== shapes) {
      this.raster = rasterOf(shapes, visibleAreas(shapes, painted), painted, this.ratio);
      this.rasterAt = painted;
      this.rasterOf = shapes;
    }
    return this.raster;
  }

  private paintFills(): void {
    const context = this.clear(0);
    const { legend, values, looks, shapes, cells } = this.scene;
    if (!legend) return;
    if (cells && values.length === cells.count) this.paintCells(context, cells, legend);
    if (!shapes || cells || values.length !== shapes.areas) return;
    const { ink, ratio } = this;
    const raster = this.currentRaster(shapes);
    const { colours, isHatched, dotted, dashed } = paletteOf(values, legend, looks);
    const image = context.createImageData(raster.width, raster.height);
    colour(raster, colours, isHatched, hatch(ink, ratio), new Uint32Array(image.data.buffer));
    context.putImageData(image, 0, 0);
    const pen = new Pen(context, shapes, this.painted, ratio);
    const broken = (areas: number[], dash: number[], width: number) => {
      if (areas.length === 0) return;
      context.setLineDash(dash.map((length) => length * ratio));
      pen.outlines(areas, ink.quiet, width * ratio);
      context.setLineDash([]);
    };
    broken(dotted, [1.2, 2.4], 1.4);
    if (this.typicalSize(shapes.areas) >= 9) broken(dashed, [5, 3], 1.1);
  }

  private paintCells(context: CanvasRenderingContext2D, cells: Cells, legend: Legend): void {
    const { width, height } = context.canvas;
    const { values, looks } = this.scene;
    const image = context.createImageData(width, height);
    const out = new Uint32Array(image.data.buffer);
    const tile = hatch(this.ink, this.ratio);
    const palette = paletteOf(values, legend, looks);
    this.cellPainter.paint(cells, this.painted, this.ratio, palette, tile, { width, height, out });
    context.putImageData(image, 0, 0);
  }

  private paintLines(): void {
    const context = this.clear(1);
    this.layBar();
    const { cells, around, shapes, areas } = this.scene;
    if (cells) {
      if (around) this.paintAround(context, around);
      else this.paintNames(context, null, null);
    } else if (shapes && areas) {
      this.paintBorders(context, shapes, areas);
      this.paintSet(context, shapes);
      this.paintLetters(context, shapes);
      this.paintNames(context, shapes, areas);
    }
  }

  private paintBorders(context: CanvasRenderingContext2D, shapes: Shapes, areas: Areas): void {
    const pen = new Pen(context, shapes, this.painted, this.ratio);
    const { arcAreas } = shapes;
    const gemeente = (side: number) => (side < 0 ? "" : areas.gemeenten[side]);
    const isBorder = (arc: number) =>
      gemeente(arcAreas[2 * arc]) !== gemeente(arcAreas[2 * arc + 1]);
    const isSmall = this.typicalSize(shapes.areas) < 14;
    // Areas in no type are blank: a light line between two of them would not be seen.
    const { legend, values } = this.scene;
    const blank = new Set(
      legend?.classes.filter(({ colour }) => isBlank(colour, legend)).map(({ number }) => number),
    );
    const isOpen = (side: number) => side < 0 || blank.has(values[side]);
    const isUnseen = (arc: number) =>
      blank.size > 0 && isOpen(arcAreas[2 * arc]) && isOpen(arcAreas[2 * arc + 1]);
    context.globalAlpha = isSmall ? 0.45 : 1;
    pen.stroke(this.ink.line, 0.4 * this.ratio, (arc) => !isBorder(arc));
    if (blank.size > 0) pen.stroke(this.ink.quiet, 0.5 * this.ratio, isUnseen);
    context.globalAlpha = isSmall ? 0.6 : 1;
    pen.stroke(this.ink.border, (isSmall ? 0.5 : 0.8) * this.ratio, isBorder);
    context.globalAlpha = 1;
  }

  /** Borders and names round squares. */
  private paintAround(
    context: CanvasRenderingContext2D,
    { shapes }: { shapes: Shapes; areas: Areas },
  ): void {
    const pen = new Pen(context, shapes, this.painted, this.ratio);
    context.globalAlpha = 0.55;
    pen.stroke(this.ink.quiet, 0.6 * this.ratio, () => true);
    context.globalAlpha = 1;
    this.paintNames(context, null, null);
  }

  /** The outlines of a set: thick for who joins it, dashed for who leaves it. */
  private paintSet(context: CanvasRenderingContext2D, shapes: Shapes): void {
    const { emphasis } = this.scene.looks;
    if (!emphasis) return;
    const { ink, ratio } = this;
    const pen = new Pen(context, shapes, this.painted, ratio);
    const of = (kind: number) => [...emphasis.keys()].filter((area) => emphasis[area] === kind);
    const isSmall = this.typicalSize(shapes.areas) < 9;
    pen.outlines(of(kMember), ink.ink, (isSmall ? 0.6 : 1.1) * ratio);
    pen.outlines(of(kJoined), ink.ink, (isSmall ? 1.6 : 3) * ratio);
    context.setLineDash([5 * ratio, 3 * ratio]);
    pen.outlines(of(kLeft), ink.ink, (isSmall ? 1 : 2) * ratio);
    context.setLineDash([]);
  }

  /** Each type by its letter too, where there is room: never by colour alone. */
  private paintLetters(context: CanvasRenderingContext2D, shapes: Shapes): void {
    const { scene, ratio, painted } = this;
    if (scene.legend?.palette !== "typology") return;
    const letters = new Map(scene.legend.classes.map((each) => [each.number, letterOf(each)]));
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.font = `600 ${12.5 * ratio}px "Source Sans 3", Arial, sans-serif`;
    for (const area of visibleAreas(shapes, painted)) {
      const letter = letters.get(scene.values[area]);
      const at = centreOf(scene, area);
      const box = boxOf(shapes, area);
      const room = box ? Math.min(box.x1 - box.x0, box.y1 - box.y0) / painted.mpp : 0;
      if (!letter || !at || room < kLetterRoom) continue;
      const [px, py] = cam.toScreen(painted, at[0], at[1]);
      this.paintName(context, { name: letter, x: px, y: py });
    }
  }

  /** The pixels along an area, roughly: lines between very small ones would hide them. */
  private typicalSize(areas: number): number {
    const { box } = this.scene;
    if (!box || areas === 0) return 100;
    const extent = ((box.x1 - box.x0) * (box.y1 - box.y0)) / areas;
    return Math.sqrt(extent) / this.painted.mpp;
  }

  private paintNames(
    context: CanvasRenderingContext2D,
    shapes: Shapes | null,
    areas: Areas | null,
  ): void {
    const { ratio, painted, scene } = this;
    const size = painted.width < 500 ? 12.5 : 14;
    const font = (weight: number, px: number) =>
      `${weight} ${px * ratio}px "Source Sans 3", "Noto Sans", Arial, sans-serif`;
    const widthOf = (name: string) => context.measureText(name).width / ratio;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.font = font(600, size);
    const whole = scene.box ? cam.fitted(painted, scene.box).mpp : painted.mpp;
    const most = Math.round(Math.min(6 * Math.max(whole / painted.mpp, 1), 30));
    const places = scene.places.map(this.onScreen);
    const towns = placedLabels(places, widthOf, size + 8, painted, most);
    for (const label of towns) this.paintName(context, label);
    // Among types the letters stand where the names would.
    const isTyped = scene.legend?.palette === "typology";
    if (!shapes || !areas || isTyped || this.typicalSize(shapes.areas) < 60) return;
    // Near enough for the areas' own names, where these fit in them.
    context.font = font(400, 12.5);
    const own = visibleAreas(shapes, painted).flatMap((i) => {
      const at = centreOf(scene, i);
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
    const { ratio, ink, scene } = this;
    const { shapes, cells, hovered, selected } = scene;
    const pen = shapes && new Pen(context, shapes, this.painted, ratio);
    const outline = (area: number, width: number, style: string) => {
      if (area < 0) return;
      if (cells) this.square(context, cells, area, width, style);
      else if (pen && shapes && area < shapes.areas) pen.outlines([area], style, width * ratio);
    };
    outline(hovered, 3.6, ink.paper);
    outline(hovered, 1.6, ink.ink);
    outline(selected, 5.4, ink.paper);
    outline(selected, 2.6, ink.ink);
    for (const own of scene.own) this.paintOwn(context, own);
  }

  /** Round a square, and never so small that it cannot be seen. */
  private square(
    context: CanvasRenderingContext2D,
    cells: Cells,
    cell: number,
    width: number,
    style: string,
  ): void {
    if (cell >= cells.count) return;
    const { ratio, painted } = this;
    const box = boxOfCell(cells, cell);
    const [left, top] = cam.toScreen(painted, box.x0, box.y1);
    const size = cells.side / painted.mpp;
    const away = Math.max(0, (9 - size) / 2);
    context.strokeStyle = style;
    context.lineWidth = width * ratio;
    const side = (size + 2 * away) * ratio;
    context.strokeRect((left - away) * ratio, (top - away) * ratio, side, side);
  }

  private paintOwn(context: CanvasRenderingContext2D, { name, rings, isClosed }: Outline): void {
    const { ratio, painted, ink } = this;
    const at = ([x, y]: [number, number]) =>
      cam.toScreen(painted, x, y).map((v) => v * ratio) as [number, number];
    context.beginPath();
    for (const ring of rings) {
      ring.forEach((point, i) =>
        i === 0 ? context.moveTo(...at(point)) : context.lineTo(...at(point)),
      );
      if (isClosed) context.closePath();
    }
    for (const [style, width] of [
      [ink.paper, 5],
      [ink.accent, 2.5],
    ] as const) {
      context.strokeStyle = style;
      context.lineWidth = width * ratio;
      context.stroke();
    }
    const [ring] = rings;
    if (!isClosed) {
      for (const point of ring ?? []) {
        const [x, y] = at(point);
        context.fillStyle = ink.accent;
        context.fillRect(x - 3 * ratio, y - 3 * ratio, 6 * ratio, 6 * ratio);
      }
    }
    if (!ring || ring.length === 0 || name === "") return;
    const top = ring.reduce((best, point) => (point[1] > best[1] ? point : best));
    const [x, y] = at(top);
    context.font = `600 ${14 * ratio}px "Source Sans 3", Arial, sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    this.paintName(context, { name, x: x / ratio, y: y / ratio - 12 });
  }
}

/** The letter a type goes by; what is in no type has none. */
export function letterOf({ name, colour }: { name: string; colour: string }): string {
  return isBlank(colour, { palette: "typology" }) ? "" : name.charAt(0);
}

/** The colours the page has now, light or dark. */
function inkOfPage(): Ink {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: read("paper"),
    ink: read("ink"),
    quiet: read("quiet"),
    accent: read("accent"),
    line: read("map-line"),
    border: read("map-border"),
  };
}
