// SPDX-License-Identifier: EUPL-1.2
// Shapes to a canvas: one fill for all areas of a colour, one line for every arc.
import type { Legend, Pattern } from "../model";
import type { Camera } from "./camera";
import type { Shapes } from "./shapes";

export type Ink = {
  paper: string;
  ink: string;
  quiet: string;
  rule: string;
  land: string;
  line: string;
  border: string;
  accent: string;
};

/** Which areas the camera sees. */
export function visibleAreas(shapes: Shapes, camera: Camera): number[] {
  const window = windowOf(shapes, camera);
  const out: number[] = [];
  for (let i = 0; i < shapes.areas; i++) if (touches(shapes.areaBoxes, i, window)) out.push(i);
  return out;
}

type Window = [number, number, number, number];

function windowOf(shapes: Shapes, camera: Camera): Window {
  const { originX, originY, step } = shapes;
  const halfX = (camera.width / 2) * camera.mpp;
  const halfY = (camera.height / 2) * camera.mpp;
  return [
    (camera.x - halfX - originX) / step,
    (camera.y - halfY - originY) / step,
    (camera.x + halfX - originX) / step,
    (camera.y + halfY - originY) / step,
  ];
}

function touches(boxes: Int32Array, i: number, [x0, y0, x1, y1]: Window): boolean {
  return (
    boxes[4 * i] <= x1 && boxes[4 * i + 2] >= x0 && boxes[4 * i + 1] <= y1 && boxes[4 * i + 3] >= y0
  );
}

/** Draws in units: the canvas is set up so that a unit of the shapes falls where it must. */
export class Pen {
  private readonly scale: number;
  private readonly dx: number;
  private readonly dy: number;
  private readonly window: Window;

  constructor(
    private readonly context: CanvasRenderingContext2D,
    private readonly shapes: Shapes,
    camera: Camera,
    ratio: number,
  ) {
    this.scale = (shapes.step / camera.mpp) * ratio;
    this.dx = ((shapes.originX - camera.x) / camera.mpp + camera.width / 2) * ratio;
    this.dy = ((camera.y - shapes.originY) / camera.mpp + camera.height / 2) * ratio;
    this.window = windowOf(shapes, camera);
  }

  /** Adds the points of an arc to the path. */
  private trace(reference: number, isFirst: boolean): void {
    const { points, arcStart } = this.shapes;
    const { context, scale, dx, dy } = this;
    const arc = reference < 0 ? ~reference : reference;
    const [first, last] = [arcStart[arc], arcStart[arc + 1] - 1];
    const [from, to, way] = reference < 0 ? [last, first, -1] : [first, last, 1];
    let i = from;
    if (isFirst) context.moveTo(points[2 * i] * scale + dx, dy - points[2 * i + 1] * scale);
    do {
      i += way;
      context.lineTo(points[2 * i] * scale + dx, dy - points[2 * i + 1] * scale);
    } while (i !== to);
  }

  outline(area: number): void {
    const { areaStart, ringStart, references } = this.shapes;
    for (let ring = areaStart[area]; ring < areaStart[area + 1]; ring++) {
      for (let r = ringStart[ring]; r < ringStart[ring + 1]; r++) {
        this.trace(references[r], r === ringStart[ring]);
      }
      this.context.closePath();
    }
  }

  fill(areas: number[], style: string | CanvasPattern): void {
    this.context.beginPath();
    for (const area of areas) this.outline(area);
    this.context.fillStyle = style;
    this.context.fill("evenodd");
  }

  /** Strokes every arc in view that is asked for; each is there once, whoever lies beside it. */
  stroke(style: string, width: number, isAsked: (arc: number) => boolean): void {
    const { context, shapes } = this;
    context.beginPath();
    const arcs = shapes.arcStart.length - 1;
    for (let arc = 0; arc < arcs; arc++) {
      if (touches(shapes.arcBoxes, arc, this.window) && isAsked(arc)) this.trace(arc, true);
    }
    context.strokeStyle = style;
    context.lineWidth = width;
    context.stroke();
  }
}

/** Diagonal lines for what is withheld. */
export function hatch(context: CanvasRenderingContext2D, ink: Ink, ratio: number) {
  const size = Math.round(6 * ratio);
  const tile = document.createElement("canvas");
  tile.width = tile.height = size;
  const pen = tile.getContext("2d") as CanvasRenderingContext2D;
  pen.fillStyle = ink.paper;
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = ink.quiet;
  pen.lineWidth = 0.9 * ratio;
  pen.beginPath();
  for (const offset of [-size, 0, size]) {
    pen.moveTo(offset - 1, size + 1);
    pen.lineTo(offset + size + 1, -1);
  }
  pen.stroke();
  return context.createPattern(tile, "repeat") ?? ink.paper;
}

/** Areas in groups by what they are filled with: a colour, or a pattern of absence. */
export function batches(areas: number[], values: Uint8Array, legend: Legend) {
  const colours = new Map<number, string>(legend.classes.map((c) => [c.number, c.colour]));
  const patterns = new Map<number, Pattern>(legend.absent.map((a) => [a.byte, a.pattern]));
  const byColour = new Map<string, number[]>();
  const byPattern: Record<Pattern, number[]> = { hatch: [], dots: [], blank: [] };
  for (const area of areas) {
    const byte = values[area] ?? 0;
    const colour = colours.get(byte);
    if (colour === undefined) {
      byPattern[patterns.get(byte) ?? "blank"].push(area);
      continue;
    }
    const group = byColour.get(colour);
    if (group) group.push(area);
    else byColour.set(colour, [area]);
  }
  return { byColour, byPattern };
}
