// SPDX-License-Identifier: EUPL-1.2
// The page around the panels: where each part stands, and the words that belong to none of them.
import { el, fill } from "../dom";
import type { FileState } from "../health";
import type { Legend, Project, View } from "../model";
import type { Store } from "../state";
import { lower, named, say } from "../words";

type Zoom = { in(): void; out(): void; whole(): void };

export function frame(project: Project, store: Store) {
  const title = el("h1");
  const subtitle = el("p.subtitle");
  const sentence = el("p.sentence");
  const live = el("p.unseen", { "aria-live": "polite", role: "status" });
  const message = el("div.alert", { role: "alert", hidden: true });
  const notice = el("div.alert.notice", { role: "status", hidden: true });
  const map = el("div.map", { tabindex: "0", role: "application", id: "map" });
  const zoomButtons = el("div.zoom");
  const noMap = el("p.no-map", { hidden: true });
  const skip = el("a.skip", { href: "#legend" });
  const brand = el("p.brand");
  const switches = el("div.switches");
  const band = el("div.band", { hidden: true });
  const whole = el("p.small.whole");
  const caveats = el("div.caveats");
  const about = el("p.small.links");
  const halves = el("p.small.halves", { hidden: true });
  const body = el("div.atlas");

  const lay = (
    root: HTMLElement,
    parts: Record<
      | "modes"
      | "search"
      | "chooser"
      | "swipe"
      | "tip"
      | "strip"
      | "waves"
      | "tool"
      | "area"
      | "table"
      | "legend"
      | "take",
      Node
    >,
  ) => {
    fill(
      body,
      el("header.head", {}, brand, parts.modes, parts.search, switches),
      el("div.side", {}, el("div.titles", {}, title, subtitle), parts.chooser),
      el(
        "div.stage",
        {},
        map,
        zoomButtons,
        noMap,
        parts.swipe,
        band,
        parts.tip,
        parts.strip,
        parts.waves,
      ),
      parts.tool,
      parts.area,
      parts.table,
      el("div.key", {}, sentence, halves, parts.legend, parts.take, caveats, about, whole),
    );
    fill(root, skip, message, notice, el("main", {}, body), live);
  };

  const describe = (view: View) => {
    const level = project.levels.find((each) => each.id === view.level);
    const plural = level ? lower(named(level.plural)) : view.level;
    map.setAttribute(
      "aria-label",
      say(
        "Map of {}. Arrow keys go from area to area, plus and minus zoom, Enter opens the area, Escape lets it go.",
        plural,
      ),
    );
    const hasMap = view.shapes !== null || Boolean(view.cells);
    noMap.hidden = hasMap;
    map.hidden = zoomButtons.hidden = !hasMap;
    noMap.textContent = say(
      "There are no outlines of these areas in the project, so there is no map of them. The table shows all their figures.",
    );
    const edition = project.editions.find((each) => each.id === view.edition);
    fill(caveats, ...(edition?.caveats ?? []).map((each) => el("p.small", {}, named(each))));
  };

  /** From a page that holds only the map to all of it. */
  const layWhole = (search: string) => {
    whole.hidden = search === "";
    fill(
      whole,
      el("a", { href: search || "/", target: "_blank", rel: "noopener" }, say("Open in the atlas")),
    );
  };

  /** When the project file is no longer the one that is shown. */
  const layFile = (state: FileState) => {
    notice.hidden = state === "same";
    const words =
      state === "gone"
        ? say("The project file is gone. The page goes on with what was read of it.")
        : say("There is a new project file. Start wijkbeeld serve again to see it.");
    fill(notice, state !== "same" && el("p", {}, words));
  };

  const headline = (legend: Legend) => {
    // A period keeps its two years on one line.
    title.textContent = legend.title.replace(/\u2013/g, "\u2060\u2013\u2060");
    subtitle.textContent = legend.subtitle;
    sentence.textContent = legend.sentence;
    document.title = `${legend.title} \u2013 ${project.title}`;
  };

  const laySwitches = () => {
    const { state } = store;
    const other = state.lang === "nl" ? "en" : "nl";
    const focused = switches.contains(document.activeElement) ? document.activeElement?.id : "";
    const toTable = () => store.set({ table: !store.state.table });
    const toOther = () => store.set({ lang: other });
    const pressed = String(state.table);
    fill(
      switches,
      el(
        "button.plain",
        { type: "button", id: "table-switch", "aria-pressed": pressed, click: toTable },
        say("Table"),
      ),
      el(
        "button.plain",
        { type: "button", id: "language", lang: other, click: toOther },
        other === "en" ? "English" : "Nederlands",
      ),
    );
    if (focused) document.getElementById(focused)?.focus();
  };

  const speakAgain = (zoom: Zoom) => {
    brand.textContent = project.title;
    halves.textContent = say("The numbers are those of the left half.");
    const way = (text: string, address: string) =>
      el("a", { href: `${address}?lang=${store.state.lang}` }, text);
    fill(
      about,
      way(say("Accessibility"), "/toegankelijkheid"),
      " ",
      way(say("All maps as pages"), "/overzicht"),
      " ",
      way(say("For programs (API)"), "/api"),
    );
    skip.textContent = say("To the figures");
    laySwitches();
    const button = (sign: string, name: string, click: () => void) =>
      el("button", { type: "button", "aria-label": name, title: name, click }, sign);
    fill(
      zoomButtons,
      button("+", say("Nearer"), zoom.in),
      button("\u2212", say("Farther"), zoom.out),
      el("button.word", { type: "button", click: zoom.whole }, say("All")),
    );
  };

  return {
    map,
    body,
    band,
    halves,
    live,
    message,
    lay,
    layFile,
    layWhole,
    describe,
    headline,
    laySwitches,
    speakAgain,
  };
}

export type Frame = ReturnType<typeof frame>;
