// SPDX-License-Identifier: EUPL-1.2
// The only file that writes numbers as text: 1.234.567 and 0,045 in Dutch, 1,234,567 and 0.045 in
// English.
import type { Language, Period } from "./model";

function grouped(digits: string, mark: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, mark);
}

/** A number with exactly so many decimals; minus zero is zero. */
export function decimal(value: number, decimals: number, lang: Language): string {
  if (!Number.isFinite(value)) return "";
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split(".");
  const isZero = Number(whole) === 0 && Number(fraction ?? 0) === 0;
  const sign = value < 0 && !isZero ? "\u2212" : "";
  const [group, point] = lang === "nl" ? [".", ","] : [",", "."];
  return sign + grouped(whole, group) + (fraction ? point + fraction : "");
}

export function count(value: number, lang: Language): string {
  return decimal(value, 0, lang);
}

/** A distance in metres: "500 m", "20 km". */
export function distance(metres: number, lang: Language): string {
  if (metres < 1000) return `${count(metres, lang)} m`;
  const km = metres / 1000;
  return `${decimal(km, Number.isInteger(km) ? 0 : 1, lang)} km`;
}

/** A year, or two with an en dash. */
export function period({ from, to }: Pick<Period, "from" | "to">): string {
  return from === to ? String(from) : `${from}\u2013${to}`;
}

/** The short form for narrow places: "’12–’14". */
export function shortPeriod({ from, to }: Pick<Period, "from" | "to">): string {
  const two = (year: number) => `\u2019${String(year % 100).padStart(2, "0")}`;
  return from === to ? two(from) : `${two(from)}\u2013${two(to)}`;
}
