// SPDX-License-Identifier: EUPL-1.2
// Outlines of areas, from the bytes of format WBS1. Neighbours share an arc, so that no gap can
// open between them and each line is drawn once. The bytes are not trusted: whatever is wrong with
// them is told in a ShapeError, and nothing larger than they are is made.

export class ShapeError extends Error {}

export type Shapes = {
  areas: number;
  /** A coordinate in metres is origin + unit * step. */
  originX: number;
  originY: number;
  step: number;
  /** x, y of every point in units; arc i has the points from arcStart[i] to arcStart[i + 1]. */
  points: Int32Array;
  arcStart: Uint32Array;
  /** Box of each arc and each area in units: least x, least y, most x, most y. */
  arcBoxes: Int32Array;
  areaBoxes: Int32Array;
  /** The areas on both sides of each arc; -1 where there is none. */
  arcAreas: Int32Array;
  /** Area i has the rings from areaStart[i] to areaStart[i + 1]; ring j the references likewise. */
  areaStart: Uint32Array;
  ringStart: Uint32Array;
  ringIsHole: Uint8Array;
  /** r >= 0: arc r forwards; r < 0: arc ~r backwards. */
  references: Int32Array;
};

const kHeader = 36;
const kMostUnits = 0x3fffffff;

/** Numbers that grow: no size is believed before its bytes were read. */
class Growing {
  private data = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.data.length) {
      const larger = new Int32Array(2 * this.data.length);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length++] = value;
  }

  at(index: number): number {
    return this.data[index];
  }

  signed(): Int32Array {
    return this.data.slice(0, this.length);
  }

  unsigned(): Uint32Array {
    return Uint32Array.from(this.signed());
  }
}

class Reader {
  private at = kHeader;

  constructor(private readonly bytes: Uint8Array) {}

  get isAtEnd(): boolean {
    return this.at === this.bytes.length;
  }

  /** LEB128 of at most 32 bits. */
  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      if (this.at >= this.bytes.length) throw new ShapeError("the shapes stop too early");
      const byte = this.bytes[this.at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) {
        if (value > 0xffffffff) break;
        return value;
      }
    }
    throw new ShapeError("a number in the shapes is too long");
  }

  zigzag(): number {
    const value = this.varint();
    return (value >>> 1) ^ -(value & 1);
  }
}

function boxesOf(count: number): Int32Array {
  const boxes = new Int32Array(4 * count);
  for (let i = 0; i < count; i++) {
    boxes[4 * i] = boxes[4 * i + 1] = 0x7fffffff;
    boxes[4 * i + 2] = boxes[4 * i + 3] = -0x80000000;
  }
  return boxes;
}

function widen(boxes: Int32Array, i: number, x0: number, y0: number, x1: number, y1: number): void {
  if (x0 < boxes[4 * i]) boxes[4 * i] = x0;
  if (y0 < boxes[4 * i + 1]) boxes[4 * i + 1] = y0;
  if (x1 > boxes[4 * i + 2]) boxes[4 * i + 2] = x1;
  if (y1 > boxes[4 * i + 3]) boxes[4 * i + 3] = y1;
}

function readArcs(reader: Reader, arcs: number) {
  const points = new Growing();
  const starts = new Growing();
  const boxes = boxesOf(arcs);
  for (let arc = 0; arc < arcs; arc++) {
    starts.push(points.length / 2);
    const count = reader.varint();
    if (count < 2) throw new ShapeError("an arc has fewer than two points");
    let x = 0;
    let y = 0;
    for (let i = 0; i < count; i++) {
      const dx = reader.zigzag();
      const dy = reader.zigzag();
      if (i > 0 && dx === 0 && dy === 0) throw new ShapeError("an arc stands still");
      x += dx;
      y += dy;
      if (Math.abs(x) > kMostUnits || Math.abs(y) > kMostUnits) {
        throw new ShapeError("an arc leaves the map");
      }
      points.push(x);
      points.push(y);
      widen(boxes, arc, x, y, x, y);
    }
  }
  starts.push(points.length / 2);
  return { points: points.signed(), arcStart: starts.unsigned(), arcBoxes: boxes };
}

type Arcs = ReturnType<typeof readArcs>;

/** The index of the point where a reference begins, or ends. */
function end(arcs: Arcs, reference: number, isLast: boolean): number {
  const arc = reference < 0 ? ~reference : reference;
  return reference < 0 === isLast ? arcs.arcStart[arc] : arcs.arcStart[arc + 1] - 1;
}

function checkJoin(arcs: Arcs, from: number, to: number): void {
  const a = end(arcs, from, true);
  const b = end(arcs, to, false);
  const { points } = arcs;
  if (points[2 * a] !== points[2 * b] || points[2 * a + 1] !== points[2 * b + 1]) {
    throw new ShapeError("a ring is not closed");
  }
}

function readAreas(reader: Reader, areas: number, arcs: Arcs) {
  const arcCount = arcs.arcStart.length - 1;
  const areaStart = new Growing();
  const ringStart = new Growing();
  const isHole = new Growing();
  const references = new Growing();
  const arcAreas = new Int32Array(2 * arcCount).fill(-1);
  const boxes = boxesOf(areas);
  for (let area = 0; area < areas; area++) {
    areaStart.push(isHole.length);
    const rings = reader.varint();
    for (let ring = 0; ring < rings; ring++) {
      const head = reader.varint();
      const count = Math.floor(head / 2);
      if (count === 0) throw new ShapeError("a ring is empty");
      if (ring === 0 && head % 2 === 1) throw new ShapeError("an area begins with a hole");
      const first = references.length;
      ringStart.push(first);
      isHole.push(head % 2);
      for (let i = 0; i < count; i++) {
        const reference = reader.zigzag();
        const arc = reference < 0 ? ~reference : reference;
        if (arc >= arcCount) throw new ShapeError("a ring names an arc that is not there");
        if (i > 0) checkJoin(arcs, references.at(references.length - 1), reference);
        references.push(reference);
        if (arcAreas[2 * arc] === -1) arcAreas[2 * arc] = area;
        else if (arcAreas[2 * arc + 1] === -1) arcAreas[2 * arc + 1] = area;
        else throw new ShapeError("an arc has more than two sides");
        const box = arcs.arcBoxes;
        const at = 4 * arc;
        widen(boxes, area, box[at], box[at + 1], box[at + 2], box[at + 3]);
      }
      checkJoin(arcs, references.at(references.length - 1), references.at(first));
    }
  }
  areaStart.push(isHole.length);
  ringStart.push(references.length);
  return {
    areaStart: areaStart.unsigned(),
    ringStart: ringStart.unsigned(),
    ringIsHole: Uint8Array.from(isHole.signed()),
    references: references.signed(),
    arcAreas,
    areaBoxes: boxes,
  };
}

export function decodeShapes(buffer: ArrayBuffer): Shapes {
  const bytes = new Uint8Array(buffer);
  const head = new DataView(buffer);
  if (bytes.length < kHeader || head.getUint32(0, false) !== 0x57425331) {
    throw new ShapeError("these are no shapes of format WBS1");
  }
  const areas = head.getUint32(4, true);
  const arcs = head.getUint32(8, true);
  const originX = head.getFloat64(12, true);
  const originY = head.getFloat64(20, true);
  const step = head.getFloat64(28, true);
  // An arc has five bytes or more, an area one.
  if (areas + 5 * arcs > bytes.length - kHeader) {
    throw new ShapeError("the shapes promise more than they hold");
  }
  if (!(step > 0 && step < 1e6 && Math.abs(originX) < 1e8 && Math.abs(originY) < 1e8)) {
    throw new ShapeError("the shapes lie nowhere");
  }
  const reader = new Reader(bytes);
  const lines = readArcs(reader, arcs);
  const rings = readAreas(reader, areas, lines);
  if (!reader.isAtEnd) throw new ShapeError("the shapes go on after their end");
  return { areas, originX, originY, step, ...lines, ...rings };
}

export type Box = { x0: number; y0: number; x1: number; y1: number };

/** The box of an area in metres, or of all of them; nothing when there is no outline. */
export function boxOf(shapes: Shapes, area?: number): Box | null {
  const { areaBoxes: boxes, originX, originY, step } = shapes;
  const all = boxesOf(1);
  const [from, to] = area === undefined ? [0, shapes.areas] : [area, area + 1];
  for (let i = from; i < to; i++) {
    widen(all, 0, boxes[4 * i], boxes[4 * i + 1], boxes[4 * i + 2], boxes[4 * i + 3]);
  }
  if (all[0] > all[2]) return null;
  return {
    x0: originX + all[0] * step,
    y0: originY + all[1] * step,
    x1: originX + all[2] * step,
    y1: originY + all[3] * step,
  };
}
