// SPDX-License-Identifier: EUPL-1.2
// Texts of the page. The English text is the key; its Dutch stands in nl.json. A slot {} is filled
// in order, {0} by number.
import { count } from "./format";
import nl from "./nl.json";
import type { Language, Name } from "./model";

export type Text = keyof typeof nl;

let language: Language = "nl";

export function speak(lang: Language): void {
  language = lang;
  document.documentElement.lang = lang;
}

export function spoken(): Language {
  return language;
}

export function filled(text: string, slots: readonly (string | number)[]): string {
  let next = 0;
  return text.replace(/\{(\d*)\}/g, (_, at: string) =>
    String(slots[at === "" ? next++ : Number(at)] ?? ""),
  );
}

export function say(text: Text, ...slots: (string | number)[]): string {
  return filled(language === "nl" ? nl[text] : text, slots);
}

/** One of a kind has a text of its own; more are counted. */
export function sayCount(number: number, one: Text, more: Text): string {
  return number === 1 ? say(one) : say(more, count(number, language));
}

/** A name that comes in both languages. */
export function named(name: Name): string {
  return name[language] || name.nl;
}

/** The word in the middle of a sentence. */
export function lower(text: string): string {
  return text.charAt(0).toLocaleLowerCase(language) + text.slice(1);
}

/** The word at the start of a line. */
export function upper(text: string): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
