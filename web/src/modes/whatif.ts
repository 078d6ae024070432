// SPDX-License-Identifier: EUPL-1.2
// What if an indicator weighed more, less or nothing: the map after, who moves, and what it comes to.
import * as api from "../api";
import { el, fill } from "../dom";
import { count, decimal } from "../format";
import type { Knob, Knobs, Legend, WhatIf } from "../model";
import { chaptersOf, ledeOf, letScroll } from "../panels/document";
import { choice, keepFocus, options } from "../panels/fields";
import { lower, say, spoken } from "../words";
import type { Desk, Mode } from "./desk";

/** As many stand open at once. */
const kFewKnobs = 12;
export const kFactors = [0.5, 1, 1.5, 2];

/** "huur:1.5,overlast:2" as a table; what cannot be read is left out. */
export function parsedFactors(text: string): Map<string, number> {
  const pairs = text.split(",").map((each) => each.split(":"));
  return new Map(
    pairs.flatMap(([id, factor]) => {
      const value = Number(factor);
      return id && factor && Number.isFinite(value) && value >= 0 ? [[id, value] as const] : [];
    }),
  );
}

export function factorText(factors: Map<string, number>): string {
  return [...factors]
    .filter(([, factor]) => factor !== 1)
    .map(([id, f]) => `${id}:${f}`)
    .join(",");
}

function listed(text: string): string[] {
  return text.split(",").filter((each) => each !== "");
}

const kMoved = { down: "#b3621e", same: "#ededea", up: "#4183b7" };

/** What the bytes of who moves mean, and how many of each there are. */
export function legendOfMoved(after: Legend, moved: Uint8Array): Legend {
  const row = (number: number, name: string, colour: string) => ({
    number,
    name,
    colour,
    limits: "",
    areas: count(moved.filter((each) => each === number).length, spoken()),
    residents: "",
    holds_mean: false,
  });
  return {
    ...after,
    title: say("Who moves"),
    sentence: "",
    classes: [
      row(1, say("a lower class"), kMoved.down),
      row(2, say("the same class"), kMoved.same),
      row(3, say("a higher class"), kMoved.up),
    ],
    absent: after.absent.map((each) => ({ ...each })),
    palette: "development",
    sure: null,
  };
}

/** What is turned, in words: "Sociale huurwoningen: weggelaten; Overlast: \u00d7 2". */
export function turnedText(
  { indicators }: Pick<Knobs, "indicators">,
  factorOf: (knob: Knob) => number,
): string {
  return indicators
    .map((each) => [each.name, factorOf(each)] as const)
    .filter(([, factor]) => factor !== 1)
    .map(([name, factor]) => `${name}: ${factor === 0 ? say("left out") : timesText(factor)}`)
    .join("; ");
}

/** "\u00d7 1,5" */
function timesText(factor: number): string {
  const decimals = [0, 1, 2].find((d) => Number(factor.toFixed(d)) === factor) ?? 3;
  return `\u00d7 ${decimal(factor, decimals, spoken())}`;
}

/** The legend of a trial says that it is one, and of what. */
export function trialLegend(legend: Legend, turned: string): Legend {
  const isMoved = legend.title === say("Who moves");
  return {
    ...legend,
    title: isMoved || turned === "" ? legend.title : say("What if: {}", lower(legend.title)),
    notes: [
      turned === "" ? say("Nothing is changed yet.") : say("A what-if, not the score of the instrument itself. {}.", turned),
      ...legend.notes,
    ],
  };
}

export function whatIfMode(desk: Desk): Mode {
  const form = el("form.tools", { submit: (event) => event.preventDefault() });
  const lede = el("div");
  const report = el("div.report");
  const node = el("div", {}, lede, form, report);
  const opened = new Map<string, boolean>();
  let knobs: Knobs | null = null;
  let refused = "";
  let knobsFor = "";
  let asked = "";
  let told: WhatIf | null = null;

  const edition = () => desk.view()?.edition ?? "";

  const turn = (knob: Knob, text: string) => {
    const { state } = desk.store;
    const without = listed(state.without).filter((id) => id !== knob.id);
    const factors = parsedFactors(state.factor);
    factors.delete(knob.id);
    if (text === "0") without.push(knob.id);
    else factors.set(knob.id, Number(text));
    desk.store.set({ without: without.join(","), factor: factorText(factors) });
  };

  /** What an indicator weighs now, times what it weighed: 0 when it is left out. */
  const factorOf = (each: Knob): number => {
    const { without, factor, contested } = desk.store.state;
    const isOut = listed(without).includes(each.id) || (each.contested && contested === "off");
    return isOut ? 0 : (parsedFactors(factor).get(each.id) ?? 1);
  };

  const knob = (each: Knob) => {
    const { contested } = desk.store.state;
    const now = factorOf(each);
    const factors = [...new Set([0, ...kFactors, now])].sort((a, b) => a - b);
    const list = factors.map((value) => ({
      value: String(value),
      text:
        value === 0
          ? say("left out")
          : value === 1
            ? say("as it is")
            : timesText(value),
    }));
    const field = choice(each.name, `knob-${each.id}`, options(list, String(now)), (value) =>
      turn(each, value),
    );
    if (now !== 1) field.classList.add("turned");
    if (each.contested && contested === "off")
      field.querySelector("select")?.setAttribute("disabled", "");
    if (each.contested)
      field.querySelector("label")?.append(el("span.quiet", {}, ` (${say("contested")})`));
    return field;
  };

  /** The indicators of a dimension. Many of them are folded away, until one is turned. */
  const group = (dimension: string) => {
    const all = knobs?.indicators ?? [];
    const inside = all.filter((each) => each.dimension === dimension);
    const isShort = all.length <= kFewKnobs;
    const isOpen =
      opened.get(dimension) ?? (isShort || inside.some((each) => factorOf(each) !== 1));
    const fold = el(
      "details",
      { open: isOpen },
      el("summary", {}, dimension, " ", el("span.quiet", {}, `(${inside.length})`)),
      el("fieldset", {}, el("legend.unseen", {}, dimension), ...inside.map(knob)),
    );
    fold.addEventListener("toggle", () => opened.set(dimension, fold.open));
    return fold;
  };

  const lay = () => {
    if (!knobs) return fill(form, refused !== "" && el("p", {}, refused));
    const { without, factor, contested, map } = desk.store.state;
    const dimensions = [...new Set(knobs.indicators.map(({ dimension }) => dimension))];
    const hasContested = knobs.indicators.some((each) => each.contested);
    const isTurned = without !== "" || factor !== "" || contested !== "";
    const shows = [
      { value: "", text: say("the classes after") },
      { value: "moved", text: say("who moves") },
      { value: "before", text: say("the classes before") },
    ];
    keepFocus(form, () =>
      fill(
        form,
        el("p.quiet", {}, knobs?.instrument.title ?? ""),
        choice(say("Map"), "what-if-map", options(shows, map), (value) =>
          desk.store.set({ map: value }),
        ),
        hasContested &&
          el(
            "label.tick",
            {},
            el("input", {
              type: "checkbox",
              id: "contested",
              checked: contested === "off",
              change: () => desk.store.set({ contested: contested === "off" ? "" : "off" }),
            }),
            say("Leave out all contested indicators"),
          ),
        ...dimensions.map(group),
        isTurned &&
          el(
            "button.plain",
            {
              type: "button",
              id: "what-if-undo",
              click: () => desk.store.set({ without: "", factor: "", contested: "" }),
            },
            say("All as they are"),
          ),
      ),
    );
  };

  const offer = async () => {
    const wanted = `${edition()} ${spoken()}`;
    if (wanted === knobsFor) return;
    knobsFor = wanted;
    const answer = await api.knobs(edition(), spoken()).catch((error: unknown) => {
      const { what, why, help } = api.told(error);
      refused = [what, why, help].filter(Boolean).join(" ");
      return null;
    });
    if (wanted !== knobsFor) return;
    knobs = answer;
    lay();
    follow();
  };

  const follow = () => {
    lay();
    void ask();
  };

  const ask = async () => {
    const { view, period, without, factor, contested, map, lang } = desk.store.state;
    const wanted = JSON.stringify([
      view,
      period,
      without,
      factor,
      contested,
      map,
      lang,
      desk.shown() !== null,
    ]);
    if (wanted === asked || !knobs || !desk.shown()) return;
    asked = wanted;
    const wish = { without, factor, contested };
    const which = map === "moved" ? "moved" : "classes";
    const answer = await desk.latest(() =>
      Promise.all([
        api.whatIf(view, period, wish, lang),
        map === "before" ? null : api.whatIfBytes(view, period, which, wish),
      ]),
    );
    if (!answer || wanted !== asked) return;
    const [answered, values] = answer;
    told = answered;
    // Without class limits there are no classes to show.
    const after = told.legend;
    desk.instead(
      values && after
        ? {
            values,
            legend: trialLegend(
              which === "moved" ? legendOfMoved(after, values) : after,
              turnedText(knobs, factorOf),
            ),
          }
        : null,
    );
    desk.retake();
    fill(lede, ledeOf(told));
    fill(report, ...chaptersOf(told, { open: (way) => desk.store.set(way) }));
    letScroll(report);
    desk.tell(told.lede.join(" "));
  };

  return {
    node,
    enter() {
      asked = knobsFor = "";
      fill(lede);
      fill(report);
    },
    follow() {
      void offer();
      follow();
    },
    leave() {
      told = null;
      desk.instead(null);
    },
    taken() {
      const { view, period, without, factor, contested, map } = desk.store.state;
      const isTurned = without !== "" || factor !== "" || contested !== "";
      if (!told?.legend || !(isTurned || map === "moved")) return null;
      return {
        name: map === "moved" ? "what-if-moved" : "what-if",
        sentence: told.lede.join(" "),
        figures: api.whatIfAddress(view, period, { without, factor, contested }),
        isDrawn: map !== "before",
      };
    },
  };
}
