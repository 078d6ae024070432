// SPDX-License-Identifier: EUPL-1.2
// Figures of the reader's own: opened, laid on the map, and taken along. CSV is read here; a workbook
// goes to the program that made this page, which gives back the cells of one sheet.
import * as api from "../api";
import { el } from "../dom";
import { count } from "../format";
import type { OwnSheet } from "../model";
import {
  type OwnFigures,
  type OwnTable,
  columnsOf,
  figuresOf,
  storedNumber,
  tableOf,
} from "../own/columns";
import { type OwnOnMap, onMap } from "../own/figures";
import { choice, options } from "../panels/fields";
import { type Cell, csvOf } from "../take/csv";
import { lower, named, say, sayCount, spoken, upper } from "../words";
import type { Desk } from "./desk";

export type KeptFigures = { title: string; values: [string, number][]; skipped: number };

/** `changed` is called when there are other figures, `complain` with what went wrong (null: nothing). */
export function ownFigures(
  desk: Desk,
  kept: KeptFigures | null,
  on: { changed(): void; complain(error: unknown): void },
) {
  let figures: OwnFigures | null = kept && { ...kept, values: new Map(kept.values) };
  /** While the file is open: other sheets and columns can be chosen. */
  let file: File | null = null;
  let sheet: OwnSheet | null = null;
  let table: OwnTable | null = null;
  let column: number | undefined;

  const forget = () => {
    file = sheet = table = figures = null;
    column = undefined;
  };

  const take = (next: OwnTable) => {
    table = next;
    figures = figuresOf(next);
    column = columnsOf(next).numbers[0];
  };

  const takeSheet = async (from: File, name: string) => {
    const answer = await api.ownFigures(from, from.name, name, spoken());
    forget();
    file = from;
    sheet = answer;
    take({ head: answer.head, body: answer.rows, numberOf: storedNumber });
  };

  /** Throws what went wrong. The sheets of a workbook stay on offer when one has no figures. */
  const open = async (from: File): Promise<void> => {
    if (/\.(xlsx|xlsm|xls|ods)$/i.test(from.name)) return takeSheet(from, "");
    const next = tableOf(await from.text());
    forget();
    take(next);
  };

  const choose = async (act: () => Promise<void> | void) => {
    on.complain(null);
    try {
      await act();
    } catch (error) {
      figures = null;
      on.complain(error);
    }
    on.changed();
  };

  const placesOf = () => {
    const known = desk.shown()?.areas;
    const at = new Map(known?.codes.map((code, i) => [code, i]));
    return {
      count: desk.shown()?.values.length ?? 0,
      ordinalOf: (code: string) => (known ? (at.get(code) ?? -1) : desk.ordinalOf(code)),
      example: known?.codes[0] ?? "",
    };
  };

  const levelName = () => {
    const view = desk.view();
    const level = desk.project.levels.find(({ id }) => id === view?.level);
    return level ? lower(named(level.name)) : (view?.level ?? "");
  };

  /** The figures as this map shows them. */
  const onThisMap = (): OwnOnMap | null => {
    const view = desk.view();
    if (!figures || !view || !desk.shown()?.values.length) return null;
    const made = onMap(figures, placesOf(), spoken());
    const subtitle = say("Own figures by {}, boundaries of {}", levelName(), String(view.vintage));
    return { ...made, legend: { ...made.legend, subtitle } };
  };

  const layChoices = () => {
    const columns = table && figures ? columnsOf(table).numbers : [];
    return [
      sheet !== null &&
        sheet.sheets.length > 1 &&
        choice(
          say("Sheet"),
          "own-sheet",
          options(sheet.sheets.map((name) => ({ value: name, text: name })), sheet.sheet),
          (name) => void choose(() => (file ? takeSheet(file, name) : undefined)),
        ),
      columns.length > 1 &&
        choice(
          say("Figures in column"),
          "own-column",
          options(
            columns.map((at) => ({ value: String(at), text: table?.head[at] || String(at + 1) })),
            String(column),
          ),
          (at) =>
            void choose(() => {
              column = Number(at);
              if (table) figures = figuresOf(table, column);
            }),
        ),
    ];
  };

  const layMatch = (title: string, size: number, made: OwnOnMap | null) => {
    const { matched, strange, mended } = made ?? { matched: 0, strange: [], mended: [] };
    const text = (number: number) => count(number, spoken());
    const [example] = mended;
    return [
      el(
        "p",
        {},
        say("{}: {} of {} figures are about areas on this map.", title, text(matched), text(size)),
      ),
      matched === 0 &&
        el(
          "p",
          {},
          say(
            "No code is of an area on this map, where codes are like {}. Choose the level that the figures are about.",
            placesOf().example || "E1213N4879",
          ),
        ),
      example &&
        el(
          "p.small",
          {},
          say(
            "{} codes had lost letters or zeros and were mended, such as {} to {}.",
            text(mended.length),
            ...example,
          ),
        ),
      strange.length > 0 &&
        el("p.small", {}, say("Not on this map: {}.", strange.slice(0, 3).join(", "))),
    ];
  };

  const lay = (): (Node | false | undefined)[] => {
    const chosen = layChoices();
    if (!figures) {
      const others = (sheet?.sheets.length ?? 0) > 1;
      return [...chosen, others && el("p.small", {}, say("The figures may stand on another sheet."))];
    }
    const { title, values, skipped } = figures;
    return [
      ...chosen,
      ...layMatch(title, values.size, onThisMap()),
      skipped > 0 && el("p.small", {}, sayCount(skipped, "One line has no number.", "{} lines have no number.")),
      ...(sheet?.remarks ?? []).map((text) => el("p.small", {}, `${upper(text)}.`)),
      el(
        "button.plain",
        {
          type: "button",
          id: "remove-figures",
          click: () => {
            forget();
            on.changed();
          },
        },
        say("Remove {}", title),
      ),
    ];
  };

  /** A row for each area of the map; of squares only those with a figure, by code. */
  const csv = (more: { head: string; of(area: number): string } | null): string => {
    const made = onThisMap();
    if (!figures || !made) return "";
    const extra = more ? [more.head] : [];
    const areas = desk.shown()?.areas;
    const classOf = (at: number): Cell => (Number.isNaN(made.numbers[at]) ? null : made.values[at]);
    if (!areas) {
      const places = placesOf();
      const rows = [...figures.values]
        .map(([code, value]) => [code, value, classOf(places.ordinalOf(code))] as Cell[])
        .filter(([code]) => places.ordinalOf(String(code)) >= 0);
      return csvOf(["area_code", figures.title, "class"], rows);
    }
    const rows = areas.codes.map((code, i): Cell[] => [
      code,
      areas.names[i],
      areas.gemeenten[i],
      areas.residents[i],
      made.numbers[i],
      classOf(i),
      ...(more ? [more.of(i)] : []),
    ]);
    const head = ["area_code", "area_name", "gemeente", "residents", figures.title, "class"];
    return csvOf([...head, ...extra], rows);
  };

  return {
    open,
    lay,
    onThisMap,
    csv,
    kept: (): KeptFigures | null => figures && { ...figures, values: [...figures.values] },
    /** Changes whenever there are other figures. */
    mark: () => JSON.stringify([figures?.title, figures?.values.size, sheet?.sheet, column]),
  };
}
