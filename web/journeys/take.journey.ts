// SPDX-License-Identifier: EUPL-1.2
// What is taken along is what is on the screen: of a theme, of a what-if, and of one's own figures
// and areas, as figures, as a drawing and as a picture whose points are looked at.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { type Opened, expectNoViolations, open, shown } from "./open";
import { boxOf, decodePng } from "./png";

let atlas: Opened;
beforeAll(async () => {
  atlas = await open();
  return () => atlas.close();
});

async function taken(page: Page, id: string): Promise<{ name: string; bytes: Buffer }> {
  const details = page.locator("details.take");
  if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`#${id}`).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Short when it fails: a drawing is long. */
function expectWords(svg: string, words: string[]): void {
  expect(words.filter((each) => !svg.includes(each))).toEqual([]);
}

const text = async (page: Page, id: string) => (await taken(page, id)).bytes.toString("utf8");

test("the picture of a theme is the drawing of the server, at its size", async () => {
  const page = await atlas.page("?period=2014");
  await shown(page, "2014");
  const { name, bytes } = await taken(page, "png");
  expect(name).toBe("wijkbeeld-verzonnen-wijk-2016-class-2014.png");
  const picture = decodePng(bytes);
  // The stand-in draws 300 by 200 with a square of 120 by 90 at (20, 20).
  expect([picture.width, picture.height]).toEqual([1800, 1200]);
  const box = boxOf(picture, ["#cf6c57"]);
  expect(box).toEqual({ left: 120, top: 120, right: 839, bottom: 659, count: 720 * 540 });
});

test("a what-if is taken along as what it is, with what was turned", async () => {
  const page = await atlas.page("?mode=what-if&without=huur&factor=overlast:2");
  await shown(page);
  await page.getByRole("heading", { name: "Wat als: leefbaarheid, 2018", level: 1 }).waitFor();
  const { name, bytes } = await taken(page, "csv");
  expect(name).toMatch(/^wijkbeeld-verzonnen-wijk-2016-what-if-2018\.csv$/);
  const lines = bytes.toString("utf8").trim().split("\n");
  expect(lines[0]).toContain("class_before,class_after,score_before,score_after,moved,absent_because,what_if");
  expect(lines[1]).toContain("huur=x0; overlast=x2");
  expect(new Set(lines.slice(1).map((line) => line.split(",")[8]))).toContain("up");
  const svg = await text(page, "svg");
  expectWords(svg, [
    "Wat als: leefbaarheid, 2018",
    "Een wat-als, niet de score van het instrument zelf.",
    "Sociale huurwoningen: doet niet mee; Overlast: × 2.",
    "Bron: Voorbeeldland",
    "krijgen een andere klasse",
  ]);
  await expectNoViolations(page);
  await page.getByLabel("Kaart", { exact: true }).selectOption("moved");
  await page.getByRole("heading", { name: "Wie verschuift", level: 1 }).waitFor();
  const moved = await text(page, "svg");
  expectWords(moved, ["Wie verschuift", "een lagere klasse"]);
  const png = await taken(page, "png");
  expect(png.name).toBe("wijkbeeld-verzonnen-wijk-2016-what-if-moved-2018.png");
  const picture = decodePng(png.bytes);
  const size = /width="(\d+)" height="(\d+)"/.exec(moved);
  expect(picture.width).toBe(1800);
  expect(picture.height).toBe(2 * Number(size?.[2]));
  // The map is between the margins, and its colours are not only those of the legend.
  const map = boxOf(picture, ["#b3621e", "#ededea", "#4183b7"]);
  expect(map.left).toBeGreaterThanOrEqual(48);
  expect(map.right).toBeLessThanOrEqual(1752);
  expect(map.right - map.left).toBeGreaterThan(600);
  expect(map.count).toBeGreaterThan(200_000);
});

test("a what-if stands in the page of somebody else, and says that it is one", async () => {
  const page = await atlas.page("?mode=what-if&without=huur&factor=overlast:2");
  await shown(page);
  await page.getByRole("heading", { name: "Wat als: leefbaarheid, 2018", level: 1 }).waitFor();
  await page.getByText("Meenemen").click();
  const code = await page.getByLabel("Voor uw eigen pagina (HTML)").inputValue();
  expect(code).toContain('title="Wat als: leefbaarheid, 2018"');
  const search = /src="[^"?]*(\?[^"]*)"/.exec(code)?.[1].replace(/&#38;/g, "&") ?? "";
  const held = await atlas.page(search, { viewport: { width: 640, height: 720 } });
  await held.getByRole("heading", { name: "Wat als: leefbaarheid, 2018", level: 1 }).waitFor();
  expect(await held.locator(".tool, .chooser, .head").evaluateAll((all) =>
    all.every((each) => getComputedStyle(each).display === "none"),
  )).toBe(true);
  expect(await held.textContent(".legend")).toContain("niet de score van het instrument zelf");
  await expectNoViolations(held);
});

test("before the what-if it is the theme that is drawn, and the figures tell both", async () => {
  const page = await atlas.page("?mode=what-if&without=huur&map=before");
  await shown(page);
  await page.locator("#what-if-undo").waitFor();
  await page.locator('#csv[href*="table.csv"]').waitFor({ state: "attached" });
  expect(await text(page, "csv")).toContain("class_before");
  expect((await taken(page, "svg")).name).toBe("wijkbeeld-verzonnen-wijk-2016-class-2018.svg");
  await page.locator("#what-if-undo").click();
  await page.locator('#csv[href*="/table/"]').waitFor({ state: "attached" });
});

const asFile = (name: string, content: string) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(content),
});

test("own figures and areas are taken along as they are on the map, and nothing is sent", async () => {
  const page = await atlas.page("?mode=own");
  await shown(page);
  const asked: string[] = [];
  page.on("request", (request) => request.method() !== "GET" && asked.push(request.url()));
  const [x, y] = [95000, 395000];
  const ring = [[x, y], [x + 30000, y], [x + 30000, y + 30000], [x, y + 30000], [x, y]];
  const area = {
    type: "Feature",
    properties: { naam: "Mijn & buurt" },
    geometry: { type: "Polygon", coordinates: [ring] },
  };
  await page.locator("#own-areas").setInputFiles(asFile("b.geojson", JSON.stringify(area)));
  await page.getByText(/gebieden hebben hun midden erin/).waitFor();
  const ofTheme = await text(page, "csv");
  expect(ofTheme).toContain("class_name,own_area\n");
  expect(ofTheme).toMatch(/,Mijn & buurt\n/);
  const figures = ["code;klachten", ...Array.from({ length: 100 }, (_, i) => `${990000 + i};${i},5`)];
  await page.locator("#own-figures").setInputFiles(asFile("c.csv", figures.join("\n")));
  await page.getByRole("heading", { name: "klachten" }).waitFor();
  await page.getByText("zoals 990000 tot WK990000").waitFor();
  const csv = await taken(page, "csv");
  expect(csv.name).toBe("wijkbeeld-verzonnen-wijk-2016-own-figures-2018.csv");
  const lines = csv.bytes.toString("utf8").split("\n");
  expect(lines[0]).toBe("area_code,area_name,gemeente,residents,klachten,class,own_area");
  expect(lines.find((line) => line.startsWith("WK990041,"))).toContain(",41.5,3,");
  const svg = await text(page, "svg");
  expectWords(svg, [
    ">klachten<",
    "Eigen cijfers per wijk, grenzen van 2016",
    "Bron: een eigen bestand.",
    "Mijn &#38; buurt",
  ]);
  const picture = decodePng((await taken(page, "png")).bytes);
  const blues = ["#e5eef4", "#b9d2e3", "#84afcd", "#4f88b1", "#255f8b"];
  expect(boxOf(picture, blues).count).toBeGreaterThan(50_000);
  for (const blue of blues) expect(boxOf(picture, [blue]).count).toBeGreaterThan(3_000);
  expect(asked).toEqual([]);
  await expectNoViolations(page);
});

test("squares are drawn too, and the words of a table follow own figures", async () => {
  const page = await atlas.page("?mode=own&view=verzonnen/cell/2016");
  await shown(page);
  const codes = await page.evaluate(async () => {
    const found = await Promise.all(
      [0, 1, 2, 3].map(async (i) => (await fetch(`/api/v1/at/cell/2016/${i}`)).json()),
    );
    return found.map((each: { code: string }) => each.code);
  });
  const rows = codes.map((code, i) => `${code};${i}`);
  await page.locator("#own-figures").setInputFiles(asFile("c.csv", `cel;n\n${rows.join("\n")}`));
  await page.getByText("4 van de 4 cijfers").waitFor();
  const lines = (await text(page, "csv")).trim().split("\n");
  expect(lines).toHaveLength(5);
  expect(lines[0]).toBe("area_code,n,class");
  expectWords(await text(page, "svg"), ["crispEdges"]);
});
