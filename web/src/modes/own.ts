// SPDX-License-Identifier: EUPL-1.2
// Areas and figures of the reader's own. They stay in this tab of the browser; only when scores are
// asked for, or a file only the program can read is opened, they go to the program, which keeps nothing.
import * as api from "../api";
import { el, fill } from "../dom";
import type { OwnAnswer } from "../model";
import { chaptersOf, ledeOf, letScroll } from "../panels/document";
import { keepFocus } from "../panels/fields";
import { classOf } from "../panels/sentence";
import { OwnError, type OwnArea, crossesItself, holdsPoint, parseGeoJson } from "../own/geojson";
import { areasOf, toGeoJson } from "../own/scores";
import { type Cell, csvOf } from "../take/csv";
import { fileName, save } from "../take/save";
import { say, sayCount, spoken } from "../words";
import type { Desk, Mode } from "./desk";
import { type KeptFigures, ownFigures } from "./ownfigures";

const kMostBytes = 40_000_000;
const kKept = "wijkbeeld-own";
const kRows = 100;

type Kept = { areas: OwnArea[]; figures: KeptFigures | null };

/** Kept while the tab is open; what does not fit is kept until the page is left. */
function read(): Kept {
  try {
    const kept = JSON.parse(sessionStorage.getItem(kKept) ?? "") as Kept;
    return { areas: kept.areas ?? [], figures: kept.figures ?? null };
  } catch {
    return { areas: [], figures: null };
  }
}

function write(kept: Kept): void {
  try {
    sessionStorage.setItem(kKept, JSON.stringify(kept));
  } catch {
    sessionStorage.removeItem(kKept);
  }
}

export function ownMode(desk: Desk): Mode {
  const node = el("div.own");
  const problem = el("div", { role: "alert" });
  const told = el("p.quiet", { role: "status" });
  const report = el("div.report");
  const kept = read();
  let areas = kept.areas;
  const figures = ownFigures(desk, kept.figures, {
    changed: () => changed(),
    complain: (error) => (error === null ? fill(problem) : complain(error)),
  });
  let drawing: [number, number][] | null = null;
  let isOpen = false;

  const keep = () => write({ areas, figures: figures.kept() });

  const complain = (error: unknown) => {
    const isOwn = error instanceof OwnError;
    const isTold = error instanceof api.Refusal || error instanceof TypeError;
    const { what, why, help } = isTold
      ? api.told(error)
      : { what: isOwn ? error.message : say("The file cannot be read."), why: "", help: isOwn ? error.help : "" };
    fill(
      problem,
      el("p", {}, el("strong", {}, what)),
      ...[why, help].filter((text) => text !== "").map((text) => el("p", {}, text)),
    );
  };

  const saveScores = ({ csv }: OwnAnswer) => {
    const { view } = desk.store.state;
    save(new Blob([csv], { type: "text/csv;charset=utf-8" }), fileName([view, "own areas"], "csv"));
    told.textContent = say("The figures are saved.");
  };

  const show = (answer: OwnAnswer) => {
    fill(
      report,
      ledeOf(answer),
      ...answer.remarks.map((text) => el("p.small", {}, text)),
      ...chaptersOf(answer),
      el(
        "button.plain",
        { type: "button", id: "own-csv", click: () => saveScores(answer) },
        say("Scores of own areas (CSV)"),
      ),
    );
    letScroll(report);
  };

  /** What no longer fits the areas on the list is not left standing. */
  const changed = () => {
    fill(report);
    keep();
    follow();
    desk.retake();
  };

  const work = async () => {
    fill(problem);
    try {
      const bytes = new Blob([toGeoJson(areas)]);
      show(await api.ownAreas(desk.store.state.view, bytes, say("Own areas"), spoken()));
      desk.tell(say("The scores are there."));
    } catch (error) {
      complain(error);
    }
  };

  /** Files that only the program can read: it gives their outlines back. */
  const hand = async (file: File) => {
    const answer = await api.ownAreas(desk.store.state.view, file, file.name, spoken());
    const read = areasOf(answer);
    areas = [...areas, ...read];
    told.textContent = sayCount(read.length, "One area was added.", "{} areas were added.");
    changed();
    if (areas.length === read.length) show(answer);
    reveal();
  };

  const take = async (file: File | undefined) => {
    if (!file) return;
    fill(problem);
    told.textContent = "";
    try {
      if (file.size > kMostBytes) {
        throw new OwnError(
          say("The file is larger than {} MB.", "40"),
          /\.(csv|txt|xlsx)$/i.test(file.name)
            ? say("Keep the columns with codes and figures only.")
            : say("Simplify its outlines first."),
        );
      }
      if (/\.(gpkg|zip)$/i.test(file.name)) return await hand(file);
      const start = await file.slice(0, 100).text();
      if (/\.(geo)?json$/i.test(file.name) || start.trimStart().startsWith("{")) {
        const read = parseGeoJson(await file.text());
        areas = [...areas, ...read];
        told.textContent = sayCount(read.length, "One area was added.", "{} areas were added.");
        changed();
        reveal();
      } else {
        await figures.open(file);
        changed();
      }
    } catch (error) {
      complain(error);
      changed();
    }
  };

  const picker = (name: string, id: string, accept: string, hint: string) => {
    const input = el("input.unseen", {
      id,
      type: "file",
      accept,
      "aria-describedby": `${id}-hint`,
      change: (event) => {
        const from = event.target as HTMLInputElement;
        void take(from.files?.[0]).finally(() => (from.value = ""));
      },
    });
    return el(
      "div.file",
      {},
      el("label", {}, input, name),
      " ",
      el("span.small", { id: `${id}-hint` }, hint),
    );
  };

  const finish = () => {
    if (!drawing) return;
    if (drawing.length < 3)
      return complain(new OwnError(say("An area needs at least three points.")));
    if (crossesItself(drawing)) {
      return complain(
        new OwnError(say("The outline crosses itself."), say("Take away the last point.")),
      );
    }
    areas = [...areas, { name: say("Drawn area {}", areas.length + 1), rings: [drawing] }];
    drawing = null;
    fill(problem);
    changed();
  };

  const add = (point: readonly [number, number]) => {
    drawing?.push([point[0], point[1]]);
    desk.tell(sayCount(drawing?.length ?? 0, "One point", "{} points"));
    follow();
  };

  const button = (name: string, id: string, click: () => void) =>
    el("button.plain", { type: "button", id, click }, name);

  const layDrawing = () =>
    drawing
      ? el(
          "div.drawing",
          {},
          el(
            "p",
            {},
            say(
              "Click the corners on the map one by one. By keyboard: arrow keys move the map under the cross, Space puts a corner, Enter ends.",
            ),
          ),
          el("p.quiet", {}, sayCount(drawing.length, "One point", "{} points")),
          button(say("Done"), "drawn", finish),
          button(say("Take away the last point"), "undo-point", () => {
            drawing?.pop();
            follow();
          }),
          button(say("Stop drawing"), "no-drawing", () => {
            drawing = null;
            follow();
          }),
        )
      : el(
          "div.drawing",
          {},
          button(say("Draw an area"), "draw", () => {
            drawing = [];
            fill(problem);
            follow();
            desk.map.host.focus();
          }),
        );

  /** Which areas of the map have their middle in an own area. */
  const inside = (own: OwnArea): number[] => {
    const centres = desk.shown()?.areas?.centres ?? [];
    return centres.flatMap((at, i) => (at && holdsPoint(own, at) ? [i] : []));
  };

  const layArea = (own: OwnArea, at: number) => {
    const found = inside(own);
    const shown = desk.shown();
    const look = figures.onThisMap() ?? shown;
    const row = (i: number) =>
      el(
        "tr",
        {},
        el("th", { scope: "row" }, shown?.areas?.names[i] ?? ""),
        el("td.words", {}, look ? classOf(look.values[i], look.legend).name : ""),
      );
    const column = (text: string) => el("th", { scope: "col", class: "words" }, text);
    return el(
      "details",
      {},
      el(
        "summary",
        {},
        own.name,
        " ",
        el(
          "span.quiet",
          {},
          sayCount(found.length, "One area has its middle in it", "{} areas have their middle in it"),
        ),
      ),
      found.length > 0 &&
        el(
          "table",
          {},
          el("caption.unseen", {}, own.name),
          el("thead", {}, el("tr", {}, column(say("Area")), column(say("Class")))),
          el("tbody", {}, ...found.slice(0, kRows).map(row)),
        ),
      found.length > kRows &&
        el("p.small", {}, say("The first {} by name are shown.", String(kRows))),
      button(say("Remove {}", own.name), `remove-own-${at}`, () => {
        areas = areas.filter((each) => each !== own);
        changed();
      }),
    );
  };

  const lay = () => {
    keepFocus(node, () =>
      fill(
        node,
        el(
          "p.quiet",
          {},
          say("What you add here stays in this tab of your browser. Only when you ask for scores, or open a GeoPackage, shapefile or Excel file, it goes to the program that made this page, which forgets it at once."),
        ),
        problem,
        told,
        el("h3", {}, say("Own areas")),
        picker(
          say("Open areas"),
          "own-areas",
          ".geojson,.json,.gpkg,.zip,application/geo+json",
          say("GeoJSON, GeoPackage or zipped shapefile."),
        ),
        layDrawing(),
        ...areas.map(layArea),
        areas.length > 0 && button(say("Work out the scores"), "own-scores", () => void work()),
        report,
        el("h3", {}, say("Own figures")),
        picker(
          say("Open figures"),
          "own-figures",
          ".csv,.txt,.xlsx,text/csv",
          say("CSV or Excel (.xlsx): a head, and a code and a number on each line."),
        ),
        ...figures.lay(),
      ),
    );
  };

  const draw = () => {
    desk.map.host.classList.toggle("drawing", drawing !== null);
    desk.map.setOwn([
      ...areas.map((each) => ({ ...each, isClosed: true })),
      ...(drawing ? [{ name: "", rings: [drawing], isClosed: false }] : []),
    ]);
  };

  const reveal = () => {
    const points = areas.flatMap(({ rings }) => rings.flat());
    if (points.length === 0) return;
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const least = (of: number[]) => of.reduce((a, b) => Math.min(a, b));
    const most = (of: number[]) => of.reduce((a, b) => Math.max(a, b));
    desk.map.revealBox({ x0: least(xs), x1: most(xs), y0: least(ys), y1: most(ys) }, 12);
  };

  /** Which own areas have the middle of each area of the map, by name. */
  const ownNames = () => {
    const names = new Map<number, string[]>();
    for (const own of areas)
      for (const i of inside(own)) names.set(i, [...(names.get(i) ?? []), own.name]);
    return { head: "own_area", of: (area: number) => (names.get(area) ?? []).join("; ") };
  };

  /** The areas of the map with their class, and in which own area they lie. */
  const csvOfAreas = (): string => {
    const shown = desk.shown();
    const known = shown?.areas;
    if (!shown || !known) return "";
    const { of, head } = ownNames();
    const rows = known.codes.map((code, i): Cell[] => {
      const { look, name } = classOf(shown.values[i], shown.legend);
      const { residents, names, gemeenten } = known;
      const number = look && "number" in look ? shown.values[i] : null;
      return [code, names[i], gemeenten[i], residents[i], number, name, of(i)];
    });
    return csvOf(
      ["area_code", "area_name", "gemeente", "residents", "class", "class_name", head],
      rows,
    );
  };

  let seen = "";
  const follow = () => {
    if (!isOpen) return;
    const { view, period, quantity, lang } = desk.store.state;
    draw();
    lay();
    const wanted = JSON.stringify([view, period, quantity, lang, figures.mark()]);
    if (wanted === seen || !desk.shown()) return;
    seen = wanted;
    desk.instead(figures.onThisMap());
  };

  return {
    node,
    enter() {
      isOpen = true;
      seen = "";
    },
    follow,
    leave() {
      isOpen = false;
      drawing = null;
      desk.map.host.classList.remove("drawing");
      desk.map.setOwn([]);
      desk.instead(null);
    },
    taken() {
      const shown = desk.shown();
      if (!shown || (figures.kept() === null && areas.length === 0)) return null;
      const isOfFigures = figures.onThisMap() !== null;
      if (!isOfFigures && !shown.areas) return null;
      return {
        name: isOfFigures ? "own-figures" : "own-areas",
        sentence: isOfFigures ? "" : shown.legend.sentence,
        figures: () =>
          isOfFigures ? figures.csv(areas.length > 0 ? ownNames() : null) : csvOfAreas(),
        isDrawn: true,
      };
    },
    pick(_, at) {
      if (!drawing) return false;
      add(at);
      return true;
    },
    key(event) {
      if (!drawing) return false;
      const pans: Record<string, [number, number]> = {
        ArrowUp: [0, 0.06],
        ArrowDown: [0, -0.06],
        ArrowLeft: [-0.06, 0],
        ArrowRight: [0.06, 0],
      };
      const pan = pans[event.key];
      if (pan) desk.map.pan(...pan);
      else if (event.key === " ") add(desk.map.middle());
      else if (event.key === "Enter") finish();
      else if (event.key === "Backspace") {
        drawing.pop();
        follow();
      } else if (event.key === "Escape") {
        drawing = null;
        follow();
      } else return false;
      return true;
    },
  };
}
