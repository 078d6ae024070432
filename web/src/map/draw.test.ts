// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import type { Legend } from "../model";
import {
  barLength,
  fitted,
  fromExtent,
  extentOf,
  held,
  scaleFor,
  toGround,
  toScreen,
  zoomed,
} from "./camera";
import { paletteOf } from "./draw";
import { placedLabels, placesOf } from "./labels";

const camera = { x: 100000, y: 400000, mpp: 50, width: 800, height: 600 };

test("the ground and the screen agree", () => {
  const [px, py] = toScreen(camera, 101000, 401000);
  expect([px, py]).toEqual([420, 280]);
  expect(toGround(camera, px, py)).toEqual([101000, 401000]);
});

test("zooming keeps the place under the pointer", () => {
  const before = toGround(camera, 700, 100);
  const after = toGround(zoomed(camera, 3, 700, 100), 700, 100);
  expect(after[0]).toBeCloseTo(before[0], 6);
  expect(after[1]).toBeCloseTo(before[1], 6);
});

test("a link shows the same place on another screen", () => {
  const phone = fromExtent({ ...camera, width: 390, height: 500 }, extentOf(camera));
  expect([phone.x, phone.y]).toEqual([100000, 400000]);
  expect(phone.mpp * 390).toBeCloseTo(50 * 600, 6);
});

test("the map cannot be lost", () => {
  const box = { x0: 0, y0: 0, x1: 300000, y1: 300000 };
  const lost = held({ ...camera, x: 1e9, y: -1e9, mpp: 1e9 }, box);
  expect([lost.x, lost.y]).toEqual([300000, 0]);
  expect(lost.mpp).toBeCloseTo(fitted(camera, box).mpp * 1.25, 6);
});

test("nearer shapes are finer", () => {
  expect([300, 60, 5].map(scaleFor)).toEqual(["low", "mid", "full"]);
});

test("a scale bar is one, two or five times a power of ten", () => {
  expect([1, 3, 30, 260].map((mpp) => barLength(mpp, 120))).toEqual([100, 200, 2000, 20000]);
});

test("absent areas never get a colour", () => {
  const legend: Legend = {
    title: "",
    subtitle: "",
    source: "",
    sentence: "",
    mean: "",
    notes: [],
    palette: "situation",
    classes: [1, 2].map((number) => ({
      number,
      name: "",
      limits: "",
      colour: number === 1 ? "#112233" : "#445566",
      areas: "0",
      residents: "0",
      holds_mean: false,
    })),
    absent: [
      { byte: 240, name: "", pattern: "hatch", areas: "1" },
      { byte: 241, name: "", pattern: "dots", areas: "1" },
    ],
  };
  const values = Uint8Array.from([1, 2, 240, 241, 0, 243, 1]);
  const { colours, isHatched, dotted } = paletteOf(values, legend, {});
  expect([...colours]).toEqual([0xff332211, 0xff665544, 0, 0, 0, 0, 0xff332211]);
  expect([...isHatched]).toEqual([0, 0, 1, 0, 0, 0, 0]);
  expect(dotted).toEqual([3]);
  expect(paletteOf(values, legend, { marked: 2 }).colours[1] >>> 24).toBe(255);
  expect(paletteOf(values, legend, { marked: 2 }).colours[0] >>> 24).toBeLessThan(255);
});

test("what is not meant is pale, and what is unsure paler with a dashed outline", () => {
  const values = new Uint8Array([1, 1, 1, 1, 2]);
  const legend = {
    classes: [
      { number: 1, colour: "#112233" },
      { number: 2, colour: "#445566" },
    ],
    absent: [],
  };
  const alphas = (looks: object) =>
    [...paletteOf(values, legend as unknown as Legend, looks).colours].map((c) => c >>> 24);
  expect(alphas({})).toEqual([255, 255, 255, 255, 255]);
  expect(alphas({ emphasis: new Uint8Array([0, 1, 2, 3, 4]) })).toEqual([50, 255, 255, 255, 50]);
  expect(alphas({ sure: new Uint8Array([0, 1, 2, 2, 0]) })).toEqual([255, 255, 105, 105, 255]);
  const unsure = paletteOf(values, legend as unknown as Legend, {
    sure: new Uint8Array([0, 1, 2, 2, 0]),
  });
  expect(unsure.dashed).toEqual([2, 3]);
});

test("names do not lie over each other, and the largest place wins", () => {
  const places = placesOf({
    level: "wijk",
    vintage: 2016,
    codes: ["a", "b", "c"],
    names: ["a", "b", "c"],
    gemeenten: ["Klein", "Groot", "Groot"],
    residents: [10, 500, null],
    centres: [
      [0, 0],
      [4, 4],
      [5, 5],
    ],
  });
  expect(places.map(({ name }) => name)).toEqual(["Groot", "Klein"]);
  const at = (x: number) => ({ name: String(x), x, y: 50 });
  const room = { width: 300, height: 100 };
  const labels = placedLabels([at(100), at(120), at(200), at(299)], () => 40, 20, room, 9);
  expect(labels.map(({ x }) => x)).toEqual([100, 200]);
});
