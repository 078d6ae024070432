// SPDX-License-Identifier: EUPL-1.2
// Areas as points on a plane of two quantities, with the means as axes of four quadrants. Marked with
// a rectangle by mouse or finger, walked over with the arrow keys.
import { el, fill } from "../dom";
import { decimal } from "../format";
import type { Axis } from "../model";
import { say, spoken } from "../words";

export type Cloud = { xs: Float32Array; ys: Float32Array; x: Axis; y: Axis };
type Range = { low: number; high: number };

/** The range of the numbers that are there; a little wider when they are all the same. */
export function rangeOf(values: Float32Array): Range {
  let [low, high] = [Infinity, -Infinity];
  for (const v of values) {
    if (Number.isNaN(v)) continue;
    low = Math.min(low, v);
    high = Math.max(high, v);
  }
  if (low > high) return { low: 0, high: 1 };
  const margin = (high - low) * 0.03 || Math.abs(low) * 0.1 || 1;
  return { low: low - margin, high: high + margin };
}

/** Round numbers within a range, at most so many: 1, 2 or 5 times a power of ten apart. */
export function ticksOf({ low, high }: Range, most: number): { at: number[]; decimals: number } {
  const least = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = ([1, 2, 5, 10].find((k) => k * power >= least * 0.999999) ?? 10) * power;
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const at: number[] = [];
  for (let k = Math.ceil(low / step); k * step <= high; k++) at.push(k * step);
  return { at, decimals };
}

/** Where a point stands to the means, going round as the server does: 0 upper right, 1 upper left, 2
 * lower left, 3 lower right; -1 when it is nowhere. What lies on a mean is on its high side. */
export function quadrantOf(x: number, y: number, meanX: number, meanY: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return -1;
  if (y >= meanY) return x >= meanX ? 0 : 1;
  return x < meanX ? 2 : 3;
}

/** The next point that way: the nearest in the direction, points aside counting as farther. */
export function pointTowards(
  places: readonly (readonly [number, number] | null)[],
  from: number,
  [wx, wy]: readonly [number, number],
): number {
  const start = places[from];
  if (!start) return places.findIndex((place) => place !== null);
  let best = -1;
  let least = Infinity;
  places.forEach((place, i) => {
    if (!place || i === from) return;
    const [dx, dy] = [place[0] - start[0], place[1] - start[1]];
    const along = dx * wx + dy * wy;
    const aside = Math.abs(dx * wy - dy * wx);
    if (along <= 0 || aside > 1.5 * along) return;
    if (along + 2 * aside < least) [least, best] = [along + 2 * aside, i];
  });
  return best;
}

type Events = {
  brush(areas: number[] | null): void;
  reach(area: number): void;
  hover(area: number): void;
  /** Marks a point beside those that are marked, or no longer. */
  toggle(area: number): void;
};

const kLeft = 48;
const kBottom = 42;
const kTop = 26;
const kRight = 10;
const kWays: Record<string, readonly [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

export function scatter(on: Events) {
  const canvas = el("canvas", { "aria-hidden": "true" });
  const band = el("div.band", { hidden: true });
  const tip = el("p.point-name", { "aria-hidden": "true" });
  const host = el("div.scatter", { tabindex: "0", role: "application" }, canvas, band, tip);
  let cloud: Cloud | null = null;
  let places: ([number, number] | null)[] = [];
  let ranges: [Range, Range] = [
    { low: 0, high: 1 },
    { low: 0, high: 1 },
  ];
  let marked: Uint8Array | null = null;
  let selected = -1;
  let hovered = -1;
  let begun: [number, number] | null = null;
  let frame = 0;

  const size = () => [host.clientWidth, host.clientHeight] as const;

  const lay = () => {
    if (!cloud) return;
    const [width, height] = size();
    const { xs, ys } = cloud;
    ranges = [rangeOf(xs), rangeOf(ys)];
    places = Array.from(xs, (x, i) =>
      Number.isNaN(x) || Number.isNaN(ys[i]) ? null : [across(x, width), up(ys[i], height)],
    );
    schedule();
  };
  const across = (x: number, width: number) =>
    kLeft + ((x - ranges[0].low) / (ranges[0].high - ranges[0].low)) * (width - kLeft - kRight);
  const up = (y: number, height: number) =>
    height -
    kBottom -
    ((y - ranges[1].low) / (ranges[1].high - ranges[1].low)) * (height - kBottom - kTop);

  const schedule = () => {
    if (frame === 0) frame = requestAnimationFrame(paint);
  };

  const paint = () => {
    frame = 0;
    const [width, height] = size();
    if (!cloud || width === 0) return;
    const ratio = Math.min(devicePixelRatio || 1, 3);
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
    pen.scale(ratio, ratio);
    const style = getComputedStyle(document.documentElement);
    const ink = (name: string) => style.getPropertyValue(`--${name}`).trim();
    paintAxes(pen, width, height, ink);
    const dot = places.length > 3000 ? 2 : places.length > 600 ? 3 : 4;
    const points = (is: (i: number) => boolean, colour: string, alpha: number, side: number) => {
      pen.fillStyle = colour;
      pen.globalAlpha = alpha;
      places.forEach((place, i) => {
        if (place && is(i)) pen.fillRect(place[0] - side / 2, place[1] - side / 2, side, side);
      });
      pen.globalAlpha = 1;
    };
    if (marked) points((i) => marked?.[i] !== 1, ink("quiet"), 0.3, dot);
    points((i) => !marked || marked[i] === 1, ink(marked ? "accent" : "quiet"), 0.8, dot);
    for (const area of [hovered, selected]) {
      const place = places[area];
      if (!place) continue;
      pen.strokeStyle = ink("paper");
      pen.fillStyle = ink("ink");
      pen.lineWidth = 2;
      pen.beginPath();
      pen.arc(place[0], place[1], 6, 0, 7);
      pen.fill();
      pen.stroke();
    }
  };

  const paintAxes = (
    pen: CanvasRenderingContext2D,
    width: number,
    height: number,
    ink: (name: string) => string,
  ) => {
    if (!cloud) return;
    const { x, y } = cloud;
    pen.font = '12.5px "Source Sans 3", Arial, sans-serif';
    pen.fillStyle = ink("quiet");
    pen.strokeStyle = ink("rule");
    pen.lineWidth = 1;
    const lineTo = (x0: number, y0: number, x1: number, y1: number) => {
      pen.beginPath();
      pen.moveTo(x0, y0);
      pen.lineTo(x1, y1);
      pen.stroke();
    };
    pen.textAlign = "center";
    const along = ticksOf(ranges[0], width / 80);
    for (const at of along.at) {
      const px = across(at, width);
      lineTo(px, kTop, px, height - kBottom);
      pen.fillText(decimal(at, along.decimals, spoken()), px, height - kBottom + 15);
    }
    pen.textAlign = "right";
    const high = ticksOf(ranges[1], height / 50);
    for (const at of high.at) {
      const py = up(at, height);
      lineTo(kLeft, py, width - kRight, py);
      pen.fillText(decimal(at, high.decimals, spoken()), kLeft - 6, py + 4);
    }
    const named = ({ title, unit }: Axis) => (unit === "" ? title : `${title} (${unit})`);
    pen.fillStyle = ink("ink");
    pen.textAlign = "right";
    pen.fillText(named(x), width - kRight, height - 6);
    pen.textAlign = "left";
    pen.fillText(named(y), 0, 14);
    pen.strokeStyle = ink("ink");
    pen.setLineDash([4, 3]);
    if (x.mean !== null)
      lineTo(across(x.mean, width), kTop, across(x.mean, width), height - kBottom);
    if (y.mean !== null) lineTo(kLeft, up(y.mean, height), width - kRight, up(y.mean, height));
    pen.setLineDash([]);
  };

  const at = (event: PointerEvent): [number, number] => {
    const box = host.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const nearest = ([px, py]: [number, number]): number => {
    let best = -1;
    let least = 14;
    places.forEach((place, i) => {
      const far = place ? Math.hypot(place[0] - px, place[1] - py) : Infinity;
      if (far < least) [least, best] = [far, i];
    });
    return best;
  };
  const between = ([ax, ay]: [number, number], [bx, by]: [number, number]) => ({
    left: Math.min(ax, bx),
    right: Math.max(ax, bx),
    top: Math.min(ay, by),
    bottom: Math.max(ay, by),
  });
  const hold = (area: number) => {
    if (area === hovered) return;
    hovered = area;
    schedule();
    on.hover(area);
  };

  host.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    begun = at(event);
    host.setPointerCapture(event.pointerId);
  });
  host.addEventListener("pointermove", (event) => {
    const now = at(event);
    if (!begun) return hold(nearest(now));
    const { left, right, top, bottom } = between(begun, now);
    if (right - left < 4 && bottom - top < 4) return;
    band.hidden = false;
    Object.assign(band.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${right - left}px`,
      height: `${bottom - top}px`,
    });
    on.brush(
      places.flatMap((place, i) =>
        place && place[0] >= left && place[0] <= right && place[1] >= top && place[1] <= bottom
          ? [i]
          : [],
      ),
    );
  });
  host.addEventListener("pointerup", (event) => {
    if (!begun) return;
    const wasBrush = !band.hidden;
    begun = null;
    band.hidden = true;
    if (wasBrush) return;
    const area = nearest(at(event));
    if (area >= 0) on.reach(area);
    else on.brush(null);
  });
  host.addEventListener("pointercancel", () => {
    begun = null;
    band.hidden = true;
  });
  host.addEventListener("pointerleave", () => hold(-1));
  host.addEventListener("keydown", (event) => {
    const way = kWays[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") on.brush(null);
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (places[selected]) on.toggle(selected);
    }
    if (!way) return;
    event.preventDefault();
    const next = pointTowards(places, selected, way);
    if (next >= 0) on.reach(next);
  });
  new ResizeObserver(lay).observe(host);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", schedule);

  return {
    node: host,
    show(next: Cloud) {
      cloud = next;
      host.setAttribute(
        "aria-label",
        say(
          "Areas by {} and {}. Arrow keys go from point to point, Enter or Space marks one, Escape lets the selection go.",
          next.x.title,
          next.y.title,
        ),
      );
      lay();
    },
    mark(areas: Uint8Array | null) {
      marked = areas;
      schedule();
    },
    select(area: number, name: string) {
      selected = area;
      fill(tip, name);
      schedule();
    },
    hover(area: number) {
      if (area === hovered) return;
      hovered = area;
      schedule();
    },
  };
}
