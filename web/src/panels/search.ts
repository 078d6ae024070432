// SPDX-License-Identifier: EUPL-1.2
// The search box: opened by "/", forgiving, with 'did you mean' from the server.
import * as api from "../api";
import { el, fill } from "../dom";
import type { Finds, Found, Project } from "../model";
import { named, say, spoken } from "../words";

const kWaitMs = 130;

export function searchPanel(project: Project, take: (found: Found) => void) {
  const label = el("label.unseen", { for: "find" });
  const input = el("input", {
    id: "find",
    type: "search",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-expanded": "false",
    "aria-controls": "finds",
    "aria-autocomplete": "list",
  });
  const list = el("ul", { id: "finds", role: "listbox" });
  const note = el("p.small", { role: "status" });
  const box = el("div.finds", { hidden: true }, note, list);
  const node = el("div.search", { role: "search" }, label, input, box);
  let choices: Found[] = [];
  let active = -1;
  let waiting = 0;
  let asked = 0;
  /** What the choices are of: it may lag behind what is typed. */
  let shownFor = "";

  const open = (isOpen: boolean) => {
    box.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen && choices.length > 0));
    if (!isOpen) point(-1);
  };

  const point = (at: number) => {
    active = at;
    [...list.children].forEach((child, i) =>
      child.setAttribute("aria-selected", String(i === at)),
    );
    if (at >= 0) {
      input.setAttribute("aria-activedescendant", `find-${at}`);
      list.children[at]?.scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  };

  const choose = (at: number) => {
    const found = choices[at];
    if (!found) return;
    open(false);
    input.value = "";
    take(found);
  };

  const option = (found: Found, at: number) => {
    const level = project.levels.find((each) => each.id === found.level);
    const where = found.gemeente !== "" && found.gemeente !== found.name;
    const kind = level ? named(level.name) : found.level;
    return el(
      "li",
      {
        id: `find-${at}`,
        role: "option",
        "aria-selected": "false",
        pointerdown: (event) => {
          event.preventDefault();
          choose(at);
        },
      },
      el("span", {}, found.name),
      " ",
      el(
        "span.quiet",
        {},
        where ? say("{} in {}", kind, found.gemeente) : kind,
        !found.has_figures && `, ${say("no figures")}`,
      ),
    );
  };

  const show = ({ found, perhaps }: Finds, text: string) => {
    choices = found.length > 0 ? found : perhaps;
    shownFor = text;
    fill(list, ...choices.map(option));
    list.setAttribute("aria-label", say("Find"));
    const nothing = say("Nothing is called ‘{}’.", text);
    note.textContent =
      found.length > 0
        ? say("{} found", found.length)
        : perhaps.length > 0
          ? `${nothing} ${say("Did you mean:")}`
          : nothing;
    open(true);
    point(found.length > 0 ? 0 : -1);
  };

  const ask = async () => {
    const text = input.value.trim();
    const mine = ++asked;
    if (text.length < 2) return open(false);
    try {
      const finds = await api.find(text, spoken());
      if (mine === asked && document.activeElement === input) show(finds, text);
    } catch (error) {
      if (mine !== asked) return;
      note.textContent = error instanceof api.Refusal ? error.what : say("The server does not answer.");
      open(true);
    }
  };

  /** Whoever types fast means what is typed, not what was found before. */
  const enter = async () => {
    clearTimeout(waiting);
    if (shownFor !== input.value.trim()) await ask();
    if (shownFor === input.value.trim()) choose(Math.max(active, 0));
  };

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(ask, kWaitMs);
  });
  input.addEventListener("blur", () => open(false));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      if (box.hidden) input.blur();
      open(false);
    } else if (event.key === "Enter") {
      event.preventDefault();
      void enter();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && choices.length > 0) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      point((active + step + choices.length) % choices.length);
    }
  });
  document.addEventListener("keydown", (event) => {
    const isWriting = /^(INPUT|SELECT|TEXTAREA)$/.test((event.target as Element).tagName);
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isWriting && (event.target as HTMLInputElement).type !== "radio") return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  const speakAgain = () => {
    label.textContent = say("Find a neighbourhood, gemeente or postcode");
    input.placeholder = say("Find a neighbourhood, gemeente or postcode");
  };
  return { node, speakAgain };
}
