// SPDX-License-Identifier: EUPL-1.2
// Brings state, server, map and panels together: whatever changes in the state is fetched when it
// is not yet known, and shown.
import * as api from "./api";
import { el, fill } from "./dom";
import { count } from "./format";
import { type Ground, aroundOf, groundOf, isAlike, sizeOf } from "./ground";
import { Halves } from "./halves";
import { type FileState, watchHealth } from "./health";
import { cellOfCode } from "./map/cells";
import { keysOf } from "./map/keys";
import { MapView } from "./map/map";
import type { Point } from "./map/neighbours";
import { type Box, ShapeError, decodeShapes } from "./map/shapes";
import type { At, Found, Language, Profile, Project, Scale, View } from "./model";
import type { Instead, Mode, OnMap } from "./modes/desk";
import { modesOf } from "./modes/modes";
import { toggled } from "./modes/compare";
import { areaPanel } from "./panels/area";
import { chooser, viewNear } from "./panels/chooser";
import { frame } from "./panels/frame";
import { legendPanel, legendStrip } from "./panels/legend";
import { modeNames, toolPanel } from "./panels/modes";
import { searchPanel } from "./panels/search";
import { isClass, sentenceFor, sentenceOf } from "./panels/sentence";
import { tablePanel } from "./panels/table";
import { takePanel } from "./panels/take";
import { tipPanel } from "./panels/tip";
import { wavesPanel } from "./panels/waves";
import { type State, type Store, quantityOf, toSearch, viewOf } from "./state";
import { kMapRoom, sheetOf } from "./take/sheet";
import { widthOfText } from "./take/width";
import { Turns } from "./turns";
import { say, speak } from "./words";

type Values = Pick<OnMap, "values" | "legend">;

export class Atlas {
  private ground: Ground | null = null;
  private shown: OnMap | null = null;
  private other: Instead | null = null;
  private pending: Values | null = null;
  private speakNext = false;
  private readonly turns = new Turns((error) => this.tell(error));

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
  private readonly halves;
  private readonly take = takePanel((sentence) => this.drawn(sentence));
  private readonly tool = toolPanel();
  private readonly names;
  private readonly modes: Partial<Record<State["mode"], Mode>>;
  private mode: Mode | null = null;

  constructor(
    root: HTMLElement,
    private readonly project: Project,
    private readonly store: Store,
  ) {
    speak(store.state.lang);
    this.frame = frame(project, store);
    this.tip = tipPanel(this.frame.map);
    this.chooser = chooser(project, store);
    this.names = modeNames(store);
    this.legend = legendPanel((byte) => this.map.mark(byte));
    this.waves = wavesPanel((period, isPlaying) =>
      store.set({ period }, isPlaying ? "movement" : "step"),
    );
    this.search = searchPanel(project, (found) => this.goTo(found));
    this.area = areaPanel({
      close: () => this.letGo(),
      compare: (code) => {
        const others = store.state.areas.filter((each) => each !== code);
        store.set({ mode: "compare", areas: toggled(others, code) });
      },
      open: (way) => store.set(way),
    });
    this.table = tablePanel((code) => store.set({ area: code }));
    this.map = new MapView(this.frame.map, {
      pick: (area, at) => this.pick(area, at),
      hover: (area, px, py) => this.point(area, px, py),
      mark: (box, isDone) => this.markOut(box, isDone),
      moved: (at) => store.set({ at }, "movement"),
      wants: (scale) => void this.fetchShapes(scale, this.turns.now("view")),
    });
    this.halves = new Halves(project, this.map, this.turns, (shown) => {
      this.frame.halves.hidden = shown === "";
      if (shown === "") delete this.frame.map.dataset["beside"];
      else this.frame.map.dataset["beside"] = shown;
    });
    this.frame.lay(root, {
      modes: this.names.node,
      search: this.search.node,
      chooser: this.chooser.node,
      swipe: this.halves.node,
      tip: this.tip.node,
      strip: this.strip.node,
      waves: this.waves.node,
      tool: this.tool.node,
      area: this.area.node,
      table: this.table.node,
      legend: this.legend.node,
      take: this.take.node,
    });
    keysOf(this.frame.map, this.map, {
      reach: (area) => this.reach(area),
      open: () => this.area.focus(),
      letGo: () => this.letGo(),
      first: (event) => this.mode?.key?.(event) ?? false,
    });
    this.modes = modesOf({
      project,
      store,
      map: this.map,
      view: () => viewOf(project, store.state),
      shown: () => this.shown,
      instead: (other) => this.showInstead(other),
      retake: () => this.showTake(),
      ordinalOf: (code) => this.ordinalOf(code),
      reach: (area) => void this.reach(area),
      tell: (text) => (this.frame.live.textContent = text),
      latest: (asked) => this.turns.latest("mode", asked),
    });
    store.listen((now, before) => this.follow(now, before));
    this.speakAgain();
    this.enter();
    if (!store.state.embed) watchHealth(api.health, (state) => this.showFile(state));
    void this.showView();
    void this.showProfile();
  }

  // ------------------------------------------------------------------------- following state

  private follow(now: State, before: State): void {
    const differs = (...keys: (keyof State)[]) => keys.some((key) => now[key] !== before[key]);
    if (differs("lang")) {
      speak(now.lang);
      this.speakAgain();
    }
    if (differs("mode")) this.enter();
    if (differs("view")) void this.showView();
    else if (differs("quantity", "period", "lang")) void this.showValues();
    else if (differs("beside", "sure")) {
      this.chooser.show();
      void this.showDoubt();
      if (this.shown) void this.halves.show(now, this.shown);
    }
    if (differs("area", "lang", "mode")) void this.showProfile();
    if (differs("at") && !differs("view")) this.map.follow(now.at);
    if (differs("area")) this.select(true);
    if (differs("table", "at")) void this.showTable();
    if (differs("table")) this.frame.laySwitches();
    if (differs("lang")) this.mode?.enter();
    this.names.show();
    this.mode?.follow();
    this.showTake();
  }

  /** What went wrong, until it goes right. */
  private tell(error: unknown): void {
    const { message } = this.frame;
    message.hidden = error === null;
    if (error === null) return;
    const { what, why, help } = api.told(error);
    fill(message, ...[what, why, help].filter(Boolean).map((text) => el("p", {}, text)));
  }

  private file: FileState = "same";

  private showFile(state: FileState): void {
    if (state === this.file) return;
    this.file = state;
    this.frame.layFile(state);
  }

  // ------------------------------------------------------------------------- ways of working

  private enter(): void {
    const { mode, embed } = this.store.state;
    this.mode?.leave();
    this.turns.pass("mode");
    this.mode = embed ? null : (this.modes[mode] ?? null);
    const { body } = this.frame;
    body.classList.toggle("has-tool", this.mode !== null);
    body.classList.toggle("is-embedded", embed);
    document.documentElement.classList.toggle("embedded", embed);
    this.frame.layWhole(embed ? toSearch({ ...this.store.state, embed: false }) : "");
    if (!this.mode) return this.tool.hide();
    this.tool.show(mode, this.mode.node);
    this.mode.enter();
    this.mode.follow();
  }

  private showInstead(other: Instead | null): void {
    if (other === this.other) return;
    this.other = other;
    if (!this.shown) return;
    this.layOnMap(other ?? this.shown);
    this.showTake();
    void this.showTable();
  }

  private showTake(): void {
    const view = viewOf(this.project, this.store.state);
    if (!view || !this.shown) return;
    this.take.show({
      state: this.store.state,
      title: this.shown.legend.title,
      hasMap: view.shapes !== null || Boolean(view.cells),
      taken: this.mode?.taken?.() ?? null,
    });
  }

  /** The map on the screen as a drawing that stands alone. */
  private drawn(sentence: string): string | null {
    const { width, most } = kMapRoom;
    const map = this.map.drawn(width, most, widthOfText);
    const legend = (this.other ?? this.shown)?.legend;
    return map && legend ? sheetOf(map, legend, sentence, widthOfText) : null;
  }

  // ------------------------------------------------------------------------- view and values

  private async showView(): Promise<void> {
    const view = viewOf(this.project, this.store.state);
    if (!view) return;
    this.frame.map.setAttribute("aria-busy", "true");
    this.frame.describe(view);
    if (view.shapes) this.foretell(api.shapes(view.shapes, "low"));
    const values = this.showValues(view);
    const ground = await this.turns.latest("view", () => groundOf(view));
    if (!ground) return;
    if (!isAlike(this.ground, ground)) {
      this.ground = ground;
      this.shown = null;
      if (ground.areas) this.map.setAreas(ground.areas);
      else if (ground.cells) this.map.setCells(ground.cells, this.store.state.at);
      if (ground.cells) void this.fetchAround(view);
      else await this.fetchShapes("low", this.turns.now("view"));
    }
    await values;
    this.apply();
    this.select(false);
  }

  private async fetchShapes(scale: Scale, turn: number): Promise<void> {
    const view = viewOf(this.project, this.store.state);
    if (!view?.shapes) return;
    try {
      const shapes = decodeShapes(await api.shapes(view.shapes, scale));
      if (turn !== this.turns.now("view")) return;
      this.map.setShapes(scale, shapes, this.store.state.at);
      this.turns.settle("shapes", null);
      if (scale === "low") this.select(false);
      if (scale !== "low") await this.halves.fetch(scale);
    } catch (error) {
      if (error instanceof ShapeError) {
        error.message = say("The shapes of the map cannot be read: {}.", error.message);
      }
      this.turns.settle("shapes", error);
    }
  }

  private async fetchAround(view: View): Promise<void> {
    const turn = this.turns.now("view");
    const around = await aroundOf(this.project, view).catch(() => null);
    if (around && turn === this.turns.now("view")) this.map.setAround(around.shapes, around.areas);
  }

  private async showValues(view = viewOf(this.project, this.store.state)): Promise<void> {
    const { state } = this.store;
    const quantity = quantityOf(view, state);
    if (!view || !quantity) return;
    this.chooser.show();
    this.waves.show(quantity.periods, state.period);
    const shown = { view: view.id, quantity: quantity.id, period: state.period };
    const got = await this.turns.latest("values", () =>
      Promise.all([api.classes(shown), api.legend(shown, state.lang)]),
    );
    if (!got) return;
    const [values, legend] = got;
    this.pending = { values, legend };
    this.apply();
  }

  /** Values and areas belong together: shown as soon as both are there. */
  private apply(): void {
    const { pending, ground } = this;
    if (!pending || !ground || pending.values.length !== sizeOf(ground)) return;
    const { legend, values } = pending;
    this.shown = { ...ground, values, legend, numbers: null };
    this.layOnMap(this.other?.values.length === values.length ? this.other : this.shown);
    this.frame.map.removeAttribute("aria-busy");
    this.frame.map.dataset["shown"] = this.store.state.period;
    void this.showTable();
    void this.showDoubt();
    void this.halves.show(this.store.state, this.shown);
    this.mode?.follow();
    this.showTake();
    clearTimeout(this.idle);
    this.idle = window.setTimeout(() => this.prefetch(), 200);
  }

  private layOnMap({ values, legend }: Values): void {
    this.map.setValues(values, legend);
    this.frame.headline(legend);
    this.legend.show(legend, this.isDoubtShown());
    this.strip.show(legend);
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

  // ------------------------------------------------------------------------- doubt

  private isDoubtShown(): boolean {
    const { state } = this.store;
    return state.sure && quantityOf(viewOf(this.project, state), state)?.sure === true;
  }

  private async showDoubt(): Promise<void> {
    const { view, quantity, period } = this.store.state;
    if (!this.shown) return;
    if (!this.other) this.legend.show(this.shown.legend, this.isDoubtShown());
    if (!this.isDoubtShown()) return this.map.doubt(null);
    const sure = await this.turns.latest("sure", () => api.sure({ view, quantity, period }));
    if (sure && this.isDoubtShown()) this.map.doubt(sure);
  }

  // ------------------------------------------------------------------------- area and table

  private async showProfile(): Promise<void> {
    const { area, lang, mode, embed } = this.store.state;
    if (area === "" || mode !== "map" || embed) {
      this.turns.pass("profile");
      this.area.hide();
      this.frame.body.classList.remove("has-area");
      return;
    }
    const profile = await this.turns.latest("profile", () => this.profileOf(area, lang));
    if (!profile) return;
    this.area.show(profile);
    this.frame.body.classList.add("has-area");
  }

  /** A square without figures of its own is told by where it lies. */
  private async profileOf(code: string, lang: Language): Promise<Profile> {
    const at = this.ground?.cells ? this.ordinalOf(code) : -1;
    if (at < 0) return api.profile(code, lang);
    const { legend, values } = this.shown ?? {};
    const hasClass = legend !== undefined && values !== undefined && isClass(values[at], legend);
    const known = hasClass ? await api.profile(code, lang).catch(() => null) : null;
    return known ?? this.placeOf(code, at);
  }

  private async placeOf(code: string, at: number): Promise<Profile> {
    const found = await this.at(at);
    const place = [found?.buurt?.name, found?.wijk?.name, found?.gemeente].filter(Boolean);
    return {
      code,
      name: code,
      gemeente: [...new Set(place)].join(", "),
      level: "cell",
      title: code,
      lede: [await this.wordsOf(at)],
      chapters: [],
    };
  }

  private async showTable(): Promise<void> {
    const { state } = this.store;
    const { shown } = this;
    const view = viewOf(this.project, state);
    const isTable =
      !state.embed && (state.table || (view !== undefined && !view.shapes && !view.cells));
    this.frame.body.classList.toggle("has-table", isTable);
    if (!isTable || !shown) return this.table.hide();
    const selected = shown.areas?.codes.indexOf(state.area) ?? -1;
    const inView = this.map.inView() ?? Array.from(shown.values, (_, i) => i);
    const { values, legend } = this.other ?? shown;
    const known = this.other ? (this.other.numbers ?? null) : shown.numbers;
    this.table.show({ ...shown, values, legend, numbers: known, inView, selected });
    if (shown.numbers || shown.cells || this.other) return;
    const asked = { view: state.view, quantity: state.quantity, period: state.period };
    const numbers = await api.numbers(asked).catch(() => null);
    if (!numbers || this.shown !== shown || !this.store.state.table) return;
    if (numbers.every(Number.isNaN)) return;
    shown.numbers = numbers;
    this.table.show({ ...shown, inView, selected });
  }

  // ------------------------------------------------------------------------- areas

  /** Squares have no list of codes: the server is asked which it is. */
  private async codeOf(area: number): Promise<string> {
    if (area < 0 || !this.ground) return "";
    if (this.ground.areas) return this.ground.areas.codes[area] ?? "";
    return (await this.at(area))?.code ?? "";
  }

  private ordinalOf(code: string): number {
    if (code === "" || !this.ground) return -1;
    const { areas, cells } = this.ground;
    return cells ? cellOfCode(cells, code) : (areas?.codes.indexOf(code) ?? -1);
  }

  private at(area: number): Promise<At | null> {
    const view = viewOf(this.project, this.store.state);
    return view ? api.at(view.level, view.vintage, area).catch(() => null) : Promise.resolve(null);
  }

  private async pick(area: number, at: Point): Promise<void> {
    const code = await this.codeOf(area);
    if (this.mode?.pick?.(code, at)) return;
    this.store.set({ area: code });
  }

  private markOut(box: Box, isDone: boolean): void {
    const { band } = this.frame;
    const isWanted = this.mode?.mark !== undefined;
    band.hidden = isDone || !isWanted;
    if (isWanted) {
      const [left, top, right, bottom] = this.map.pixelsOf(box);
      Object.assign(band.style, {
        left: `${left}px`,
        top: `${top}px`,
        width: `${right - left}px`,
        height: `${bottom - top}px`,
      });
    }
    if (isDone) this.mode?.mark?.(box, isDone);
  }

  private select(isNew: boolean): void {
    const { area } = this.store.state;
    const at = this.ordinalOf(area);
    this.map.select(at);
    if (at >= 0 && (isNew || !this.store.state.at)) this.map.reveal(at);
    if (at >= 0 && this.speakNext) void this.speakOf(at);
    if (at >= 0 || area === "") void this.layPicked(at);
    this.speakNext = false;
  }

  /** Reached with the keyboard: it is spoken. */
  private async reach(area: number): Promise<void> {
    if (area < 0) {
      this.frame.live.textContent = say("No area lies further that way.");
      return;
    }
    this.speakNext = true;
    if (this.ground?.cells) this.map.select(area);
    const code = await this.codeOf(area);
    if (code) this.store.set({ area: code }, this.store.state.area ? "movement" : "step");
  }

  /** "Lindenwijk, Lindendam: goed (2018)". */
  private async wordsOf(area: number): Promise<string> {
    const { shown } = this;
    if (!shown) return "";
    const { areas } = shown;
    const { values, legend } = this.other ?? shown;
    if (areas) return sentenceOf(area, areas, values, legend, this.period());
    const at = await this.at(area);
    return at
      ? sentenceFor(
          at.name || at.code,
          at.buurt?.name ?? at.gemeente,
          values[area],
          legend,
          this.period(),
        )
      : "";
  }

  private async speakOf(area: number): Promise<void> {
    this.frame.live.textContent = await this.wordsOf(area);
  }

  private async layPicked(area: number): Promise<void> {
    const words = area < 0 ? "" : await this.wordsOf(area);
    this.tool.pick(words, () => this.store.set({ mode: "map" }));
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
    const isHere = view.level === found.level && this.ordinalOf(found.code) >= 0;
    const edition = viewNear(this.project, view.edition, found.level, view);
    const there =
      edition?.level === found.level
        ? edition
        : this.project.views.find((each) => each.level === found.level);
    this.speakNext = true;
    const next = isHere || !there ? view : there;
    this.store.set({ view: next.id, area: found.code, ...(next === view ? {} : { at: null }) });
    this.mode?.found?.(found.code);
    this.frame.map.focus();
  }

  private pointed = 0;

  private point(area: number, px: number, py: number): void {
    const { shown } = this;
    this.frame.map.classList.toggle("is-over", area >= 0);
    this.mode?.hover?.(area);
    clearTimeout(this.pointed);
    if (area < 0 || !shown) return this.tip.hide();
    const half = this.halves.at(px);
    if (half === null) return this.tip.hide();
    const { values, legend } = half === "first" ? (this.other ?? shown) : half;
    const put = (name: string, place: string, more: string) =>
      this.tip.show({ name, place, more }, values[area], legend, [px, py]);
    const { areas } = shown;
    if (areas) return put(areas.names[area], areas.gemeenten[area], "");
    put("\u2026", "", "");
    this.pointed = window.setTimeout(async () => {
      const at = await this.at(area);
      if (!at || this.tip.node.hidden || this.shown !== shown) return;
      const people =
        at.residents === null
          ? ""
          : say("{} residents", count(at.residents, this.store.state.lang));
      put(
        at.name || at.code,
        [at.buurt?.name ?? at.wijk?.name, at.gemeente].filter(Boolean).join(", "),
        people,
      );
    }, 90);
  }

  private speakAgain(): void {
    this.frame.speakAgain({
      in: () => this.map.zoom(2),
      out: () => this.map.zoom(0.5),
      whole: () => this.map.whole(),
    });
    this.frame.layFile(this.file);
    this.search.speakAgain();
    this.names.show();
    this.map.layBar();
    const view = viewOf(this.project, this.store.state);
    if (view) this.frame.describe(view);
    if (this.mode) this.tool.show(this.store.state.mode, this.mode.node);
  }
}
