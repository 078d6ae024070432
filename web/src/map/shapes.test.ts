// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { chance, inventLevels, packShapes, shapesOf } from "../../mock/country.mjs";
import { HitIndex } from "./hit";
import { areaTowards, neighboursOf } from "./neighbours";
import { ShapeError, boxOf, decodeShapes } from "./shapes";

const buffer = (bytes: Uint8Array) =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;

// Two squares side by side, 10 by 10 units, and an area without an outline:
//   0   | 1      arc 0 is what they share, from (10,0) up to (10,10)
const shared: [number, number][] = [[10, 0], [10, 10]];
const left: [number, number][] = [[10, 10], [0, 10], [0, 0], [10, 0]];
const right: [number, number][] = [[10, 0], [20, 0], [20, 10], [10, 10]];
const squares = () =>
  packShapes([shared, left, right], [[[0, 1]], [[2, -1]], []], { x: 1000, y: 2000, step: 5 });

test("points, rings and sides are what was packed", () => {
  const shapes = decodeShapes(buffer(squares()));
  expect(shapes.areas).toBe(3);
  expect([...shapes.points.slice(0, 4)]).toEqual([10, 0, 10, 10]);
  expect([...shapes.arcAreas]).toEqual([0, 1, 0, -1, 1, -1]);
  expect(boxOf(shapes)).toEqual({ x0: 1000, y0: 2000, x1: 1100, y1: 2050 });
  expect(boxOf(shapes, 1)).toEqual({ x0: 1050, y0: 2000, x1: 1100, y1: 2050 });
  expect(boxOf(shapes, 2)).toBeNull();
});

test("a point lies in one area, or in none", () => {
  const hits = new HitIndex(decodeShapes(buffer(squares())));
  expect(hits.at(1010, 2010)).toBe(0);
  expect(hits.at(1099, 2010)).toBe(1);
  expect(hits.at(1101, 2010)).toBe(-1);
  expect(hits.at(0, 0)).toBe(-1);
});

test("a hole belongs to nobody", () => {
  const outer: [number, number][] = [[0, 0], [9, 0], [9, 9], [0, 9], [0, 0]];
  const hole: [number, number][] = [[3, 3], [3, 6], [6, 6], [6, 3], [3, 3]];
  const bytes = packShapes([outer, hole], [[[0], [1]]]);
  // The second ring begins with count * 2; make it odd, so that it is a hole.
  bytes[bytes.length - 2] |= 1;
  const shapes = decodeShapes(buffer(bytes));
  expect([...shapes.ringIsHole]).toEqual([0, 1]);
  const hits = new HitIndex(shapes);
  expect(hits.at(1, 1)).toBe(0);
  expect(hits.at(4, 4)).toBe(-1);
});

test("neighbours share an arc", () => {
  expect(neighboursOf(decodeShapes(buffer(squares())))).toEqual([[1], [0], []]);
});

const centres: [number, number][] = [[0, 0], [10, 1], [2, 10], [-10, 8], [0, -200], [400, 0]];
const centre = (i: number) => centres[i];

test("the neighbour that way is the one most straight ahead", () => {
  const neighbours = [[1, 2, 3], [0], [0], [0], [], []];
  expect(areaTowards(0, "right", neighbours, centre)).toBe(1);
  expect(areaTowards(0, "up", neighbours, centre)).toBe(2);
  expect(areaTowards(0, "left", neighbours, centre)).toBe(3);
});

test("beyond the water the nearest area is taken, and at the edge none", () => {
  const neighbours = [[1, 2, 3], [0], [0], [0], [], []];
  expect(areaTowards(0, "down", neighbours, centre)).toBe(4);
  expect(areaTowards(1, "right", neighbours, centre)).toBe(5);
  expect(areaTowards(5, "right", neighbours, centre)).toBe(-1);
  expect(areaTowards(4, "up", neighbours, () => null)).toBe(-1);
});

test("walking right and left again comes back in a country of hexagons", () => {
  const { wijken, arcs } = inventLevels(200);
  const shapes = decodeShapes(buffer(shapesOf(wijken, arcs, "full")));
  const neighbours = neighboursOf(shapes);
  const at = (i: number) => wijken.centres[i];
  let back = 0;
  for (let i = 0; i < shapes.areas; i++) {
    const there = areaTowards(i, "right", neighbours, at);
    if (there >= 0 && areaTowards(there, "left", neighbours, at) === i) back++;
  }
  expect(back).toBeGreaterThan(0.8 * shapes.areas);
});

test("every centre lies in its own area", () => {
  const { wijken, gemeenten, arcs } = inventLevels(200);
  const hits = new HitIndex(decodeShapes(buffer(shapesOf(wijken, arcs, "full"))));
  wijken.centres.forEach(([x, y], i) => expect(hits.at(x, y)).toBe(i));
  const towns = decodeShapes(buffer(shapesOf(gemeenten, arcs, "low")));
  expect(neighboursOf(towns).some((beside) => beside.length > 2)).toBe(true);
});

test("each kind of wrong bytes is told apart", () => {
  const told = (bytes: Uint8Array) => {
    try {
      decodeShapes(buffer(bytes));
      return "";
    } catch (error) {
      expect(error).toBeInstanceOf(ShapeError);
      return (error as Error).message;
    }
  };
  const good = squares();
  expect(told(good)).toBe("");
  expect(told(good.subarray(0, 20))).toContain("no shapes");
  expect(told(Buffer.from("WBS2".padEnd(40)))).toContain("no shapes");
  expect(told(good.subarray(0, good.length - 1))).toContain("too early");
  expect(told(Buffer.concat([good, Buffer.of(0)]))).toContain("after their end");
  const many = Buffer.from(good);
  many.writeUInt32LE(0xffffffff, 8);
  expect(told(many)).toContain("promise more");
  const nowhere = Buffer.from(good);
  nowhere.writeDoubleLE(NaN, 28);
  expect(told(nowhere)).toContain("nowhere");
  expect(told(packShapes([shared, left], [[[0]]]))).toContain("not closed");
  expect(told(packShapes([shared, left], [[[0, 9]]]))).toContain("not there");
  expect(told(packShapes([shared, left], [[[]]]))).toContain("empty");
  expect(told(packShapes([[[1, 1]], left], []))).toContain("fewer than two");
  expect(told(packShapes([[[1, 1], [1, 1], [2, 2]]], []))).toContain("stands still");
  const loop: [number, number][] = [[0, 0], [5, 0], [0, 5], [0, 0]];
  expect(told(packShapes([loop], [[[0]], [[0]], [[0]]]))).toContain("two sides");
  const long = Buffer.concat([good.subarray(0, 36), Buffer.alloc(60, 0xff)]);
  expect(told(long)).toContain("too long");
  const far: [number, number][] = [[0x3fffffff, 0], [0x3fffffff + 1, 0]];
  expect(told(packShapes([far], []))).toContain("leaves the map");
});

test("no bytes do harm: they are shapes, or a ShapeError", () => {
  const seed = Number(process.env["SEED"] ?? 4711);
  const random = chance(seed);
  const good = squares();
  for (let turn = 0; turn < 5000; turn++) {
    const bytes = Buffer.from(good);
    for (let i = 0; i < 1 + turn % 4; i++) {
      const from = turn % 3 === 0 ? 0 : 36;
      bytes[from + Math.floor(random() * (bytes.length - from))] = Math.floor(random() * 256);
    }
    try {
      const shapes = decodeShapes(buffer(bytes));
      new HitIndex(shapes).at(1010, 2010);
      neighboursOf(shapes);
    } catch (error) {
      expect(error, `seed ${seed}, turn ${turn}`).toBeInstanceOf(ShapeError);
    }
  }
});
