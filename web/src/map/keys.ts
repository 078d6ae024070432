// SPDX-License-Identifier: EUPL-1.2
// The map by keyboard: from neighbour to neighbour, nearer and farther.
import type { MapView } from "./map";
import type { Direction } from "./neighbours";

export type KeyEvents = {
  reach(area: number): void;
  open(): void;
  letGo(): void;
  /** A key that means something else just now; false when it does not. */
  first(event: KeyboardEvent): boolean;
};

const kArrows: Record<string, Direction> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};
const kPan: Record<Direction, [number, number]> = {
  up: [0, 0.25],
  down: [0, -0.25],
  left: [-0.25, 0],
  right: [0.25, 0],
};

export function keysOf(host: HTMLElement, map: MapView, on: KeyEvents): void {
  const does = (event: KeyboardEvent): (() => void) | undefined => {
    const arrow = kArrows[event.key];
    if (arrow && event.shiftKey) return () => map.pan(...kPan[arrow]);
    if (arrow) return () => on.reach(map.towards(arrow));
    switch (event.key) {
      case "+":
      case "=":
        return () => map.zoom(2);
      case "-":
      case "_":
        return () => map.zoom(0.5);
      case "0":
      case "Home":
        return () => map.whole();
      case "Enter":
        return () => on.open();
      case "Escape":
        return () => on.letGo();
      default:
        return undefined;
    }
  };
  host.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (on.first(event)) return event.preventDefault();
    const act = does(event);
    if (!act) return;
    event.preventDefault();
    act();
  });
}
