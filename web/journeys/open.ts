// SPDX-License-Identifier: EUPL-1.2
// A page in headless Chromium: on the invented country, or on the server that is named.
import { AxeBuilder } from "@axe-core/playwright";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, type Page, chromium } from "playwright-core";
import { expect } from "vitest";
import { buildPage } from "../build.mjs";
import { serveMock } from "../mock/server.mjs";

export type Opened = {
  page(search?: string, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
};

export async function open(given?: string, areas = 200): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), "wijkbeeld-page-"));
  if (!given) await buildPage(folder);
  const mock = given ? null : await serveMock({ page: folder, areas });
  const address = given ?? mock?.address ?? "";
  const browser: Browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  const faults: string[] = [];
  return {
    async page(search = "", options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      const page = await context.newPage();
      page.on("pageerror", (error) => faults.push(String(error)));
      page.on("console", (said) => {
        if (said.type() === "error" && !/status of 40[04]/.test(said.text())) faults.push(said.text());
      });
      page.on("request", (request) => {
        const outside = !request.url().startsWith(address) && !/^(data|blob):/.test(request.url());
        if (outside) faults.push(`asks elsewhere: ${request.url()}`);
      });
      await page.goto(`${address}/${search}`);
      return page;
    },
    async close() {
      await browser.close();
      mock?.close();
      rmSync(folder, { recursive: true });
      expect(faults).toEqual([]);
    },
  };
}

/** Waits until the map shows a period; tells which. */
export async function shown(page: Page, period?: string): Promise<string> {
  const selector = period ? `.map[data-shown="${period}"]` : ".map[data-shown]";
  await page.waitForSelector(`${selector}:not([aria-busy])`, { state: "attached" });
  return (await page.getAttribute(".map", "data-shown")) ?? "";
}

/** How many different colours the fills of the map have: one means that nothing is drawn. */
export function coloursOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const canvas = document.querySelector("canvas") as HTMLCanvasElement;
    const context = canvas.getContext("2d") as CanvasRenderingContext2D;
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const found = new Map<number, number>();
    for (let i = 0; i < data.length; i += 4) {
      const colour = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
      if (data[i + 3] === 255) found.set(colour, (found.get(colour) ?? 0) + 1);
    }
    return [...found.values()].filter((count) => count > 200).length;
  });
}

export async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" | ")}`);
  expect(told).toEqual([]);
}
