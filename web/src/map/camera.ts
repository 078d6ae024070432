// SPDX-License-Identifier: EUPL-1.2
// Which part of the country is on the screen: RD New, north up.
import type { Scale } from "../model";
import type { Extent } from "../state";
import type { Box } from "./shapes";

/** The middle in metres, and the metres of one CSS pixel. */
export type Camera = { x: number; y: number; mpp: number; width: number; height: number };

const kLeastMpp = 0.5;
const kMargin = 24;

export function toScreen(camera: Camera, x: number, y: number): [number, number] {
  return [
    (x - camera.x) / camera.mpp + camera.width / 2,
    (camera.y - y) / camera.mpp + camera.height / 2,
  ];
}

export function toGround(camera: Camera, px: number, py: number): [number, number] {
  return [
    camera.x + (px - camera.width / 2) * camera.mpp,
    camera.y - (py - camera.height / 2) * camera.mpp,
  ];
}

/** A camera that shows a whole box, with a margin. */
export function fitted(camera: Camera, box: Box): Camera {
  const width = Math.max(camera.width - 2 * kMargin, 50);
  const height = Math.max(camera.height - 2 * kMargin, 50);
  const mpp = Math.max((box.x1 - box.x0) / width, (box.y1 - box.y0) / height, kLeastMpp);
  return { ...camera, x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2, mpp };
}

export function extentOf(camera: Camera): Extent {
  return { x: camera.x, y: camera.y, across: camera.mpp * Math.min(camera.width, camera.height) };
}

export function fromExtent(camera: Camera, extent: Extent): Camera {
  const mpp = extent.across / Math.max(Math.min(camera.width, camera.height), 1);
  return { ...camera, x: extent.x, y: extent.y, mpp };
}

/** Nearer by a factor, with the place under a pixel staying where it is. */
export function zoomed(camera: Camera, factor: number, px: number, py: number): Camera {
  const [x, y] = toGround(camera, px, py);
  const mpp = camera.mpp / factor;
  return {
    ...camera,
    mpp,
    x: x - (px - camera.width / 2) * mpp,
    y: y + (py - camera.height / 2) * mpp,
  };
}

/** The map cannot be lost: not too far, not too near, and its middle stays within the box. */
export function held(camera: Camera, box: Box): Camera {
  const most = fitted(camera, box).mpp * 1.25;
  const mpp = Math.min(Math.max(camera.mpp, kLeastMpp), most);
  const within = (v: number, low: number, high: number) => Math.min(Math.max(v, low), high);
  return { ...camera, mpp, x: within(camera.x, box.x0, box.x1), y: within(camera.y, box.y0, box.y1) };
}

/** The shapes to draw with: their tolerance (250, 50 or 5 m) stays near a pixel. */
export function scaleFor(mpp: number): Scale {
  if (mpp > 130) return "low";
  return mpp > 22 ? "mid" : "full";
}

/** The length of a scale bar in metres: 1, 2 or 5 times a power of ten, at most so many pixels. */
export function barLength(mpp: number, mostPixels: number): number {
  const most = mpp * mostPixels;
  const power = 10 ** Math.floor(Math.log10(most));
  return ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
}

/** The camera for a picture of this size that shows at least what the screen shows. */
export function cameraFor(camera: Camera, width: number, most: number): Camera {
  const height = Math.min((width * camera.height) / Math.max(camera.width, 1), most);
  const mpp = camera.mpp * Math.max(camera.width / width, camera.height / height);
  return { ...camera, width, height, mpp };
}
