// SPDX-License-Identifier: EUPL-1.2
// What is chosen or filled in: a label with a list or a line of text.
import { el, fill } from "../dom";

export type Option = { value: string; text: string };

export function options(list: Option[], chosen: string): HTMLOptionElement[] {
  return list.map(({ value, text }) => el("option", { value, selected: value === chosen }, text));
}

export function choice(
  name: string,
  id: string,
  inside: Node[],
  take: (value: string) => void,
): HTMLElement {
  const select = el("select", {
    id,
    change: (event) => take((event.target as HTMLSelectElement).value),
  });
  fill(select, ...inside);
  return el("div.field", {}, el("label", { for: id }, name), select);
}

export function line(name: string, id: string, value: string, hint: string): HTMLElement {
  const input = el("input", { id, type: "text", value, autocomplete: "off", spellcheck: "false" });
  if (hint) input.setAttribute("aria-describedby", hint);
  return el("div.field", {}, el("label", { for: id }, name), input);
}

export function valueOf(node: Element, id: string): string {
  return node.querySelector<HTMLInputElement>(`#${id}`)?.value.trim() ?? "";
}

/** Laid out again, the same field keeps the focus. */
export function keepFocus(node: Element, lay: () => void): void {
  const id = node.contains(document.activeElement) ? document.activeElement?.id : "";
  lay();
  if (id) document.getElementById(id)?.focus();
}
