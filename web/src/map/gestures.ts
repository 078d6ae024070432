// SPDX-License-Identifier: EUPL-1.2
// Fingers, mouse and wheel on the map, as movements of the camera and choices.

export type Held = { x: number; y: number };

export type Gestures = {
  /** Moved by so many pixels. */
  pan(dx: number, dy: number): void;
  /** Nearer by a factor around a pixel. */
  zoom(factor: number, px: number, py: number): void;
  pick(px: number, py: number): void;
  /** Whether a drag marks a rectangle instead of moving the map; Shift always does. */
  marks(): boolean;
  /** A rectangle between two pixels. */
  mark(from: Held, to: Held, isDone: boolean): void;
  hover(px: number, py: number): void;
  leave(): void;
  /** The hand is off: time to draw well and to write the address. */
  rest(): void;
};

const kStill = 5;
const kDoubleMs = 320;

export function listenToGestures(host: HTMLElement, on: Gestures): void {
  const held = new Map<number, Held>();
  let travelled = 0;
  let wasPinch = false;
  let lastTap = { time: -Infinity, x: 0, y: 0 };
  let resting = 0;
  let begun: Held | null = null;

  const place = (event: MouseEvent): [number, number] => {
    const box = host.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const restSoon = () => {
    clearTimeout(resting);
    resting = window.setTimeout(on.rest, 160);
  };

  host.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const [x, y] = place(event);
    held.set(event.pointerId, { x, y });
    host.setPointerCapture(event.pointerId);
    if (held.size === 1) travelled = 0;
    wasPinch = held.size > 1;
    begun = !wasPinch && (event.shiftKey || on.marks()) ? { x, y } : null;
  });

  host.addEventListener("pointermove", (event) => {
    const [x, y] = place(event);
    const before = held.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== "touch") on.hover(x, y);
      return;
    }
    const others = [...held].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    if (others.length > 0) {
      pinch(others[0], before, { x, y }, on);
    } else {
      travelled += Math.hypot(x - before.x, y - before.y);
      if (begun) on.mark(begun, { x, y }, false);
      else if (travelled > kStill || wasPinch) on.pan(x - before.x, y - before.y);
    }
    held.set(event.pointerId, { x, y });
  });

  const release = (event: PointerEvent) => {
    if (!held.delete(event.pointerId)) return;
    if (held.size > 0) return;
    const [x, y] = place(event);
    const isTap = travelled <= kStill && !wasPinch && event.type === "pointerup";
    if (begun && !isTap) {
      on.mark(begun, { x, y }, true);
    } else if (!isTap) {
      on.rest();
      return;
    }
    const isSecond =
      event.timeStamp - lastTap.time < kDoubleMs && Math.hypot(x - lastTap.x, y - lastTap.y) < 24;
    lastTap = { time: isSecond ? -Infinity : event.timeStamp, x, y };
    if (isSecond) {
      on.zoom(2, x, y);
      restSoon();
    } else {
      on.pick(x, y);
    }
  };
  host.addEventListener("pointerup", release);
  host.addEventListener("pointercancel", release);
  host.addEventListener("pointerleave", () => on.leave());

  host.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const [x, y] = place(event);
      const lines = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
      const turn = Math.max(-300, Math.min(300, event.deltaY * lines));
      on.zoom(2 ** (-turn / (event.ctrlKey ? 100 : 260)), x, y);
      restSoon();
    },
    { passive: false },
  );
}

/** One finger stays, the other moves: nearer by the ratio of their distances. */
function pinch(still: Held, before: Held, after: Held, on: Gestures): void {
  const was = Math.hypot(before.x - still.x, before.y - still.y);
  const is = Math.hypot(after.x - still.x, after.y - still.y);
  const middle = { x: (after.x + still.x) / 2, y: (after.y + still.y) / 2 };
  on.pan((after.x - before.x) / 2, (after.y - before.y) / 2);
  if (was > 1 && is > 1) on.zoom(is / was, middle.x, middle.y);
}
