// SPDX-License-Identifier: EUPL-1.2
// Which area each pixel shows, worked out once per camera; colours are then looked up, so that
// another wave costs as much as the screen has pixels, however many areas there are. On a coarse
// screen each pixel has four samples; where they differ their colours are mixed.
import type { Camera } from "./camera";
import type { Shapes } from "./shapes";

const kNone = -1;
const kMostSamples = 12e6;

export type Raster = {
  width: number;
  height: number;
  /** Per pixel an ordinal, or -1 for none, or -2 - k for the k-th mixed pixel. */
  index: Int32Array;
  /** Four ordinals for each mixed pixel. */
  mixed: Int32Array;
};

/** Fills one area after another into a grid of samples. */
class Filler {
  private rows = new Int32Array(256);
  private xs = new Float64Array(256);
  private count = 0;
  private starts = new Int32Array(256);
  private sorted = new Float64Array(256);

  constructor(
    private readonly grid: Int32Array,
    private readonly width: number,
    private readonly height: number,
    private readonly shapes: Shapes,
    private readonly scale: number,
    private readonly dx: number,
    private readonly dy: number,
  ) {}

  private cross(row: number, x: number): void {
    if (this.count === this.rows.length) {
      const rows = new Int32Array(2 * this.count);
      const xs = new Float64Array(2 * this.count);
      rows.set(this.rows);
      xs.set(this.xs);
      this.rows = rows;
      this.xs = xs;
    }
    this.rows[this.count] = row;
    this.xs[this.count++] = x;
  }

  /** Where an arc crosses the middles of rows. */
  private crossings(arc: number): void {
    const { points, arcStart } = this.shapes;
    const { scale, dx, dy, height } = this;
    let i = arcStart[arc];
    let x0 = points[2 * i] * scale + dx;
    let y0 = dy - points[2 * i + 1] * scale;
    for (i++; i < arcStart[arc + 1]; i++) {
      const x1 = points[2 * i] * scale + dx;
      const y1 = dy - points[2 * i + 1] * scale;
      const low = y0 < y1 ? y0 : y1;
      const high = y0 < y1 ? y1 : y0;
      const first = Math.max(Math.ceil(low - 0.5), 0);
      const last = Math.min(Math.ceil(high - 0.5) - 1, height - 1);
      if (first <= last) {
        // The same sum whichever way the arc is walked: neighbours must agree.
        const slope = (x1 - x0) / (y1 - y0);
        for (let row = first; row <= last; row++) this.cross(row, x0 + (row + 0.5 - y0) * slope);
      }
      x0 = x1;
      y0 = y1;
    }
  }

  /** The crossings in order of their rows: starts holds where each row begins. */
  private groupByRow(first: number, rows: number): void {
    if (this.starts.length < rows + 1) this.starts = new Int32Array(2 * rows + 2);
    if (this.sorted.length < this.count) this.sorted = new Float64Array(2 * this.count);
    const { starts, sorted, count } = this;
    starts.fill(0, 0, rows + 1);
    for (let i = 0; i < count; i++) starts[this.rows[i] - first + 1]++;
    for (let row = 0; row < rows; row++) starts[row + 1] += starts[row];
    // Counting sort from the back moves each start to the first of its row.
    for (let i = count - 1; i >= 0; i--) {
      const at = --starts[this.rows[i] - first + 1];
      sorted[at] = this.xs[i];
    }
  }

  fill(area: number): void {
    const { areaStart, ringStart, references } = this.shapes;
    this.count = 0;
    for (let r = ringStart[areaStart[area]]; r < ringStart[areaStart[area + 1]]; r++) {
      this.crossings(references[r] < 0 ? ~references[r] : references[r]);
    }
    if (this.count === 0) return;
    let first = this.height;
    let last = -1;
    for (let i = 0; i < this.count; i++) {
      if (this.rows[i] < first) first = this.rows[i];
      if (this.rows[i] > last) last = this.rows[i];
    }
    this.groupByRow(first, last - first + 1);
    for (let row = first; row <= last; row++) {
      const from = this.starts[row - first + 1];
      const to = row === last ? this.count : this.starts[row - first + 2];
      this.fillRow(area, row, from, to);
    }
  }

  private fillRow(area: number, row: number, from: number, to: number): void {
    const { sorted, grid, width } = this;
    for (let i = from + 1; i < to; i++) {
      const x = sorted[i];
      let k = i - 1;
      for (; k >= from && sorted[k] > x; k--) sorted[k + 1] = sorted[k];
      sorted[k + 1] = x;
    }
    for (let i = from; i + 1 < to; i += 2) {
      const left = Math.max(Math.ceil(sorted[i] - 0.5), 0);
      const right = Math.min(Math.ceil(sorted[i + 1] - 0.5), width);
      const base = row * width;
      if (right - left > 24) grid.fill(area, base + left, base + right);
      else for (let x = left; x < right; x++) grid[base + x] = area;
    }
  }
}

/** Four samples a pixel become one, or one mixed pixel. */
function merged(grid: Int32Array, width: number, height: number): Raster {
  const index = new Int32Array(width * height);
  let mixed = new Int32Array(4096);
  let count = 0;
  for (let y = 0; y < height; y++) {
    const above = 4 * y * width;
    const below = above + 2 * width;
    for (let x = 0; x < width; x++) {
      const a = grid[above + 2 * x];
      const b = grid[above + 2 * x + 1];
      const c = grid[below + 2 * x];
      const d = grid[below + 2 * x + 1];
      if (a === b && c === d && a === c) {
        index[y * width + x] = a;
        continue;
      }
      if (4 * count === mixed.length) {
        const larger = new Int32Array(2 * mixed.length);
        larger.set(mixed);
        mixed = larger;
      }
      mixed[4 * count] = a;
      mixed[4 * count + 1] = b;
      mixed[4 * count + 2] = c;
      mixed[4 * count + 3] = d;
      index[y * width + x] = -2 - count++;
    }
  }
  return { width, height, index, mixed: mixed.subarray(0, 4 * count) };
}

/** Which of these areas each pixel of a canvas shows. */
export function rasterOf(shapes: Shapes, areas: number[], camera: Camera, ratio: number): Raster {
  const width = Math.max(1, Math.round(camera.width * ratio));
  const height = Math.max(1, Math.round(camera.height * ratio));
  const samples = ratio < 1.75 && 4 * width * height <= kMostSamples ? 2 : 1;
  const [across, down] = [width * samples, height * samples];
  const grid = new Int32Array(across * down).fill(kNone);
  const sx = ratio * samples;
  const scale = (shapes.step / camera.mpp) * sx;
  const dx = ((shapes.originX - camera.x) / camera.mpp + camera.width / 2) * sx;
  const dy = ((camera.y - shapes.originY) / camera.mpp + camera.height / 2) * sx;
  const filler = new Filler(grid, across, down, shapes, scale, dx, dy);
  for (const area of areas) filler.fill(area);
  if (samples === 2) return merged(grid, width, height);
  return { width, height, index: grid, mixed: new Int32Array() };
}

/** A square of pixels that is repeated, for hatching. */
export type Tile = { size: number; pixels: Uint32Array };

/** A colour as the four bytes of a pixel in one number. */
export function pixelOf(colour: string, alpha = 255): number {
  const value = Number.parseInt(colour.slice(1), 16) || 0;
  const [r, g, b] = [(value >> 16) & 255, (value >> 8) & 255, value & 255];
  return ((alpha << 24) | (b << 16) | (g << 8) | r) >>> 0;
}

/** Colours by ordinal into pixels; where isTiled, the tile instead. */
export function colour(
  raster: Raster,
  colours: Uint32Array,
  isTiled: Uint8Array,
  tile: Tile,
  out: Uint32Array,
): void {
  const { width, height, index, mixed } = raster;
  const { size, pixels } = tile;
  const look = (area: number, x: number, y: number) =>
    area < 0 ? 0 : isTiled[area] ? pixels[(y % size) * size + (x % size)] : colours[area];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const area = index[at];
      if (area === kNone) out[at] = 0;
      else if (area >= 0) out[at] = isTiled[area] ? look(area, x, y) : colours[area];
      else {
        const k = 4 * (-2 - area);
        out[at] = mix(
          look(mixed[k], x, y),
          look(mixed[k + 1], x, y),
          look(mixed[k + 2], x, y),
          look(mixed[k + 3], x, y),
        );
      }
    }
  }
}

/** The mean of four pixels, each weighing as much as it covers. */
export function mix(p: number, q: number, r: number, s: number): number {
  if (p === q && r === s && p === r) return p;
  const a = p >>> 24;
  const b = q >>> 24;
  const c = r >>> 24;
  const d = s >>> 24;
  const sum = a + b + c + d;
  if (sum === 0) return 0;
  const part = (shift: number) =>
    Math.round(
      (((p >>> shift) & 255) * a +
        ((q >>> shift) & 255) * b +
        ((r >>> shift) & 255) * c +
        ((s >>> shift) & 255) * d) /
        sum,
    );
  return ((Math.round(sum / 4) << 24) | (part(16) << 16) | (part(8) << 8) | part(0)) >>> 0;
}
