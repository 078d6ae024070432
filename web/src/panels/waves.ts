// SPDX-License-Identifier: EUPL-1.2
// The waves on a line of time drawn to scale, for waves are not evenly spaced; periods between two
// waves are bars on it. One is chosen with mouse, finger or arrow keys, or all are played.
import { el, fill } from "../dom";
import { period as periodText, shortPeriod } from "../format";
import type { Period } from "../model";
import { say } from "../words";

const kPlayMs = 1300;
const kLeastPixels = 46;

export type Placed = { period: Period; left: number; width: number; lane: number };

/** Where each period goes, in pixels: bars that would meet lie in lanes above each other. */
export function placedPeriods(periods: Period[], pixels: number): Placed[] {
  const first = Math.min(...periods.map((p) => p.from));
  const last = Math.max(...periods.map((p) => p.to));
  const perYear = last > first ? pixels / (last - first) : 0;
  const ends: number[] = [];
  return periods.map((period) => {
    const left = (period.from - first) * perYear;
    const width = (period.to - period.from) * perYear;
    if (width === 0) return { period, left, width, lane: 0 };
    const middle = left + width / 2;
    const reach = Math.max(width, kLeastPixels) / 2;
    let lane = ends.findIndex((end) => end <= middle - reach + 0.5);
    if (lane < 0) lane = ends.length;
    ends[lane] = middle + reach;
    return { period, left, width, lane };
  });
}

export function wavesPanel(take: (id: string, isPlaying: boolean) => void) {
  const track = el("div.track");
  const name = el("legend");
  const button = el("button.play", { type: "button", click: () => (timer ? stop() : play()) });
  const node = el("form.waves", {}, el("fieldset", {}, name, button, track));
  let periods: Period[] = [];
  let chosen = "";
  let shown = "";
  let timer = 0;

  const step = () => {
    const at = periods.findIndex((p) => p.id === chosen);
    if (at + 1 >= periods.length) return stop();
    take(periods[at + 1].id, true);
    timer = window.setTimeout(step, kPlayMs);
  };
  const play = () => {
    timer = -1;
    button.textContent = say("Stop");
    if (periods[periods.length - 1]?.id === chosen) take(periods[0].id, true);
    timer = window.setTimeout(step, kPlayMs);
  };
  const stop = () => {
    clearTimeout(timer);
    timer = 0;
    button.textContent = say("Play");
  };

  const radio = ({ period, left, width, lane }: Placed) => {
    const isSpan = width > 0;
    const input = el("input", {
      type: "radio",
      name: "period",
      value: period.id,
      checked: period.id === chosen,
      change: () => {
        stop();
        take(period.id, false);
      },
    });
    const isNarrow = isSpan && width < 74;
    const text = isNarrow ? shortPeriod(period) : periodText(period);
    const label = el("label", { class: isSpan ? "span" : "point" }, input, el("span", {}, text));
    if (isNarrow) input.setAttribute("aria-label", periodText(period));
    label.style.left = `${left}px`;
    if (isSpan) {
      label.style.width = `${width}px`;
      label.style.top = `${lane * 30}px`;
    }
    return label;
  };

  const lay = () => {
    const width = track.clientWidth;
    if (width === 0) return;
    const placed = placedPeriods(periods, width);
    const lanes = Math.max(...placed.map((p) => p.lane), 0) + 1;
    track.style.height = `${placed.some((p) => p.width > 0) ? lanes * 30 + 4 : 34}px`;
    track.classList.toggle("has-spans", placed.some((p) => p.width > 0));
    const hadFocus = track.contains(document.activeElement);
    fill(track, ...placed.map(radio));
    reveal(track.querySelector("input:checked")?.closest("label") ?? null);
    if (hadFocus) track.querySelector<HTMLInputElement>("input:checked")?.focus();
  };
  new ResizeObserver(lay).observe(track);

  /** Of many pairs some lie out of sight. */
  const reveal = (label: HTMLElement | null) => {
    if (!label) return;
    const { offsetTop: top, offsetHeight: height } = label;
    if (top < track.scrollTop) track.scrollTop = top;
    const least = top + height - track.clientHeight;
    if (least > track.scrollTop) track.scrollTop = least;
  };

  const show = (now: Period[], id: string) => {
    const key = JSON.stringify(now);
    const isOther = key !== shown;
    if (isOther) stop();
    if (timer === 0) button.textContent = say("Play");
    periods = now;
    chosen = id;
    shown = key;
    const word = say(periods.some((p) => p.from !== p.to) ? "Period" : "Wave");
    const isAlone = periods.length === 1;
    button.hidden = track.hidden = periods.length < 2;
    name.textContent = isAlone ? say("{}: {}", word, periodText(periods[0])) : word;
    if (isOther) lay();
    for (const input of track.querySelectorAll("input")) {
      input.checked = input.value === id;
      if (input.checked) reveal(input.closest("label"));
    }
  };
  return { node, show };
}
