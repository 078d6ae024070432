// SPDX-License-Identifier: EUPL-1.2
// What the server says, as types. Figures come as they are shown, or as numbers to be formatted;
// none is computed in the page.

export type Language = "nl" | "en";
export type Name = { nl: string; en: string };

export type Level = { id: string; name: Name; plural: Name };

export type Edition = {
  id: string;
  title: Name;
  publisher: Name;
  licence: string;
  waves: number[];
  dimensions: { id: string; name: Name }[];
  caveats: Name[];
};

export type Period = { id: string; from: number; to: number };

export type QuantityKind =
  | "class"
  | "development"
  | "score"
  | "change"
  | "contribution"
  | "contribution_change"
  | "indicator"
  | "typology"
  | "interval";

export type Quantity = {
  id: string;
  kind: QuantityKind;
  name: Name;
  periods: Period[];
  /** What it stands under in a long list: the dimension of an indicator. */
  group?: Name;
  /** Whether it is known for which areas the class is sure. */
  sure?: boolean;
};

/** An edition at a level in a vintage: one map with its quantities. */
export type View = {
  id: string;
  edition: string;
  level: string;
  vintage: number;
  areas: number;
  shapes: string | null;
  /** Squares in place of outlines: where they lie comes as bytes. */
  cells?: string | null;
  quantities: Quantity[];
};

export type Project = {
  title: string;
  version: string;
  levels: Level[];
  editions: Edition[];
  views: View[];
};

/** Columns of the same length in code order; the position of an area in them is its ordinal. */
export type Areas = {
  level: string;
  vintage: number;
  codes: string[];
  names: string[];
  gemeenten: string[];
  residents: (number | null)[];
  centres: ([number, number] | null)[];
};

export type LegendClass = {
  number: number;
  name: string;
  limits: string;
  colour: string;
  areas: string;
  residents: string;
  holds_mean: boolean;
};

export type Pattern = "hatch" | "dots" | "blank";
export type LegendAbsent = { byte: number; name: string; pattern: Pattern; areas: string };

export type Legend = {
  title: string;
  subtitle: string;
  sentence: string;
  /** What is said at the class that holds the mean. */
  mean: string;
  notes: string[];
  source: string;
  classes: LegendClass[];
  absent: LegendAbsent[];
  palette: "situation" | "development" | "sequence" | "typology";
  /** Of the numbers of single areas: what they are in, and the decimals they are worth. */
  unit?: string;
  digits?: number;
  sure?: { sentence: string; unsure: { name: string; areas: string } } | null;
};

export type Found = {
  code: string;
  name: string;
  gemeente: string;
  level: string;
  vintage: number;
  has_figures: boolean;
};
export type Finds = { found: Found[]; perhaps: Found[] };

/** An area asked for by its ordinal. */
export type At = {
  code: string;
  name: string;
  gemeente: string;
  residents: number | null;
  centre: [number, number] | null;
  wijk: { code: string; name: string } | null;
  buurt: { code: string; name: string } | null;
};

export type Table = { id: string; title: string; head: string[]; rows: string[][] };
export type Block =
  | { kind: "paragraph"; texts: string[] }
  | { kind: "bullets"; texts: string[] }
  | { kind: "heading"; text: string }
  | { kind: "links"; items: { text: string; address: string }[] }
  | ({ kind: "table" } & Table)
  | {
      kind: "chart";
      id: string;
      title: string;
      subtitle: string;
      description: string;
      source: string;
      svg: string;
      table: Table | null;
    };
/** What every longer answer is: first the findings in words, then chapters. */
export type Report = {
  title: string;
  lede: string[];
  chapters: { id: string; title: string; blocks: Block[] }[];
};
export type Profile = Report & { code: string; name: string; gemeente: string; level: string };

/** Areas of the reader's own, as the program has read them: their outlines in RD New. */
export type OwnAnswer = Report & {
  areas: { name: string; classes: Record<string, number | null>; outline: [number, number][][][] }[];
  remarks: string[];
  /** The same figures as a table of text. */
  csv: string;
};

/** One sheet of a workbook of the reader's own, as the program has read it. */
export type OwnSheet = {
  sheets: string[];
  sheet: string;
  head: string[];
  rows: string[][];
  remarks: string[];
};

export type Compared = { code: string; name: string; gemeente: string; level: string };
export type Comparison = Report & { areas: Compared[] };

export type Axis = { title: string; unit: string; mean: number | null };
export type Relation = {
  title: string;
  sentence: string;
  x: Axis;
  y: Axis;
  quadrants: { name: string; areas: string; residents: string }[];
};

export type Cohorts = {
  lists: { id: string; title: string; areas: string; source: string }[];
  rules: { text: string; title: string }[];
  help: string[];
};
export type Cohort = Report & {
  rule: string;
  members: number[];
  joined: number[];
  left: number[];
};

export type Knob = {
  id: string;
  name: string;
  dimension: string;
  sign: string;
  contested: boolean;
};
export type Knobs = {
  instrument: { title: string };
  indicators: Knob[];
  levels: string[];
  waves: number[];
};
/** No legend where an instrument has no class limits. */
export type WhatIf = Report & { legend: Legend | null };

export type Scale = "low" | "mid" | "full";
