// SPDX-License-Identifier: EUPL-1.2
// Comparing, swiping, squares, relating, cohorts, what-if, own data and taking along: by mouse, by
// keyboard alone, and by finger where that differs.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { type Opened, coloursOf, expectNoViolations, open, shown } from "./open";

let atlas: Opened;
beforeAll(async () => {
  atlas = await open();
  return () => atlas.close();
});

const said = (page: Page, part: string) =>
  page.waitForFunction((p) => location.search.includes(p), part);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? "");

/** Tab until something has the focus. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    if ((await focused(page)) === id) return;
  }
  throw new Error(`Tab does not reach ${id}`);
}

async function middle(page: Page, selector: string): Promise<[number, number]> {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} has no size`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** How many pixels of the map are pale, as those are that do not belong to a set. */
const pale = (page: Page) =>
  page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const canvas = document.querySelector("canvas") as HTMLCanvasElement;
    const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let i = 3; i < data.length; i += 4) if (data[i] > 40 && data[i] < 60) count++;
    return count;
  });

test("areas are put side by side with the mouse, and taken away again", async () => {
  const page = await atlas.page("?mode=compare");
  await shown(page);
  const [x, y] = await middle(page, ".map");
  await page.mouse.click(x - 80, y + 40);
  await said(page, "areas=");
  await page.mouse.click(x + 60, y - 90);
  await page.locator(".report table tbody tr").nth(1).waitFor();
  expect(await page.locator(".chosen li").count()).toBe(2);
  expect(await page.locator(".report .lede").textContent()).toContain("2 gebieden");
  expect(await pale(page)).toBeGreaterThan(10_000);
  await expectNoViolations(page);
  await page.locator(".chosen button").first().click();
  expect(await page.locator(".chosen li").count()).toBe(1);
  await page.goBack();
  await page.locator(".chosen li").nth(1).waitFor();
});

test("areas are put side by side from figures, by search and by keyboard alone", async () => {
  const page = await atlas.page("?area=WK990040");
  await page.locator(".area h2").waitFor();
  await page.locator(".area").getByRole("button", { name: "Vergelijk" }).click();
  await said(page, "areas=WK990040");
  await page.keyboard.press("/");
  await page.keyboard.type("kerkhof 2");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".chosen li").nth(1).waitFor();
  expect(await focused(page)).toBe("map");
  const before = page.url();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction((url) => location.href !== url, before);
  await page.keyboard.press("Enter");
  await page.locator(".chosen li").nth(2).waitFor();
});

test("what is told of an area leads to its neighbours and its groups on the spot", async () => {
  const page = await atlas.page("?area=WK990040");
  await page.locator(".area h2").waitFor();
  const name = (await page.locator(".ways a").first().textContent()) ?? "";
  await page.locator(".ways a").first().click();
  await page.locator(".area h2").getByText(name, { exact: true }).waitFor();
  await page.locator(".ways a").nth(1).click();
  await page.getByRole("heading", { name: "score[2018] < 4,0" }).waitFor();
  expect(page.url()).toContain("mode=cohort");
});

test("two waves and two editions lie on one map, with a divider for mouse and keyboard", async () => {
  const page = await atlas.page();
  await shown(page);
  await page.getByLabel("Naast").selectOption("2002");
  await page.locator('.map[data-beside="verzonnen/wijk/2016 2002"]').waitFor();
  const divider = page.getByRole("slider");
  const where = async () => Number(await divider.getAttribute("aria-valuenow"));
  expect(await where()).toBe(50);
  expect(await page.locator(".half-name.left").textContent()).toBe("2018, Verzonnen leefbaarheid");
  expect(await page.locator(".half-name.right").textContent()).toBe("2002, Verzonnen leefbaarheid");
  await expectNoViolations(page);
  const [x, y] = await middle(page, ".divider");
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 150, y, { steps: 3 });
  await page.mouse.up();
  expect(await where()).toBeLessThan(40);
  await divider.focus();
  await page.keyboard.press("End");
  expect(await where()).toBe(100);
  await page.keyboard.press("ArrowLeft");
  expect(await where()).toBe(98);
  await page.getByLabel("Naast").selectOption("anders/wijk/2016");
  await page.locator('.map[data-beside="anders/wijk/2016 2018"]').waitFor();
  await page.keyboard.press("Tab");
  await page.getByLabel("Naast").selectOption("");
  await page.locator(".swipe").waitFor({ state: "hidden" });
});

test("a finger moves the divider", async () => {
  const page = await atlas.page("?with=2002", {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  await page.locator(".map[data-beside]").waitFor();
  await page.locator(".divider").scrollIntoViewIfNeeded();
  const [x, y] = await middle(page, ".divider");
  const touch = await page.context().newCDPSession(page);
  const at = (off: number) => [{ x: x + off, y }];
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
  for (const off of [30, 60, 90]) {
    await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(off) });
  }
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  expect(Number(await page.getByRole("slider").getAttribute("aria-valuenow"))).toBeGreaterThan(65);
});

test("squares are shown, pointed at, walked over and told", async () => {
  const page = await atlas.page("?view=verzonnen/cell/2016");
  await shown(page);
  expect(await coloursOf(page)).toBeGreaterThan(5);
  await expectNoViolations(page);
  const [x, y] = await middle(page, ".map");
  await page.mouse.click(x + 3, y + 3);
  await page.locator(".area h2").waitFor();
  expect(await page.locator(".area h2").textContent()).toMatch(/^E\d{4}N\d{4}$/);
  const again = await atlas.page(new URL(page.url()).search);
  await again.locator(".area h2").waitFor();
  await again.locator(".map").focus();
  const before = again.url();
  await again.keyboard.press("ArrowUp");
  await again.waitForFunction((url) => location.href !== url, before);
  await again.waitForFunction(() =>
    /^E\d{4}N\d{4}, /.test(document.querySelector("[aria-live]")?.textContent ?? ""),
  );
  await again.getByRole("button", { name: "Tabel" }).click();
  await again.locator(".table tbody tr").nth(3).waitFor();
  await expectNoViolations(again);
});

test("points and map are linked, by dragging in either", async () => {
  const page = await atlas.page("?mode=relation");
  await shown(page);
  await page.locator("#quadrant-0").waitFor();
  await expectNoViolations(page);
  const [x, y] = await middle(page, ".scatter");
  await page.mouse.move(x - 60, y - 60);
  await page.mouse.down();
  await page.mouse.move(x + 40, y + 40, { steps: 4 });
  await page.mouse.up();
  await page.getByText(/\d+ gebieden gekozen/).waitFor();
  expect(await pale(page)).toBeGreaterThan(5_000);
  await expectNoViolations(page);
  const marked = await page.getByText(/\d+ gebieden gekozen/).textContent();
  await page.getByRole("button", { name: "Kies op de kaart" }).click();
  const [mx, my] = await middle(page, ".map");
  await page.mouse.move(mx - 120, my - 90);
  await page.mouse.down();
  await page.mouse.move(mx + 30, my + 50, { steps: 4 });
  await page.mouse.up();
  await page.waitForFunction((before) => {
    const now = document.querySelector(".relation [role=status]")?.textContent;
    return now && now !== before;
  }, marked);
  await page.getByRole("button", { name: "Kies niets" }).click();
  expect(await pale(page)).toBeLessThan(2_000);
});

test("the keyboard alone chooses axes, a quadrant and a point", async () => {
  const page = await atlas.page("?mode=relation");
  await shown(page);
  await page.locator("#quadrant-0").waitFor();
  await tabTo(page, "axis-x");
  await page.keyboard.press("ArrowDown");
  await said(page, "x=");
  await page.locator("#quadrant-0").waitFor();
  await page.locator(".scatter").focus();
  await page.keyboard.press("ArrowRight");
  await said(page, "area=");
  const first = page.url();
  await page.keyboard.press("ArrowUp");
  await page.waitForFunction((url) => location.href !== url, first);
  // Point by point: marked, heard, and let go again.
  await page.keyboard.press("Enter");
  await page.getByText("Eén gebied gekozen").first().waitFor();
  expect(await page.locator("[aria-live]").first().textContent()).toMatch(/^.+ is gekozen\.$/);
  const second = page.url();
  await page.keyboard.press("ArrowLeft");
  await page.waitForFunction((url) => location.href !== url, second);
  await page.waitForFunction(() => !document.querySelector("[aria-live]")?.textContent?.includes("gekozen"));
  expect(await page.locator("[aria-live]").first().textContent()).toMatch(/^.+: .+ \(2018\)$/);
  await page.keyboard.press("Space");
  await page.getByText("2 gebieden gekozen").first().waitFor();
  await page.keyboard.press("Space");
  await page.getByText("Eén gebied gekozen").first().waitFor();
  expect(await page.locator("[aria-live]").first().textContent()).toContain("is losgelaten");
  expect(await page.evaluate(() => document.activeElement?.className)).toBe("scatter");
  await page.keyboard.press("Escape");
  await tabTo(page, "quadrant-1");
  await page.keyboard.press("Enter");
  await page.getByText(/\d+ gebieden gekozen/).waitFor();
  expect(await page.getAttribute("#quadrant-1", "aria-pressed")).toBe("true");
});

test("a cohort by rule is shown, and who moves when the rule moves", async () => {
  const page = await atlas.page("?mode=cohort");
  await shown(page);
  await tabTo(page, "cohort-rule");
  await page.keyboard.type("score[2018] < 4,0");
  await page.keyboard.press("Tab");
  await page.keyboard.type("score[2018] < 4,1");
  await page.keyboard.press("Enter");
  await page.locator(".report h3").first().waitFor();
  expect(await page.locator(".report .lede").textContent()).toMatch(/\d+ gebieden horen erbij/);
  expect(await page.locator(".key-of-set li").count()).toBe(3);
  expect(await pale(page)).toBeGreaterThan(5_000);
  expect(page.url()).toContain("other=");
  await expectNoViolations(page);
  await page.getByLabel("Cohort", { exact: true }).selectOption("lijst-1");
  await page.getByRole("heading", { name: "Verzonnen lijst 2007" }).waitFor();
  expect(page.url()).not.toContain("rule=");
});

test("a mistake in a rule is told with what was perhaps meant", async () => {
  const page = await atlas.page("?mode=cohort&rule=goede%20wijken");
  await page.getByRole("alert").getByText("bedoelde u").waitFor();
  await expectNoViolations(page);
});

test("other weights change the map, and tell who moves", async () => {
  const page = await atlas.page("?mode=what-if");
  await shown(page);
  await tabTo(page, "knob-overlast");
  await page.keyboard.press("ArrowUp");
  await said(page, "factor=overlast");
  await page.getByLabel("Laat alle omstreden indicatoren weg").check();
  await said(page, "contested=off");
  await page.locator(".report table tbody tr").first().waitFor();
  await page.getByLabel("Kaart", { exact: true }).selectOption("moved");
  await page.getByRole("heading", { name: "Wie verschuift", level: 1 }).waitFor();
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Alles zoals het is" }).click();
  await page.waitForFunction(() => !location.search.includes("factor="));
  await page.getByRole("link", { name: "Kaart", exact: true }).click();
  await page.getByRole("heading", { name: "Leefbaarheid, 2018" }).waitFor();
});

test("an edition without an instrument says so", async () => {
  const page = await atlas.page("?mode=what-if&view=anders/wijk/2016");
  await shown(page);
  await page.locator(".tool").getByText("dit is er niet").waitFor();
});

test("doubt is shown on the map and in the legend", async () => {
  const page = await atlas.page();
  await shown(page);
  const rows = await page.locator(".legend tbody tr").count();
  await page.getByLabel("Toon waar de klasse onzeker is").check();
  await page.getByText("klasse onzeker", { exact: true }).waitFor();
  expect(await page.locator(".legend tbody tr").count()).toBe(rows + 1);
  expect(page.url()).toContain("sure=1");
  await expectNoViolations(page);
});

test("types have letters, and indicators stand under their dimension", async () => {
  const page = await atlas.page("?show=typology");
  await shown(page);
  expect(await page.locator(".legend .lettered").first().isVisible()).toBe(true);
  const groups = await page
    .locator("#theme optgroup")
    .evaluateAll((all) => all.map((g) => (g as HTMLOptGroupElement).label));
  expect(groups).toContain("Indicatoren: Woningen");
  expect(groups).toContain("Typen en onzekerheid");
  await expectNoViolations(page);
});

test("link, code, figures and pictures can be taken along", async () => {
  const page = await atlas.page("?period=2014");
  await shown(page, "2014");
  await page.getByText("Meenemen").click();
  await expectNoViolations(page);
  expect(await page.getByLabel("Link naar dit beeld").inputValue()).toContain("period=2014");
  const code = await page.getByLabel("Voor uw eigen pagina (HTML)").inputValue();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Kaart (PNG)" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("wijkbeeld-verzonnen-wijk-2016-class-2014.png");
  const png = readFileSync(await download.path());
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBe(1800);
  const search = /src="[^"?]*(\?[^"]*)"/.exec(code)?.[1].replace(/&#38;/g, "&") ?? "";
  const held = await atlas.page(search, { viewport: { width: 640, height: 720 } });
  await shown(held, "2014");
  expect(await held.locator(".legend").isVisible()).toBe(true);
  expect(
    await held
      .locator(".chooser, .head, .waves")
      .evaluateAll((all) => all.every((n) => getComputedStyle(n).display === "none")),
  ).toBe(true);
  expect(await held.textContent(".key")).toContain("Bron: ");
  await expectNoViolations(held);
});

test("the figures of an area are printed on one or two pages", async () => {
  const page = await atlas.page("?area=WK990040");
  await page.locator(".area h2").waitFor();
  const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
  const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(0);
  expect(pages).toBeLessThanOrEqual(2);
});

const square = (x: number, y: number, side: number) => ({
  type: "Feature",
  properties: { naam: "Mijn buurt" },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [x, y],
        [x + side, y],
        [x + side, y + side],
        [x, y + side],
        [x, y],
      ],
    ],
  },
});
const asFile = (name: string, text: string) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(text),
});

test("own areas and figures are shown, kept in the tab, and sent nowhere", async () => {
  const page = await atlas.page("?mode=own");
  await shown(page);
  const asked: string[] = [];
  page.on("request", (request) => request.method() !== "GET" && asked.push(request.url()));
  await expectNoViolations(page);
  const areas = page.locator("#own-areas");
  await areas.setInputFiles(
    asFile("a.geojson", JSON.stringify({ ...square(800000, 6800000, 100) })),
  );
  await page.getByText("ligt buiten Nederland").waitFor();
  await expectNoViolations(page);
  await areas.setInputFiles(asFile("b.geojson", JSON.stringify(square(95000, 395000, 30000))));
  await page.getByText(/gebieden hebben hun midden erin/).waitFor();
  const figures = [
    "code;klachten",
    ...Array.from({ length: 100 }, (_, i) => `WK99${String(i).padStart(4, "0")};${i % 9},5`),
    "WK123456;3",
  ];
  await page.locator("#own-figures").setInputFiles(asFile("c.csv", figures.join("\n")));
  await page.getByRole("heading", { name: "klachten" }).waitFor();
  await page.getByText("100 van de 101 cijfers").waitFor();
  expect(await page.locator(".legend tbody tr").count()).toBeGreaterThan(4);
  await expectNoViolations(page);
  await page.reload();
  await page.getByRole("heading", { name: "klachten" }).waitFor();
  await page.locator("summary").getByText("Mijn buurt").waitFor();
  await page.getByRole("link", { name: "Kaart", exact: true }).click();
  await page.getByRole("heading", { name: "Leefbaarheid, 2018" }).waitFor();
  expect(asked).toEqual([]);
});

test("an area is drawn by clicking corners, and by keyboard alone", async () => {
  const page = await atlas.page("?mode=own");
  await shown(page);
  await page.getByRole("button", { name: "Teken een gebied" }).click();
  const [x, y] = await middle(page, ".map");
  for (const [dx, dy] of [
    [0, 0],
    [90, 0],
    [90, 70],
  ] as const) {
    await page.mouse.click(x + dx, y + dy);
    await page.waitForTimeout(350);
  }
  await page.getByText("3 punten", { exact: true }).first().waitFor();
  await page.getByRole("button", { name: "Klaar" }).click();
  await page.getByText("Getekend gebied 1", { exact: false }).first().waitFor();
  await page.locator("#draw").focus();
  await page.keyboard.press("Enter");
  expect(await focused(page)).toBe("map");
  for (const key of [
    "Space",
    "ArrowRight",
    "ArrowRight",
    "Space",
    "ArrowDown",
    "ArrowDown",
    "Space",
    "Enter",
  ]) {
    await page.keyboard.press(key);
  }
  await page.getByText("Getekend gebied 2", { exact: false }).first().waitFor();
  await expectNoViolations(page);
});

for (const search of [
  "?mode=compare&areas=WK990040,WK990041",
  "?mode=relation",
  "?mode=cohort&list=lijst-1",
  "?mode=what-if&without=huur",
  "?mode=own",
  "?with=2002",
]) {
  test(`${search} fits a phone and a doubled text, and has no violations in the dark`, async () => {
    for (const [width, height] of [
      [390, 844],
      [640, 400],
    ] as const) {
      const page = await atlas.page(search, {
        viewport: { width, height },
        colorScheme: "dark",
        reducedMotion: "reduce",
      });
      await shown(page);
      await page.waitForTimeout(400);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over).toBeLessThanOrEqual(0);
      if (width === 390) await expectNoViolations(page);
      await page.close();
    }
  });
}
