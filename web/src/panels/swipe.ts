// SPDX-License-Identifier: EUPL-1.2
// A second map over the first, of another wave or edition, and the divider between them: moved by
// mouse, finger or arrow keys. Each half says what it shows.
import { el } from "../dom";
import { MapView } from "../map/map";
import { say } from "../words";

/** Where the divider goes with a key, in hundredths; nothing for other keys. */
export function movedBy(key: string, now: number): number | null {
  const step: Record<string, number> = {
    ArrowLeft: now - 2,
    ArrowDown: now - 2,
    ArrowRight: now + 2,
    ArrowUp: now + 2,
    PageDown: now - 20,
    PageUp: now + 20,
    Home: 0,
    End: 100,
  };
  const to = step[key];
  return to === undefined ? null : Math.min(100, Math.max(0, to));
}

export function swipePanel(main: MapView) {
  const half = el("div.half");
  const divider = el("div.divider", {
    role: "slider",
    tabindex: "0",
    id: "divider",
    "aria-valuemin": 0,
    "aria-valuemax": 100,
    "aria-orientation": "horizontal",
  });
  const left = el("p.half-name.left", { "aria-hidden": "true" });
  const right = el("p.half-name.right", { "aria-hidden": "true" });
  const node = el("div.swipe", { hidden: true }, half, left, right, divider);
  let share = 50;
  let names: [string, string] = ["", ""];
  let other: MapView | null = null;

  const place = () => {
    half.style.clipPath = `inset(0 0 0 ${share}%)`;
    divider.style.left = `${share}%`;
    divider.setAttribute("aria-valuenow", String(Math.round(share)));
    divider.setAttribute("aria-valuetext", say("left {}, right {}", names[0], names[1]));
    // A half too narrow for its words does not show them.
    const width = node.clientWidth;
    left.style.maxWidth = `${Math.max(0, (width * share) / 100 - 20)}px`;
    right.style.maxWidth = `${Math.max(0, (width * (100 - share)) / 100 - 20)}px`;
    left.hidden = (width * share) / 100 < 60;
    right.hidden = (width * (100 - share)) / 100 < 60;
  };
  const move = (to: number) => {
    share = to;
    place();
  };

  divider.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    event.stopPropagation();
    divider.focus();
    divider.setPointerCapture(event.pointerId);
  });
  divider.addEventListener("pointermove", (event) => {
    if (!divider.hasPointerCapture(event.pointerId)) return;
    event.stopPropagation();
    const box = node.getBoundingClientRect();
    move(Math.min(100, Math.max(0, ((event.clientX - box.left) / box.width) * 100)));
  });
  divider.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = movedBy(event.key, share);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    move(to);
  });
  new ResizeObserver(place).observe(node);

  return {
    node,
    /** The second map, made when first needed. */
    map(): MapView {
      other ??= new MapView(half, null);
      return other;
    },
    show(leftName: string, rightName: string) {
      names = [leftName, rightName];
      left.textContent = leftName;
      right.textContent = rightName;
      divider.setAttribute("aria-label", say("Divider between {} and {}", leftName, rightName));
      node.hidden = false;
      main.beside = this.map();
      this.map().goWith(main);
      place();
    },
    hide() {
      node.hidden = true;
      main.beside = null;
    },
    /** Whether a pixel of the map lies in the second half. */
    holds: (px: number) => !node.hidden && px > (node.clientWidth * share) / 100,
  };
}
