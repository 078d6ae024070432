// SPDX-License-Identifier: EUPL-1.2
// Which place names fit: the places with most residents first, none over another.
import type { Areas } from "../model";

export type Place = { name: string; x: number; y: number; residents: number };
export type Label = { name: string; x: number; y: number };

/** One place for each gemeente: the middle of its areas, weighed by who lives there. */
export function placesOf(areas: Areas): Place[] {
  const sums = new Map<string, { x: number; y: number; weight: number; residents: number }>();
  areas.gemeenten.forEach((name, i) => {
    const centre = areas.centres[i];
    if (!name || !centre) return;
    const residents = areas.residents[i] ?? 0;
    const weight = residents + 1;
    const sum = sums.get(name) ?? { x: 0, y: 0, weight: 0, residents: 0 };
    sum.x += centre[0] * weight;
    sum.y += centre[1] * weight;
    sum.weight += weight;
    sum.residents += residents;
    sums.set(name, sum);
  });
  return [...sums]
    .map(([name, s]) => ({ name, x: s.x / s.weight, y: s.y / s.weight, residents: s.residents }))
    .sort((a, b) => b.residents - a.residents || (a.name < b.name ? -1 : 1));
}

/** The labels that fit, at most so many, beside those already there. Places are in pixels and in
 * order of importance. */
export function placedLabels(
  places: Label[],
  widthOf: (name: string) => number,
  height: number,
  room: { width: number; height: number },
  most: number,
  before: Label[] = [],
): Label[] {
  const boxOf = ({ name, x, y }: Label): readonly [number, number, number, number] => {
    const half = widthOf(name) / 2 + 4;
    return [x - half, y - height / 2, x + half, y + height / 2];
  };
  const taken = before.map(boxOf);
  const placed: Label[] = [];
  for (const place of places) {
    if (placed.length >= most) break;
    const box = boxOf(place);
    if (box[0] < 0 || box[1] < 0 || box[2] > room.width || box[3] > room.height) continue;
    const isFree = taken.every(
      (t) => box[2] < t[0] || box[0] > t[2] || box[3] < t[1] || box[1] > t[3],
    );
    if (!isFree) continue;
    taken.push(box);
    placed.push(place);
  }
  return placed;
}
