// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { placedPeriods } from "./waves";

const p = (from: number, to = from) => ({ id: `${from}-${to}`, from, to });

test("waves stand on a line of time to scale", () => {
  const placed = placedPeriods([p(2002), p(2008), p(2018)], 320);
  expect(placed.map(({ left }) => left)).toEqual([0, 120, 320]);
  expect(placed.every(({ lane, width }) => lane === 0 && width === 0)).toBe(true);
});

test("periods that meet share a lane, and those that overlap do not", () => {
  const placed = placedPeriods([p(2002, 2008), p(2008, 2018), p(2002, 2018)], 320);
  expect(placed.map(({ lane }) => lane)).toEqual([0, 0, 1]);
});

test("one wave alone stands at the start", () => {
  expect(placedPeriods([p(2016)], 320)[0].left).toBe(0);
});
