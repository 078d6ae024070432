// SPDX-License-Identifier: EUPL-1.2
// The only file that talks to the server. Answers are kept: a project does not change while it is
// served, and the server says so with an ETag.
import type { Areas, Finds, Language, Legend, Profile, Project, Scale } from "./model";
import { say } from "./words";

/** What the server could not give, in its own words. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly what: string,
    readonly why: string,
    readonly help: string,
  ) {
    super(what);
  }
}

/** Any failure as what, why and what to do: a server that does not answer says nothing itself. */
export function told(error: unknown): { what: string; why: string; help: string } {
  if (error instanceof Refusal) return { what: error.what, why: error.why, help: error.help };
  if (error instanceof TypeError) {
    return {
      what: say("The server does not answer."),
      why: say("It may have stopped, or the connection is lost."),
      help: say("Start wijkbeeld serve again, or wait a moment."),
    };
  }
  return { what: error instanceof Error ? error.message : String(error), why: "", help: "" };
}

/** Which values are meant: an edition at a level in a vintage, one quantity, one period. */
export type Shown = { view: string; quantity: string; period: string };

const kMostKept = 60;
const kept = new Map<string, Promise<unknown>>();

function part(words: string): string {
  return words.split("/").map(encodeURIComponent).join("/");
}

function path(shown: Shown): string {
  return `${part(shown.view)}/${part(shown.quantity)}/${part(shown.period)}`;
}

async function refusal(answer: Response): Promise<Refusal> {
  try {
    const { error } = (await answer.json()) as { error: Record<string, string> };
    return new Refusal(answer.status, error["what"], error["why"] ?? "", error["help"] ?? "");
  } catch {
    return new Refusal(answer.status, `${answer.status} ${answer.statusText}`, "", "");
  }
}

/** Fetches once and keeps the answer; a failed request may be tried again. */
function ask<T>(address: string, read: (answer: Response) => Promise<T>): Promise<T> {
  const known = kept.get(address);
  if (known) {
    kept.delete(address);
    kept.set(address, known);
    return known as Promise<T>;
  }
  const asked = fetch(`/api/v1/${address}`).then(async (answer) => {
    if (!answer.ok) throw await refusal(answer);
    return read(answer);
  });
  kept.set(address, asked);
  asked.catch(() => kept.delete(address));
  for (const oldest of kept.keys()) {
    if (kept.size <= kMostKept) break;
    kept.delete(oldest);
  }
  return asked;
}

const json = <T>(answer: Response) => answer.json() as Promise<T>;
const bytes = (answer: Response) => answer.arrayBuffer();

export const project = () => ask<Project>("project", json);

export const areas = (level: string, vintage: number) =>
  ask<Areas>(`areas/${part(level)}/${vintage}`, json);

export const shapes = (address: string, scale: Scale) =>
  ask(`shapes/${part(address)}/${scale}`, bytes);

export const classes = (shown: Shown) =>
  ask(`classes/${path(shown)}`, async (answer) => new Uint8Array(await bytes(answer)));

export const numbers = (shown: Shown) =>
  ask(`numbers/${path(shown)}`, async (answer) => {
    const data = new DataView(await bytes(answer));
    return Float32Array.from({ length: data.byteLength >> 2 }, (_, i) =>
      data.getFloat32(4 * i, true),
    );
  });

export const legend = (shown: Shown, lang: Language) =>
  ask<Legend>(`legend/${path(shown)}?lang=${lang}`, json);

export const find = (text: string, lang: Language) =>
  ask<Finds>(`find?q=${encodeURIComponent(text)}&lang=${lang}`, json);

export const profile = (code: string, lang: Language) =>
  ask<Profile>(`profile/${part(code)}?lang=${lang}`, json);

/** Addresses for links: the figures of a view as CSV, and its map as SVG. */
export const csvAddress = (shown: Shown) => `/api/v1/table/${path(shown)}.csv`;
export const svgAddress = (shown: Shown, lang: Language) =>
  `/api/v1/map/${path(shown)}.svg?lang=${lang}`;
export const areaPageAddress = (code: string, lang: Language) =>
  `/gebied/${part(code)}?lang=${lang}`;
