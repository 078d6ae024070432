// SPDX-License-Identifier: EUPL-1.2
// What values are laid on: areas with names and outlines, or squares.
import * as api from "./api";
import { type Cells, decodeCells } from "./map/cells";
import { type Shapes, decodeShapes } from "./map/shapes";
import type { Areas, Project, View } from "./model";

export type Ground = { areas: Areas | null; cells: Cells | null };

export function sizeOf({ areas, cells }: Ground): number {
  return cells?.count ?? areas?.codes.length ?? 0;
}

export function isAlike(a: Ground | null, b: Ground): boolean {
  return a !== null && a.areas === b.areas && a.cells === b.cells;
}

/** Squares are decoded once for the same bytes. */
const decoded = new WeakMap<ArrayBuffer, Cells>();

export async function groundOf(view: View): Promise<Ground> {
  if (!view.cells) return { areas: await api.areas(view.level, view.vintage), cells: null };
  const bytes = await api.cells(view.cells);
  const cells = decoded.get(bytes) ?? decodeCells(bytes);
  decoded.set(bytes, cells);
  return { areas: null, cells };
}

/** Where squares lie is seen by the borders and names of gemeenten, when the project has them: those
 * of the vintage nearest to that of the squares. */
export async function aroundOf(
  project: Project,
  view: View,
): Promise<{ shapes: Shapes; areas: Areas } | null> {
  const off = (each: View) => Math.abs(each.vintage - view.vintage);
  const [near] = project.views
    .filter(({ level, shapes }) => level === "gemeente" && shapes !== null)
    .sort((a, b) => off(a) - off(b));
  if (!near?.shapes) return null;
  const [bytes, areas] = await Promise.all([
    api.shapes(near.shapes, "mid"),
    api.areas(near.level, near.vintage),
  ]);
  return { shapes: decodeShapes(bytes), areas };
}
