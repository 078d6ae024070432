// SPDX-License-Identifier: EUPL-1.2
// What a byte of the map means in words, and the sentence of an area.
import { period as periodText } from "../format";
import type { Areas, Legend, Period } from "../model";
import { say } from "../words";
import { nameOf } from "./legend";

export type ClassWords = { look: { colour: string } | { pattern: string } | null; name: string };

export function classOf(byte: number, legend: Legend): ClassWords {
  const found = legend.classes.find((each) => each.number === byte);
  if (found) return { look: found, name: nameOf(found) };
  const absent = legend.absent.find((each) => each.byte === byte);
  if (absent) return { look: absent, name: absent.name };
  return { look: null, name: say("not in this edition") };
}

/** Whether a byte is a class, and not a reason for having none. */
export function isClass(byte: number, { classes }: Legend): boolean {
  return classes.some(({ number }) => number === byte);
}

/** "Lindenwijk, Lindendam: goed (2018)": what is spoken when the area is reached. */
export function sentenceOf(
  area: number,
  areas: Areas,
  values: Uint8Array,
  legend: Legend,
  period: Period | undefined,
): string {
  return sentenceFor(areas.names[area], areas.gemeenten[area], values[area], legend, period);
}

export function sentenceFor(
  name: string,
  gemeente: string,
  byte: number,
  legend: Legend,
  period: Period | undefined,
): string {
  const { name: words } = classOf(byte, legend);
  const value = period ? `${words} (${periodText(period)})` : words;
  if (gemeente === "" || gemeente === name) return say("{}: {}", name, value);
  return say("{}, {}: {}", name, gemeente, value);
}
