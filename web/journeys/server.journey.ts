// SPDX-License-Identifier: EUPL-1.2
// The page on a real server, whatever project it shows: WIJKBEELD_ADDRESS=http://127.0.0.1:8017.
// Without it these are skipped, and told as such.
import { beforeAll, describe, expect, test } from "vitest";
import type { Areas, Project } from "../src/model";
import { type Opened, coloursOf, expectNoViolations, open, shown } from "./open";

const address = process.env["WIJKBEELD_ADDRESS"];

describe.skipIf(!address)("the page on a server", () => {
  let atlas: Opened;
  let project: Project;
  const ask = async <T>(path: string) => (await fetch(`${address}/api/v1/${path}`)).json() as T;

  beforeAll(async () => {
    atlas = await open(address);
    project = await ask<Project>("project");
    return () => atlas.close();
  });

  test("a bare address shows a map with words in both languages", async () => {
    for (const search of ["", "?lang=en"]) {
      const page = await atlas.page(search);
      await shown(page);
      expect(await coloursOf(page)).toBeGreaterThan(1);
      expect((await page.textContent("h1"))?.length).toBeGreaterThan(5);
      expect(await page.locator(".legend tbody tr").count()).toBeGreaterThan(3);
      await expectNoViolations(page);
    }
  });

  test("every view shows its first and last theme", async () => {
    for (const view of project.views) {
      for (const quantity of [view.quantities[0], view.quantities[view.quantities.length - 1]]) {
        const page = await atlas.page(`?view=${view.id}&show=${quantity.id}`);
        await shown(page, quantity.periods[quantity.periods.length - 1].id);
        expect(await page.locator(".legend tbody tr").count()).toBeGreaterThan(1);
        await page.close();
      }
    }
  });

  test("an area, the table and a phone have no violations", async () => {
    const view = project.views.find((each) => each.shapes) ?? project.views[0];
    const areas = await ask<Areas>(`areas/${view.level}/${view.vintage}`);
    const page = await atlas.page(`?view=${view.id}&area=${areas.codes[0]}&table=1`, {
      viewport: { width: 390, height: 844 },
    });
    await shown(page);
    await page.getByRole("heading", { name: areas.names[0] }).first().waitFor();
    await page.locator(".table tbody tr").first().waitFor();
    await expectNoViolations(page);
  });
});
