// SPDX-License-Identifier: EUPL-1.2
// Brings state, server, map and panels together: whatever changes in the state is fetched when it
// is not yet known, and shown.
import * as api from "./api";
import { el, fill } from "./dom";
import { Halves } from "./halves";
import { type FileState, watchHealth } from "./health";
import { keysOf } from "./map/keys";
import { MapView } from "./map/map";
import type { Point } from "./map/neighbours";
import type { Found, Project } from "./model";
import type { Mode } from "./modes/desk";
import { modesOf } from "./modes/modes";
import { toggled } from "./modes/compare";
import { areaPanel } from "./panels/area";
import { chooser, viewNear } from "./panels/chooser";
import { frame } from "./panels/frame";
import { legendPanel, legendStrip } from "./panels/legend";
import { modeNames, toolPanel } from "./panels/modes";
import { searchPanel } from "./panels/search";
import { tablePanel } from "./panels/table";
import { isEmbedded, takePanel } from "./panels/take";
import { tipPanel } from "./panels/tip";
import { wavesPanel } from "./panels/waves";
import { Pointer } from "./pointer";
import { Screen } from "./screen";
import { type State, type Store, toSearch, viewOf } from "./state";
import { Turns } from "./turns";
import { Who } from "./who";
import { say, speak } from "./words";

export class Atlas {
  private speakNext = false;
  private readonly turns = new Turns((error) => this.tell(error));

  private readonly map: MapView;
  private readonly frame;
  private readonly chooser;
  private readonly screen: Screen;
  private readonly who: Who;
  private readonly pointer: Pointer;
  private readonly search;
  private readonly area;
  private readonly table;
  private readonly halves;
  private readonly take = takePanel((sentence) => this.screen.drawn(sentence));
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
    const tip = tipPanel(this.frame.map);
    this.chooser = chooser(project, store);
    this.names = modeNames(store);
    const legend = legendPanel((byte) => this.map.mark(byte));
    const strip = legendStrip();
    const waves = wavesPanel((period, isPlaying) =>
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
      hover: (area, px, py) => this.pointer.point(area, px, py),
      mark: (box, isDone) => this.pointer.markOut(box, isDone),
      moved: (at) => store.set({ at }, "movement"),
      wants: (scale) => void this.screen.fetchShapes(scale),
    });
    this.halves = new Halves(project, this.map, this.turns, (shown) => {
      this.frame.halves.hidden = shown === "";
      if (shown === "") delete this.frame.map.dataset["beside"];
      else this.frame.map.dataset["beside"] = shown;
    });
    const { frame: page, chooser: choices } = this;
    this.screen = new Screen(
      project,
      store,
      this.turns,
      this.map,
      this.halves,
      { frame: page, chooser: choices, waves, legend, strip },
      {
        placed: () => this.select(false),
        shown: () => void this.showTable(),
        followed: () => {
          this.mode?.follow();
          this.showTake();
        },
        replaced: () => {
          this.showTake();
          void this.showTable();
        },
      },
    );
    this.who = new Who(project, store, this.screen);
    this.pointer = new Pointer(
      this.map,
      this.halves,
      this.screen,
      this.who,
      page,
      tip,
      () => this.mode,
    );
    this.frame.lay(root, {
      modes: this.names.node,
      search: this.search.node,
      chooser: this.chooser.node,
      swipe: this.halves.node,
      tip: tip.node,
      strip: strip.node,
      waves: waves.node,
      tool: this.tool.node,
      area: this.area.node,
      table: this.table.node,
      legend: legend.node,
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
      shown: () => this.screen.shown,
      instead: (other) => this.screen.showInstead(other),
      retake: () => this.showTake(),
      ordinalOf: (code) => this.who.ordinalOf(code),
      reach: (area) => void this.reach(area),
      tell: (text) => (this.frame.live.textContent = text),
      latest: (asked) => this.turns.latest("mode", asked),
    });
    store.listen((now, before) => this.follow(now, before));
    this.speakAgain();
    this.enter();
    if (!store.state.embed) watchHealth(api.health, (state) => this.showFile(state));
    void this.screen.showView();
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
    if (differs("view")) void this.screen.showView();
    else if (differs("quantity", "period", "lang")) void this.screen.showValues();
    else if (differs("beside", "sure")) {
      this.chooser.show();
      void this.screen.showDoubt();
      if (this.screen.shown) void this.halves.show(now, this.screen.shown);
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
    this.mode = !embed || isEmbedded({ mode }) ? (this.modes[mode] ?? null) : null;
    const { body } = this.frame;
    body.classList.toggle("has-tool", this.mode !== null && !embed);
    body.classList.toggle("is-embedded", embed);
    document.documentElement.classList.toggle("embedded", embed);
    this.frame.layWhole(embed ? toSearch({ ...this.store.state, embed: false }) : "");
    if (!this.mode) return this.tool.hide();
    if (!embed) this.tool.show(mode, this.mode.node);
    this.mode.enter();
    this.mode.follow();
  }

  private showTake(): void {
    const view = viewOf(this.project, this.store.state);
    const { state } = this.store;
    const { shown, other } = this.screen;
    if (!view || !shown) return;
    this.take.show({
      state,
      title: ((isEmbedded(state) && other) || shown).legend.title,
      hasMap: view.shapes !== null || Boolean(view.cells),
      taken: this.mode?.taken?.() ?? null,
    });
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
    const profile = await this.turns.latest("profile", () => this.who.profileOf(area, lang));
    if (!profile) return;
    this.area.show(profile);
    this.frame.body.classList.add("has-area");
  }

  private async showTable(): Promise<void> {
    const { state } = this.store;
    const { shown, other } = this.screen;
    const view = viewOf(this.project, state);
    const isTable =
      !state.embed && (state.table || (view !== undefined && !view.shapes && !view.cells));
    this.frame.body.classList.toggle("has-table", isTable);
    if (!isTable || !shown) return this.table.hide();
    const selected = shown.areas?.codes.indexOf(state.area) ?? -1;
    const inView = this.map.inView() ?? Array.from(shown.values, (_, i) => i);
    const { values, legend } = other ?? shown;
    const known = other ? (other.numbers ?? null) : shown.numbers;
    this.table.show({ ...shown, values, legend, numbers: known, inView, selected });
    if (shown.numbers || shown.cells || other) return;
    const asked = { view: state.view, quantity: state.quantity, period: state.period };
    const numbers = await api.numbers(asked).catch(() => null);
    if (!numbers || this.screen.shown !== shown || !this.store.state.table) return;
    if (numbers.every(Number.isNaN)) return;
    shown.numbers = numbers;
    this.table.show({ ...shown, inView, selected });
  }

  // ------------------------------------------------------------------------- areas

  private async pick(area: number, at: Point): Promise<void> {
    const code = await this.who.codeOf(area);
    if (this.mode?.pick?.(code, at)) return;
    this.store.set({ area: code });
  }

  private select(isNew: boolean): void {
    const { area } = this.store.state;
    const at = this.who.ordinalOf(area);
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
    if (this.screen.ground?.cells) this.map.select(area);
    const code = await this.who.codeOf(area);
    if (code) this.store.set({ area: code }, this.store.state.area ? "movement" : "step");
  }

  private async speakOf(area: number): Promise<void> {
    this.frame.live.textContent = await this.who.wordsOf(area);
  }

  private async layPicked(area: number): Promise<void> {
    const words = area < 0 ? "" : await this.who.wordsOf(area);
    this.tool.pick(words, () => this.store.set({ mode: "map" }));
  }

  private letGo(): void {
    if (this.area.node.contains(document.activeElement)) this.frame.map.focus();
    this.store.set({ area: "" });
  }

  /** What was found may lie in another view: the same edition when it has that level. */
  private goTo(found: Found): void {
    const view = viewOf(this.project, this.store.state);
    if (!view) return;
    const isHere = view.level === found.level && this.who.ordinalOf(found.code) >= 0;
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
    if (this.mode && !this.store.state.embed) this.tool.show(this.store.state.mode, this.mode.node);
  }
}
