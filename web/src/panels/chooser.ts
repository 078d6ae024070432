// SPDX-License-Identifier: EUPL-1.2
// What the map shows: edition, level and theme, as three plain lists.
import { el, fill } from "../dom";
import type { Project, QuantityKind, View } from "../model";
import { type Store, quantityOf, viewOf } from "../state";
import { type Text, named, say, upper } from "../words";

const kGroups: { title: Text; kinds: QuantityKind[] }[] = [
  { title: "Situation and development", kinds: ["class", "development"] },
  { title: "Score and change", kinds: ["score", "change"] },
  { title: "Dimensions", kinds: ["contribution"] },
  { title: "Change by dimension", kinds: ["contribution_change"] },
  { title: "Indicators", kinds: ["indicator"] },
];

type Option = { value: string; text: string };

function options(list: Option[], chosen: string): HTMLOptionElement[] {
  return list.map(({ value, text }) => el("option", { value, selected: value === chosen }, text));
}

/** The themes of a view in groups; a group of nothing is left out. */
function themes(view: View, chosen: string): Node[] {
  return kGroups.flatMap(({ title, kinds }) => {
    const inside = view.quantities
      .filter((quantity) => kinds.includes(quantity.kind))
      .map((quantity) => ({ value: quantity.id, text: upper(named(quantity.name)) }));
    if (inside.length === 0) return [];
    return [el("optgroup", { label: say(title) }, ...options(inside, chosen))];
  });
}

function field(name: Text, id: string, inside: Node[], take: (value: string) => void) {
  const select = el("select", {
    id,
    change: (event) => take((event.target as HTMLSelectElement).value),
  });
  fill(select, ...inside);
  return el("div.field", {}, el("label", { for: id }, say(name)), select);
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
    const focused = document.activeElement?.id;
    const editions = project.editions.map(({ id, title }) => ({ value: id, text: upper(named(title)) }));
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
    fill(
      node,
      field("Theme", "theme", themes(view, quantityOf(view, state)?.id ?? ""), (quantity) =>
        store.set({ quantity }),
      ),
      field("Level", "level", options(levels, view.id), (id) =>
        goTo(project.views.find((v) => v.id === id)),
      ),
      field("Edition", "edition", options(editions, view.edition), (id) =>
        goTo(viewNear(project, id, view.level, view)),
      ),
    );
    if (focused && node.querySelector(`#${focused}`)) document.getElementById(focused)?.focus();
  };
  return { node, show };
}
