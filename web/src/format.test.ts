// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { count, decimal, distance, period, shortPeriod } from "./format";

test("numbers are written in the way of each language", () => {
  expect(count(1234567, "nl")).toBe("1.234.567");
  expect(count(1234567, "en")).toBe("1,234,567");
  expect(decimal(0.045, 3, "nl")).toBe("0,045");
  expect(decimal(1234.5, 1, "en")).toBe("1,234.5");
  expect(count(999, "nl")).toBe("999");
});

test("a minus is a minus sign, and nothing is minus zero", () => {
  expect(decimal(-0.045, 3, "nl")).toBe("\u22120,045");
  expect(decimal(-0.0001, 2, "nl")).toBe("0,00");
});

test("what is no number is no text", () => {
  expect(decimal(NaN, 2, "nl")).toBe("");
});

test("distances go from metres to kilometres", () => {
  expect(distance(500, "nl")).toBe("500 m");
  expect(distance(20000, "nl")).toBe("20 km");
  expect(distance(2500, "nl")).toBe("2,5 km");
});

test("a period is a year or two", () => {
  expect(period({ from: 2012, to: 2012 })).toBe("2012");
  expect(period({ from: 2012, to: 2014 })).toBe("2012\u20132014");
  expect(shortPeriod({ from: 2002, to: 2008 })).toBe("\u201902\u2013\u201908");
});
