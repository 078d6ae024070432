// SPDX-License-Identifier: EUPL-1.2
// The map as it is on the screen, as SVG: the same colours, patterns, names and outlines, on paper.
import { distance } from "../format";
import { spoken } from "../words";
import * as cam from "./camera";
import { type Cells, placing, visibleCells } from "./cells";
import { type Palette, Pen, type Strokes, isBlank, kJoined, kLeft, kMember, paletteOf, visibleAreas } from "./draw";
import { placedLabels } from "./labels";
import { type Outline, type Scene, boxOfArea, centreOf, letterOf } from "./painter";
import type { Shapes } from "./shapes";

/** How wide a text is: size in pixels, weight as in CSS. */
export type WidthOf = (text: string, size: number, weight: number) => number;

export const kPaperInk = {
  paper: "#ffffff",
  ink: "#1d2327",
  quiet: "#59626a",
  rule: "#d5dade",
  accent: "#0e5a8a",
};
const kSize = 14;

const kMapHatch = "wb-hatch-map";

/** The pattern of what is withheld, in lines of a pixel where a unit is so many pixels. */
export function hatchOf(id: string, unit: number): string {
  return (
    `<pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse" ` +
    `patternTransform="scale(${1 / unit}) rotate(45)">` +
    `<rect width="6" height="6" fill="${kPaperInk.paper}"/>` +
    `<path d="M3 0V6" stroke="${kPaperInk.quiet}"/></pattern>`
  );
}

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** What a pen draws, as the text of a path: whole tenths of a pixel, each point from the one before. */
export class PathText implements Strokes {
  strokeStyle = "";
  lineWidth = 0;
  private text = "";
  private x = 0;
  private y = 0;
  private isFirst = true;

  beginPath(): void {
    this.text = "";
  }

  moveTo(x: number, y: number): void {
    [this.x, this.y] = [Math.round(x * 10), Math.round(y * 10)];
    this.text += `M${this.x} ${this.y}l`;
    this.isFirst = true;
  }

  lineTo(x: number, y: number): void {
    const [u, v] = [Math.round(x * 10), Math.round(y * 10)];
    if (u === this.x && v === this.y) return;
    this.text += `${this.isFirst ? "" : " "}${u - this.x} ${v - this.y}`;
    this.isFirst = false;
    [this.x, this.y] = [u, v];
  }

  closePath(): void {
    this.text += "z";
  }

  stroke(): void {
    // What was traced is taken with take().
  }

  /** A part that came to one point draws nothing. */
  take(): string {
    return this.text.replace(/M-?\d+ -?\d+l(?=[Mz]|$)z?/g, "");
  }
}

/** Colour and opacity of a pixel. */
function inkOf(pixel: number): { colour: string; opacity: number } {
  const parts = [pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255];
  const colour = `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  return { colour, opacity: (pixel >>> 24) / 255 };
}

/** Areas that look the same, together; those without a look are left out. */
function grouped(areas: number[], { colours, isHatched }: Palette): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const area of areas) {
    const { colour, opacity } = inkOf(colours[area]);
    if (!isHatched[area] && opacity === 0) continue;
    const fill = isHatched[area]
      ? `fill="url(#${kMapHatch})"`
      : opacity < 1
        ? `fill="${colour}" fill-opacity="${opacity.toFixed(2)}"`
        : `fill="${colour}"`;
    const group = groups.get(fill);
    if (group) group.push(area);
    else groups.set(fill, [area]);
  }
  return groups;
}

function pathOf(d: string, attributes: string): string {
  return d === "" ? "" : `<path d="${d}" ${attributes}/>`;
}

function shapesText(scene: Scene, shapes: Shapes, palette: Palette, camera: cam.Camera): string {
  const path = new PathText();
  const pen = new Pen(path, shapes, camera, 1);
  const seen = visibleAreas(shapes, camera);
  const outlines = (areas: number[]) => {
    pen.outlines(areas, "", 0);
    return path.take();
  };
  const arcs = (isAsked: (arc: number) => boolean) => {
    pen.stroke("", 0, isAsked);
    return path.take();
  };
  const { arcAreas } = shapes;
  const { areas, looks } = scene;
  const gemeente = (side: number) => (side < 0 ? "" : (areas?.gemeenten[side] ?? ""));
  const isBorder = (arc: number) => gemeente(arcAreas[2 * arc]) !== gemeente(arcAreas[2 * arc + 1]);
  const { quiet, ink, paper } = kPaperInk;
  const set = (kind: number) => seen.filter((area) => looks.emphasis?.[area] === kind);
  const isSmall = seen.length > 2000;
  return [
    ...[...grouped(seen, palette)].map(([fill, inside]) => pathOf(outlines(inside), fill)),
    `<g fill="none" stroke-linejoin="round">`,
    pathOf(arcs((arc) => !isBorder(arc)), `stroke="${paper}" stroke-width="${isSmall ? 2 : 4}"`),
    pathOf(arcs(isBorder), `stroke="${quiet}" stroke-width="${isSmall ? 4 : 7}"`),
    pathOf(outlines(palette.dotted), `stroke="${quiet}" stroke-width="12" stroke-dasharray="12 24"`),
    pathOf(outlines(palette.dashed), `stroke="${quiet}" stroke-width="9" stroke-dasharray="50 30"`),
    pathOf(outlines(set(kMember)), `stroke="${ink}" stroke-width="9"`),
    pathOf(outlines(set(kJoined)), `stroke="${ink}" stroke-width="25"`),
    pathOf(outlines(set(kLeft)), `stroke="${ink}" stroke-width="16" stroke-dasharray="50 30"`),
    `</g>`,
  ].join("");
}

/** Squares beside each other that look the same are one rectangle, in units of squares. */
function cellsText(cells: Cells, palette: Palette, camera: cam.Camera): string {
  const { size, dx, dy } = placing(cells, camera, 1);
  const { columns, rows } = cells;
  const runs = (inside: number[]) => {
    let d = "";
    for (let i = 0; i < inside.length; ) {
      const [first, row] = [columns[inside[i]], rows[inside[i]]];
      let end = first + 1;
      for (i++; i < inside.length && rows[inside[i]] === row && columns[inside[i]] === end; i++) end++;
      d += `M${first} ${row}h${end - first}v1h${first - end}z`;
    }
    return d;
  };
  const groups = grouped(visibleCells(cells, camera), palette);
  return [
    `<g transform="matrix(${size} 0 0 ${-size} ${dx} ${dy})" shape-rendering="crispEdges">`,
    ...[...groups].map(([fill, inside]) => pathOf(runs(inside), fill)),
    `</g>`,
  ].join("");
}

function ownText({ rings }: Outline, camera: cam.Camera): string {
  const path = new PathText();
  for (const ring of rings) {
    ring.forEach(([x, y], i) => {
      const at = cam.toScreen(camera, x, y);
      if (i === 0) path.moveTo(...at);
      else path.lineTo(...at);
    });
    path.closePath();
  }
  const lines = [
    [kPaperInk.paper, 50],
    [kPaperInk.accent, 25],
  ] as const;
  return lines
    .map(([colour, width]) =>
      pathOf(path.take(), `fill="none" stroke="${colour}" stroke-width="${width}"`),
    )
    .join("");
}

function named(text: string, x: number, y: number, weight = 600): string {
  const { ink, paper } = kPaperInk;
  return (
    `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" dy="0.35em" text-anchor="middle" ` +
    `font-size="${kSize}" font-weight="${weight}" fill="${ink}" stroke="${paper}" ` +
    `stroke-width="3.5" stroke-linejoin="round" paint-order="stroke">${escaped(text)}</text>`
  );
}

/** Place names, letters of types, and the names of the reader's own areas. */
function namesText(scene: Scene, camera: cam.Camera, widthOf: WidthOf): string {
  const onScreen = ({ name, x, y }: { name: string; x: number; y: number }) => {
    const [px, py] = cam.toScreen(camera, x, y);
    return { name, x: px, y: py };
  };
  const own = scene.own
    .filter(({ name, rings }) => name !== "" && rings.length > 0)
    .map(({ name, rings }) => {
      const [x, y] = rings[0].reduce((best, point) => (point[1] > best[1] ? point : best));
      const at = onScreen({ name, x, y });
      return { ...at, y: at.y - 12 };
    });
  const whole = scene.box ? cam.fitted(camera, scene.box).mpp : camera.mpp;
  const most = Math.round(Math.min(6 * Math.max(whole / camera.mpp, 1), 30));
  const width = (name: string) => widthOf(name, kSize, 600);
  const isTyped = scene.legend?.palette === "typology";
  const towns = placedLabels(scene.places.map(onScreen), width, kSize + 8, camera, most, own);
  const letters = isTyped ? lettersOf(scene, camera) : [];
  return [...letters, ...towns, ...own].map(({ name, x, y }) => named(name, x, y)).join("");
}

function lettersOf(scene: Scene, camera: cam.Camera) {
  const { shapes, legend, values } = scene;
  if (!shapes || !legend) return [];
  const letters = new Map(
    legend.classes
      .filter(({ colour }) => !isBlank(colour, legend))
      .map((each) => [each.number, letterOf(each)]),
  );
  return visibleAreas(shapes, camera).flatMap((area) => {
    const [name, at, box] = [letters.get(values[area]), centreOf(scene, area), boxOfArea(scene, area)];
    const room = box ? Math.min(box.x1 - box.x0, box.y1 - box.y0) / camera.mpp : 0;
    if (!name || !at || room < 16) return [];
    const [x, y] = cam.toScreen(camera, at[0], at[1]);
    return [{ name, x, y }];
  });
}

function barText(camera: cam.Camera): string {
  const metres = cam.barLength(camera.mpp, 120);
  const [x, y] = [camera.width - 12, camera.height - 12];
  const left = x - metres / camera.mpp;
  const { ink } = kPaperInk;
  return (
    `<path d="M${left.toFixed(1)} ${y - 5}V${y}H${x}V${y - 5}" fill="none" stroke="${ink}"/>` +
    `<text x="${x}" y="${y - 8}" text-anchor="end" font-size="12.5" fill="${ink}">` +
    `${escaped(distance(metres, spoken()))}</text>`
  );
}

/** A map of this camera's size, in pixels from its upper left corner. */
export function vectorOf(scene: Scene, camera: cam.Camera, widthOf: WidthOf): string {
  const { legend, values, looks, shapes, cells, around } = scene;
  const palette = legend && paletteOf(values, legend, looks);
  const isWhole = values.length === (cells?.count ?? shapes?.areas);
  const unit = cells ? placing(cells, camera, 1).size : 0.1;
  const tenths = (text: string) => (text === "" ? "" : `<g transform="scale(0.1)">${text}</g>`);
  const parts = [`<defs>${hatchOf(kMapHatch, unit)}</defs>`];
  if (palette && isWhole && cells) parts.push(cellsText(cells, palette, camera));
  else if (palette && isWhole && shapes) parts.push(tenths(shapesText(scene, shapes, palette, camera)));
  if (cells && around) {
    const path = new PathText();
    new Pen(path, around.shapes, camera, 1).stroke("", 0, () => true);
    const line = `fill="none" stroke="${kPaperInk.quiet}" stroke-width="6" stroke-opacity="0.55"`;
    parts.push(tenths(pathOf(path.take(), line)));
  }
  parts.push(tenths(scene.own.map((own) => ownText(own, camera)).join("")));
  parts.push(namesText(scene, camera, widthOf), barText(camera));
  return parts.join("");
}
