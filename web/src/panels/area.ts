// SPDX-License-Identifier: EUPL-1.2
// One area: its lede and its figures, as the server gives them.
import { drawing, el, fill } from "../dom";
import type { Profile, ProfileEdition, ProfileTable } from "../model";
import { say } from "../words";

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

function waves(edition: ProfileEdition) {
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
      wave.class === null ? wave.class_name : `${wave.class} ${wave.class_name}`,
      ...(hasScore ? [wave.score] : []),
      ...(hasInterval ? [wave.low && wave.high ? `${wave.low} \u2013 ${wave.high}` : ""] : []),
    ]),
    say("Classes by wave"),
  );
}

function plainTable({ id, title, head, rows }: ProfileTable) {
  return table(head, rows, title, id);
}

export function areaPanel(close: () => void, go: (code: string) => void) {
  const heading = el("h2", { tabindex: "-1" });
  const node = el("section.area", { "aria-labelledby": "area-name", hidden: true });
  heading.id = "area-name";

  const edition = (each: ProfileEdition) =>
    el(
      "section",
      {},
      el("h3", {}, each.title),
      each.residents !== "" && el("p.quiet", {}, say("{} residents", each.residents)),
      each.waves.length > 0 && waves(each),
      ...each.charts.map(({ svg }) => el("figure", {}, drawing(svg))),
      ...each.tables.map(plainTable),
    );

  const show = (profile: Profile) => {
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
      ...profile.editions.map(edition),
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
