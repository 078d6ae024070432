// SPDX-License-Identifier: EUPL-1.2
// One area: what the server tells about it, and what may be done with it.
import { areaPageAddress, explained } from "../api";
import { el, fill } from "../dom";
import type { Profile } from "../model";
import type { State } from "../state";
import { say, spoken } from "../words";
import { chaptersOf, ledeOf, letScroll } from "./document";

export function areaPanel(on: {
  close(): void;
  compare(code: string): void;
  open(way: Partial<State>): void;
}) {
  const heading = el("h2", { tabindex: "-1", id: "area-name" });
  const node = el("section.area", { "aria-labelledby": "area-name", hidden: true });

  const show = (profile: Profile) => {
    heading.textContent = profile.name || profile.code;
    const page = areaPageAddress(profile.code, spoken());
    fill(
      node,
      el(
        "div.top",
        {},
        heading,
        el("button.plain", { type: "button", click: () => on.close() }, say("Close")),
      ),
      el(
        "p.quiet",
        {},
        [profile.gemeente !== profile.name && profile.gemeente, profile.code]
          .filter(Boolean)
          .join(" · "),
      ),
      ledeOf(profile),
      el(
        "p.small.acts",
        {},
        el(
          "button.plain",
          { type: "button", click: () => on.compare(profile.code) },
          say("Compare"),
        ),
        " ",
        el("button.plain", { type: "button", click: () => print() }, say("Print")),
        " ",
        el("a", { href: page }, say("As a page to read")),
      ),
      ...chaptersOf(profile, { open: (way) => on.open(way), unfold: (address) => explained(address, spoken()) }),
    );
    node.hidden = false;
    node.scrollTop = 0;
    letScroll(node);
  };
  const hide = () => {
    node.hidden = true;
    fill(node);
  };
  return { node, show, hide, focus: () => heading.focus() };
}
