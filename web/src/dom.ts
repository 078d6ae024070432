// SPDX-License-Identifier: EUPL-1.2
// Elements in one expression, so that a panel reads like what it shows.

type Child = Node | string | number | false | null | undefined;
type Attributes = Record<string, string | number | boolean | ((event: Event) => void)>;

/** el("a.quiet", { href, click: go }, "text"): functions are listeners, true is an empty attribute,
 * false leaves it out. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K | `${K}.${string}`,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const [name, ...classes] = tag.split(".");
  const node = document.createElement(name) as HTMLElementTagNameMap[K];
  if (classes.length > 0) node.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(key, value);
    else if (value === true) node.setAttribute(key, "");
    else if (value !== false) node.setAttribute(key, String(value));
  }
  fill(node, ...children);
  return node;
}

/** Replaces what is in an element. */
export function fill(node: Element, ...children: Child[]): void {
  node.replaceChildren(
    ...children
      .filter((child) => child !== false && child !== null && child !== undefined)
      .map((child) => (child instanceof Node ? child : String(child))),
  );
}

/** An SVG from the server as an element; nothing in it runs. */
export function drawing(svg: string): Element | null {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  if (parsed.nodeName !== "svg") return null;
  for (const node of [parsed, ...parsed.querySelectorAll("*")]) {
    if (node.nodeName === "script" || node.nodeName === "foreignObject") node.remove();
    for (const { name } of [...node.attributes]) {
      if (name.startsWith("on")) node.removeAttribute(name);
    }
  }
  return document.importNode(parsed, true);
}
