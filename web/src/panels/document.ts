// SPDX-License-Identifier: EUPL-1.2
// Every longer answer of the server (an area, a comparison, a cohort, a what-if) drawn in one way:
// its lede, then its chapters of words, charts and tables.
import { told } from "../api";
import { drawing, el, fill } from "../dom";
import type { Block, Report, Table } from "../model";
import type { State } from "../state";
import { say } from "../words";

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

/** Where in the atlas a page of the server leads: "/gebied/WK036300" to an area, "/groep/VIEW?rule=.."
 * to a cohort; nothing for other addresses. */
export function wayOf(address: string): Partial<State> | null {
  const [path, search = ""] = address.split("?");
  const asked = new URLSearchParams(search);
  try {
    const parts = path.split("/").map(decodeURIComponent);
    const [start, kind, ...rest] = parts;
    if (start !== "") return null;
    if (kind === "gebied" && rest.length === 1 && rest[0] !== "") return { area: rest[0] };
    if (kind !== "groep" || rest.length !== 3) return null;
    const of = (key: string) => asked.get(key) ?? "";
    const [list, rule, other, against] = ["list", "rule", "other", "against"].map(of);
    return { mode: "cohort", view: rest.join("/"), list, rule, other, against };
  } catch {
    return null;
  }
}

/** A link into the atlas is followed on the spot, when asked for; any other as ever. */
function link({ text, address }: { text: string; address: string }, open: Open | undefined): Node {
  const way = open ? wayOf(address) : null;
  const click = (event: Event) => {
    const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    if (!open || !way || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    open(way);
  };
  return el("li", {}, el("a", { href: /^\/(?!\/)/.test(address) ? address : "#", click }, text));
}

type Open = (way: Partial<State>) => void;
/** What stands at an address of the server, to be shown on the spot. */
type Unfold = (address: string) => Promise<Report>;
export type Ways = { open?: Open; unfold?: Unfold };

/** What the score is made of is long: asked for, and shown, when it is unfolded. */
function unfolded(text: string, address: string, unfold: Unfold): Node {
  const inside = el("div", { role: "status" });
  const node = el("details.unfolds", {}, el("summary", {}, text), inside);
  node.addEventListener("toggle", async () => {
    if (!node.open || inside.childNodes.length > 0) return;
    try {
      const report = await unfold(address);
      const parts = report.chapters.map(({ title, blocks }) =>
        el("section", {}, el("h4", {}, title), ...blocks.map((one) => block(one, {}))),
      );
      fill(inside, ledeOf(report), ...parts);
    } catch (error) {
      const { what, why } = told(error);
      fill(inside, el("p", {}, [what, why].filter(Boolean).join(" ")));
    }
    letScroll(inside);
  });
  return node;
}

function waysTo(items: { text: string; address: string }[], { open, unfold }: Ways): Node {
  const isFolded = ({ address }: { address: string }) => unfold && address.startsWith("/opbouw/");
  const folded = items.filter(isFolded);
  const plain = items.filter((item) => !isFolded(item));
  return el(
    "div",
    {},
    ...folded.map(({ text, address }) => unfolded(text, address, unfold as Unfold)),
    plain.length > 0 && el("ul.ways", {}, ...plain.map((item) => link(item, open))),
  );
}

function block(one: Block, ways: Ways): Node | null {
  switch (one.kind) {
    case "heading":
      return el("h4", {}, one.text);
    case "links":
      return waysTo(one.items, ways);
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
    default:
      return null;
  }
}

let styled = false;

/** The style of the charts comes from who draws them. */
function style(): void {
  if (styled) return;
  styled = true;
  document.head.append(el("link", { rel: "stylesheet", href: "/charts.css" }));
}

/** A table too wide for its place can be scrolled, by keyboard too. */
export function letScroll(node: Element): void {
  for (const wide of node.querySelectorAll<HTMLElement>(".wide")) {
    if (wide.scrollWidth <= wide.clientWidth) continue;
    wide.tabIndex = 0;
    wide.setAttribute("role", "region");
  }
}

export function ledeOf({ lede }: Report): Node {
  return el("p.lede", {}, lede.join(" "));
}

/** The chapters; a link into the atlas calls `open` with where it leads, and what is long is shown
 * by `unfold`. */
export function chaptersOf({ chapters }: Report, ways: Ways = {}): Node[] {
  style();
  return chapters.map(({ title, blocks }) =>
    el("section", {}, el("h3", {}, title), ...blocks.map((one) => block(one, ways))),
  );
}
