// SPDX-License-Identifier: EUPL-1.2
// What the map shows, as a table: the areas in view by name, with the same figures.
import { el, fill } from "../dom";
import { count, decimal } from "../format";
import type { Areas, Legend } from "../model";
import { say, spoken } from "../words";
import { swatch } from "./legend";
import { classOf } from "./sentence";

const kRows = 100;

export type TableContent = {
  areas: Areas | null;
  values: Uint8Array;
  numbers: Float32Array | Float64Array | null;
  legend: Legend;
  inView: number[];
  selected: number;
};

/** "Value (points)": what the numbers beside the classes are in. */
export function valueHead({ unit }: Pick<Legend, "unit">): string {
  return unit ? say("Value ({})", unit) : say("Value");
}

/** A number with the decimals it is worth; nothing where there is none. */
export function valueText(number: number | undefined, { digits }: Pick<Legend, "digits">): string {
  return number === undefined || Number.isNaN(number) ? "" : decimal(number, digits ?? 3, spoken());
}

export function tablePanel(take: (code: string) => void) {
  const node = el("section.table", { id: "table", hidden: true });
  let most = kRows;
  let last: TableContent | null = null;

  const row = (c: TableContent, areas: Areas, i: number) => {
    const { look, name } = classOf(c.values[i], c.legend);
    const { codes, names, gemeenten, residents } = areas;
    const lang = spoken();
    const people = residents[i];
    const number = c.numbers?.[i];
    return el(
      "tr",
      i === c.selected ? { class: "selected" } : {},
      el(
        "th",
        { scope: "row" },
        el("button.plain", { type: "button", click: () => take(codes[i]) }, names[i]),
      ),
      el("td.words", {}, gemeenten[i]),
      el("td", {}, people === null ? "" : count(people, lang)),
      el("td.words", {}, look ? swatch(look) : null, name),
      c.numbers && el("td", {}, valueText(number, c.legend)),
    );
  };

  const show = (content: TableContent) => {
    last = content;
    const { areas, inView, numbers } = content;
    if (!areas) return showSquares(content);
    node.removeAttribute("tabindex");
    const lang = spoken();
    const { compare } = new Intl.Collator(lang, { numeric: true });
    const sorted = [...inView].sort((a, b) => compare(areas.names[a], areas.names[b]));
    const column = (text: string, look = "") => el("th", { scope: "col", class: look }, text);
    node.setAttribute("aria-label", say("Areas in view"));
    fill(
      node,
      el("h2", {}, say("Areas in view")),
      el(
        "p.quiet",
        {},
        say(
          "{} of {} areas are in view.",
          count(inView.length, lang),
          count(areas.codes.length, lang),
        ),
      ),
      el(
        "table",
        {},
        el("caption.unseen", {}, content.legend.title),
        el(
          "thead",
          {},
          el(
            "tr",
            {},
            column(say("Area")),
            column(say("Gemeente"), "words"),
            column(say("Residents")),
            column(say("Class"), "words"),
            numbers && column(valueHead(content.legend)),
          ),
        ),
        el("tbody", {}, ...sorted.slice(0, most).map((i) => row(content, areas, i))),
      ),
      sorted.length > most &&
        el(
          "button.plain",
          {
            type: "button",
            click: () => {
              most += kRows;
              if (last) show(last);
            },
          },
          say("Show {} more", count(Math.min(kRows, sorted.length - most), lang)),
        ),
    );
    node.hidden = false;
  };
  /** Squares have no names: how many of each class are in view. All of them are in the CSV. */
  const showSquares = ({ values, legend, inView }: TableContent) => {
    const lang = spoken();
    const counts = new Map<number, number>();
    for (const cell of inView) counts.set(values[cell], (counts.get(values[cell]) ?? 0) + 1);
    const column = (text: string, look = "") => el("th", { scope: "col", class: look }, text);
    const line = ([byte, found]: [number, number]) => {
      const { look, name } = classOf(byte, legend);
      return el(
        "tr",
        {},
        el("th", { scope: "row" }, look ? swatch(look) : null, name),
        el("td", {}, count(found, lang)),
      );
    };
    node.setAttribute("aria-label", say("Areas in view"));
    // Nothing in it takes the focus, and it may be too long for its place.
    node.tabIndex = 0;
    fill(
      node,
      el("h2", {}, say("Areas in view")),
      el(
        "p.quiet",
        {},
        say("{} of {} areas are in view.", count(inView.length, lang), count(values.length, lang)),
      ),
      el(
        "table",
        {},
        el("caption.unseen", {}, legend.title),
        el("thead", {}, el("tr", {}, column(say("Class")), column(say("Areas")))),
        el("tbody", {}, ...[...counts].sort(([a], [b]) => b - a).map(line)),
      ),
    );
    node.hidden = false;
  };
  const hide = () => {
    node.hidden = true;
    node.removeAttribute("tabindex");
    most = kRows;
    fill(node);
  };
  return { node, show, hide };
}
