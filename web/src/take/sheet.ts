// SPDX-License-Identifier: EUPL-1.2
// What is on the screen as one drawing that stands alone: title, finding, map, legend, notes, source.
import type { Legend } from "../model";
import { nameOf } from "../panels/legend";
import { letterOf } from "../map/painter";
import { type WidthOf, escaped, hatchOf, kPaperInk } from "../map/vector";
import { say, spoken } from "../words";

const kWidth = 900;
const kMargin = 24;
/** As wide as a map is in a drawing, and as high as it may be. */
export const kMapRoom = { width: kWidth - 2 * kMargin, most: 1000 };
const kLimits = 420;
const kAreas = 640;
const kResidents = 780;

type Style = { size: number; weight?: number; colour?: string };

/** A text in lines that fit. */
export function linesOf(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== "")) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : "";
    if (longer !== "" && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Puts texts and rows below each other, and knows how far down it is. */
class Column {
  readonly parts: string[] = [];
  y = kMargin;

  constructor(private readonly widthOf: WidthOf) {}

  text(text: string, x: number, { size, weight = 400, colour = kPaperInk.ink }: Style, anchor = "start"): void {
    this.parts.push(
      `<text x="${x}" y="${this.y.toFixed(1)}" font-size="${size}" font-weight="${weight}" ` +
        `fill="${colour}" text-anchor="${anchor}">${escaped(text)}</text>`,
    );
  }

  paragraph(text: string, style: Style, above = 4): void {
    const { size, weight = 400 } = style;
    this.y += text === "" ? 0 : above;
    for (const line of linesOf(text, kMapRoom.width, (each) => this.widthOf(each, size, weight))) {
      this.y += size * 1.3;
      this.text(line, kMargin, style);
    }
  }
}

const kSmall: Style = { size: 12.5, colour: kPaperInk.quiet };
const kPlain: Style = { size: 14 };

function swatchText(y: number, fill: string): string {
  return (
    `<rect x="${kMargin}" y="${(y - 12).toFixed(1)}" width="22" height="15" fill="${fill}" ` +
    `stroke="${kPaperInk.quiet}" stroke-width="0.5"/>`
  );
}

function patternText(y: number, pattern: string): string {
  if (pattern === "hatch") return swatchText(y, "url(#wb-hatch)");
  const dots = pattern === "dots" ? ` stroke-dasharray="1.2 2.4" stroke-width="1.4"` : "";
  return swatchText(y, "none").replace(` stroke-width="0.5"`, dots || ` stroke-width="0.5"`);
}

function layLegend(column: Column, legend: Legend): void {
  const has = (key: "limits" | "areas" | "residents") =>
    legend.classes.some((each) => each[key] !== "" && (key !== "limits" || each.name !== ""));
  const right = (text: string, x: number, style: Style) => column.text(text, x, style, "end");
  column.y += 22;
  column.text(say("Class"), kMargin, kSmall);
  if (has("limits")) column.text(say("Limits"), kLimits, kSmall);
  if (has("areas")) right(say("Areas"), kAreas, kSmall);
  if (has("residents")) right(say("Residents"), kResidents, kSmall);
  const row = (swatch: string, name: string, areas: string) => {
    column.y += 20;
    column.parts.push(swatch.replace(/y="[^"]*"/, `y="${(column.y - 12).toFixed(1)}"`));
    column.text(name, kMargin + 32, kPlain);
    if (areas !== "") right(areas, kAreas, kPlain);
  };
  for (const each of [...legend.classes].reverse()) {
    const letter = legend.palette === "typology" ? letterOf(each) : "";
    const mean = each.holds_mean ? ` (${legend.mean})` : "";
    row(swatchText(0, each.colour), `${letter ? `${letter}: ` : ""}${nameOf(each)}${mean}`, each.areas);
    if (has("limits")) column.text(each.name === "" ? "" : each.limits, kLimits, kPlain);
    if (each.residents !== "") right(each.residents, kResidents, kPlain);
  }
  for (const each of legend.absent) row(patternText(0, each.pattern), each.name, each.areas);
}

/** A whole drawing around a map of kMapRoom. `sentence` is what the map shows, in words. */
export function sheetOf(
  map: { svg: string; height: number },
  legend: Legend,
  sentence: string,
  widthOf: WidthOf,
): string {
  const column = new Column(widthOf);
  column.paragraph(legend.title, { size: 26, weight: 600 }, 0);
  column.paragraph(legend.subtitle, { size: 14, colour: kPaperInk.quiet });
  column.paragraph(sentence, { size: 16 }, 8);
  column.y += 16;
  column.parts.push(
    `<svg x="${kMargin}" y="${column.y.toFixed(1)}" width="${kMapRoom.width}" ` +
      `height="${map.height.toFixed(1)}" overflow="hidden">${map.svg}</svg>`,
  );
  column.y += map.height;
  layLegend(column, legend);
  column.y += 10;
  for (const note of legend.notes) column.paragraph(note, kSmall);
  column.paragraph(legend.source, kSmall);
  const height = Math.ceil(column.y + kMargin);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${kWidth}" height="${height}" ` +
    `viewBox="0 0 ${kWidth} ${height}" role="img" xml:lang="${spoken()}" ` +
    `font-family="'Source Sans 3', 'Noto Sans', Arial, sans-serif">` +
    `<title>${escaped(legend.title)}</title><desc>${escaped(sentence || legend.subtitle)}</desc>` +
    `<defs>${hatchOf("wb-hatch", 1)}</defs>` +
    `<rect width="${kWidth}" height="${height}" fill="${kPaperInk.paper}"/>` +
    `${column.parts.join("")}</svg>`
  );
}
