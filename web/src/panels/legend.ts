// SPDX-License-Identifier: EUPL-1.2
// The legend, which explains itself: every class with its limits, its areas and the residents it
// speaks of, and which class holds the mean of the country.
import { el, fill } from "../dom";
import { letterOf } from "../map/painter";
import type { Legend, LegendAbsent, LegendClass } from "../model";
import { lower, say } from "../words";

export function swatch(look: { colour: string } | { pattern: string }): HTMLElement {
  if ("pattern" in look) return el("span.swatch", { class: `swatch ${look.pattern}` });
  const node = el("span.swatch");
  node.style.backgroundColor = look.colour;
  return node;
}

/** A type by its letter too, as on the map. */
function letterSwatch(each: LegendClass): HTMLElement {
  const node = swatch(each);
  const letter = letterOf(each);
  if (letter !== "") fill(node, el("span", { "aria-hidden": "true" }, letter));
  else node.style.backgroundColor = "";
  node.classList.add("lettered");
  return node;
}

/** A class that is only a range goes by its limits. */
export function nameOf({ name, limits }: { name: string; limits: string }): string {
  return name === "" ? limits : name;
}

type Row = { look: Node; name: Node | string; limits: string; areas: string; residents: string };

/** Which columns have anything in them. */
type Columns = { limits: boolean; areas: boolean; residents: boolean };

function columnsOf({ classes }: Legend): Columns {
  return {
    limits: classes.some((each) => each.limits !== "" && each.name !== ""),
    areas: classes.some((each) => each.areas !== ""),
    residents: classes.some((each) => each.residents !== ""),
  };
}

function row({ look, name, limits, areas, residents }: Row, has: Columns) {
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, look, name),
    has.limits && el("td.limits", {}, limits),
    has.areas && el("td", {}, areas),
    has.residents && el("td", {}, residents),
  );
}

export function legendPanel(mark: (byte: number | null) => void) {
  const node = el("section.legend", { id: "legend", "aria-label": say("Legend") });
  let pressed: number | null = null;

  const press = (number: number) => {
    pressed = pressed === number ? null : number;
    mark(pressed);
    for (const button of node.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(Number(button.value) === pressed));
    }
  };

  const classRow = (each: LegendClass, has: Columns, mean: string, isTyped: boolean) => {
    const button = el(
      "button.class",
      {
        type: "button",
        value: each.number,
        "aria-pressed": "false",
        title: say("Show only this class: {}", nameOf(each)),
        click: () => press(each.number),
        pointerenter: () => mark(each.number),
        pointerleave: () => mark(pressed),
      },
      isTyped ? letterSwatch(each) : swatch(each),
      el("span.name", {}, nameOf(each), each.holds_mean && el("span.mean", {}, mean)),
    );
    const made = row({ look: button, name: "", ...pick(each) }, has);
    if (each.holds_mean) made.classList.add("holds-mean");
    return made;
  };

  /** How doubt looks, when it is shown. */
  const doubtOf = ({ sure }: Legend, has: Columns) =>
    sure
      ? row(
          {
            look: el("span.swatch", { class: "swatch unsure" }),
            name: el("span.name", {}, sure.unsure.name),
            limits: "",
            areas: sure.unsure.areas,
            residents: "",
          },
          has,
        )
      : null;

  const absentRow = (each: LegendAbsent, has: Columns) =>
    row(
      {
        look: swatch(each),
        name: el("span.name", {}, each.name),
        limits: "",
        areas: each.areas,
        residents: "",
      },
      has,
    );

  const show = (legend: Legend, isDoubtShown = false) => {
    pressed = null;
    node.setAttribute("aria-label", say("Legend"));
    const has = columnsOf(legend);
    fill(
      node,
      el(
        "table",
        {},
        el(
          "thead",
          {},
          el(
            "tr",
            {},
            el("th", { scope: "col" }, say("Class")),
            has.limits && el("th", { scope: "col" }, say("Limits")),
            has.areas && el("th", { scope: "col" }, say("Areas")),
            has.residents && el("th", { scope: "col" }, say("Residents")),
          ),
        ),
        el(
          "tbody",
          {},
          ...[...legend.classes]
            .reverse()
            .map((each) => classRow(each, has, legend.mean, legend.palette === "typology")),
          ...legend.absent.map((each) => absentRow(each, has)),
          isDoubtShown && doubtOf(legend, has),
        ),
      ),
      isDoubtShown && legend.sure && el("p.small", {}, legend.sure.sentence),
      ...legend.notes.map((note) => el("p.small", {}, note)),
      el("p.small", {}, legend.source),
    );
  };
  return { node, show };
}

function pick({ limits, areas, residents }: LegendClass) {
  return { limits, areas, residents };
}

/** One line of colours for a narrow screen, below the map; the table says the same in words. */
export function legendStrip() {
  const node = el("div.strip", { "aria-hidden": "true" });
  const show = ({ classes }: Legend) => {
    if (classes.length === 0) return fill(node);
    const colours = classes.map((each) => {
      const made = swatch(each);
      if (each.holds_mean) made.classList.add("holds-mean");
      return made;
    });
    fill(
      node,
      el("span", {}, lower(nameOf(classes[0]))),
      el("span.colours", {}, ...colours),
      el("span", {}, lower(nameOf(classes[classes.length - 1]))),
    );
  };
  return { node, show };
}
