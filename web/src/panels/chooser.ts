// SPDX-License-Identifier: EUPL-1.2
// What the map shows: edition, level and theme, as three plain lists.
import { el, fill } from "../dom";
import { period as periodText } from "../format";
import type { Project, Quantity, QuantityKind, View } from "../model";
import { type Store, quantityOf, viewOf } from "../state";
import { type Text, named, say, upper } from "../words";
import { type Option, choice, keepFocus, options } from "./fields";

const kGroups: { title: Text; kinds: QuantityKind[] }[] = [
  { title: "Situation and development", kinds: ["class", "development"] },
  { title: "Score and change", kinds: ["score", "change"] },
  { title: "Dimensions", kinds: ["contribution"] },
  { title: "Change by dimension", kinds: ["contribution_change"] },
  { title: "Types and doubt", kinds: ["typology", "interval"] },
  { title: "Indicators", kinds: ["indicator"] },
];

const optionOf = ({ id, name }: Quantity) => ({ value: id, text: upper(named(name)) });

/** Those that stand under a name of their own, such as a dimension; in the order they come in. */
function byGroup(title: string, inside: Quantity[], chosen: string): Node[] {
  const groups = new Map<string, Quantity[]>();
  for (const each of inside) {
    const name = each.group ? `${title}: ${named(each.group)}` : title;
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  return [...groups].map(([label, of]) =>
    el("optgroup", { label }, ...options(of.map(optionOf), chosen)),
  );
}

/** The themes of a view in groups; a group of nothing is left out. */
export function themes(view: View, chosen: string): Node[] {
  return kGroups.flatMap(({ title, kinds }) =>
    byGroup(
      say(title),
      view.quantities.filter(({ kind }) => kinds.includes(kind)),
      chosen,
    ),
  );
}

/** What may lie on the other half of the map: other periods, and other editions at this level. */
function besides(project: Project, view: View, quantity: Quantity, chosen: string, period: string) {
  const periods = quantity.periods
    .filter(({ id }) => id !== period)
    .map((each) => ({ value: each.id, text: periodText(each) }));
  const views = project.views
    .filter(({ level, edition }) => level === view.level && edition !== view.edition)
    .filter(({ quantities }) => quantities.some(({ id }) => id === quantity.id))
    .map(({ id, edition, vintage }) => {
      const title = project.editions.find((each) => each.id === edition)?.title;
      return { value: id, text: `${title ? upper(named(title)) : edition} (${vintage})` };
    });
  const group = (title: Text, inside: Option[]) =>
    inside.length > 0 ? [el("optgroup", { label: say(title) }, ...options(inside, chosen))] : [];
  const none = options([{ value: "", text: say("nothing") }], chosen);
  return [...none, ...group("Periods", periods), ...group("Editions", views)];
}

/** The view of an edition at a level that lies nearest in time to another view. */
export function viewNear(project: Project, edition: string, level: string, near: View) {
  const views = project.views.filter((view) => view.edition === edition);
  const same = views.filter((view) => view.level === level);
  const off = (view: View) => Math.abs(view.vintage - near.vintage) + (view.shapes ? 0 : 1000);
  return [...(same.length > 0 ? same : views)].sort((a, b) => off(a) - off(b))[0];
}

export function chooser(project: Project, store: Store) {
  const node = el("form.chooser", { submit: (event) => event.preventDefault() });

  const show = () => {
    const { state } = store;
    const view = viewOf(project, state);
    if (!view) return;
    const quantity = quantityOf(view, state);
    const editions = project.editions.map(({ id, title }) => ({
      value: id,
      text: upper(named(title)),
    }));
    const levels = project.views
      .filter(({ edition }) => edition === view.edition)
      .map(({ id, level, vintage }) => {
        const name = project.levels.find((l) => l.id === level)?.plural;
        return { value: id, text: `${upper(name ? named(name) : level)} (${vintage})` };
      });
    const goTo = (next: View | undefined) => {
      const sameLevel = next?.level === view.level;
      const isSame = sameLevel && next.shapes === view.shapes;
      if (next) store.set({ view: next.id, ...(isSame ? {} : { area: "" }) });
    };
    const doubt = el(
      "label.tick",
      {},
      el("input", {
        type: "checkbox",
        id: "sure",
        checked: state.sure,
        change: () => store.set({ sure: !store.state.sure }),
      }),
      say("Show where the class is unsure"),
    );
    const halves = quantity ? besides(project, view, quantity, state.beside, state.period) : [];
    keepFocus(node, () =>
      fill(
        node,
        choice(say("Theme"), "theme", themes(view, quantity?.id ?? ""), (id) =>
          store.set({ quantity: id }),
        ),
        choice(say("Level"), "level", options(levels, view.id), (id) =>
          goTo(project.views.find((v) => v.id === id)),
        ),
        choice(say("Edition"), "edition", options(editions, view.edition), (id) =>
          goTo(viewNear(project, id, view.level, view)),
        ),
        halves.length > 1 &&
          choice(say("Beside"), "beside", halves, (beside) => store.set({ beside })),
        quantity?.sure === true && doubt,
      ),
    );
  };
  return { node, show };
}
