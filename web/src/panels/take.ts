// SPDX-License-Identifier: EUPL-1.2
// What can be taken along: the link, a piece of HTML that shows the map elsewhere, the figures, and
// the map as a drawing or a picture. Of a theme the server gives figures and drawing; of what only
// this page shows (a what-if, figures and areas of the reader's own) they are made from the screen.
import * as api from "../api";
import { el, fill } from "../dom";
import type { Taken } from "../modes/desk";
import { type State, toSearch } from "../state";
import { fileName, save } from "../take/save";
import { say, spoken } from "../words";

/** Whether a map elsewhere shows this too: it has no panels, so that its legend must say what it is,
 * and what is only in this tab cannot go along. */
export function isEmbedded({ mode }: Pick<State, "mode">): boolean {
  return mode === "map" || mode === "what-if";
}

export function embedCode(origin: string, path: string, state: State, title: string): string {
  const mode = isEmbedded(state) ? state.mode : "map";
  const search = toSearch({ ...state, mode, table: false, embed: true });
  const plain = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return (
    `<iframe src="${plain(origin + path + search)}" title="${plain(title)}" ` +
    `width="640" height="720" style="border:0" loading="lazy"></iframe>`
  );
}

export type Taking = {
  state: State;
  title: string;
  /** Whether there is a map of it. */
  hasMap: boolean;
  /** When the screen shows something else than the theme. */
  taken: Taken | null;
};

const nameOf = ({ view, quantity, period }: api.Shown, kind: string) =>
  fileName([view, quantity, period], kind);

const kPixels = 1800;

/** An SVG as a PNG, on paper, large enough to print. */
async function pictureOf(svg: string): Promise<Blob> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    const scale = kPixels / Math.max(image.width, 1);
    canvas.width = kPixels;
    canvas.height = Math.round(image.height * scale);
    const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) =>
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** `draw` gives what is on the screen as a drawing. */
export function takePanel(draw: (sentence: string) => string | null) {
  const inside = el("div");
  const summary = el("summary");
  const said = el("p.small", { role: "status" });
  const node = el("details.take", {}, summary, inside, said);

  const copy = async (
    text: string,
    field: HTMLTextAreaElement | HTMLInputElement,
    done: string,
  ) => {
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = done;
    } catch {
      field.focus();
      field.select();
      said.textContent = say("It is selected: copy it with Ctrl+C.");
    }
  };

  const copied = (name: string, id: string, value: string, done: string) => {
    const field = el("textarea", { id, readonly: true, rows: 2, spellcheck: "false" });
    field.value = value;
    return el(
      "div.copied",
      {},
      el("label", { for: id }, name),
      field,
      el("button", { type: "button", click: () => void copy(value, field, done) }, say("Copy")),
    );
  };

  const fail = (error: unknown) => {
    const { what, why } = api.told(error);
    said.textContent = [say("There is no picture."), what, why].filter(Boolean).join(" ");
  };

  const svgOf = async ({ taken }: Taking, shown: api.Shown): Promise<string> => {
    if (!taken?.isDrawn) return api.svgText(shown, spoken());
    const drawn = draw(taken.sentence);
    if (drawn === null) throw new Error(say("There is no map on the screen."));
    return drawn;
  };

  const picture = async (taking: Taking, shown: api.Shown, name: string) => {
    said.textContent = say("The picture is being made.");
    try {
      save(await pictureOf(await svgOf(taking, shown)), name);
      said.textContent = say("The picture is saved.");
    } catch (error) {
      fail(error);
    }
  };

  const drawing = async (taking: Taking, shown: api.Shown, name: string) => {
    try {
      save(new Blob([await svgOf(taking, shown)], { type: "image/svg+xml" }), name);
      said.textContent = say("The drawing is saved.");
    } catch (error) {
      fail(error);
    }
  };

  const made = (text: string, id: string, click: () => void) =>
    el("button.plain", { type: "button", id, click }, text);

  /** What the server has is a link, so that it can be opened elsewhere too. */
  const ways = (taking: Taking) => {
    const { state, hasMap, taken } = taking;
    const { view, quantity, period, lang } = state;
    const shown = { view, quantity, period };
    const named = taken ? { view, quantity: taken.name, period } : shown;
    const drawn = taken?.isDrawn ? named : shown;
    const figures = taken?.figures ?? api.csvAddress(shown);
    const csv = nameOf(named, "csv");
    return [
      typeof figures === "string"
        ? el("a", { href: figures, download: csv, id: "csv" }, say("Figures (CSV)"))
        : made(say("Figures (CSV)"), "csv", () => {
            save(new Blob([figures()], { type: "text/csv;charset=utf-8" }), csv);
            said.textContent = say("The figures are saved.");
          }),
      " ",
      hasMap &&
        (taken?.isDrawn
          ? made(say("Map (SVG)"), "svg", () => void drawing(taking, shown, nameOf(drawn, "svg")))
          : el(
              "a",
              { href: api.svgAddress(shown, lang), download: nameOf(shown, "svg"), id: "svg" },
              say("Map (SVG)"),
            )),
      " ",
      hasMap &&
        made(say("Map (PNG)"), "png", () => void picture(taking, shown, nameOf(drawn, "png"))),
    ];
  };

  const show = (taking: Taking) => {
    const { state, title } = taking;
    const { origin, pathname } = location;
    summary.textContent = say("Take along");
    said.textContent = "";
    fill(
      inside,
      el("p.links", {}, ...ways(taking)),
      copied(
        say("Link to this view"),
        "link",
        origin + pathname + toSearch(state),
        say("The link is copied."),
      ),
      copied(
        say("For your own page (HTML)"),
        "embed",
        embedCode(origin, pathname, state, title),
        say("The code is copied."),
      ),
      !isEmbedded(state) && el("p.small", {}, say("That code shows only the theme: {}.", title)),
    );
  };
  return { node, show };
}
