// SPDX-License-Identifier: EUPL-1.2
// What is on the map: the areas and values that the state asks for, or what a way of working shows in
// their place. Fetches what is not yet known.
import * as api from "./api";
import { type Ground, aroundOf, groundOf, isAlike, sizeOf } from "./ground";
import type { Halves } from "./halves";
import type { MapView } from "./map/map";
import { ShapeError, decodeShapes } from "./map/shapes";
import type { Period, Project, Scale, View } from "./model";
import type { Instead, OnMap } from "./modes/desk";
import type { chooser } from "./panels/chooser";
import type { Frame } from "./panels/frame";
import type { legendPanel, legendStrip } from "./panels/legend";
import type { wavesPanel } from "./panels/waves";
import { type Store, quantityOf, viewOf } from "./state";
import { kMapRoom, sheetOf } from "./take/sheet";
import { widthOfText } from "./take/width";
import type { Turns } from "./turns";
import { say } from "./words";

type Values = Pick<OnMap, "values" | "legend">;

/** The panels that say what the map shows. */
type Panels = {
  frame: Frame;
  chooser: ReturnType<typeof chooser>;
  waves: ReturnType<typeof wavesPanel>;
  legend: ReturnType<typeof legendPanel>;
  strip: ReturnType<typeof legendStrip>;
};

type Events = {
  /** The areas have their place: one can be selected. */
  placed(): void;
  /** The values the state asks for are on the map; followed comes after doubt and second half. */
  shown(): void;
  followed(): void;
  /** Something else is in their place, or no longer. */
  replaced(): void;
};

export class Screen {
  ground: Ground | null = null;
  shown: OnMap | null = null;
  other: Instead | null = null;
  private pending: Values | null = null;

  constructor(
    private readonly project: Project,
    private readonly store: Store,
    private readonly turns: Turns,
    private readonly map: MapView,
    private readonly halves: Halves,
    private readonly panels: Panels,
    private readonly on: Events,
  ) {}

  /** The period of the state, as its quantity has it. */
  period(): Period | undefined {
    const { state } = this.store;
    const quantity = quantityOf(viewOf(this.project, state), state);
    return quantity?.periods.find((period) => period.id === state.period);
  }

  /** Something of a way of working in its place; null goes back to the state. */
  showInstead(other: Instead | null): void {
    if (other === this.other) return;
    this.other = other;
    if (!this.shown) return;
    this.layOnMap(other ?? this.shown);
    this.on.replaced();
  }

  /** The map on the screen as a drawing that stands alone. */
  drawn(sentence: string): string | null {
    const { width, most } = kMapRoom;
    const map = this.map.drawn(width, most, widthOfText);
    const legend = (this.other ?? this.shown)?.legend;
    return map && legend ? sheetOf(map, legend, sentence, widthOfText) : null;
  }

  async showView(): Promise<void> {
    const view = viewOf(this.project, this.store.state);
    if (!view) return;
    this.panels.frame.map.setAttribute("aria-busy", "true");
    this.panels.frame.describe(view);
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
      else await this.fetchShapes("low");
    }
    await values;
    this.apply();
    this.on.placed();
  }

  /** Outlines of another scale; what comes after another view was chosen is dropped. */
  async fetchShapes(scale: Scale, turn = this.turns.now("view")): Promise<void> {
    const view = viewOf(this.project, this.store.state);
    if (!view?.shapes) return;
    try {
      const shapes = decodeShapes(await api.shapes(view.shapes, scale));
      if (turn !== this.turns.now("view")) return;
      this.map.setShapes(scale, shapes, this.store.state.at);
      this.turns.settle("shapes", null);
      if (scale === "low") this.on.placed();
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

  async showValues(view = viewOf(this.project, this.store.state)): Promise<void> {
    const { state } = this.store;
    const quantity = quantityOf(view, state);
    if (!view || !quantity) return;
    this.panels.chooser.show();
    this.panels.waves.show(quantity.periods, state.period);
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
    this.panels.frame.map.removeAttribute("aria-busy");
    this.panels.frame.map.dataset["shown"] = this.store.state.period;
    this.on.shown();
    void this.showDoubt();
    void this.halves.show(this.store.state, this.shown);
    this.on.followed();
    clearTimeout(this.idle);
    this.idle = window.setTimeout(() => this.prefetch(), 200);
  }

  private layOnMap({ values, legend }: Values): void {
    this.map.setValues(values, legend);
    this.panels.frame.headline(legend);
    this.panels.legend.show(legend, this.isDoubtShown());
    this.panels.strip.show(legend);
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

  private isDoubtShown(): boolean {
    const { state } = this.store;
    return state.sure && quantityOf(viewOf(this.project, state), state)?.sure === true;
  }

  async showDoubt(): Promise<void> {
    const { view, quantity, period } = this.store.state;
    if (!this.shown) return;
    if (!this.other) this.panels.legend.show(this.shown.legend, this.isDoubtShown());
    if (!this.isDoubtShown()) return this.map.doubt(null);
    const sure = await this.turns.latest("sure", () => api.sure({ view, quantity, period }));
    if (sure && this.isDoubtShown()) this.map.doubt(sure);
  }
}
