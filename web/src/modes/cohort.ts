// SPDX-License-Identifier: EUPL-1.2
// A cohort: a list or a rule, shown on the map and told in a document; with a second rule, who moves
// when the rule moves.
import * as api from "../api";
import { el, fill } from "../dom";
import { kJoined, kLeft, kMember, kPale } from "../map/draw";
import type { Cohort, Cohorts } from "../model";
import { chaptersOf, ledeOf, letScroll } from "../panels/document";
import { choice, keepFocus, line, options, valueOf } from "../panels/fields";
import { say, spoken } from "../words";
import type { Desk, Mode } from "./desk";

type Sets = Pick<Cohort, "members" | "joined" | "left">;

/** Per area whether it is a member, joins with the second rule, or leaves with it. */
export function emphasisOf({ members, joined, left }: Sets, count: number): Uint8Array {
  const emphasis = new Uint8Array(count).fill(kPale);
  const put = (areas: number[], kind: number) => {
    for (const area of areas) if (area < count) emphasis[area] = kind;
  };
  put(members, kMember);
  put(joined, kJoined);
  put(left, kLeft);
  return emphasis;
}

export function cohortMode(desk: Desk): Mode {
  const form = el("form.tools", {
    submit: (event) => {
      event.preventDefault();
      take();
    },
  });
  const key = el("div.key-of-set");
  const report = el("div.report");
  const node = el("div", {}, form, key, report);
  let offered: Cohorts | null = null;
  let offeredFor = "";
  let asked = "";
  let found: Cohort | null = null;

  const take = () => {
    const list = valueOf(form, "cohort-list");
    desk.store.set({
      list,
      rule: list === "" ? valueOf(form, "cohort-rule") : "",
      other: list === "" ? valueOf(form, "cohort-other") : "",
      against: valueOf(form, "cohort-against"),
    });
  };

  const lay = () => {
    const { list, rule, other, against } = desk.store.state;
    const lists = [
      { value: "", text: say("by a rule") },
      ...(offered?.lists ?? []).map(({ id, title, areas }) => ({
        value: id,
        text: `${title} (${areas})`,
      })),
    ];
    const againsts = [
      { value: "", text: say("the whole country") },
      { value: "rest", text: say("all other areas") },
    ];
    const example = ({ text, title }: Cohorts["rules"][number]) =>
      el(
        "li",
        {},
        el(
          "button.plain",
          {
            type: "button",
            click: () => desk.store.set({ list: "", rule: text }),
          },
          title,
        ),
        " ",
        el("code", {}, text),
      );
    keepFocus(form, () =>
      fill(
        form,
        choice(say("Cohort"), "cohort-list", options(lists, list), take),
        list === "" && line(say("Rule"), "cohort-rule", rule, "cohort-help"),
        list === "" && line(say("Second rule"), "cohort-other", other, "cohort-help"),
        choice(say("Against"), "cohort-against", options(againsts, against), take),
        list === "" && el("p.act", {}, el("button", { type: "submit" }, say("Show the cohort"))),
        list === "" &&
          offered !== null &&
          el(
            "details",
            { open: rule === "" },
            el("summary", {}, say("What a rule may say")),
            el(
              "div",
              { id: "cohort-help" },
              ...offered.help.map((text) => el("p.small", {}, text)),
              offered.rules.length > 0 && el("ul.small", {}, ...offered.rules.map(example)),
            ),
          ),
      ),
    );
  };

  const offer = async () => {
    const { view, lang } = desk.store.state;
    if (offeredFor === `${view} ${lang}`) return;
    offeredFor = `${view} ${lang}`;
    const answer = await api.cohorts(view, spoken()).catch(() => null);
    if (offeredFor !== `${view} ${lang}`) return;
    offered = answer;
    lay();
  };

  const layKey = () => {
    const { other } = desk.store.state;
    const row = (look: string, text: string) =>
      el("li", {}, el("span.swatch", { class: `swatch ${look}` }), text);
    fill(
      key,
      found !== null &&
        el(
          "ul.plain-list",
          {},
          row("member", say("member")),
          other !== "" && row("joined", say("joins with the second rule")),
          other !== "" && row("left", say("leaves with the second rule")),
        ),
    );
  };

  const ask = async () => {
    const { view, list, rule, against, other, lang } = desk.store.state;
    const wanted = JSON.stringify([view, list, rule, against, other, lang]);
    if (wanted === asked) return;
    asked = wanted;
    found = null;
    desk.map.emphasise(null);
    if (list === "" && rule === "") {
      layKey();
      return fill(report);
    }
    report.setAttribute("aria-busy", "true");
    const answer = await desk.latest(() => api.cohort(view, { list, rule, against, other }, lang));
    report.removeAttribute("aria-busy");
    if (!answer) {
      if (wanted === asked) fill(report);
      return;
    }
    found = answer;
    layKey();
    fill(
      report,
      el("h3", {}, answer.title),
      ledeOf(answer),
      ...chaptersOf(answer, { open: (way) => desk.store.set(way) }),
    );
    letScroll(report);
    desk.tell(answer.lede.join(" "));
    emphasise();
  };

  const emphasise = () => {
    const shown = desk.shown();
    if (found && shown) desk.map.emphasise(emphasisOf(found, shown.values.length));
  };

  return {
    node,
    enter() {
      asked = offeredFor = "";
      lay();
    },
    follow() {
      void offer();
      void ask();
      emphasise();
      const { list, rule, other, against } = desk.store.state;
      const isFilled =
        valueOf(form, "cohort-list") === list &&
        valueOf(form, "cohort-against") === against &&
        (list !== "" ||
          (valueOf(form, "cohort-rule") === rule && valueOf(form, "cohort-other") === other));
      if (!isFilled) lay();
    },
    leave() {
      found = null;
      desk.map.emphasise(null);
    },
  };
}
