// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { toggledPoint } from "../modes/relation";
import { pointTowards, quadrantOf, rangeOf, ticksOf } from "./scatter";

test("a range leaves out what is not there and is never empty", () => {
  const { low, high } = rangeOf(Float32Array.of(2, Number.NaN, 4));
  expect(low).toBeCloseTo(1.94, 5);
  expect(high).toBeCloseTo(4.06, 5);
  expect(rangeOf(Float32Array.of(Number.NaN))).toEqual({ low: 0, high: 1 });
  expect(rangeOf(Float32Array.of(0)).high).toBeGreaterThan(0);
});

test("ticks are round and fit", () => {
  expect(ticksOf({ low: 3.57, high: 4.52 }, 5)).toEqual({
    at: [3.6, 3.8, 4, 4.2, 4.4].map((v) => expect.closeTo(v, 9)),
    decimals: 1,
  });
  expect(ticksOf({ low: -12, high: 240 }, 6)).toEqual({
    at: [0, 50, 100, 150, 200].map((v) => expect.closeTo(v, 9)),
    decimals: 0,
  });
});

test("quadrants go round from the upper right, and the mean itself is high", () => {
  const of = (x: number, y: number) => quadrantOf(x, y, 0, 0);
  expect([of(1, 1), of(-1, 1), of(-1, -1), of(1, -1), of(0, 0), of(Number.NaN, 1)]).toEqual([
    0, 1, 2, 3, 0, -1,
  ]);
});

test("arrows go to the nearest point that way, and nowhere at the edge", () => {
  const places = [[0, 0], [10, 1], null, [12, -9], [0, -5]] as const;
  expect(pointTowards(places, 0, [1, 0])).toBe(1);
  expect(pointTowards(places, 0, [0, -1])).toBe(4);
  expect(pointTowards(places, 3, [1, 0])).toBe(-1);
  expect(pointTowards(places, -1, [1, 0])).toBe(0);
});

test("a point is marked beside the others, and let go again", () => {
  expect(toggledPoint([], 3)).toEqual([3]);
  expect(toggledPoint([3], 1)).toEqual([3, 1]);
  expect(toggledPoint([3, 1], 3)).toEqual([1]);
});
