// SPDX-License-Identifier: EUPL-1.2
// One area: its lede, then its chapters of words, charts and tables, as the server gives them.
import { areaPageAddress } from "../api";
import { drawing, el, fill } from "../dom";
import type { Block, Profile, Table } from "../model";
import { say, spoken } from "../words";

/** Figures stand on the right, words on the left. */
function isFigure(text: string): boolean {
  return /^[+\u2212-]?[\d.,]*\d%?$/.test(text) || text === "";
}

export function plainTable({ id, title, head, rows }: Table, isHidden = false) {
  const look = head.map((_, column) => (rows.every((row) => isFigure(row[column])) ? "" : "words"));
  const cell = (text: string, column: number) =>
    column === 0
      ? el("th", { scope: "row" }, text)
      : el("td", look[column] ? { class: look[column] } : {}, text);
  const table = el(
    "table",
    { "data-id": id },
    el("caption", {}, title),
    el(
      "thead",
      {},
      el("tr", {}, ...head.map((text, i) => el("th", { scope: "col", class: look[i] }, text))),
    ),
    el("tbody", {}, ...rows.map((row) => el("tr", {}, ...row.map(cell)))),
  );
  const wide = el("div.wide", { "aria-label": title }, table);
  return isHidden ? el("details", {}, el("summary", {}, say("Table")), wide) : wide;
}

function block(one: Block): Node {
  switch (one.kind) {
    case "paragraph":
      return el("p", {}, one.texts.join(" "));
    case "bullets":
      return el("ul", {}, ...one.texts.map((text) => el("li", {}, text)));
    case "table":
      return plainTable(one);
    case "chart":
      return el(
        "figure",
        {},
        el("figcaption", {}, el("strong", {}, one.title), el("span.quiet", {}, one.subtitle)),
        drawing(one.svg),
        one.table && plainTable(one.table, true),
        el("p.small", {}, one.source),
      );
  }
}

/** A table too wide for its place can be scrolled, by keyboard too. */
function letScroll(node: Element): void {
  for (const wide of node.querySelectorAll<HTMLElement>(".wide")) {
    if (wide.scrollWidth <= wide.clientWidth) continue;
    wide.tabIndex = 0;
    wide.setAttribute("role", "region");
  }
}

export function areaPanel(close: () => void) {
  const heading = el("h2", { tabindex: "-1", id: "area-name" });
  const node = el("section.area", { "aria-labelledby": "area-name", hidden: true });
  let styled = false;

  // The style of the charts comes from who draws them.
  const style = () => {
    if (styled) return;
    styled = true;
    document.head.append(el("link", { rel: "stylesheet", href: "/charts.css" }));
  };

  const show = (profile: Profile) => {
    style();
    heading.textContent = profile.name;
    const page = areaPageAddress(profile.code, spoken());
    fill(
      node,
      el(
        "div.top",
        {},
        heading,
        el("button.plain", { type: "button", click: close }, say("Close")),
      ),
      el(
        "p.quiet",
        {},
        [profile.gemeente !== profile.name && profile.gemeente, profile.code]
          .filter(Boolean)
          .join(" · "),
      ),
      el("p.lede", {}, profile.lede.join(" ")),
      el("p.small", {}, el("a", { href: page }, say("As a page to read and print"))),
      ...profile.chapters.map(({ title, blocks }) =>
        el("section", {}, el("h3", {}, title), ...blocks.map(block)),
      ),
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
