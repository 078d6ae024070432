// SPDX-License-Identifier: EUPL-1.2
// A small picture of every view, held against the one that was approved: gross changes are seen,
// differences of fonts and edges are not. WIJKBEELD_APPROVE=1 accepts what is there now.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { type Opened, open, shown } from "./open";

const kFolder = fileURLToPath(new URL("shots", import.meta.url));
/** Of 480 x 300 points, 1200 x 750 pixels of the page. */
const kSmall = { viewport: { width: 1200, height: 750 }, deviceScaleFactor: 0.4 };
const kMostBytes = 48_000;
const kMostShare = 0.03;

const kViews: Record<string, { search: string; ready?: string; dark?: boolean }> = {
  map: { search: "" },
  "map-dark": { search: "", dark: true },
  area: { search: "?area=WK990040", ready: ".area figure svg" },
  table: { search: "?table=1", ready: ".table tbody tr" },
  compare: { search: "?mode=compare&areas=WK990040,WK990041", ready: ".report figure svg" },
  swipe: { search: "?with=2002", ready: ".map[data-beside]" },
  cells: { search: "?view=verzonnen/cell/2016" },
  relation: { search: "?mode=relation", ready: "#quadrant-0" },
  cohort: { search: "?mode=cohort&list=lijst-1", ready: ".report h3" },
  "what-if": { search: "?mode=what-if&without=huur&map=moved", ready: ".report h3" },
  own: { search: "?mode=own", ready: "#draw" },
  doubt: { search: "?sure=1", ready: ".swatch.unsure" },
  typology: { search: "?show=typology" },
  embed: { search: "?embed=1" },
};

let atlas: Opened;
beforeAll(async () => {
  atlas = await open();
  return () => atlas.close();
});

async function picture(name: keyof typeof kViews): Promise<Buffer> {
  const { search, ready, dark } = kViews[name];
  const page = await atlas.page(search, {
    ...kSmall,
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
  });
  await shown(page);
  if (ready) await page.locator(ready).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(300);
  const png = await coarse(page, await page.screenshot());
  await page.context().close();
  return png;
}

/** With eight shades of each colour, which is enough to hold it against another, and small. */
async function coarse(page: Page, png: Buffer): Promise<Buffer> {
  const made = await page.evaluate(async (text) => {
    const image = new Image();
    image.src = `data:image/png;base64,${text}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
    pen.drawImage(image, 0, 0);
    const all = pen.getImageData(0, 0, canvas.width, canvas.height);
    for (let i = 0; i < all.data.length; i++)
      all.data[i] = Math.round((Math.round((all.data[i] * 7) / 255) * 255) / 7);
    pen.putImageData(all, 0, 0);
    return canvas.toDataURL("image/png").split(",")[1];
  }, png.toString("base64"));
  return Buffer.from(made, "base64");
}

/** The share of points in which two pictures clearly differ. */
function difference(page: Page, a: Buffer, b: Buffer): Promise<number> {
  return page.evaluate(
    async (both) => {
      const [p, q] = await Promise.all(
        both.map(async (text) => {
          const image = new Image();
          image.src = `data:image/png;base64,${text}`;
          await image.decode();
          const canvas = document.createElement("canvas");
          [canvas.width, canvas.height] = [image.width, image.height];
          const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
          pen.drawImage(image, 0, 0);
          return pen.getImageData(0, 0, canvas.width, canvas.height);
        }),
      );
      if (p.width !== q.width || p.height !== q.height) return 1;
      let differ = 0;
      for (let i = 0; i < p.data.length; i += 4) {
        const off = [0, 1, 2].map((k) => Math.abs(p.data[i + k] - q.data[i + k]));
        if (Math.max(...off) > 48) differ++;
      }
      return differ / (p.width * p.height);
    },
    [a.toString("base64"), b.toString("base64")],
  );
}

for (const name of Object.keys(kViews)) {
  test(`${name} looks as approved`, async () => {
    const file = `${kFolder}/${name}.png`;
    const now = await picture(name);
    if (process.env["WIJKBEELD_APPROVE"]) {
      mkdirSync(kFolder, { recursive: true });
      writeFileSync(file, now);
    }
    expect(existsSync(file), `no picture is approved: ${file}`).toBe(true);
    const approved = readFileSync(file);
    expect(approved.length).toBeLessThan(kMostBytes);
    const page = await atlas.page("?embed=1");
    expect(await difference(page, approved, now)).toBeLessThan(kMostShare);
    await page.context().close();
  });
}

test("another theme, or a panel that is gone, is seen", async () => {
  const page = await atlas.page("?embed=1");
  const of = (name: string) => readFileSync(`${kFolder}/${name}.png`);
  expect(await difference(page, of("map"), of("typology"))).toBeGreaterThan(2 * kMostShare);
  expect(await difference(page, of("map"), of("area"))).toBeGreaterThan(2 * kMostShare);
});
