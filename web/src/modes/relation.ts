// SPDX-License-Identifier: EUPL-1.2
// How two quantities go together: a cloud of areas beside the map. What is marked in the one stands
// out in the other.
import * as api from "../api";
import { el, fill } from "../dom";
import { decimal, period as periodText } from "../format";
import { kPale, kPlain } from "../map/draw";
import type { Quantity, Relation, View } from "../model";
import { themes } from "../panels/chooser";
import { choice, keepFocus, options } from "../panels/fields";
import { quadrantOf, scatter } from "../panels/scatter";
import { nearestPeriod } from "../state";
import { say, sayCount, spoken } from "../words";
import type { Desk, Mode } from "./desk";

const kRows = 50;

/** "score/2014" as a quantity and period of a view, settled to what the view has. */
export function settledAxis(
  view: View,
  asked: string,
  otherwise: Quantity,
): { quantity: Quantity; period: string } {
  const cut = asked.lastIndexOf("/");
  const quantity = view.quantities.find(({ id }) => id === asked.slice(0, cut)) ?? otherwise;
  const period = nearestPeriod(quantity.periods, asked.slice(cut + 1))?.id ?? "";
  return { quantity, period };
}

/** Two to begin with: a score, and the first that is a part of it or something else. */
function firstTwo(view: View): [Quantity, Quantity] {
  const numbers = view.quantities.filter(
    ({ kind }) => !["class", "development", "typology"].includes(kind),
  );
  const of = (kinds: string[]) => numbers.find(({ kind }) => kinds.includes(kind));
  const x = of(["score"]) ?? numbers[0] ?? view.quantities[0];
  const y = of(["indicator", "contribution", "change"]) ?? numbers[1] ?? x;
  return [x, y];
}

/** The marked areas with one more, or without it. */
export function toggledPoint(marked: number[], area: number): number[] {
  return marked.includes(area) ? marked.filter((each) => each !== area) : [...marked, area];
}

export function relationMode(desk: Desk): Mode {
  const form = el("form.tools", { submit: (event) => event.preventDefault() });
  const sentence = el("p.lede");
  const cloud = scatter({
    brush: (areas) => brush(areas, ""),
    reach: (area) => desk.reach(area),
    hover: () => undefined,
    toggle: (area) => toggle(area),
  });
  const quadrants = el("div");
  const list = el("div");
  const node = el("div.relation", {}, form, sentence, cloud.node, quadrants, list);
  let found: { answer: Relation; xs: Float32Array; ys: Float32Array } | null = null;
  let marked: number[] | null = null;
  let pressed = "";
  let asked = "";

  const axes = () => {
    const view = desk.view();
    if (!view || view.quantities.length === 0) return null;
    const { x, y } = desk.store.state;
    const [first, second] = firstTwo(view);
    return { view, x: settledAxis(view, x, first), y: settledAxis(view, y, second) };
  };

  const lay = () => {
    const now = axes();
    if (!now) return;
    const field = (name: string, which: "x" | "y") => {
      const { quantity, period } = now[which];
      const put = (id: string, when: string) => desk.store.set({ [which]: `${id}/${when}` });
      return el(
        "div.axis",
        {},
        choice(name, `axis-${which}`, themes(now.view, quantity.id), (id) => put(id, period)),
        choice(
          say("Period"),
          `axis-${which}-period`,
          options(
            quantity.periods.map((p) => ({ value: p.id, text: periodText(p) })),
            period,
          ),
          (when) => put(quantity.id, when),
        ),
      );
    };
    const marking = el(
      "button.plain",
      {
        type: "button",
        id: "mark-on-map",
        "aria-pressed": String(desk.map.marks),
        click: () => {
          desk.map.marks = !desk.map.marks;
          lay();
        },
      },
      say("Mark on the map"),
    );
    keepFocus(form, () =>
      fill(
        form,
        field(say("Across"), "x"),
        field(say("Upward"), "y"),
        el(
          "p.small",
          {},
          say(
            "Drag over the points or, with Shift, over the map: what is marked stands out in both. By keyboard: arrow keys go from point to point, Enter marks one.",
          ),
          " ",
          marking,
        ),
      ),
    );
  };

  const rowOf = (area: number): string[] => {
    const areas = desk.shown()?.areas;
    if (!areas || !found) return [];
    const text = (v: number) => (Number.isNaN(v) ? "" : decimal(v, 3, spoken()));
    return [areas.names[area], text(found.xs[area]), text(found.ys[area])];
  };

  const brush = (areas: number[] | null, by: string) => {
    pressed = by;
    marked = areas;
    const size = desk.shown()?.values.length ?? 0;
    const emphasis = areas && new Uint8Array(size).fill(kPale);
    if (areas && emphasis) for (const area of areas) emphasis[area] = kPlain;
    desk.map.emphasise(emphasis);
    cloud.mark(emphasis && emphasis.map((each) => (each === kPlain ? 1 : 0)));
    layQuadrants();
    layList();
  };

  /** One more or one less, by keyboard: its name is spoken, and the list says how many there are. */
  const toggle = (area: number) => {
    const next = toggledPoint(marked ?? [], area);
    brush(next.length > 0 ? next : null, "");
    const name = desk.shown()?.areas?.names[area] ?? desk.store.state.area;
    desk.tell(next.includes(area) ? say("{} is marked.", name) : say("{} is let go.", name));
  };

  const layQuadrants = () => {
    if (!found) return fill(quadrants);
    const { answer, xs, ys } = found;
    const { x, y } = answer;
    const press = (at: number) => {
      if (pressed === String(at)) return brush(null, "");
      const inside = [...xs.keys()].filter(
        (i) => quadrantOf(xs[i], ys[i], x.mean ?? Number.NaN, y.mean ?? Number.NaN) === at,
      );
      brush(inside, String(at));
    };
    const row = ({ name, areas, residents }: Relation["quadrants"][number], at: number) =>
      el(
        "tr",
        {},
        el(
          "th",
          { scope: "row" },
          el(
            "button.plain",
            {
              type: "button",
              id: `quadrant-${at}`,
              "aria-pressed": String(pressed === String(at)),
              click: () => press(at),
            },
            name,
          ),
        ),
        el("td", {}, areas),
        el("td", {}, residents),
      );
    const column = (text: string) => el("th", { scope: "col" }, text);
    keepFocus(quadrants, () =>
      fill(
        quadrants,
        answer.quadrants.length > 0 &&
          el(
            "table",
            {},
            el("caption", {}, say("Quadrants around the means")),
            el(
              "thead",
              {},
              el("tr", {}, column(say("Quadrant")), column(say("Areas")), column(say("Residents"))),
            ),
            el("tbody", {}, ...answer.quadrants.map(row)),
          ),
      ),
    );
  };

  const layList = () => {
    const areas = desk.shown()?.areas;
    if (!marked || !areas || !found) return fill(list);
    const lang = spoken();
    const { compare } = new Intl.Collator(lang, { numeric: true });
    const sorted = [...marked].sort((a, b) => compare(areas.names[a], areas.names[b]));
    const { x, y } = found.answer;
    const column = (text: string) => el("th", { scope: "col" }, text);
    const row = (area: number) => {
      const [name, ...figures] = rowOf(area);
      return el(
        "tr",
        {},
        el(
          "th",
          { scope: "row" },
          el("button.plain", { type: "button", click: () => desk.reach(area) }, name),
        ),
        ...figures.map((text) => el("td", {}, text)),
      );
    };
    fill(
      list,
      el("p.quiet", { role: "status" }, sayCount(marked.length, "One area is marked.", "{} areas are marked.")),
      el("button.plain", { type: "button", click: () => brush(null, "") }, say("Mark nothing")),
      el(
        "div.wide",
        { "aria-label": say("Marked areas") },
        el(
          "table",
          {},
          el("caption.unseen", {}, say("Marked areas")),
          el("thead", {}, el("tr", {}, column(say("Area")), column(x.title), column(y.title))),
          el("tbody", {}, ...sorted.slice(0, kRows).map(row)),
        ),
      ),
      sorted.length > kRows &&
        el("p.small", {}, say("The first {} by name are shown.", String(kRows))),
    );
  };

  const ask = async () => {
    const now = axes();
    if (!now || !desk.shown()) return;
    const [x, y] = [now.x, now.y].map(({ quantity, period }) => `${quantity.id}/${period}`);
    const wanted = `${now.view.id} ${x} ${y} ${spoken()}`;
    if (wanted === asked) return;
    asked = wanted;
    found = null;
    brush(null, "");
    const of = ({ quantity, period }: { quantity: Quantity; period: string }) =>
      api.numbers({ view: now.view.id, quantity: quantity.id, period });
    const answer = await desk.latest(() =>
      Promise.all([api.relation(now.view.id, x, y, spoken()), of(now.x), of(now.y)]),
    );
    if (!answer || wanted !== asked) return;
    const [told, xs, ys] = answer;
    found = { answer: told, xs, ys };
    sentence.textContent = told.sentence;
    cloud.show({ xs, ys, x: told.x, y: told.y });
    select();
    layQuadrants();
  };

  const select = () => {
    const { area } = desk.store.state;
    const at = desk.ordinalOf(area);
    cloud.select(at, at < 0 ? "" : (desk.shown()?.areas?.names[at] ?? area));
  };

  return {
    node,
    enter() {
      asked = "";
      lay();
    },
    follow() {
      lay();
      select();
      void ask();
    },
    leave() {
      desk.map.marks = false;
      desk.map.emphasise(null);
      asked = "";
    },
    mark: (box) => brush(desk.map.within(box), ""),
    hover: (area) => cloud.hover(area),
  };
}
