// SPDX-License-Identifier: EUPL-1.2
// Who lies beside whom, and who lies that way: for walking over the map with the arrow keys.
import type { Shapes } from "./shapes";

export type Direction = "up" | "down" | "left" | "right";
export type Point = readonly [number, number];

const kWays: Record<Direction, Point> = {
  up: [0, 1],
  down: [0, -1],
  left: [-1, 0],
  right: [1, 0],
};

/** For each area the areas it shares an arc with, in order. */
export function neighboursOf(shapes: Shapes): number[][] {
  const sets: Set<number>[] = Array.from({ length: shapes.areas }, () => new Set<number>());
  const { arcAreas } = shapes;
  for (let arc = 0; arc < arcAreas.length / 2; arc++) {
    const a = arcAreas[2 * arc];
    const b = arcAreas[2 * arc + 1];
    if (a < 0 || b < 0 || a === b) continue;
    sets[a].add(b);
    sets[b].add(a);
  }
  return sets.map((set) => [...set].sort((a, b) => a - b));
}

/** How far b lies from a that way: the farther aside, the farther; nothing when it lies more aside
 * than `most` (the tangent of the angle) or behind. */
function farness(a: Point, b: Point, way: Point, most: number): number | null {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const along = dx * way[0] + dy * way[1];
  const aside = Math.abs(dx * way[1] - dy * way[0]);
  if (along <= 0 || aside > most * along) return null;
  return along + 2 * aside;
}

function nearest(
  candidates: Iterable<number>,
  centre: (area: number) => Point | null,
  from: Point,
  way: Point,
  most: number,
): number {
  let best = -1;
  let least = Infinity;
  for (const area of candidates) {
    const to = centre(area);
    const far = to && farness(from, to, way, most);
    if (far !== null && far < least) {
      least = far;
      best = area;
    }
  }
  return best;
}

/** The neighbour in a direction. Where there is none, the nearest area beyond the water; -1 at the
 * edge of the map. */
export function areaTowards(
  area: number,
  direction: Direction,
  neighbours: number[][],
  centre: (area: number) => Point | null,
): number {
  const from = centre(area);
  if (!from) return -1;
  const way = kWays[direction];
  const beside = nearest(neighbours[area], centre, from, way, 1.75);
  if (beside >= 0) return beside;
  const others = neighbours.map((_, i) => i).filter((i) => i !== area);
  return nearest(others, centre, from, way, 1);
}

/** The area whose centre is nearest to a point, among those that have an outline. */
export function areaNear(
  shapes: Shapes,
  centre: (area: number) => Point | null,
  to: Point,
): number {
  let best = -1;
  let least = Infinity;
  for (let area = 0; area < shapes.areas; area++) {
    if (shapes.areaStart[area] === shapes.areaStart[area + 1]) continue;
    const at = centre(area);
    const far = at ? Math.hypot(at[0] - to[0], at[1] - to[1]) : Infinity;
    if (far < least) {
      least = far;
      best = area;
    }
  }
  return best;
}
