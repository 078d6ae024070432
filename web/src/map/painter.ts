// SPDX-License-Identifier: EUPL-1.2
// Draws the map: three canvases over each other (fills, lines with names, and what is pointed at),
// so that another wave touches only the first and a pointer only the last.
import { el } from "../dom";
import { distance } from "../format";
import type { Areas, Legend } from "../model";
import { spoken } from "../words";
import * as cam from "./camera";
import { type Ink, Pen, hatch, paletteOf, visibleAreas } from "./draw";
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
  places: Place[];
  values: Uint8Array;
  legend: Legend | null;
  /** Only this class in full colour. */
  marked: number | null;
  selected: number;
  hovered: number;
};

export type Due = { fills: boolean; lines: boolean; over: boolean };

/** Where an area is, for its name and for going from one to another. */
export function centreOf(scene: Scene, area: number): Point | null {
  const known = scene.areas?.centres[area];
  if (known) return known;
  const box = scene.shapes && boxOf(scene.shapes, area);
  return box ? [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2] : null;
}

export class Painter {
  private readonly canvases = [0, 1, 2].map(() => el("canvas", { "aria-hidden": "true" }));
  private readonly bar = el("div.scalebar");
  private ratio = 1;
  private ink: Ink = inkOfPage();
  private painted: cam.Camera;
  private raster: Raster | null = null;
  private rasterOf: Shapes | null = null;
  private rasterAt: cam.Camera | null = null;

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
    const { ink, ratio } = this;
    const { shapes, legend, values, marked } = this.scene;
    if (!shapes || !legend || values.length !== shapes.areas) return;
    const raster = this.currentRaster(shapes);
    const { colours, isHatched, dotted } = paletteOf(values, legend, marked);
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
    const { shapes, areas } = this.scene;
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
    this.paintNames(context, shapes, areas);
    this.layBar();
  }

  /** The pixels along an area, roughly: lines between very small ones would hide them. */
  private typicalSize(shapes: Shapes): number {
    const { box } = this.scene;
    if (!box || shapes.areas === 0) return 100;
    const extent = ((box.x1 - box.x0) * (box.y1 - box.y0)) / shapes.areas;
    return Math.sqrt(extent) / this.painted.mpp;
  }

  private paintNames(context: CanvasRenderingContext2D, shapes: Shapes, areas: Areas): void {
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
    if (this.typicalSize(shapes) < 60) return;
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
    const { ratio, ink } = this;
    const { shapes, hovered, selected } = this.scene;
    if (!shapes) return;
    const pen = new Pen(context, shapes, this.painted, ratio);
    const outline = (area: number, width: number, style: string) => {
      if (area >= 0 && area < shapes.areas) pen.outlines([area], style, width * ratio);
    };
    outline(hovered, 3.6, ink.paper);
    outline(hovered, 1.6, ink.ink);
    outline(selected, 5.4, ink.paper);
    outline(selected, 2.6, ink.ink);
  }
}

/** The colours the page has now, light or dark. */
function inkOfPage(): Ink {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: read("paper"),
    ink: read("ink"),
    quiet: read("quiet"),
    line: read("map-line"),
    border: read("map-border"),
  };
}
