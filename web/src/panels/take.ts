// SPDX-License-Identifier: EUPL-1.2
// What can be taken along: the link, a piece of HTML that shows the map elsewhere, the figures, and
// the map as a drawing or a picture. The picture is made here, from the drawing of the server.
import * as api from "../api";
import { el, fill } from "../dom";
import { type State, toSearch } from "../state";
import { say, spoken } from "../words";

export function embedCode(origin: string, path: string, state: State, title: string): string {
  const search = toSearch({ ...state, mode: "map", table: false, embed: true });
  const plain = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return (
    `<iframe src="${plain(origin + path + search)}" title="${plain(title)}" ` +
    `width="640" height="720" style="border:0" loading="lazy"></iframe>`
  );
}

/** A name for a file: letters and digits of what is shown. */
export function fileName({ view, quantity, period }: api.Shown, kind: string): string {
  const words = `${view} ${quantity} ${period}`.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return `wijkbeeld-${words}.${kind}`;
}

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

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function takePanel() {
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

  const picture = async (shown: api.Shown) => {
    said.textContent = say("The picture is being made.");
    try {
      save(await pictureOf(await api.svgText(shown, spoken())), fileName(shown, "png"));
      said.textContent = say("The picture is saved.");
    } catch (error) {
      const { what, why } = api.told(error);
      said.textContent = [say("There is no picture."), what, why].filter(Boolean).join(" ");
    }
  };

  /** With what it is of, when the map shows something else just now. */
  const show = (state: State, title: string, hasDrawing: boolean, isOther: boolean) => {
    const { view, quantity, period, lang } = state;
    const shown = { view, quantity, period };
    const { origin, pathname } = location;
    summary.textContent = say("Take along");
    said.textContent = "";
    fill(
      inside,
      isOther && el("p.small", {}, say("Figures and map are those of {}.", title)),
      el(
        "p.links",
        {},
        el("a", { href: api.csvAddress(shown), download: true }, say("Figures (CSV)")),
        " ",
        hasDrawing &&
          el(
            "a",
            { href: api.svgAddress(shown, lang), download: fileName(shown, "svg") },
            say("Map (SVG)"),
          ),
        " ",
        hasDrawing &&
          el(
            "button.plain",
            { type: "button", id: "png", click: () => void picture(shown) },
            say("Map (PNG)"),
          ),
      ),
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
    );
  };
  return { node, show };
}
