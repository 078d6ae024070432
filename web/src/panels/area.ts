// SPDX-License-Identifier: EUPL-1.2
// One area: its lede and its figures, as the server gives them.
import { drawing, el, fill } from "../dom";
import type { Profile, ProfileEdition, ProfileTable, ProfileWave } from "../model";
import { say } from "../words";
import { swatch } from "./legend";

/** The colour of a class in an edition, when it is known. */
type ColourOf = (edition: string, number: number) => string | undefined;

function table(head: string[], rows: (string | Node)[][], caption: string, id = "") {
  return el(
    "table",
    id === "" ? {} : { "data-id": id },
    el("caption", {}, caption),
    el("thead", {}, el("tr", {}, ...head.map((text) => el("th", { scope: "col" }, text)))),
    el(
      "tbody",
      {},
      ...rows.map(([first, ...others]) =>
        el(
          "tr",
          {},
          el("th", { scope: "row" }, first),
          ...others.map((cell) => el("td", {}, cell)),
        ),
      ),
    ),
  );
}

function classCell(edition: string, wave: ProfileWave, colourOf: ColourOf) {
  if (wave.class === null) return wave.class_name;
  const colour = colourOf(edition, wave.class);
  const words = `${wave.class} ${wave.class_name}`;
  return colour === undefined ? words : el("span", {}, swatch({ colour }), words);
}

function waves(edition: ProfileEdition, colourOf: ColourOf) {
  const hasScore = edition.waves.some((wave) => wave.score !== "");
  const hasInterval = edition.waves.some((wave) => wave.low && wave.high);
  return table(
    [
      say("Wave"),
      say("Class"),
      ...(hasScore ? [say("Score")] : []),
      ...(hasInterval ? [say("Interval")] : []),
    ],
    edition.waves.map((wave) => [
      String(wave.wave),
      classCell(edition.edition, wave, colourOf),
      ...(hasScore ? [wave.score] : []),
      ...(hasInterval ? [wave.low && wave.high ? `${wave.low} \u2013 ${wave.high}` : ""] : []),
    ]),
    say("Classes by wave"),
    "waves",
  );
}

function plainTable({ id, title, head, rows }: ProfileTable) {
  return table(head, rows, title, id);
}

export function areaPanel(close: () => void, go: (code: string) => void) {
  const heading = el("h2", { tabindex: "-1" });
  const node = el("section.area", { "aria-labelledby": "area-name", hidden: true });
  heading.id = "area-name";

  const edition = (each: ProfileEdition, colourOf: ColourOf) =>
    el(
      "section",
      {},
      el("h3", {}, each.title),
      each.residents !== "" && el("p.quiet", {}, say("{} residents", each.residents)),
      each.waves.length > 0 && waves(each, colourOf),
      ...each.charts.map(({ svg }) => el("figure", {}, drawing(svg))),
      ...each.tables.map(plainTable),
    );

  const show = (profile: Profile, colourOf: ColourOf) => {
    heading.textContent = profile.name;
    fill(
      node,
      el(
        "div.top",
        {},
        heading,
        el("button.plain", { type: "button", click: close }, say("Close")),
      ),
      el(
        "p.quiet",
        {},
        [profile.gemeente !== profile.name && profile.gemeente, profile.code]
          .filter(Boolean)
          .join(" · "),
      ),
      ...profile.lede.map((sentence) => el("p.lede", {}, sentence)),
      ...profile.editions.map((each) => edition(each, colourOf)),
      profile.neighbours.length > 0 && el("h3", {}, say("Neighbours")),
      profile.neighbours.length > 0 &&
        el(
          "ul.neighbours",
          {},
          ...profile.neighbours.map(({ code, name }) =>
            el("li", {}, el("button.plain", { type: "button", click: () => go(code) }, name)),
          ),
        ),
      ...profile.notes.map((note) => el("p.small", {}, note)),
    );
    node.hidden = false;
  };
  const hide = () => {
    node.hidden = true;
    fill(node);
  };
  return { node, show, hide, focus: () => heading.focus() };
}
