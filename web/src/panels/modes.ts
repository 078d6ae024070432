// SPDX-License-Identifier: EUPL-1.2
// The ways of working, as a row of words, and the panel of the one that is chosen.
import { el, fill } from "../dom";
import { type Mode as ModeName, type Store, kModes, toSearch } from "../state";
import { type Text, say } from "../words";
import { keepFocus } from "./fields";

const kNames: Record<ModeName, Text> = {
  map: "Map",
  compare: "Compare",
  relation: "Relate",
  cohort: "Cohorts",
  "what-if": "What if",
  own: "Own data",
};

export function modeNames(store: Store) {
  const node = el("nav.modes");
  const show = () => {
    node.setAttribute("aria-label", say("Ways of looking"));
    const { state } = store;
    const link = (mode: ModeName) =>
      el(
        "a",
        {
          id: `mode-${mode}`,
          href: `${toSearch({ ...state, mode })}`,
          ...(mode === state.mode ? { "aria-current": "page" } : {}),
          click: (event) => {
            const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
            if (ctrlKey || metaKey || shiftKey) return;
            event.preventDefault();
            store.set({ mode });
          },
        },
        say(kNames[mode]),
      );
    keepFocus(node, () => fill(node, ...kModes.map(link)));
  };
  return { node, show };
}

/** The panel beside the map; its heading gets the focus when the panel opens. */
export function toolPanel() {
  const heading = el("h2", { id: "tool-name", tabindex: "-1" });
  const picked = el("p.picked");
  const place = el("div");
  const node = el(
    "section.tool",
    { "aria-labelledby": "tool-name", hidden: true },
    heading,
    picked,
    place,
  );
  return {
    node,
    show(mode: ModeName, inside: Node) {
      heading.textContent = say(kNames[mode]);
      if (place.firstChild !== inside) fill(place, inside);
      node.hidden = false;
    },
    /** The area that is chosen on the map, in a line. */
    pick(words: string, open: () => void) {
      fill(
        picked,
        words !== "" && el("span", {}, words),
        words !== "" && " ",
        words !== "" && el("button.plain", { type: "button", click: open }, say("Its figures")),
      );
    },
    hide() {
      node.hidden = true;
    },
  };
}
