// SPDX-License-Identifier: EUPL-1.2
// The second half of a swipe map: another period, or the same theme in another edition.
import * as api from "./api";
import { period as periodText } from "./format";
import { type Ground, groundOf, isAlike } from "./ground";
import type { MapView } from "./map/map";
import { decodeShapes } from "./map/shapes";
import type { Legend, Period, Project, Quantity, Scale, View } from "./model";
import { swipePanel } from "./panels/swipe";
import { type State, nearestPeriod, quantityOf, viewOf } from "./state";
import type { Turns } from "./turns";
import { named, upper } from "./words";

/** What lies on the other half: a view, the quantity of the first half in it, and a period. */
export type Other = { view: View; quantity: Quantity; period: Period };

export function otherHalf(project: Project, state: State): Other | null {
  if (state.beside === "") return null;
  const here = viewOf(project, state);
  const view = project.views.find(({ id }) => id === state.beside) ?? here;
  const quantity = view?.quantities.find(({ id }) => id === state.quantity);
  const wanted = view === here ? state.beside : state.period;
  const period = quantity && nearestPeriod(quantity.periods, wanted);
  return view && quantity && period ? { view, quantity, period } : null;
}

export class Halves {
  private readonly swipe;
  private shapes: { view: View; address: string } | null = null;
  private second: { values: Uint8Array; legend: Legend; isAlike: boolean } | null = null;

  constructor(
    private readonly project: Project,
    private readonly map: MapView,
    private readonly turns: Turns,
    /** Is told what the second half shows; blank for nothing. */
    private readonly tell: (shown: string) => void,
  ) {
    this.swipe = swipePanel(map);
  }

  get node(): HTMLElement {
    return this.swipe.node;
  }

  /** What a pixel shows when it lies in the second half: nothing when its areas are others. */
  at(px: number): { values: Uint8Array; legend: Legend } | null | "first" {
    if (!this.swipe.holds(px)) return "first";
    return this.second?.isAlike ? this.second : null;
  }

  async show(state: State, first: Ground): Promise<void> {
    const here = viewOf(this.project, state);
    const other = otherHalf(this.project, state);
    if (!here || !other) return this.hide();
    const shown = { view: other.view.id, quantity: other.quantity.id, period: other.period.id };
    const got = await this.turns.latest("beside", () =>
      Promise.all([api.classes(shown), api.legend(shown, state.lang), groundOf(other.view)]),
    );
    if (!got) return;
    const [values, legend, ground] = got;
    await this.lay(other.view, ground);
    this.swipe.map().setValues(values, legend);
    this.second = { values, legend, isAlike: isAlike(first, ground) };
    const now = quantityOf(here, state)?.periods.find(({ id }) => id === state.period);
    this.swipe.show(this.nameOf(here, now), this.nameOf(other.view, other.period));
    this.tell(`${shown.view} ${shown.period}`);
  }

  hide(): void {
    this.turns.pass("beside");
    this.shapes = this.second = null;
    this.swipe.hide();
    this.tell("");
  }

  /** Shapes of another scale, as soon as the first half has them. */
  async fetch(scale: Scale): Promise<void> {
    const { shapes } = this;
    if (!shapes?.view.shapes) return;
    const bytes = await api.shapes(shapes.view.shapes, scale).catch(() => null);
    if (!bytes || this.shapes !== shapes) return;
    this.swipe.map().setShapes(scale, decodeShapes(bytes), null);
    this.swipe.map().goWith(this.map);
  }

  private async lay(view: View, ground: Ground): Promise<void> {
    const address = ground.cells ? "cells" : (view.shapes ?? "");
    if (this.shapes?.address === address) return;
    this.shapes = { view, address };
    if (ground.areas) this.swipe.map().setAreas(ground.areas);
    if (ground.cells) this.swipe.map().setCells(ground.cells, null);
    for (const scale of ["low", "mid"] as const) await this.fetch(scale);
  }

  private nameOf(view: View, period: Period | undefined): string {
    const edition = this.project.editions.find(({ id }) => id === view.edition);
    const title = edition ? upper(named(edition.title)) : view.edition;
    return period ? `${periodText(period)}, ${title}` : title;
  }
}
