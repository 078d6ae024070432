// SPDX-License-Identifier: EUPL-1.2
// Figures of the reader's own: a CSV with a code and a number on each line, in classes of about as
// many areas each.
import { decimal } from "../format";
import type { Language, Legend } from "../model";
import { say } from "../words";
import { OwnError } from "./geojson";

export type OwnFigures = { title: string; values: Map<string, number>; skipped: number };

const kMostRows = 500_000;
const kColours = ["#e5eef4", "#b9d2e3", "#84afcd", "#4f88b1", "#255f8b"];
/** The byte of an area without a figure. */
const kAbsent = 240;

/** One line into fields; a field in quotes may hold the separator. */
export function fieldsOf(row: string, separator: string): string[] {
  const fields: string[] = [];
  let text = "";
  let isQuoted = false;
  for (let i = 0; i < row.length; i++) {
    const sign = row[i];
    if (isQuoted && sign === '"' && row[i + 1] === '"') {
      text += '"';
      i++;
    } else if (sign === '"') isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) {
      fields.push(text.trim());
      text = "";
    } else text += sign;
  }
  return [...fields, text.trim()];
}

/** A number as written in Dutch or English: "1.234,5", "0,12", "1234.5"; nothing when it is none. */
export function numberOf(text: string): number | null {
  const plain = text.replace(/[\s%]/g, "").replace("\u2212", "-");
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) {
    return Number(plain.replace(/\./g, "").replace(",", "."));
  }
  if (!/^-?\d+([.,]\d+)?$/.test(plain)) return null;
  return Number(plain.replace(",", "."));
}

export function parseFigures(text: string): OwnFigures {
  const rows = text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .filter((row) => row.trim() !== "");
  if (rows.length < 2) {
    throw new OwnError(
      say("There are no figures in the file."),
      say("It must have a head, and a code and a number on each line."),
    );
  }
  if (rows.length > kMostRows)
    throw new OwnError(say("The file has more than {} lines.", "500.000"));
  const separator = [";", "\t", ","].find((sign) => rows[0].includes(sign));
  if (!separator) {
    throw new OwnError(
      say("The file has one column."),
      say("It must have a head, and a code and a number on each line."),
    );
  }
  const head = fieldsOf(rows[0], separator);
  const body = rows.slice(1).map((row) => fieldsOf(row, separator));
  const isCode = (field: string | undefined) =>
    /^[A-Z]{2}\d{4,8}$|^\d{4,8}$|^E\d{4}N\d{4}$/i.test(field ?? "");
  const sample = body.slice(0, 50);
  const share = (column: number, is: (field: string | undefined) => boolean) =>
    sample.filter((fields) => is(fields[column])).length / sample.length;
  const code = head.findIndex((_, column) => share(column, isCode) > 0.5);
  const value = head.findIndex(
    (_, column) => column !== code && share(column, (f) => numberOf(f ?? "") !== null) > 0.5,
  );
  if (code < 0) {
    throw new OwnError(
      say("No column has codes of areas."),
      say("A code is like {} or {}.", "WK036300", "GM0363"),
    );
  }
  if (value < 0) throw new OwnError(say("No column has numbers."));
  const values = new Map<string, number>();
  let skipped = 0;
  for (const fields of body) {
    const number = numberOf(fields[value] ?? "");
    if (number === null || !fields[code]) skipped++;
    else values.set(fields[code].toUpperCase(), number);
  }
  return { title: head[value] || say("Own figures"), values, skipped };
}

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

/** The decimals that the limits have, three at most. */
function decimalsOf(limits: number[]): number {
  return [0, 1, 2].find((d) => limits.every((v) => Number(v.toFixed(d)) === v)) ?? 3;
}

/** The areas of a map: how many, and which one a code is; -1 for none. */
export type Places = { count: number; ordinalOf(code: string): number };

export type OwnOnMap = { values: Uint8Array; legend: Legend; matched: number; strange: string[] };

/** The figures as the map shows them: a byte per area and a legend, and which codes it has not. */
export function onMap({ title, values }: OwnFigures, places: Places, lang: Language): OwnOnMap {
  const numbers: number[] = [];
  const strange: string[] = [];
  for (const [code, v] of values) {
    if (places.ordinalOf(code) < 0) strange.push(code);
    else numbers.push(v);
  }
  const limits = numbers.length > 0 ? limitsOf(numbers, kColours.length) : [];
  const classOf = (v: number) => 1 + limits.filter((limit) => v >= limit).length;
  const bytes = new Uint8Array(places.count).fill(kAbsent);
  for (const [code, v] of values) {
    const at = places.ordinalOf(code);
    if (at >= 0) bytes[at] = classOf(v);
  }
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
    subtitle: say("Own figures: only in this browser"),
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
  };
  return { values: bytes, legend, matched: numbers.length, strange };
}
