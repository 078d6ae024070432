// SPDX-License-Identifier: EUPL-1.2
// Areas side by side: picked on the map, by search or from an area's own figures.
import * as api from "../api";
import { el, fill } from "../dom";
import { kMember } from "../map/draw";
import type { Comparison } from "../model";
import { chaptersOf, ledeOf, letScroll } from "../panels/document";
import { keepFocus } from "../panels/fields";
import { kMostCompared } from "../state";
import { say, spoken } from "../words";
import type { Desk, Mode } from "./desk";

/** The codes with one more, or without it; the first goes when there are too many. */
export function toggled(codes: string[], code: string): string[] {
  if (codes.includes(code)) return codes.filter((each) => each !== code);
  return [...codes, code].slice(-kMostCompared);
}

export function compareMode(desk: Desk): Mode {
  const node = el("div");
  const chosen = el("div");
  const report = el("div.report");
  let known = new Map<string, string>();
  let asked = "";

  const nameOf = (code: string): string => {
    const areas = desk.shown()?.areas;
    const at = areas?.codes.indexOf(code) ?? -1;
    return known.get(code) ?? (at >= 0 && areas ? areas.names[at] : code);
  };

  const put = (areas: string[]) => desk.store.set({ areas });

  const lay = () => {
    const { areas } = desk.store.state;
    const item = (code: string) =>
      el(
        "li",
        {},
        el("span", {}, nameOf(code)),
        el(
          "button.plain",
          {
            type: "button",
            id: `without-${code}`,
            "aria-label": say("Remove {}", nameOf(code)),
            click: () => put(toggled(desk.store.state.areas, code)),
          },
          say("Remove"),
        ),
      );
    keepFocus(node, () =>
      fill(
        chosen,
        areas.length > 0 && el("ul.chosen", {}, ...areas.map(item)),
        areas.length < 2 &&
          el(
            "p.quiet",
            {},
            say("Choose two to eight areas: click on the map, press Enter on it, or look one up."),
          ),
        areas.length > 0 &&
          el(
            "button.plain",
            { type: "button", id: "remove-all", click: () => put([]) },
            say("Remove all"),
          ),
      ),
    );
  };

  const show = (answer: Comparison) => {
    known = new Map(answer.areas.map(({ code, name }) => [code, name]));
    lay();
    fill(report, ledeOf(answer), ...chaptersOf(answer, { open: (way) => desk.store.set(way) }));
    letScroll(report);
  };

  const ask = async () => {
    const { areas, lang } = desk.store.state;
    const key = `${areas.join()} ${lang}`;
    if (key === asked) return;
    asked = key;
    if (areas.length < 2) return fill(report);
    const answer = await desk.latest(() => api.compare(areas, spoken()));
    if (answer) show(answer);
  };

  const emphasise = () => {
    const shown = desk.shown();
    if (!shown) return;
    const { areas: codes } = desk.store.state;
    if (codes.length === 0) return desk.map.emphasise(null);
    const emphasis = new Uint8Array(shown.values.length);
    for (const code of codes) {
      const at = desk.ordinalOf(code);
      if (at >= 0) emphasis[at] = kMember;
    }
    desk.map.emphasise(emphasis);
  };

  const take = (code: string) => {
    if (code === "") return false;
    put(toggled(desk.store.state.areas, code));
    return true;
  };
  return {
    node,
    enter() {
      fill(node, chosen, report);
      fill(report);
      asked = "";
    },
    follow() {
      lay();
      emphasise();
      void ask();
    },
    leave: () => desk.map.emphasise(null),
    pick: take,
    found: (code) => desk.store.state.areas.includes(code) || take(code),
    key(event) {
      return event.key === "Enter" && take(desk.store.state.area);
    },
  };
}
