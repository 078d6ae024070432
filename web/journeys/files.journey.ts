// SPDX-License-Identifier: EUPL-1.2
// Real files of a reader, made here, read by the program itself: areas in three forms, workbooks good
// and bad, the picture of a map, and the map in the page of somebody else.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type Browser, type Page, chromium } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { Areas, Legend, Project, View } from "../src/model";
import { type Opened, expectNoViolations, open, shown } from "./open";
import { boxOf, decodePng } from "./png";
import { type Serving, program, serveExample } from "./program";
import { workbookOf, zipOf } from "./zip";

describe.skipIf(!program)("the page with the program", () => {
  let served: Serving;
  let atlas: Opened;
  let view: View;
  let areas: Areas;
  const ask = async <T>(path: string) =>
    (await (await fetch(`${served.address}/api/v1/${path}`)).json()) as T;

  beforeAll(async () => {
    served = await serveExample();
    atlas = await open(served.address);
    const project = await ask<Project>("project");
    const wijken = project.views.filter(({ level, shapes }) => level === "wijk" && shapes !== null);
    view = wijken[wijken.length - 1];
    areas = await ask<Areas>(`areas/${view.level}/${view.vintage}`);
    return async () => {
      await atlas.close();
      served.close();
    };
  });

  /** A square of two by two kilometres round the middle of the wijk with most residents. */
  function ownArea(): string {
    const most = areas.residents.reduce<number>(
      (best, n, i) => ((n ?? 0) > (areas.residents[best] ?? 0) ? i : best),
      0,
    );
    const [x, y] = areas.centres[most] ?? [0, 0];
    const corner = (dx: number, dy: number) => [x + dx * 1000, y + dy * 1000];
    const ring = [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)];
    const file = join(served.folder, "eigen.geojson");
    writeFileSync(
      file,
      JSON.stringify({
        type: "FeatureCollection",
        crs: { type: "name", properties: { name: "EPSG:28992" } },
        features: [
          {
            type: "Feature",
            properties: { naam: "Mijn kade" },
            geometry: { type: "Polygon", coordinates: [ring] },
          },
        ],
      }),
    );
    return file;
  }

  function geoPackageOf(file: string): string {
    const out = join(served.folder, "eigen.gpkg");
    execFileSync("ogr2ogr", ["-f", "GPKG", out, file, "-nln", "gebieden"]);
    return out;
  }

  function shapefileOf(file: string): string {
    const folder = join(served.folder, "shp");
    execFileSync("ogr2ogr", ["-f", "ESRI Shapefile", folder, file, "-nln", "gebieden"]);
    const parts = readdirSync(folder).map((name) => [`kaart/${name}`, readFileSync(join(folder, name))]);
    const out = join(served.folder, "eigen.zip");
    writeFileSync(out, zipOf(Object.fromEntries(parts) as Record<string, Buffer>));
    return out;
  }

  const atOwn = async (): Promise<Page> => {
    const page = await atlas.page(`?mode=own&view=${view.id}`);
    await shown(page);
    return page;
  };

  test("own areas in GeoJSON, GeoPackage and a zipped shapefile get the same scores", async () => {
    const file = ownArea();
    const ledes: string[] = [];
    for (const each of [file, geoPackageOf(file), shapefileOf(file)]) {
      const page = await atOwn();
      await page.locator("#own-areas").setInputFiles(each);
      await page.locator("summary").getByText("Mijn kade").waitFor();
      if (each === file) await page.locator("#own-scores").click();
      await page.locator(".report .lede").waitFor();
      ledes.push((await page.locator(".report .lede").textContent()) ?? "");
      await page.locator(".report table tbody tr").first().waitFor();
      await expectNoViolations(page);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator("#own-csv").click(),
      ]);
      const lines = readFileSync(await download.path(), "utf8").trim().split("\n");
      expect(lines[0]).toContain("number,area_name,edition,level,surface_km2");
      expect(lines[1]).toContain("1,Mijn kade,");
      await page.context().close();
    }
    expect(ledes[0]).toMatch(/^Mijn kade: score \d,\d+/);
    expect(new Set(ledes).size).toBe(1);
  });

  const figures = () => areas.codes.map((code, i) => [Number(code.slice(2)), i % 10, i / 8]);
  const workbook = () => ({
    name: "klachten.xlsx",
    mimeType: "application/octet-stream",
    buffer: workbookOf({
      Toelichting: [
        ["onderwerp", "uitleg"],
        ["klachten", "geteld in 2020"],
      ],
      Klachten: [["Klachten per wijk"], ["wijk", "klachten", "bomen"], ...figures()],
    }),
  });

  test("figures in a workbook: sheet and column are chosen, codes are mended", async () => {
    const page = await atOwn();
    const input = page.locator("#own-figures");
    await input.setInputFiles(workbook());
    await page.getByText("Geen kolom heeft codes van gebieden").waitFor();
    await expectNoViolations(page);
    await page.getByLabel("Blad").selectOption("Klachten");
    await page.getByRole("heading", { name: "klachten", level: 1 }).waitFor();
    const all = areas.codes.length;
    await page.getByText(`klachten: ${all} van de ${all} cijfers`).waitFor();
    await page.getByText(`zoals ${Number(areas.codes[0].slice(2))} tot ${areas.codes[0]}`).waitFor();
    await page.getByLabel("Cijfers in kolom").selectOption({ label: "bomen" });
    await page.getByRole("heading", { name: "bomen", level: 1 }).waitFor();
    await expectNoViolations(page);
    await page.reload();
    await page.getByRole("heading", { name: "bomen", level: 1 }).waitFor();
  });

  test("a workbook that cannot be used is refused in plain words", async () => {
    const page = await atOwn();
    const input = page.locator("#own-figures");
    const put = (name: string, buffer: Buffer) =>
      input.setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    const alert = page.locator(".own [role=alert]");
    const told = (words: RegExp) => alert.getByText(words).first().waitFor();
    await put("klachten.xlsx", Buffer.from("code;klachten\nWK1;3\n"));
    await told(/het is platte/);
    const ole = Buffer.from("d0cf11e0a1b11ae1", "hex");
    await put("dicht.xlsx", Buffer.concat([ole, Buffer.from("EncryptedPackage", "utf16le")]));
    await told(/wachtwoord/);
    await put("leeg.xlsx", workbookOf({ Leeg: [] }));
    await told(/leeg/);
    const large = join(served.folder, "groot.xlsx");
    writeFileSync(large, Buffer.alloc(41_000_000));
    await input.setInputFiles(large);
    await told(/groter dan 40 MB/);
    await expectNoViolations(page);
    const strange = [["code", "n"], ["GM0363", 1], ["GM0599", 2]];
    await put("anders.xlsx", workbookOf({ Blad: strange }));
    await page.getByText(/^n: 0 van de 2 cijfers/).waitFor();
    await page.getByText(/Geen code hoort bij een gebied op deze kaart/).waitFor();
  });

  test("the picture of a map is its drawing, at its size, in the colours of its classes", async () => {
    const page = await atlas.page(`?view=${view.id}&show=class`);
    const period = await shown(page);
    await page.getByText("Meenemen").click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#png").click()]);
    const picture = decodePng(readFileSync(await download.path()));
    const path = `${view.id}/class/${period}`;
    const svg = await (await fetch(`${served.address}/api/v1/map/${path}.svg`)).text();
    const [, width, height] = (/<svg[^>]* viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number);
    expect(picture.width).toBe(1800);
    expect(Math.abs(picture.height - (1800 * height) / width)).toBeLessThanOrEqual(2);
    const { classes } = await ask<Legend>(`legend/${path}`);
    const filled = classes.filter(({ areas: n }) => n !== "0").map(({ colour }) => colour);
    const box = boxOf(picture, filled);
    expect(box.count).toBeGreaterThan(0.1 * picture.width * picture.height);
    expect(box.right - box.left).toBeGreaterThan(900);
    for (const colour of filled) expect(boxOf(picture, [colour]).count, colour).toBeGreaterThan(500);
  });

  test("the map stands in the page of somebody else, and the rest of the atlas does not", async () => {
    const page = await atlas.page(`?view=${view.id}&show=class`);
    const period = await shown(page);
    await page.getByText("Meenemen").click();
    const code = await page.getByLabel("Voor uw eigen pagina (HTML)").inputValue();
    const whole = code.replace(/src="[^"]*"/, `src="${served.address}/"`);
    const html = `<!doctype html><title>Een ander</title><h1>Onze wijk</h1>${code}${whole}`;
    const other = createServer((_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.end(html);
    });
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", () => done()));
    const browser: Browser = await chromium.launch({
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      args: ["--no-sandbox"],
    });
    try {
      const host = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      const refused: string[] = [];
      host.on("console", (said) => said.type() === "error" && refused.push(said.text()));
      await host.goto(`http://localhost:${(other.address() as AddressInfo).port}/`);
      const framed = host.frameLocator("iframe").first();
      await framed.locator(".map[data-shown]:not([aria-busy])").waitFor();
      await framed.locator(".legend tbody tr").first().waitFor();
      expect(await framed.locator("h1").textContent()).toContain("Leefbaarheid in ");
      const pixels = decodePng(await host.locator("iframe").first().screenshot());
      const { classes } = await ask<Legend>(`legend/${view.id}/class/${period}`);
      expect(boxOf(pixels, classes.map(({ colour }) => colour)).count).toBeGreaterThan(5_000);
      await expect.poll(() => refused.filter((text) => text.includes("frame-ancestors")).length).toBe(1);
      expect(refused).toHaveLength(1);
      expect(await host.frameLocator("iframe").nth(1).locator(".map").count()).toBe(0);
    } finally {
      await browser.close();
      other.close();
    }
    const policy = async (path: string) =>
      (await fetch(served.address + path)).headers.get("content-security-policy");
    expect(await policy("/?embed=1")).toContain("frame-ancestors *");
    expect(await policy("/")).toContain("frame-ancestors 'self'");
  });

  test("a new project file is told on the page", async () => {
    const page = await atlas.page(`?view=${view.id}`);
    await shown(page);
    await page.waitForTimeout(3_500);
    expect(await page.locator(".notice").isVisible()).toBe(false);
    writeFileSync(served.project, "something else");
    const again = await atlas.page(`?view=${view.id}`);
    await again.getByText("Er is een nieuw projectbestand").waitFor();
  });
});
