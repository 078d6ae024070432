// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { inventLevels, shapesOf } from "../../mock/country.mjs";
import { fitted, toGround } from "./camera";
import { holds } from "./hit";
import { colour, mix, pixelOf, rasterOf } from "./raster";
import { boxOf, decodeShapes } from "./shapes";

const { wijken, arcs } = inventLevels(200);
const packed = shapesOf(wijken, arcs, "full");
const shapes = decodeShapes(Uint8Array.from(packed).buffer);
const box = boxOf(shapes) ?? { x0: 0, y0: 0, x1: 1, y1: 1 };
const camera = fitted({ x: 0, y: 0, mpp: 1, width: 301, height: 223 }, box);
const all = Array.from({ length: shapes.areas }, (_, i) => i);

test("each pixel shows the area that holds its middle", () => {
  const raster = rasterOf(shapes, all, camera, 2);
  expect(raster.mixed.length).toBe(0);
  const { originX, originY, step } = shapes;
  for (let y = 1; y < raster.height; y += 7) {
    for (let x = 1; x < raster.width; x += 7) {
      const [gx, gy] = toGround(camera, (x + 0.5) / 2, (y + 0.5) / 2);
      const [ux, uy] = [(gx - originX) / step, (gy - originY) / step];
      const expected = all.findIndex((area) => holds(shapes, area, ux, uy));
      expect(raster.index[y * raster.width + x]).toBe(expected);
    }
  }
});

test("neighbours leave no gap and do not overlap: areas drawn in another order fill the same", () => {
  const one = rasterOf(shapes, all, camera, 2).index;
  const other = rasterOf(shapes, [...all].reverse(), camera, 2).index;
  expect(one).toEqual(other);
});

test("on a coarse screen a pixel on a border knows its four samples", () => {
  const raster = rasterOf(shapes, all, camera, 1);
  const fine = rasterOf(shapes, all, camera, 2);
  expect(raster.mixed.length).toBeGreaterThan(1000);
  for (let y = 0; y < raster.height; y += 3) {
    for (let x = 0; x < raster.width; x += 3) {
      const at = raster.index[y * raster.width + x];
      const first = fine.index[2 * y * fine.width + 2 * x];
      expect(at <= -2 ? raster.mixed[4 * (-2 - at)] : at).toBe(first);
    }
  }
});

test("colours are looked up, and tiles repeat", () => {
  const raster = { width: 3, height: 2, index: Int32Array.from([0, 1, -1, -2, 1, 0]), mixed: Int32Array.from([0, 0, -1, -1]) };
  const out = new Uint32Array(6);
  const red = pixelOf("#ff0000");
  const tile = { size: 2, pixels: Uint32Array.from([1, 2, 3, 4]) };
  colour(raster, Uint32Array.from([red, 0]), Uint8Array.from([0, 1]), tile, out);
  expect([...out]).toEqual([red, 2, 0, pixelOf("#ff0000", 128), 4, red]);
});

test("a mix weighs each pixel by what it covers", () => {
  const [black, white] = [pixelOf("#000000"), pixelOf("#ffffff")];
  expect(mix(black, black, white, white)).toBe(pixelOf("#808080"));
  expect(mix(white, 0, 0, 0)).toBe(pixelOf("#ffffff", 64));
  expect(mix(0, 0, 0, 0)).toBe(0);
});
