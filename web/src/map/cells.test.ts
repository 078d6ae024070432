// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { packCells } from "../../mock/tools.mjs";
import type { Legend } from "../model";
import {
  CellPainter,
  cellAt,
  cellNear,
  cellOfCode,
  cellTowards,
  decodeCells,
  visibleCells,
} from "./cells";
import { paletteOf } from "./draw";

// . 3 .      row 2
// 2 . 4      row 1
// 1 . 0      row 0: the ordinals are in no order of place
const columns = [2, 0, 0, 1, 2];
const rows = [0, 0, 1, 2, 1];

function bytes(): ArrayBuffer {
  const packed = packCells({ columns, rows, side: 100, x0: 121000, y0: 487000 });
  return packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.length) as ArrayBuffer;
}

const cells = decodeCells(bytes());

test("a square is found by its place, its code and its neighbour", () => {
  expect(cellAt(cells, 121250, 487050)).toBe(0);
  expect(cellAt(cells, 121150, 487050)).toBe(-1);
  expect(cellAt(cells, 120999, 487050)).toBe(-1);
  expect(cellAt(cells, 121150, 487350)).toBe(-1);
  expect(cellOfCode(cells, "E1211N4872")).toBe(3);
  expect(cellOfCode(cells, "WK036300")).toBe(-1);
  expect(cellNear(cells, 130000, 490000)).toBe(4);
  expect(cells.box).toEqual({ x0: 121000, y0: 487000, x1: 121300, y1: 487300 });
});

test("arrows go along rows and columns, over gaps, and stop at the edge", () => {
  expect(cellTowards(cells, 1, "right")).toBe(0);
  expect(cellTowards(cells, 0, "left")).toBe(1);
  expect(cellTowards(cells, 1, "left")).toBe(-1);
  expect(cellTowards(cells, 1, "up")).toBe(2);
  expect(cellTowards(cells, 2, "up")).toBe(-1);
  expect(cellTowards(cells, 4, "down")).toBe(0);
});

test("only what the camera sees is in view", () => {
  const camera = { x: 121250, y: 487100, mpp: 1, width: 100, height: 200 };
  expect(visibleCells(cells, camera).sort()).toEqual([0, 4]);
});

const legend = {
  classes: [
    {
      number: 1,
      name: "",
      limits: "",
      colour: "#ff0000",
      areas: "",
      residents: "",
      holds_mean: false,
    },
    {
      number: 2,
      name: "",
      limits: "",
      colour: "#0000ff",
      areas: "",
      residents: "",
      holds_mean: false,
    },
  ],
  absent: [],
} as unknown as Legend;
const tile = { size: 1, pixels: new Uint32Array([0xff000000]) };

function painted(mpp: number, width: number, height: number): number[] {
  const out = new Uint32Array(width * height);
  const camera = { x: 121150, y: 487150, mpp, width, height };
  const palette = paletteOf(new Uint8Array([1, 1, 2, 2, 2]), legend, {});
  new CellPainter().paint(cells, camera, 1, palette, tile, { width, height, out });
  return [...out];
}

test("near by, every square has its own pixels", () => {
  const [red, blue] = [0xff0000ff, 0xffff0000];
  expect(painted(100, 3, 3)).toEqual([0, blue, 0, blue, 0, blue, red, 0, red]);
});

test("far away, the squares of a pixel are mixed and cover it in part", () => {
  const [pixel] = painted(300, 1, 1);
  expect(pixel & 255).toBe(102);
  expect((pixel >>> 16) & 255).toBe(153);
  expect(pixel >>> 24).toBe(Math.floor(255 * (0.35 + (0.65 * 5) / 9)));
});

test("bytes that are no squares are told", () => {
  expect(() => decodeCells(new ArrayBuffer(4))).toThrow("no squares");
  const longer = new Uint8Array(bytes().byteLength + 1);
  longer.set(new Uint8Array(bytes()));
  expect(() => decodeCells(longer.buffer)).toThrow("fewer or more");
});
