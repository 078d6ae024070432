// SPDX-License-Identifier: EUPL-1.2
// Brings state, server, map and panels together: whatever changes in the state is fetched when it
// is not yet known, and shown.
import * as api from "./api";
import { el, fill } from "./dom";
import { keysOf } from "./map/keys";
import { MapView } from "./map/map";
import { ShapeError, decodeShapes } from "./map/shapes";
import type { Areas, Found, Legend, Project, Scale, View } from "./model";
import { areaPanel } from "./panels/area";
import { chooser, viewNear } from "./panels/chooser";
import { legendPanel, legendStrip, swatch } from "./panels/legend";
import { searchPanel } from "./panels/search";
import { classOf, sentenceOf } from "./panels/sentence";
import { tablePanel } from "./panels/table";
import { wavesPanel } from "./panels/waves";
import { type State, type Store, quantityOf, viewOf } from "./state";
import { lower, named, say, speak } from "./words";

type Shown = { areas: Areas; values: Uint8Array; legend: Legend; numbers: Float32Array | null };

export class Atlas {
  private areas: Areas | null = null;
  private shown: Shown | null = null;
  private speakNext = false;
  private turn = { view: 0, values: 0, profile: 0 };

  private readonly title = el("h1");
  private readonly subtitle = el("p.subtitle");
  private readonly sentence = el("p.sentence");
  private readonly live = el("p.unseen", { "aria-live": "polite", role: "status" });
  private readonly message = el("div.alert", { role: "alert", hidden: true });
  private readonly tip = el("div.tip", { "aria-hidden": "true", hidden: true });
  private readonly mapHost = el("div.map", { tabindex: "0", role: "application", id: "map" });
  private readonly zoomButtons = el("div.zoom");
  private readonly noMap = el("p.no-map", { hidden: true });
  private readonly skip = el("a.skip", { href: "#legend" });
  private readonly brand = el("p.brand");
  private readonly switches = el("div.switches");
  private readonly links = el("p.small.links");
  private readonly caveats = el("div.caveats");
  private readonly body = el("div.atlas");

  private readonly map: MapView;
  private readonly chooser;
  private readonly legend;
  private readonly strip = legendStrip();
  private readonly waves;
  private readonly search;
  private readonly area;
  private readonly table;

  constructor(
    root: HTMLElement,
    private readonly project: Project,
    private readonly store: Store,
  ) {
    speak(store.state.lang);
    const mark = (byte: number | null) => this.map.mark(byte);
    this.chooser = chooser(project, store);
    this.legend = legendPanel(mark);
    this.waves = wavesPanel((period, isPlaying) =>
      store.set({ period }, isPlaying ? "movement" : "step"),
    );
    this.search = searchPanel(project, (found) => this.goTo(found));
    this.area = areaPanel(() => this.letGo());
    this.table = tablePanel((code) => store.set({ area: code }));
    fill(root, ...this.layout());
    this.map = new MapView(this.mapHost, {
      pick: (area) => store.set({ area: this.codeOf(area) }),
      hover: (area, px, py) => this.point(area, px, py),
      moved: (at) => store.set({ at }, "movement"),
      wants: (scale) => void this.fetchShapes(scale, this.turn.view),
    });
    keysOf(this.mapHost, this.map, {
      reach: (area) => this.reach(area),
      open: () => this.area.focus(),
      letGo: () => this.letGo(),
    });
    store.listen((now, before) => this.follow(now, before));
    this.speakAgain();
    void this.showView();
    void this.showProfile();
  }

  private layout(): Node[] {
    const { body } = this;
    fill(
      body,
      el(
        "header.head",
        {},
        this.brand,
        this.search.node,
        this.switches,
      ),
      el("div.side", {}, el("div.titles", {}, this.title, this.subtitle), this.chooser.node),
      el(
        "div.stage",
        {},
        this.mapHost,
        this.zoomButtons,
        this.noMap,
        this.tip,
        this.strip.node,
        this.waves.node,
      ),
      this.area.node,
      this.table.node,
      el("div.key", {}, this.sentence, this.legend.node, this.links, this.caveats),
    );
    const main = el("main", {}, body);
    return [this.skip, this.message, main, this.live];
  }

  // ------------------------------------------------------------------------- following state

  private follow(now: State, before: State): void {
    if (now.lang !== before.lang) {
      speak(now.lang);
      this.speakAgain();
    }
    if (now.view !== before.view) void this.showView();
    else if (
      now.quantity !== before.quantity ||
      now.period !== before.period ||
      now.lang !== before.lang
    ) {
      void this.showValues();
    }
    if (now.area !== before.area || now.lang !== before.lang) void this.showProfile();
    if (now.at !== before.at && now.view === before.view) this.map.follow(now.at);
    if (now.area !== before.area) this.select(true);
    if (now.table !== before.table || now.at !== before.at) void this.showTable();
    if (now.table !== before.table) this.laySwitches();
  }

  /** A request that came too late is dropped: only the last one of its kind is shown. */
  private async latest<T>(kind: keyof typeof this.turn, asked: () => Promise<T>): Promise<T | null> {
    const mine = ++this.turn[kind];
    try {
      const answer = await asked();
      if (mine !== this.turn[kind]) return null;
      this.tell(kind, null);
      return answer;
    } catch (error) {
      if (mine === this.turn[kind]) this.tell(kind, error);
      return null;
    }
  }

  private readonly faults = new Map<string, unknown>();

  /** What went wrong with one kind of request, until one of its kind succeeds. */
  private tell(kind: string, error: unknown): void {
    if (error === null) this.faults.delete(kind);
    else this.faults.set(kind, error);
    const [first] = this.faults.values();
    this.message.hidden = this.faults.size === 0;
    if (this.message.hidden) return;
    const { what, why, help } = api.told(first);
    fill(this.message, ...[what, why, help].filter(Boolean).map((text) => el("p", {}, text)));
  }

  private async showView(): Promise<void> {
    const view = viewOf(this.project, this.store.state);
    if (!view) return;
    this.mapHost.setAttribute("aria-busy", "true");
    this.describe(view);
    if (view.shapes) this.foretell(api.shapes(view.shapes, "low"));
    const values = this.showValues(view);
    const areas = await this.latest("view", () => api.areas(view.level, view.vintage));
    if (!areas) return;
    if (areas !== this.areas) {
      this.areas = areas;
      this.map.setAreas(areas);
      await this.fetchShapes("low", this.turn.view);
    }
    await values;
    this.apply();
    this.select(false);
  }

  private async fetchShapes(scale: Scale, turn: number): Promise<void> {
    const view = viewOf(this.project, this.store.state);
    if (!view?.shapes) return;
    try {
      const bytes = await api.shapes(view.shapes, scale);
      if (turn !== this.turn.view) return;
      this.map.setShapes(scale, decodeShapes(bytes), this.store.state.at);
      this.tell("shapes", null);
      if (scale === "low") this.select(false);
    } catch (error) {
      if (error instanceof ShapeError) {
        error.message = say("The shapes of the map cannot be read: {}.", error.message);
      }
      this.tell("shapes", error);
    }
  }

  private async showValues(view = viewOf(this.project, this.store.state)): Promise<void> {
    const { state } = this.store;
    const quantity = quantityOf(view, state);
    if (!view || !quantity) return;
    this.chooser.show();
    this.waves.show(quantity.periods, state.period);
    const shown = { view: view.id, quantity: quantity.id, period: state.period };
    const got = await this.latest("values", () =>
      Promise.all([api.classes(shown), api.legend(shown, state.lang)]),
    );
    if (!got) return;
    const [values, legend] = got;
    this.pending = { values, legend };
    fill(
      this.links,
      el("a", { href: api.csvAddress(shown), download: true }, say("Figures (CSV)")),
      " ",
      el("a", { href: api.svgAddress(shown, state.lang) }, say("Map (SVG)")),
    );
    this.apply();
  }

  private pending: { values: Uint8Array; legend: Legend } | null = null;

  /** Values and areas belong together: shown as soon as both are there. */
  private apply(): void {
    const { pending, areas } = this;
    if (!pending || !areas || pending.values.length !== areas.codes.length) return;
    const { legend, values } = pending;
    this.shown = { areas, values, legend, numbers: null };
    this.map.setValues(values, legend);
    // A period keeps its two years on one line.
    this.title.textContent = legend.title.replace(/\u2013/g, "\u2060\u2013\u2060");
    this.subtitle.textContent = legend.subtitle;
    this.sentence.textContent = legend.sentence;
    document.title = `${legend.title} \u2013 ${this.project.title}`;
    this.legend.show(legend);
    this.strip.show(legend);
    this.mapHost.removeAttribute("aria-busy");
    this.mapHost.dataset["shown"] = this.store.state.period;
    void this.showTable();
    clearTimeout(this.idle);
    this.idle = window.setTimeout(() => this.prefetch(), 200);
  }

  private idle = 0;

  /** An answer that will be needed; when it fails, the one who needs it will say so. */
  private foretell(asked: Promise<unknown>): void {
    asked.catch(() => undefined);
  }

  /** The periods beside this one, so that the next step takes no time. */
  private prefetch(): void {
    const { state } = this.store;
    const quantity = quantityOf(viewOf(this.project, state), state);
    const at = quantity?.periods.findIndex((period) => period.id === state.period) ?? -1;
    for (const period of quantity?.periods.slice(Math.max(at - 2, 0), at + 3) ?? []) {
      const shown = { view: state.view, quantity: state.quantity, period: period.id };
      this.foretell(api.classes(shown));
      this.foretell(api.legend(shown, state.lang));
    }
  }

  private async showProfile(): Promise<void> {
    const { area, lang } = this.store.state;
    if (area === "") {
      this.turn.profile++;
      this.tell("profile", null);
      this.area.hide();
      this.body.classList.remove("has-area");
      return;
    }
    const profile = await this.latest("profile", () => api.profile(area, lang));
    if (!profile) return;
    this.area.show(profile);
    this.body.classList.add("has-area");
  }

  private async showTable(): Promise<void> {
    const { state } = this.store;
    const { shown } = this;
    const view = viewOf(this.project, state);
    const isTable = state.table || (view !== undefined && !view.shapes);
    this.body.classList.toggle("has-table", isTable);
    if (!isTable || !shown) return this.table.hide();
    const selected = shown.areas.codes.indexOf(state.area);
    const inView = this.map.inView() ?? shown.areas.codes.map((_, i) => i);
    this.table.show({ ...shown, inView, selected });
    if (shown.numbers) return;
    const asked = { view: state.view, quantity: state.quantity, period: state.period };
    const numbers = await api.numbers(asked).catch(() => null);
    if (!numbers || this.shown !== shown || !this.store.state.table) return;
    if (numbers.every(Number.isNaN)) return;
    shown.numbers = numbers;
    this.table.show({ ...shown, inView, selected });
  }

  // ------------------------------------------------------------------------- areas

  private codeOf(area: number): string {
    return this.areas?.codes[area] ?? "";
  }

  private select(isNew: boolean): void {
    const { area } = this.store.state;
    const at = area === "" ? -1 : (this.areas?.codes.indexOf(area) ?? -1);
    this.map.select(at);
    if (at >= 0 && (isNew || !this.store.state.at)) this.map.reveal(at);
    if (at >= 0 && this.speakNext) this.speakOf(at);
    this.speakNext = false;
  }

  /** Reached with the keyboard: it is spoken. */
  private reach(area: number): void {
    if (area < 0) {
      this.live.textContent = say("No area lies further that way.");
      return;
    }
    this.speakNext = true;
    this.store.set({ area: this.codeOf(area) }, this.store.state.area ? "movement" : "step");
  }

  private speakOf(area: number): void {
    if (!this.shown) return;
    const { areas, values, legend } = this.shown;
    this.live.textContent = sentenceOf(area, areas, values, legend, this.period());
  }

  private period() {
    const { state } = this.store;
    const quantity = quantityOf(viewOf(this.project, state), state);
    return quantity?.periods.find((period) => period.id === state.period);
  }

  private letGo(): void {
    if (this.area.node.contains(document.activeElement)) this.mapHost.focus();
    this.store.set({ area: "" });
  }

  /** What was found may lie in another view: the same edition when it has that level. */
  private goTo(found: Found): void {
    const view = viewOf(this.project, this.store.state);
    if (!view) return;
    const isHere = view.level === found.level && this.areas?.codes.includes(found.code);
    const edition = viewNear(this.project, view.edition, found.level, view);
    const there =
      edition?.level === found.level
        ? edition
        : this.project.views.find((each) => each.level === found.level);
    this.speakNext = true;
    const next = isHere || !there ? view : there;
    this.store.set({ view: next.id, area: found.code, ...(next === view ? {} : { at: null }) });
    this.mapHost.focus();
  }

  private point(area: number, px: number, py: number): void {
    const { shown, tip } = this;
    this.mapHost.classList.toggle("is-over", area >= 0);
    if (area < 0 || !shown) {
      tip.hidden = true;
      return;
    }
    const { look, name } = classOf(shown.values[area], shown.legend);
    const gemeente = shown.areas.gemeenten[area];
    const isTown = gemeente === shown.areas.names[area];
    fill(
      tip,
      el("strong", {}, shown.areas.names[area]),
      !isTown && el("span.quiet", {}, gemeente),
      el("span", {}, look ? swatch(look) : null, name),
    );
    tip.hidden = false;
    const isRight = px > this.mapHost.clientWidth - 240;
    const isLow = py > this.mapHost.clientHeight - 110;
    tip.style.left = `${px + (isRight ? -14 : 14)}px`;
    tip.style.top = `${py + (isLow ? -14 : 14)}px`;
    tip.style.transform = `translate(${isRight ? -100 : 0}%, ${isLow ? -100 : 0}%)`;
  }

  // ------------------------------------------------------------------------- words

  private speakAgain(): void {
    this.brand.textContent = this.project.title;
    this.skip.textContent = say("To the figures");
    this.search.speakAgain();
    this.laySwitches();
    this.layZoom();
    this.map.layBar();
    const view = viewOf(this.project, this.store.state);
    if (view) this.describe(view);
  }

  private describe(view: View): void {
    const level = this.project.levels.find((each) => each.id === view.level);
    const plural = level ? lower(named(level.plural)) : view.level;
    this.mapHost.setAttribute(
      "aria-label",
      say(
        "Map of {}. Arrow keys go from area to area, plus and minus zoom, Enter opens the area, Escape lets it go.",
        plural,
      ),
    );
    this.noMap.hidden = view.shapes !== null;
    this.mapHost.hidden = this.zoomButtons.hidden = view.shapes === null;
    this.noMap.textContent = say(
      "There are no outlines of these areas in the project, so there is no map of them. The table shows all their figures.",
    );
    const edition = this.project.editions.find((each) => each.id === view.edition);
    fill(
      this.caveats,
      ...(edition?.caveats ?? []).map((caveat) => el("p.small", {}, named(caveat))),
    );
  }

  private laySwitches(): void {
    const { state } = this.store;
    const other = state.lang === "nl" ? "en" : "nl";
    const hadFocus = this.switches.contains(document.activeElement)
      ? document.activeElement?.id
      : undefined;
    fill(
      this.switches,
      el(
        "button.plain",
        {
          type: "button",
          id: "table-switch",
          "aria-pressed": String(state.table),
          click: () => this.store.set({ table: !this.store.state.table }),
        },
        say("Table"),
      ),
      el(
        "button.plain",
        { type: "button", id: "language", lang: other, click: () => this.store.set({ lang: other }) },
        other === "en" ? "English" : "Nederlands",
      ),
    );
    if (hadFocus) document.getElementById(hadFocus)?.focus();
  }

  private layZoom(): void {
    const button = (sign: string, name: string, click: () => void) =>
      el("button", { type: "button", "aria-label": name, title: name, click }, sign);
    fill(
      this.zoomButtons,
      button("+", say("Nearer"), () => this.map.zoom(2)),
      button("\u2212", say("Farther"), () => this.map.zoom(0.5)),
      el("button.word", { type: "button", click: () => this.map.whole() }, say("All")),
    );
  }
}
