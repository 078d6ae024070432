// SPDX-License-Identifier: EUPL-1.2
// Longitude and latitude (WGS84) to RD New in metres, by the polynomial of Schreutelkamp and Strang
// van Hees (2001): within a metre in the Netherlands, which is less than a line is wide.

type Term = readonly [number, number, number];
const kX: readonly Term[] = [
  [0, 1, 190094.945],
  [1, 1, -11832.228],
  [2, 1, -114.221],
  [0, 3, -32.391],
  [1, 0, -0.705],
  [3, 1, -2.34],
  [1, 3, -0.608],
  [0, 2, -0.008],
  [2, 3, 0.148],
];
const kY: readonly Term[] = [
  [1, 0, 309056.544],
  [0, 2, 3638.893],
  [2, 0, 73.077],
  [1, 2, -157.984],
  [3, 0, 59.788],
  [0, 1, 0.433],
  [2, 2, -6.439],
  [1, 1, -0.032],
  [0, 4, 0.092],
  [1, 4, -0.054],
];

export function toRd(longitude: number, latitude: number): [number, number] {
  const u = 0.36 * (latitude - 52.1551744);
  const v = 0.36 * (longitude - 5.38720621);
  const sum = (terms: readonly Term[]) =>
    terms.reduce((total, [p, q, factor]) => total + factor * u ** p * v ** q, 0);
  return [155000 + sum(kX), 463000 + sum(kY)];
}
