// SPDX-License-Identifier: EUPL-1.2
// The points of a PNG as a browser writes it: eight bits, colour with or without alpha, not interlaced.
import { inflateSync } from "node:zlib";

export type Picture = { width: number; height: number; at(x: number, y: number): [number, number, number] };

function nearestOf(a: number, b: number, c: number): number {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

export function decodePng(png: Buffer): Picture {
  if (png.subarray(1, 4).toString() !== "PNG") throw new Error("this is no PNG");
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const [depth, kind, interlaced] = [png[24], png[25], png[28]];
  const bytes = kind === 6 ? 4 : kind === 2 ? 3 : 0;
  if (depth !== 8 || bytes === 0 || interlaced !== 0) throw new Error("a PNG of another kind");
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.subarray(at + 4, at + 8).toString() === "IDAT") parts.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const row = width * bytes;
  const out = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)];
    for (let i = 0; i < row; i++) {
      const left = i < bytes ? 0 : out[y * row + i - bytes];
      const above = y === 0 ? 0 : out[(y - 1) * row + i];
      const corner = y === 0 || i < bytes ? 0 : out[(y - 1) * row + i - bytes];
      const guess = [0, left, above, (left + above) >> 1, nearestOf(left, above, corner)][filter];
      out[y * row + i] = raw[y * (row + 1) + 1 + i] + guess;
    }
  }
  return {
    width,
    height,
    at: (x, y) => {
      const at = y * row + x * bytes;
      return [out[at], out[at + 1], out[at + 2]];
    },
  };
}

/** The box around all points of these colours, and how many there are; a colour is "#rrggbb". */
export function boxOf(picture: Picture, colours: string[]) {
  const wanted = new Set(colours.map((colour) => Number.parseInt(colour.slice(1), 16)));
  const box = { left: Infinity, top: Infinity, right: -1, bottom: -1, count: 0 };
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const [r, g, b] = picture.at(x, y);
      if (!wanted.has((r << 16) | (g << 8) | b)) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
      box.count++;
    }
  }
  return box;
}
