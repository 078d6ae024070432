// SPDX-License-Identifier: EUPL-1.2
// The only state of the page, mirrored in its address: a link restores the view exactly and the
// back button goes one choice back.
import type { Language, Period, Project, Quantity, View } from "./model";

/** The middle of the map in RD New, and the metres along its shorter side, so that a link shows the
 * same place on every screen. */
export type Extent = { x: number; y: number; across: number };

export const kModes = ["map", "compare", "relation", "cohort", "what-if", "own"] as const;
export type Mode = (typeof kModes)[number];

export type State = {
  mode: Mode;
  view: string;
  quantity: string;
  period: string;
  area: string;
  at: Extent | null;
  lang: Language;
  table: boolean;
  /** The other half of a swipe map: a period of this view, or another view. */
  beside: string;
  /** Areas side by side, by code. */
  areas: string[];
  /** Relation: a quantity and period each. */
  x: string;
  y: string;
  /** Cohort: a list or a rule, what it is held against, and a second rule. */
  list: string;
  rule: string;
  against: string;
  other: string;
  /** What-if: indicators left out, weights times a factor, "off" for nothing contested, and what
   * the map shows of it. */
  without: string;
  factor: string;
  contested: string;
  map: string;
  sure: boolean;
  /** Only map, legend and source, for another page to hold. */
  embed: boolean;
};

export const kBlank: State = {
  view: "",
  quantity: "",
  period: "",
  area: "",
  at: null,
  lang: "nl",
  table: false,
  mode: "map",
  beside: "",
  areas: [],
  x: "",
  y: "",
  list: "",
  rule: "",
  against: "",
  other: "",
  without: "",
  factor: "",
  contested: "",
  map: "",
  sure: false,
  embed: false,
};

/** As many areas as can stand side by side. */
export const kMostCompared = 8;

/** Texts that the address and the state spell alike. */
const kTexts = [
  "x",
  "y",
  "list",
  "rule",
  "against",
  "other",
  "without",
  "factor",
  "contested",
  "map",
] as const;

function parsedExtent(text: string | null): Extent | null {
  const numbers = (text ?? "").split(",").map(Number);
  const [x, y, across] = numbers;
  const holds =
    numbers.length === 3 &&
    numbers.every(Number.isFinite) &&
    across > 0 &&
    across < 1e7 &&
    Math.max(Math.abs(x), Math.abs(y)) < 1e7;
  return holds ? { x, y, across } : null;
}

/** An address to a state. What it does not say, or says wrongly, is blank. */
export function parseState(search: string): State {
  const asked = new URLSearchParams(search);
  const text = (key: string, most = 200) => (asked.get(key) ?? "").slice(0, most);
  const codes = text("areas", 400)
    .split(",")
    .filter((code) => code !== "");
  const own = Object.fromEntries(kTexts.map((key) => [key, text(key, 2000)]));
  return {
    ...(own as Pick<State, (typeof kTexts)[number]>),
    mode: kModes.find((mode) => mode === asked.get("mode")) ?? "map",
    beside: text("with"),
    areas: [...new Set(codes)].slice(0, kMostCompared),
    sure: asked.get("sure") === "1",
    embed: asked.get("embed") === "1",
    view: text("view"),
    quantity: text("show"),
    period: text("period"),
    area: text("area"),
    at: parsedExtent(asked.get("at")),
    lang: asked.get("lang") === "en" ? "en" : "nl",
    table: asked.get("table") === "1",
  };
}

/** A state to an address; blanks are left out, and signs that may stay readable stay so. */
export function toSearch(state: State): string {
  const { at } = state;
  const parts: [string, string][] = [
    ["mode", state.mode === "map" ? "" : state.mode],
    ["view", state.view],
    ["show", state.quantity],
    ["period", state.period],
    ["area", state.area],
    ["at", at ? [at.x, at.y, at.across].map((v) => Math.round(v)).join(",") : ""],
    ["lang", state.lang === "en" ? "en" : ""],
    ["table", state.table ? "1" : ""],
    ["with", state.beside],
    ["areas", state.areas.join(",")],
    ...kTexts.map((key): [string, string] => [key, state[key]]),
    ["sure", state.sure ? "1" : ""],
    ["embed", state.embed ? "1" : ""],
  ];
  const said = parts
    .filter(([, value]) => value !== "")
    .map(
      ([key, value]) =>
        `${key}=${encodeURIComponent(value).replace(/%2F|%2C|%3A/g, decodeURIComponent)}`,
    );
  return said.length > 0 ? `?${said.join("&")}` : "";
}

/** The period asked for, or the nearest in time of the same kind: the last when nothing is asked. */
export function nearestPeriod(periods: Period[], asked: string): Period | undefined {
  const exact = periods.find((p) => p.id === asked);
  if (exact) return exact;
  const year = Number(/\d{4}$/.exec(asked)?.[0]);
  if (!Number.isFinite(year)) return periods[periods.length - 1];
  const off = (p: Period) => Math.abs(p.to - year) + (p.to - p.from) / 1000;
  return [...periods].sort((a, b) => off(a) - off(b))[0];
}

export function viewOf(project: Project, state: State): View | undefined {
  return project.views.find((view) => view.id === state.view);
}

export function quantityOf(view: View | undefined, state: State): Quantity | undefined {
  return view?.quantities.find((quantity) => quantity.id === state.quantity);
}

/** The first view of the page: one that can be drawn, with published classes, of wijken rather than
 * anything else, and of the last edition. */
function firstView(project: Project): View | undefined {
  const edition = (view: View) => project.editions.findIndex(({ id }) => id === view.edition);
  const rank = (view: View) =>
    (view.shapes ? 4000 : 0) +
    (view.quantities.some(({ kind }) => kind === "class") ? 2000 : 0) +
    (view.level === "wijk" ? 1000 : 0) +
    edition(view);
  return [...project.views].sort((a, b) => rank(b) - rank(a))[0];
}

/** The state with every blank or impossible part replaced by the nearest possible one. */
export function settled(state: State, project: Project): State {
  const view = viewOf(project, state) ?? firstView(project);
  if (!view) return { ...state, view: "", quantity: "", period: "" };
  const quantity = quantityOf(view, state) ?? view.quantities[0];
  const period = nearestPeriod(quantity?.periods ?? [], state.period);
  return { ...state, view: view.id, quantity: quantity?.id ?? "", period: period?.id ?? "" };
}

type Listener = (now: State, before: State) => void;

/** Holds the state, tells who listens, and writes the address. */
export class Store {
  private now: State;
  private readonly listeners: Listener[] = [];

  constructor(private readonly project: Project) {
    this.now = settled(parseState(location.search), project);
    addEventListener("popstate", () => this.take(parseState(location.search)));
  }

  get state(): State {
    return this.now;
  }

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** A choice of the reader: a step the back button undoes; a movement is not. */
  set(change: Partial<State>, how: "step" | "movement" = "step"): void {
    const before = toSearch(this.now);
    this.take({ ...this.now, ...change });
    const search = toSearch(this.now);
    if (search === before) return;
    const address = location.pathname + search;
    if (how === "step") history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }

  private take(state: State): void {
    const before = this.now;
    this.now = settled(state, this.project);
    for (const listener of this.listeners) listener(this.now, before);
  }
}
