// SPDX-License-Identifier: EUPL-1.2
// Figures of the reader's own on the map, in classes of about as many areas each.
import { decimal } from "../format";
import type { Language, Legend } from "../model";
import { say } from "../words";
import { type OwnFigures, mendedCode } from "./columns";

const kColours = ["#e5eef4", "#b9d2e3", "#84afcd", "#4f88b1", "#255f8b"];
/** The byte of an area without a figure. */
const kAbsent = 240;

/** Limits between classes of about as many numbers each; equal numbers share a class. */
export function limitsOf(numbers: number[], classes: number): number[] {
  const sorted = [...numbers].sort((a, b) => a - b);
  const limits = Array.from(
    { length: classes - 1 },
    (_, k) => sorted[Math.floor(((k + 1) * sorted.length) / classes)],
  );
  const apart = [...new Set(limits)].filter((limit) => limit > sorted[0]);
  if (apart.length > 0) return apart;
  // Nearly all the same: those that differ are a class of their own.
  return sorted.filter((each) => each > sorted[0]).slice(0, 1);
}

/** The decimals that numbers have, three at most. */
function decimalsOf(limits: number[]): number {
  return [0, 1, 2].find((d) => limits.every((v) => Number(v.toFixed(d)) === v)) ?? 3;
}

/** The areas of a map: how many, which one a code is (-1 for none), and a code such as they have. */
export type Places = { count: number; ordinalOf(code: string): number; example?: string };

export type OwnOnMap = {
  values: Uint8Array;
  legend: Legend;
  /** Per area its figure; NaN for none. */
  numbers: Float64Array;
  matched: number;
  strange: string[];
  /** Codes that were mended, as they were and as they are. */
  mended: [string, string][];
};

/** The figures as the map shows them: a byte per area and a legend, and which codes it has not. */
export function onMap({ title, values }: OwnFigures, places: Places, lang: Language): OwnOnMap {
  const found = new Float64Array(places.count).fill(Number.NaN);
  const numbers: number[] = [];
  const strange: string[] = [];
  const mended: [string, string][] = [];
  for (const [code, v] of values) {
    let at = places.ordinalOf(code);
    const other = at < 0 ? mendedCode(code, places.example ?? "") : null;
    if (other !== null) {
      at = places.ordinalOf(other);
      if (at >= 0) mended.push([code, other]);
    }
    if (at < 0) strange.push(code);
    else {
      numbers.push(v);
      found[at] = v;
    }
  }
  const limits = numbers.length > 0 ? limitsOf(numbers, kColours.length) : [];
  const classOf = (v: number) => 1 + limits.filter((limit) => v >= limit).length;
  const bytes = Uint8Array.from(found, (v) => (Number.isNaN(v) ? kAbsent : classOf(v)));
  const count = (byte: number) => decimal(bytes.filter((b) => b === byte).length, 0, lang);
  const d = decimalsOf(limits);
  const text = (v: number) => decimal(v, d, lang);
  const colours = kColours.slice(kColours.length - limits.length - 1);
  const range = (k: number) =>
    limits.length === 0
      ? say("all")
      : k === 0
        ? say("below {}", text(limits[0]))
        : k === limits.length
          ? say("{} and over", text(limits[k - 1]))
          : say("{} to {}", text(limits[k - 1]), text(limits[k]));
  const legend: Legend = {
    title,
    subtitle: say("Own figures"),
    sentence: "",
    mean: "",
    notes: [say("Classes of about as many areas each.")],
    source: say("Source: a file of your own."),
    classes:
      numbers.length === 0
        ? []
        : colours.map((colour, k) => ({
            number: k + 1,
            name: "",
            limits: range(k),
            colour,
            areas: count(k + 1),
            residents: "",
            holds_mean: false,
          })),
    absent: [{ byte: kAbsent, name: say("no figure"), pattern: "dots", areas: count(kAbsent) }],
    palette: "sequence",
    digits: decimalsOf(numbers.slice(0, 1000)),
  };
  return { values: bytes, legend, numbers: found, matched: numbers.length, strange, mended };
}
