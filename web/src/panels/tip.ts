// SPDX-License-Identifier: EUPL-1.2
// The words beside the pointer. They are in the table and the live region too.
import { el, fill } from "../dom";
import type { Areas, Legend } from "../model";
import { swatch } from "./legend";
import { classOf } from "./sentence";

const kWidth = 240;
const kHeight = 110;
const kAway = 14;

export function tipPanel(host: HTMLElement) {
  const node = el("div.tip", { "aria-hidden": "true", hidden: true });

  const hide = () => {
    node.hidden = true;
  };
  const show = (area: number, areas: Areas, byte: number, legend: Legend, at: [number, number]) => {
    const { look, name } = classOf(byte, legend);
    const gemeente = areas.gemeenten[area];
    fill(
      node,
      el("strong", {}, areas.names[area]),
      gemeente !== areas.names[area] && el("span.quiet", {}, gemeente),
      el("span", {}, look ? swatch(look) : null, name),
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
