// SPDX-License-Identifier: EUPL-1.2
// What the pointer does on the map: it tells what lies under it, and marks out a rectangle.
import type { Halves } from "./halves";
import type { MapView } from "./map/map";
import type { Box } from "./map/shapes";
import type { Mode } from "./modes/desk";
import type { Frame } from "./panels/frame";
import type { tipPanel } from "./panels/tip";
import type { Screen } from "./screen";
import type { Who } from "./who";
import { sayCount } from "./words";

export class Pointer {
  private pointed = 0;

  constructor(
    private readonly map: MapView,
    private readonly halves: Halves,
    private readonly screen: Screen,
    private readonly who: Who,
    private readonly frame: Frame,
    private readonly tip: ReturnType<typeof tipPanel>,
    private readonly mode: () => Mode | null,
  ) {}

  point(area: number, px: number, py: number): void {
    const { shown } = this.screen;
    this.frame.map.classList.toggle("is-over", area >= 0);
    this.mode()?.hover?.(area);
    clearTimeout(this.pointed);
    if (area < 0 || !shown) return this.tip.hide();
    const half = this.halves.at(px);
    if (half === null) return this.tip.hide();
    const { values, legend } = half === "first" ? (this.screen.other ?? shown) : half;
    const put = (name: string, place: string, more: string) =>
      this.tip.show({ name, place, more }, values[area], legend, [px, py]);
    const { areas } = shown;
    if (areas) return put(areas.names[area], areas.gemeenten[area], "");
    put("\u2026", "", "");
    this.pointed = window.setTimeout(async () => {
      const at = await this.who.at(area);
      if (!at || this.tip.node.hidden || this.screen.shown !== shown) return;
      const people =
        at.residents === null
          ? ""
          : sayCount(at.residents, "One resident", "{} residents");
      put(
        at.name || at.code,
        [at.buurt?.name ?? at.wijk?.name, at.gemeente].filter(Boolean).join(", "),
        people,
      );
    }, 90);
  }

  markOut(box: Box, isDone: boolean): void {
    const { band } = this.frame;
    const isWanted = this.mode()?.mark !== undefined;
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
    if (isDone) this.mode()?.mark?.(box, isDone);
  }
}
