// SPDX-License-Identifier: EUPL-1.2
// Squares of a grid, from the bytes of format WBC1: no outlines, only a column and a row for each.
// They are pixels of an image, and what lies under a point is arithmetic. The bytes are not trusted.
import type { Camera } from "./camera";
import type { Palette } from "./draw";
import type { Direction } from "./neighbours";
import type { Tile } from "./raster";
import { type Box, ShapeError } from "./shapes";

export type Cells = {
  count: number;
  /** Metres along a square, and the lower-left corner of column 0 and row 0. */
  side: number;
  originX: number;
  originY: number;
  columns: Uint16Array;
  rows: Uint16Array;
  /** Row r holds byRow[rowStart[r]] to byRow[rowStart[r + 1]], from west to east. */
  rowStart: Uint32Array;
  byRow: Uint32Array;
  box: Box | null;
};

const kHeader = 28;

export function decodeCells(buffer: ArrayBuffer): Cells {
  const head = new DataView(buffer);
  if (buffer.byteLength < kHeader || head.getUint32(0, false) !== 0x57424331) {
    throw new ShapeError("these are no squares of format WBC1");
  }
  const count = head.getUint32(4, true);
  const side = head.getUint32(8, true);
  const originX = head.getFloat64(12, true);
  const originY = head.getFloat64(20, true);
  if (buffer.byteLength !== kHeader + 4 * count) {
    throw new ShapeError("the squares are fewer or more than promised");
  }
  if (!(side > 0 && side < 1e6 && Math.abs(originX) < 1e8 && Math.abs(originY) < 1e8)) {
    throw new ShapeError("the squares lie nowhere");
  }
  // As they are: whatever runs a browser today is little-endian, as the bytes are.
  const columns = new Uint16Array(buffer, kHeader, count);
  const rows = new Uint16Array(buffer, kHeader + 2 * count, count);
  const placed = { count, side, originX, originY, columns, rows };
  // A map of the whole is drawn without them.
  let sorted: ReturnType<typeof sortedByRow> | null = null;
  const inRows = () => (sorted ??= sortedByRow(columns, rows));
  return {
    ...placed,
    box: boxAround(placed),
    get rowStart() {
      return inRows().rowStart;
    },
    get byRow() {
      return inRows().byRow;
    },
  };
}

function mostOf(numbers: Uint16Array): number {
  let found = 0;
  for (let i = 0; i < numbers.length; i++) if (numbers[i] > found) found = numbers[i];
  return found;
}

/** Where each number begins, when all are put in order. */
function startsOf(numbers: Uint16Array): Uint32Array {
  const starts = new Uint32Array(mostOf(numbers) + 2);
  for (let i = 0; i < numbers.length; i++) starts[numbers[i] + 1]++;
  for (let k = 1; k < starts.length; k++) starts[k] += starts[k - 1];
  return starts;
}

/** Positions in order of column: as they come when they come so, as codes in order do. */
function sortedByColumn(columns: Uint16Array): Uint32Array {
  const order = new Uint32Array(columns.length);
  let isSorted = true;
  for (let i = 0; i < order.length; i++) {
    order[i] = i;
    if (i > 0 && columns[i] < columns[i - 1]) isSorted = false;
  }
  if (isSorted) return order;
  const next = startsOf(columns);
  for (let i = 0; i < order.length; i++) order[next[columns[i]]++] = i;
  return order;
}

/** Two counting sorts: by column, then by row, which keeps the first order within a row. */
function sortedByRow(columns: Uint16Array, rows: Uint16Array) {
  const order = sortedByColumn(columns);
  const rowStart = startsOf(rows);
  const free = rowStart.slice();
  const byRow = new Uint32Array(rows.length);
  for (let i = 0; i < order.length; i++) byRow[free[rows[order[i]]]++] = order[i];
  return { rowStart, byRow };
}

type Placed = Omit<Cells, "box" | "rowStart" | "byRow">;

function boxAround({ count, side, originX, originY, columns, rows }: Placed): Box | null {
  if (count === 0) return null;
  let [left, low, right, high] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    if (columns[i] < left) left = columns[i];
    if (columns[i] > right) right = columns[i];
    if (rows[i] < low) low = rows[i];
    if (rows[i] > high) high = rows[i];
  }
  return {
    x0: originX + left * side,
    y0: originY + low * side,
    x1: originX + (right + 1) * side,
    y1: originY + (high + 1) * side,
  };
}

export function boxOfCell({ side, originX, originY, columns, rows }: Cells, cell: number): Box {
  const x0 = originX + columns[cell] * side;
  const y0 = originY + rows[cell] * side;
  return { x0, y0, x1: x0 + side, y1: y0 + side };
}

/** The position in byRow of the first square of a row at or after a column. */
function from({ rowStart, byRow, columns }: Cells, row: number, column: number): number {
  let low = rowStart[row];
  let high = rowStart[row + 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (columns[byRow[middle]] < column) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cellIn(cells: Cells, column: number, row: number): number {
  if (row < 0 || row >= cells.rowStart.length - 1) return -1;
  const at = from(cells, row, column);
  if (at === cells.rowStart[row + 1]) return -1;
  const cell = cells.byRow[at];
  return cells.columns[cell] === column ? cell : -1;
}

/** The ordinal of the square at a place in metres, or -1. */
export function cellAt(cells: Cells, x: number, y: number): number {
  const { originX, originY, side } = cells;
  return cellIn(cells, Math.floor((x - originX) / side), Math.floor((y - originY) / side));
}

/** The ordinal of a code such as E1213N4879: the lower-left corner in units of 100 m. */
export function cellOfCode(cells: Cells, code: string): number {
  const parts = /^E(\d{4})N(\d{4})$/.exec(code);
  if (!parts) return -1;
  const half = cells.side / 2;
  return cellAt(cells, Number(parts[1]) * 100 + half, Number(parts[2]) * 100 + half);
}

/** The next square that way, in the same row or column, over any gap; -1 at the edge. */
export function cellTowards(cells: Cells, cell: number, way: Direction): number {
  const { columns, rows, rowStart, byRow } = cells;
  const row = rows[cell];
  if (way === "left" || way === "right") {
    const at = from(cells, row, columns[cell]) + (way === "right" ? 1 : -1);
    return at >= rowStart[row] && at < rowStart[row + 1] ? byRow[at] : -1;
  }
  const step = way === "up" ? 1 : -1;
  for (let r = row + step; r >= 0 && r < rowStart.length - 1; r += step) {
    const found = cellIn(cells, columns[cell], r);
    if (found >= 0) return found;
  }
  return -1;
}

/** The square nearest to a place. */
export function cellNear(cells: Cells, x: number, y: number): number {
  const { count, columns, rows, originX, originY, side } = cells;
  const [u, v] = [(x - originX) / side - 0.5, (y - originY) / side - 0.5];
  let best = -1;
  let least = Infinity;
  for (let i = 0; i < count; i++) {
    const far = (columns[i] - u) ** 2 + (rows[i] - v) ** 2;
    if (far < least) [least, best] = [far, i];
  }
  return best;
}

/** Where squares fall on a canvas: pixels along a square, and the pixel of the origin. */
export function placing(cells: Cells, camera: Camera, ratio: number) {
  const size = (cells.side / camera.mpp) * ratio;
  const dx = ((cells.originX - camera.x) / camera.mpp + camera.width / 2) * ratio;
  const dy = ((camera.y - cells.originY) / camera.mpp + camera.height / 2) * ratio;
  return { size, dx, dy };
}

/** Which squares the camera sees. */
export function visibleCells(cells: Cells, camera: Camera): number[] {
  const out: number[] = [];
  const { size, dx, dy } = placing(cells, camera, 1);
  const first = Math.max(0, Math.floor((dy - camera.height) / size));
  const last = Math.min(cells.rowStart.length - 2, Math.floor(dy / size));
  for (let row = first; row <= last; row++) {
    const end = cells.rowStart[row + 1];
    for (let at = from(cells, row, Math.floor(-dx / size)); at < end; at++) {
      const cell = cells.byRow[at];
      if (cells.columns[cell] * size + dx > camera.width) break;
      out.push(cell);
    }
  }
  return out;
}

const kOutside = -1e9;

/** What each column or row adds to the number of a pixel. */
function placesAlong(last: number, room: number, step: number, placeOf: (k: number) => number) {
  const places = new Int32Array(last + 1);
  for (let k = 0; k <= last; k++) {
    const at = Math.floor(placeOf(k));
    places[k] = at < 0 || at >= room ? kOutside : at * step;
  }
  return places;
}

/** What a palette makes of squares, into the pixels of a canvas. */
export class CellPainter {
  /** The pixel of each square when squares are smaller than pixels; -1 outside. Per camera. */
  private pixel: Int32Array | null = null;
  private at: { camera: Camera; ratio: number; cells: Cells } | null = null;
  private sums = new Float32Array();

  paint(
    cells: Cells,
    camera: Camera,
    ratio: number,
    palette: Palette,
    tile: Tile,
    image: { width: number; height: number; out: Uint32Array },
  ): void {
    const { size } = placing(cells, camera, ratio);
    if (size >= 1) this.paintNear(cells, camera, ratio, palette, tile, image);
    else this.paintFar(cells, camera, ratio, palette, tile, image);
  }

  private paintNear(
    cells: Cells,
    camera: Camera,
    ratio: number,
    { colours, isHatched }: Palette,
    { size: repeat, pixels }: Tile,
    { width, height, out }: { width: number; height: number; out: Uint32Array },
  ): void {
    const { size, dx, dy } = placing(cells, camera, ratio);
    const gap = size > 9 * ratio ? 1 : 0;
    for (const cell of visibleCells(cells, camera)) {
      const left = Math.max(0, Math.round(cells.columns[cell] * size + dx));
      const right = Math.min(width, Math.round((cells.columns[cell] + 1) * size + dx) - gap);
      const top = Math.max(0, Math.round(dy - (cells.rows[cell] + 1) * size) + gap);
      const bottom = Math.min(height, Math.round(dy - cells.rows[cell] * size));
      const ink = colours[cell];
      for (let y = top; y < bottom; y++) {
        if (!isHatched[cell]) out.fill(ink, y * width + left, y * width + Math.max(left, right));
        else
          for (let x = left; x < right; x++)
            out[y * width + x] = pixels[(y % repeat) * repeat + (x % repeat)];
      }
    }
  }

  private pixelsOf(cells: Cells, camera: Camera, ratio: number, width: number, height: number) {
    const { at } = this;
    if (this.pixel && at?.camera === camera && at.ratio === ratio && at.cells === cells)
      return this.pixel;
    const { size, dx, dy } = placing(cells, camera, ratio);
    const { count, columns, rows } = cells;
    const pixel = this.pixel?.length === count ? this.pixel : new Int32Array(count);
    // A place for each column and each row; one that is outside outweighs the other.
    const xOf = placesAlong(mostOf(columns), width, 1, (k) => (k + 0.5) * size + dx);
    const yOf = placesAlong(mostOf(rows), height, width, (k) => dy - (k + 0.5) * size);
    for (let i = 0; i < count; i++) {
      const at = xOf[columns[i]] + yOf[rows[i]];
      pixel[i] = at < 0 ? -1 : at;
    }
    this.at = { camera, ratio, cells };
    this.pixel = pixel;
    return pixel;
  }

  /** Several squares in a pixel: their colours are mixed, and few of them cover it less. */
  private paintFar(
    cells: Cells,
    camera: Camera,
    ratio: number,
    { colours, isHatched }: Palette,
    { size: repeat, pixels }: Tile,
    { width, height, out }: { width: number; height: number; out: Uint32Array },
  ): void {
    const pixel = this.pixelsOf(cells, camera, ratio, width, height);
    const { size } = placing(cells, camera, ratio);
    // Red, green, blue and alpha, each summed over the squares of a pixel.
    if (this.sums.length === 4 * width * height) this.sums.fill(0);
    else this.sums = new Float32Array(4 * width * height);
    const { sums } = this;
    for (let i = 0; i < cells.count; i++) {
      const at = 4 * pixel[i];
      const c = colours[i];
      const alpha = c >>> 24;
      if (at < 0) continue;
      if (alpha === 0) {
        if (isHatched[i] && sums[at + 3] === 0) {
          const [x, y] = [pixel[i] % width, Math.floor(pixel[i] / width)];
          out[pixel[i]] = pixels[(y % repeat) * repeat + (x % repeat)];
        }
        continue;
      }
      sums[at] += (c & 255) * alpha;
      sums[at + 1] += ((c >>> 8) & 255) * alpha;
      sums[at + 2] += ((c >>> 16) & 255) * alpha;
      sums[at + 3] += alpha;
    }
    const share = size * size;
    for (let p = 0, s = 0; p < width * height; p++, s += 4) {
      const alpha = sums[s + 3];
      if (alpha === 0) continue;
      const cover = Math.min(255, 0.35 * 255 + 0.65 * alpha * share);
      const [r, g, b] = [sums[s] / alpha, sums[s + 1] / alpha, sums[s + 2] / alpha];
      out[p] = ((cover << 24) | ((b + 0.5) << 16) | ((g + 0.5) << 8) | (r + 0.5)) >>> 0;
    }
  }
}
