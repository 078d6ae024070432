// SPDX-License-Identifier: EUPL-1.2
// Which area lies under a point: a grid of candidates, then the point in the polygon.
import type { Shapes } from "./shapes";

const kCells = 96;

export class HitIndex {
  private readonly cells = new Map<number, number[]>();
  private x0 = 0;
  private y0 = 0;
  private size = 1;

  constructor(private readonly shapes: Shapes) {
    const { areas, areaBoxes: boxes } = shapes;
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < areas; i++) {
      if (boxes[4 * i] > boxes[4 * i + 2]) continue;
      x0 = Math.min(x0, boxes[4 * i]);
      y0 = Math.min(y0, boxes[4 * i + 1]);
      x1 = Math.max(x1, boxes[4 * i + 2]);
      y1 = Math.max(y1, boxes[4 * i + 3]);
    }
    if (x0 > x1) return;
    this.x0 = x0;
    this.y0 = y0;
    this.size = Math.max(x1 - x0, y1 - y0, 1) / kCells;
    for (let i = 0; i < areas; i++) this.enter(i);
  }

  private column(x: number): number {
    return Math.floor((x - this.x0) / this.size);
  }

  private row(y: number): number {
    return Math.floor((y - this.y0) / this.size);
  }

  private enter(area: number): void {
    const boxes = this.shapes.areaBoxes;
    if (boxes[4 * area] > boxes[4 * area + 2]) return;
    const [left, right] = [this.column(boxes[4 * area]), this.column(boxes[4 * area + 2])];
    const [low, high] = [this.row(boxes[4 * area + 1]), this.row(boxes[4 * area + 3])];
    for (let row = low; row <= high; row++) {
      for (let column = left; column <= right; column++) {
        const key = row * (kCells + 2) + column;
        const cell = this.cells.get(key);
        if (cell) cell.push(area);
        else this.cells.set(key, [area]);
      }
    }
  }

  /** The ordinal of the area at a place in metres, or -1. */
  at(x: number, y: number): number {
    const { originX, originY, step } = this.shapes;
    const ux = (x - originX) / step;
    const uy = (y - originY) / step;
    const column = this.column(ux);
    if (column < 0 || column > kCells) return -1;
    for (const area of this.cells.get(this.row(uy) * (kCells + 2) + column) ?? []) {
      if (holds(this.shapes, area, ux, uy)) return area;
    }
    return -1;
  }
}

/** Whether an area holds a point in units: a ray crosses its rings an odd number of times. */
export function holds(shapes: Shapes, area: number, x: number, y: number): boolean {
  const { areaStart, ringStart, references, arcStart, points, areaBoxes: box } = shapes;
  if (x < box[4 * area] || x > box[4 * area + 2]) return false;
  if (y < box[4 * area + 1] || y > box[4 * area + 3]) return false;
  let isInside = false;
  for (let r = ringStart[areaStart[area]]; r < ringStart[areaStart[area + 1]]; r++) {
    const arc = references[r] < 0 ? ~references[r] : references[r];
    for (let i = arcStart[arc]; i < arcStart[arc + 1] - 1; i++) {
      const ay = points[2 * i + 1];
      const by = points[2 * i + 3];
      if (ay > y === by > y) continue;
      const ax = points[2 * i];
      const bx = points[2 * i + 2];
      if (x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isInside = !isInside;
    }
  }
  return isInside;
}
