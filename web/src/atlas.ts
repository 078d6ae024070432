// SPDX-License-Identifier: EUPL-1.2
// Brings state, server, map and panels together: whatever changes in the state is fetched when it
// is not yet known, and shown.
import * as api from "./api";
import { el, fill } from "./dom";
import { keysOf } from "./map/keys";
import { MapView } from "./map/map";
import { ShapeError, decodeShapes } from "./map/shapes";
import type { Areas, Found, Legend, Project, Scale } from "./model";
import { areaPanel } from "./panels/area";
import { chooser, viewNear } from "./panels/chooser";
import { frame } from "./panels/frame";
import { legendPanel, legendStrip } from "./panels/legend";
import { searchPanel } from "./panels/search";
import { sentenceOf } from "./panels/sentence";
import { tablePanel } from "./panels/table";
import { tipPanel } from "./panels/tip";
import { wavesPanel } from "./panels/waves";
import { type State, type Store, quantityOf, viewOf } from "./state";
import { say, speak } from "./words";

type Shown = { areas: Areas; values: Uint8Array; legend: Legend; numbers: Float32Array | null };

export class Atlas {
  private areas: Areas | null = null;
  private shown: Shown | null = null;
  private speakNext = false;
  private turn = { view: 0, values: 0, profile: 0 };

  private readonly map: MapView;
  private readonly frame;
  private readonly tip;
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
    this.frame = frame(project, store);
    this.tip = tipPanel(this.frame.map);
    this.chooser = chooser(project, store);
    this.legend = legendPanel((byte) => this.map.mark(byte));
    this.waves = wavesPanel((period, isPlaying) =>
      store.set({ period }, isPlaying ? "movement" : "step"),
    );
    this.search = searchPanel(project, (found) => this.goTo(found));
    this.area = areaPanel(() => this.letGo());
    this.table = tablePanel((code) => store.set({ area: code }));
    this.frame.lay(root, {
      search: this.search.node,
      chooser: this.chooser.node,
      tip: this.tip.node,
      strip: this.strip.node,
      waves: this.waves.node,
      area: this.area.node,
      table: this.table.node,
      legend: this.legend.node,
    });
    this.map = new MapView(this.frame.map, {
      pick: (area) => store.set({ area: this.codeOf(area) }),
      hover: (area, px, py) => this.point(area, px, py),
      moved: (at) => store.set({ at }, "movement"),
      wants: (scale) => void this.fetchShapes(scale, this.turn.view),
    });
    keysOf(this.frame.map, this.map, {
      reach: (area) => this.reach(area),
      open: () => this.area.focus(),
      letGo: () => this.letGo(),
    });
    store.listen((now, before) => this.follow(now, before));
    this.speakAgain();
    void this.showView();
    void this.showProfile();
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
    if (now.table !== before.table) this.frame.laySwitches();
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
    const { message } = this.frame;
    message.hidden = this.faults.size === 0;
    if (message.hidden) return;
    const { what, why, help } = api.told(first);
    fill(message, ...[what, why, help].filter(Boolean).map((text) => el("p", {}, text)));
  }

  private async showView(): Promise<void> {
    const view = viewOf(this.project, this.store.state);
    if (!view) return;
    this.frame.map.setAttribute("aria-busy", "true");
    this.frame.describe(view);
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
      this.frame.links,
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
    this.frame.headline(legend);
    this.legend.show(legend);
    this.strip.show(legend);
    this.frame.map.removeAttribute("aria-busy");
    this.frame.map.dataset["shown"] = this.store.state.period;
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
      this.frame.body.classList.remove("has-area");
      return;
    }
    const profile = await this.latest("profile", () => api.profile(area, lang));
    if (!profile) return;
    this.area.show(profile);
    this.frame.body.classList.add("has-area");
  }

  private async showTable(): Promise<void> {
    const { state } = this.store;
    const { shown } = this;
    const view = viewOf(this.project, state);
    const isTable = state.table || (view !== undefined && !view.shapes);
    this.frame.body.classList.toggle("has-table", isTable);
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
      this.frame.live.textContent = say("No area lies further that way.");
      return;
    }
    this.speakNext = true;
    this.store.set({ area: this.codeOf(area) }, this.store.state.area ? "movement" : "step");
  }

  private speakOf(area: number): void {
    if (!this.shown) return;
    const { areas, values, legend } = this.shown;
    this.frame.live.textContent = sentenceOf(area, areas, values, legend, this.period());
  }

  private period() {
    const { state } = this.store;
    const quantity = quantityOf(viewOf(this.project, state), state);
    return quantity?.periods.find((period) => period.id === state.period);
  }

  private letGo(): void {
    if (this.area.node.contains(document.activeElement)) this.frame.map.focus();
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
    this.frame.map.focus();
  }

  private point(area: number, px: number, py: number): void {
    const { shown } = this;
    this.frame.map.classList.toggle("is-over", area >= 0);
    if (area < 0 || !shown) this.tip.hide();
    else this.tip.show(area, shown.areas, shown.values[area], shown.legend, [px, py]);
  }

  private speakAgain(): void {
    this.frame.speakAgain({
      in: () => this.map.zoom(2),
      out: () => this.map.zoom(0.5),
      whole: () => this.map.whole(),
    });
    this.search.speakAgain();
    this.map.layBar();
    const view = viewOf(this.project, this.store.state);
    if (view) this.frame.describe(view);
  }
}
