// SPDX-License-Identifier: EUPL-1.2
// What if an indicator weighed more, less or nothing: the map after, who moves, and what it comes to.
import * as api from "../api";
import { el, fill } from "../dom";
import { decimal } from "../format";
import type { Knob, Knobs, Legend } from "../model";
import { chaptersOf, ledeOf, letScroll } from "../panels/document";
import { choice, keepFocus, options } from "../panels/fields";
import { say, spoken } from "../words";
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

/** What the bytes of who moves mean; the counts stand in the document. */
function legendOfMoved(after: Legend): Legend {
  const row = (number: number, name: string, colour: string) => ({
    number,
    name,
    colour,
    limits: "",
    areas: "",
    residents: "",
    holds_mean: false,
  });
  return {
    ...after,
    title: say("Who moves"),
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
            : `× ${decimal(value, Number.isInteger(value) ? 0 : 1, spoken())}`,
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
    const [told, values] = answer;
    desk.instead(
      values && { values, legend: map === "moved" ? legendOfMoved(told.legend) : told.legend },
    );
    fill(lede, ledeOf(told));
    fill(report, ...chaptersOf(told, (way) => desk.store.set(way)));
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
    leave: () => desk.instead(null),
  };
}
