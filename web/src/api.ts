// SPDX-License-Identifier: EUPL-1.2
// The only file that talks to the server. Answers are kept: a project does not change while it is
// served, and the server says so with an ETag.
import type { FileState } from "./health";
import type {
  Areas,
  At,
  Cohort,
  Cohorts,
  Comparison,
  Finds,
  Knobs,
  Language,
  Legend,
  OwnAnswer,
  OwnSheet,
  Profile,
  Project,
  Relation,
  Report,
  Scale,
  WhatIf,
} from "./model";
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

/** The server's words are parts of a message; on a page they stand as sentences. */
function sentence(text: string): string {
  if (text === "") return "";
  return text[0].toUpperCase() + text.slice(1) + (/[.?!]$/.test(text) ? "" : ".");
}

/** Any failure as what, why and what to do: a server that does not answer says nothing itself. */
export function told(error: unknown): { what: string; why: string; help: string } {
  if (error instanceof Refusal) {
    return { what: sentence(error.what), why: sentence(error.why), help: sentence(error.help) };
  }
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

/** What follows a question mark; blanks are left out. */
function query(asked: Record<string, string>): string {
  const said = Object.entries(asked).filter(([, value]) => value !== "");
  return new URLSearchParams(said).toString();
}

const json = <T>(answer: Response) => answer.json() as Promise<T>;
const bytes = (answer: Response) => answer.arrayBuffer();

export const project = () => ask<Project>("project", json);

export const areas = (level: string, vintage: number) =>
  ask<Areas>(`areas/${part(level)}/${vintage}`, json);

export const shapes = (address: string, scale: Scale) =>
  ask(`shapes/${part(address)}/${scale}`, bytes);

const byteList = async (answer: Response) => new Uint8Array(await bytes(answer));

export const classes = (shown: Shown) => ask(`classes/${path(shown)}`, byteList);

/** Per area: 0 nothing known, 1 the class is sure, 2 it is not. */
export const sure = (shown: Shown) => ask(`sure/${path(shown)}`, byteList);

export const cells = (address: string) =>
  ask(`cells/${part(address.replace(/^cell\//, ""))}`, bytes);

export const at = (level: string, vintage: number, ordinal: number) =>
  ask<At>(`at/${part(level)}/${vintage}/${ordinal}`, json);

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

/** What a score is made of: the answer behind the page "/opbouw/EDITION/CODE". */
export const explained = (address: string, lang: Language) =>
  ask<Report>(`${address.replace(/^\/opbouw\/|\?.*$/g, "").replace(/^/, "explain/")}?lang=${lang}`, json);

export const compare = (codes: string[], lang: Language) =>
  ask<Comparison>(`compare?areas=${codes.map(encodeURIComponent).join(",")}&lang=${lang}`, json);

export const relation = (view: string, x: string, y: string, lang: Language) =>
  ask<Relation>(`relation/${part(view)}?${query({ x, y, lang })}`, json);

export const cohorts = (view: string, lang: Language) =>
  ask<Cohorts>(`cohorts/${part(view)}?lang=${lang}`, json);

/** A list or a rule, what it is held against, and a second rule. */
export type CohortAsked = { list: string; rule: string; against: string; other: string };
export const cohort = (view: string, asked: CohortAsked, lang: Language) =>
  ask<Cohort>(`cohort/${part(view)}?${query({ ...asked, lang })}`, json);

export const knobs = (edition: string, lang: Language) =>
  ask<Knobs>(`what-if/${part(edition)}?lang=${lang}`, json);

/** What is left out, what weighs otherwise, and "off" when nothing contested takes part. */
export type WhatIfAsked = { without: string; factor: string; contested: string };
const whatIfPath = (view: string, period: string) => `what-if/${part(view)}/${part(period)}`;
export const whatIf = (view: string, period: string, asked: WhatIfAsked, lang: Language) =>
  ask<WhatIf>(`${whatIfPath(view, period)}?${query({ ...asked, lang })}`, json);
export const whatIfBytes = (
  view: string,
  period: string,
  which: "classes" | "moved",
  asked: WhatIfAsked,
) => ask(`${whatIfPath(view, period)}/${which}?${query({ ...asked })}`, byteList);

/** Before, after and who moves as CSV. */
export const whatIfAddress = (view: string, period: string, asked: WhatIfAsked) =>
  `/api/v1/${whatIfPath(view, period)}/table.csv?${query({ ...asked })}`;

/** Own areas, laid over the areas of a view; the server keeps nothing, and neither do we. */
export async function ownAreas(
  view: string,
  bytes: Blob,
  name: string,
  lang: Language,
): Promise<OwnAnswer> {
  const answer = await fetch(`/api/v1/own-areas/${part(view)}?${query({ name, lang })}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: bytes,
  });
  if (!answer.ok) throw await refusal(answer);
  return json<OwnAnswer>(answer);
}

/** The cells of one sheet of a workbook; the server keeps nothing of it. */
export async function ownFigures(
  bytes: Blob,
  name: string,
  sheet: string,
  lang: Language,
): Promise<OwnSheet> {
  const answer = await fetch(`/api/v1/own-figures?${query({ name, sheet, lang })}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: bytes,
  });
  if (!answer.ok) throw await refusal(answer);
  return json<OwnSheet>(answer);
}

/** Whether the project file is still the one that was read. */
export async function health(): Promise<FileState> {
  const answer = await fetch("/healthz", { cache: "no-store" });
  if (!answer.ok) throw await refusal(answer);
  return (await json<{ project: FileState }>(answer)).project;
}

/** Addresses for links: the figures of a view as CSV, and its map as SVG. */
export const csvAddress = (shown: Shown) => `/api/v1/table/${path(shown)}.csv`;
export const svgAddress = (shown: Shown, lang: Language) =>
  `/api/v1/map/${path(shown)}.svg?lang=${lang}`;
/** The map as the server draws it, as text. */
export const svgText = async (shown: Shown, lang: Language): Promise<string> => {
  const answer = await fetch(svgAddress(shown, lang));
  if (!answer.ok) throw await refusal(answer);
  return answer.text();
};
export const areaPageAddress = (code: string, lang: Language) =>
  `/gebied/${part(code)}?lang=${lang}`;
