// SPDX-License-Identifier: EUPL-1.2
// What a way of working (comparing, relating, a cohort, a what-if, own areas) sees of the atlas and
// may do with it, and what the atlas asks of it.
import type { Cells } from "../map/cells";
import type { MapView } from "../map/map";
import type { Point } from "../map/neighbours";
import type { Box } from "../map/shapes";
import type { Areas, Legend, Project, View } from "../model";
import type { Store } from "../state";

/** What the map shows; squares come without names. */
export type OnMap = {
  areas: Areas | null;
  cells: Cells | null;
  values: Uint8Array;
  legend: Legend;
  numbers: Float32Array | null;
};

/** Something else on the map than the state asks for. Its legend says what it is. */
export type Instead = {
  values: Uint8Array;
  legend: Legend;
  /** Per area; nothing when only its class is known. */
  numbers?: Float64Array;
};

/** What is taken along when the screen shows something of a mode's own. */
export type Taken = {
  /** For the names of files. */
  name: string;
  /** What the map shows, in words; its legend says the rest. */
  sentence: string;
  /** An address of the server, or made here. */
  figures: string | (() => string);
  /** Whether the map shows it; otherwise the map is that of the theme. */
  isDrawn: boolean;
};

export type Desk = {
  project: Project;
  store: Store;
  map: MapView;
  view(): View | undefined;
  /** What the state asks for, as soon as it is there. */
  shown(): OnMap | null;
  /** Shows something else on the map; null goes back to what the state asks for. */
  instead(other: Instead | null): void;
  /** What is taken along has changed, or begun, or ended. */
  retake(): void;
  /** Which area of the map a code is; -1 for none. */
  ordinalOf(code: string): number;
  /** Chooses an area and reads it aloud. */
  reach(area: number): void;
  /** Is read aloud. */
  tell(text: string): void;
  /** Waits for an answer: a failure is told, and what comes too late is dropped. */
  latest<T>(asked: () => Promise<T>): Promise<T | null>;
};

export type Mode = {
  node: HTMLElement;
  /** Laid out in the language of the page. */
  enter(): void;
  /** The state or the map has changed. */
  follow(): void;
  leave(): void;
  /** A click on the map; false lets it choose the area as always. */
  pick?(code: string, at: Point): boolean;
  /** A rectangle drawn on the map. */
  mark?(box: Box, isDone: boolean): void;
  hover?(area: number): void;
  /** What is taken along in place of the theme; nothing when the theme is on the screen. */
  taken?(): Taken | null;
  /** An area that was looked up. */
  found?(code: string): boolean;
  /** A key on the map; false lets it do what it always does. */
  key?(event: KeyboardEvent): boolean;
};
