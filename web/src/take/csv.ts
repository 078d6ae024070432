// SPDX-License-Identifier: EUPL-1.2
// Tables of the reader's own figures as CSV, written as the server writes its own.

export type Cell = string | number | null;

function field(cell: Cell): string {
  if (cell === null || (typeof cell === "number" && !Number.isFinite(cell))) return "";
  const text = String(cell);
  const isQuoted = /[,"\r\n]/.test(text) || text !== text.trim();
  return isQuoted ? `"${text.replace(/"/g, '""')}"` : text;
}

/** UTF-8 with a head; full precision, decimal points, empty where there is no figure. */
export function csvOf(head: string[], rows: Cell[][]): string {
  return [head, ...rows].map((row) => `${row.map(field).join(",")}\n`).join("");
}
