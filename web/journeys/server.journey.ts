// SPDX-License-Identifier: EUPL-1.2
// The page on a real server, whatever project it shows: WIJKBEELD_ADDRESS=http://127.0.0.1:8017.
// Without it these are skipped, and told as such.
import { beforeAll, describe, expect, test } from "vitest";
import type { Areas, Cohorts, Knobs, Project } from "../src/model";
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

  /** Whether the server knows an address of the second part of the atlas. */
  const knows = async (path: string) => (await fetch(`${address}/api/v1/${path}`)).status !== 404;
  const mapped = () => project.views.filter((each) => each.shapes !== null);

  test("two areas are compared", async ({ skip }) => {
    const view = mapped()[0];
    const { codes } = await ask<Areas>(`areas/${view.level}/${view.vintage}`);
    const path = `areas=${codes[0]},${codes[1]}`;
    if (!(await knows(`compare?${path}`))) return skip();
    const page = await atlas.page(`?mode=compare&view=${view.id}&${path}`);
    await shown(page);
    await page.locator(".report table").first().waitFor();
    expect(await page.locator(".chosen li").count()).toBe(2);
    await expectNoViolations(page);
  });

  test("each quadrant marks as many areas as it says", async ({ skip }) => {
    const view = mapped().find(({ quantities }) => quantities.some(({ kind }) => kind === "score"));
    const period = view?.quantities.find(({ id }) => id === "score")?.periods[0].id;
    const path = `relation/${view?.id}?x=score/${period}&y=score/${period}`;
    if (!view || !(await knows(path))) return skip();
    const page = await atlas.page(`?mode=relation&view=${view.id}`);
    await shown(page);
    await page.locator("#quadrant-0").waitFor();
    for (const at of [0, 1, 2, 3]) {
      await page.locator(`#quadrant-${at}`).click();
      const row = page.locator("tr", { has: page.locator(`#quadrant-${at}`) });
      const told = (await row.locator("td").first().textContent()) ?? "";
      const marked = (await page.locator(".relation [role=status]").textContent()) ?? "";
      expect(marked.replace(/\D/g, "")).toBe(told.replace(/\D/g, ""));
    }
    await expectNoViolations(page);
  });

  test("a rule to begin with shows a cohort", async ({ skip }) => {
    const view = mapped()[0];
    if (!(await knows(`cohorts/${view.id}`))) return skip();
    const { rules } = await ask<Cohorts>(`cohorts/${view.id}`);
    const page = await atlas.page(
      `?mode=cohort&view=${view.id}&rule=${encodeURIComponent(rules[0].text)}`,
    );
    await shown(page);
    await page.locator(".report h3").first().waitFor();
    await expectNoViolations(page);
  });

  test("another weight changes the map, where an instrument is", async ({ skip }) => {
    const view = mapped().find(({ quantities }) => quantities.some(({ id }) => id === "interval"));
    if (!view || !(await knows(`what-if/${view.edition}`))) return skip();
    const { indicators } = await ask<Knobs>(`what-if/${view.edition}`);
    const page = await atlas.page(
      `?mode=what-if&view=${view.id}&without=${indicators[0].id}&map=moved`,
    );
    await shown(page);
    await page.getByRole("heading", { name: "Wie verschuift", level: 1 }).waitFor();
    await expectNoViolations(page);
  });

  test("squares are told apart, and doubt is shown", async ({ skip }) => {
    const view = project.views.find(({ cells }) => Boolean(cells));
    if (!view) return skip();
    const page = await atlas.page(`?view=${view.id}&sure=1`);
    await shown(page);
    await page.locator(".map").focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => location.search.includes("area=E"));
    await page.locator(".area h2").waitFor();
    await expectNoViolations(page);
  });
});
