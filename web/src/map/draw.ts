// SPDX-License-Identifier: EUPL-1.2
// How areas look: colours and patterns by class, and one line for every arc.
import type { Legend, Pattern } from "../model";
import type { Camera } from "./camera";
import { type Tile, pixelOf } from "./raster";
import type { Shapes } from "./shapes";

export type Ink = Record<"paper" | "ink" | "quiet" | "accent" | "line" | "border", string>;

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

/** What a pen needs of what it draws on. */
export type Strokes = Pick<
  CanvasRenderingContext2D,
  "beginPath" | "moveTo" | "lineTo" | "closePath" | "lineWidth"
> & { strokeStyle: string | CanvasGradient | CanvasPattern; stroke(): void };

/** Draws in units: the canvas is set up so that a unit of the shapes falls where it must. */
export class Pen {
  private readonly scale: number;
  private readonly dx: number;
  private readonly dy: number;
  private readonly window: Window;

  constructor(
    private readonly context: Strokes,
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

  /** Strokes areas, those out of view left out. */
  outlines(areas: number[], style: string, width: number): void {
    const { context } = this;
    context.beginPath();
    for (const area of areas) {
      if (touches(this.shapes.areaBoxes, area, this.window)) this.outline(area);
    }
    context.strokeStyle = style;
    context.lineWidth = width;
    context.stroke();
  }

  private outline(area: number): void {
    const { areaStart, ringStart, references } = this.shapes;
    for (let ring = areaStart[area]; ring < areaStart[area + 1]; ring++) {
      for (let r = ringStart[ring]; r < ringStart[ring + 1]; r++) {
        this.trace(references[r], r === ringStart[ring]);
      }
      this.context.closePath();
    }
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
export function hatch(ink: Ink, ratio: number): Tile {
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
  return { size, pixels: new Uint32Array(pen.getImageData(0, 0, size, size).data.buffer) };
}

/** Areas in no type are left blank, on light and dark paper alike. */
export function isBlank(colour: string, { palette }: Pick<Legend, "palette">): boolean {
  return palette === "typology" && /^#f{6}$/i.test(colour);
}

/** How areas stand out: pale, as they are, in a set, newly in it, or no longer in it. */
export const kPale = 0;
export const kPlain = 1;
export const kMember = 2;
export const kJoined = 3;
export const kLeft = 4;

/** What changes the look of areas beside their class. */
export type Looks = {
  /** Only this class in full colour. */
  marked?: number | null;
  /** Per area kPale to kLeft. */
  emphasis?: Uint8Array | null;
  /** Per area 2 where its class is unsure. */
  sure?: Uint8Array | null;
};

export type Palette = {
  /** Per ordinal a pixel; nothing for what is absent, which is never a colour. */
  colours: Uint32Array;
  isHatched: Uint8Array;
  /** Areas with a dotted outline, and those with a dashed one. */
  dotted: number[];
  dashed: number[];
};

const kPaleAlpha = 50;
const kUnsureAlpha = 105;

/** How each area is shown; what is not meant is pale, what is unsure paler. */
export function paletteOf(values: Uint8Array, legend: Legend, looks: Looks): Palette {
  const { marked = null, emphasis = null, sure = null } = looks;
  const pixels = [kPaleAlpha, kUnsureAlpha, 255].map((alpha) => {
    const made = new Uint32Array(256);
    for (const { number, colour } of legend.classes) {
      if (!isBlank(colour, legend)) made[number] = pixelOf(colour, alpha);
    }
    return made;
  });
  const patterns = new Array<Pattern | undefined>(256);
  for (const { byte, pattern } of legend.absent) patterns[byte] = pattern;
  const colours = new Uint32Array(values.length);
  const isHatched = new Uint8Array(values.length);
  const dotted: number[] = [];
  const dashed: number[] = [];
  for (let area = 0; area < values.length; area++) {
    const value = values[area];
    const isUnsure = sure !== null && sure[area] === 2;
    const isPale =
      (marked !== null && marked !== value) ||
      (emphasis !== null && (emphasis[area] === kPale || emphasis[area] === kLeft));
    colours[area] = pixels[isPale ? 0 : isUnsure ? 1 : 2][value];
    if (isUnsure) dashed.push(area);
    const pattern = patterns[value];
    if (pattern === "hatch") isHatched[area] = 1;
    else if (pattern === "dots") dotted.push(area);
  }
  return { colours, isHatched, dotted, dashed };
}
