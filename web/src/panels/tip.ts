// SPDX-License-Identifier: EUPL-1.2
// The words beside the pointer. They are in the table and the live region too.
import { el, fill } from "../dom";
import type { Legend } from "../model";
import { swatch } from "./legend";
import { classOf } from "./sentence";

const kWidth = 240;
const kHeight = 110;
const kAway = 14;

export type TipWords = { name: string; place: string; more: string };

export function tipPanel(host: HTMLElement) {
  const node = el("div.tip", { "aria-hidden": "true", hidden: true });

  const hide = () => {
    node.hidden = true;
  };
  /** What it is called, where it lies, its class, and what else there is to say of it. */
  const show = (words: TipWords, byte: number, legend: Legend, at: [number, number]) => {
    const { look, name } = classOf(byte, legend);
    fill(
      node,
      el("strong", {}, words.name),
      words.place !== "" && words.place !== words.name && el("span.quiet", {}, words.place),
      el("span", {}, look ? swatch(look) : null, name),
      words.more !== "" && el("span.quiet", {}, words.more),
    );
    node.hidden = false;
    // Never beyond the edge of the map.
    const [x, y] = at;
    const isRight = x > host.clientWidth - kWidth;
    const isLow = y > host.clientHeight - kHeight;
    node.style.left = `${x + (isRight ? -kAway : kAway)}px`;
    node.style.top = `${y + (isLow ? -kAway : kAway)}px`;
    node.style.transform = `translate(${isRight ? -100 : 0}%, ${isLow ? -100 : 0}%)`;
  };
  return { node, show, hide };
}
