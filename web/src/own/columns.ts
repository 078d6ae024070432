// SPDX-License-Identifier: EUPL-1.2
// A table of the reader's own, from CSV or from a sheet of a workbook: which column has codes of
// areas, and which have numbers.
import { say } from "../words";
import { OwnError } from "./geojson";

export type OwnFigures = { title: string; values: Map<string, number>; skipped: number };

export type OwnTable = {
  head: string[];
  body: string[][];
  /** How numbers are written in it. */
  numberOf(text: string): number | null;
};

const kMostRows = 500_000;
/** Names that columns of codes go by: then numbers without their zeros are codes too. */
const kCodeNames = /code|gebied|gemeente|wijk|buurt|pc4|postcode|^(gm|wk|bu|gwb)/i;

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

/** A number as a workbook stores it: "1234.5", "1.2E-3"; what was typed as text, as people write. */
export function storedNumber(text: string): number | null {
  return /^-?\d+(\.\d+)?(E[-+]?\d+)?$/i.test(text) ? Number(text) : numberOf(text);
}

/** The lines of a CSV as a table, whatever stands between its fields. */
export function tableOf(text: string): OwnTable {
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
  return {
    head: fieldsOf(rows[0], separator),
    body: rows.slice(1).map((row) => fieldsOf(row, separator)),
    numberOf,
  };
}

const isPlainCode = (field: string) => /^[A-Z]{2}\d{1,8}$|^E\d{4}N\d{4}$/i.test(field);
const isDigits = (field: string) => /^\d{4,8}$/.test(field);
const isShortened = (field: string) => /^\d{1,8}$/.test(field);

/** Where the codes are, and where numbers. Codes with letters go before digits, and digits of a
 * column that is named after codes before others. */
export function columnsOf({ head, body, numberOf: read }: OwnTable): {
  code: number;
  numbers: number[];
} {
  const sample = body.slice(0, 50);
  const most = (column: number, is: (field: string) => boolean) =>
    sample.filter((fields) => is(fields[column] ?? "")).length > 0.5 * sample.length;
  const first = (is: (column: number) => boolean) => {
    const at = head.findIndex((_, column) => is(column));
    return at < 0 ? null : at;
  };
  const code =
    first((column) => most(column, isPlainCode)) ??
    first((column) => kCodeNames.test(head[column]) && most(column, isShortened)) ??
    first((column) => most(column, isDigits));
  if (code === null) {
    throw new OwnError(
      say("No column has codes of areas."),
      say("A code is like {} or {}.", "WK036300", "GM0363"),
    );
  }
  const numbers = [...head.keys()].filter(
    (column) => column !== code && most(column, (field) => read(field) !== null),
  );
  if (numbers.length === 0) throw new OwnError(say("No column has numbers."));
  return { code, numbers };
}

/** The figures of one column by code: of the first with numbers when none is asked for. */
export function figuresOf(table: OwnTable, column?: number): OwnFigures {
  const { code, numbers } = columnsOf(table);
  const value = column !== undefined && numbers.includes(column) ? column : numbers[0];
  const values = new Map<string, number>();
  let skipped = 0;
  for (const fields of table.body) {
    const number = table.numberOf(fields[value] ?? "");
    if (number === null || !fields[code]) skipped++;
    else values.set(fields[code].toUpperCase(), number);
  }
  return { title: table.head[value] || say("Own figures"), values, skipped };
}

/** A code as the map writes it, when it lost its letters or first zeros: "363" is GM0363 where codes
 * are like GM0344. Nothing when it lost none. */
export function mendedCode(code: string, example: string): string | null {
  const like = /^([A-Z]*)(\d+)$/.exec(example);
  const parts = /^([A-Z]*)(\d+)$/.exec(code);
  if (!like || !parts || parts[2].length > like[2].length) return null;
  if (parts[1] !== "" && parts[1] !== like[1]) return null;
  const mended = like[1] + parts[2].padStart(like[2].length, "0");
  return mended === code ? null : mended;
}
