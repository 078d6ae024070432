// SPDX-License-Identifier: EUPL-1.2
// Which area is which: its number on the map, its code, and what is said of it.
import * as api from "./api";
import { cellOfCode } from "./map/cells";
import type { At, Language, Profile, Project } from "./model";
import { isClass, sentenceFor, sentenceOf } from "./panels/sentence";
import type { Screen } from "./screen";
import { type Store, viewOf } from "./state";

export class Who {
  constructor(
    private readonly project: Project,
    private readonly store: Store,
    private readonly screen: Screen,
  ) {}

  /** Squares have no list of codes: the server is asked which it is. */
  async codeOf(area: number): Promise<string> {
    if (area < 0 || !this.screen.ground) return "";
    if (this.screen.ground.areas) return this.screen.ground.areas.codes[area] ?? "";
    return (await this.at(area))?.code ?? "";
  }

  ordinalOf(code: string): number {
    if (code === "" || !this.screen.ground) return -1;
    const { areas, cells } = this.screen.ground;
    return cells ? cellOfCode(cells, code) : (areas?.codes.indexOf(code) ?? -1);
  }

  at(area: number): Promise<At | null> {
    const view = viewOf(this.project, this.store.state);
    return view ? api.at(view.level, view.vintage, area).catch(() => null) : Promise.resolve(null);
  }

  /** "Lindenwijk, Lindendam: goed (2018)". */
  async wordsOf(area: number): Promise<string> {
    const { shown } = this.screen;
    if (!shown) return "";
    const { areas } = shown;
    const { values, legend } = this.screen.other ?? shown;
    if (areas) return sentenceOf(area, areas, values, legend, this.screen.period());
    const at = await this.at(area);
    return at
      ? sentenceFor(
          at.name || at.code,
          at.buurt?.name ?? at.gemeente,
          values[area],
          legend,
          this.screen.period(),
        )
      : "";
  }

  /** A square without figures of its own is told by where it lies. */
  async profileOf(code: string, lang: Language): Promise<Profile> {
    const at = this.screen.ground?.cells ? this.ordinalOf(code) : -1;
    if (at < 0) return api.profile(code, lang);
    const { legend, values } = this.screen.shown ?? {};
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
}
