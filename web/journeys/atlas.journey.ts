// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, expect, test } from "vitest";
import { type Opened, coloursOf, expectNoViolations, open, shown } from "./open";

let atlas: Opened;
beforeAll(async () => {
  atlas = await open();
  return () => atlas.close();
});

test("a bare address shows a map with its title, legend and source", async () => {
  const page = await atlas.page();
  expect(await shown(page)).toBe("2018");
  expect(await coloursOf(page)).toBeGreaterThan(5);
  expect(await page.textContent("h1")).toBe("Leefbaarheid, 2018");
  expect(await page.getAttribute("html", "lang")).toBe("nl");
  expect(await page.locator(".legend tbody tr").count()).toBe(11);
  expect(await page.locator(".legend").textContent()).toContain("landelijk gemiddelde");
  expect(await page.locator(".legend").textContent()).toContain("Bron: ");
  await expectNoViolations(page);
});

test("another wave and theme change map and address, and back goes one choice back", async () => {
  const page = await atlas.page();
  await shown(page);
  await page.getByRole("radio", { name: "2012" }).check();
  await shown(page, "2012");
  expect(await page.textContent("h1")).toBe("Leefbaarheid, 2012");
  expect(page.url()).toContain("period=2012");
  await page.getByLabel("Thema").selectOption("development");
  await shown(page, "2008-2012");
  expect(await page.textContent("h1")).toContain("Ontwikkeling");
  await expectNoViolations(page);
  await page.goBack();
  await shown(page, "2012");
  expect(await page.getByLabel("Thema").inputValue()).toBe("class");
  await page.goBack();
  await shown(page, "2018");
});

test("back also goes back to where the map was", async () => {
  const page = await atlas.page("?at=90000,390000,60000");
  await shown(page);
  const near = await page.textContent(".scalebar");
  await page.getByLabel("Thema").selectOption("score");
  await page.getByRole("button", { name: "Alles" }).click();
  await page.waitForFunction(() => !location.search.includes("at="));
  await page.waitForFunction((before) => document.querySelector(".scalebar")?.textContent !== before, near);
  await page.goBack();
  await page.waitForFunction(() => location.search.includes("at=90000,390000,60000"));
  await page.waitForFunction((before) => document.querySelector(".scalebar")?.textContent === before, near);
  expect(await page.getByLabel("Thema").inputValue()).toBe("class");
});

test("another level brings other areas", async () => {
  const page = await atlas.page();
  await shown(page);
  await page.getByLabel("Niveau").selectOption("verzonnen/gemeente/2016");
  await page.waitForFunction(() => /gemeenten/.test(document.querySelector(".subtitle")?.textContent ?? ""));
  expect(await coloursOf(page)).toBeGreaterThan(2);
  expect(await page.getAttribute(".map", "aria-label")).toContain("gemeenten");
});

test("playing goes through all waves and stops at the last", async () => {
  const page = await atlas.page("?period=2014");
  await shown(page, "2014");
  await page.getByRole("button", { name: "Speel af" }).click();
  await shown(page, "2016");
  await shown(page, "2018");
  await page.getByRole("button", { name: "Speel af" }).waitFor();
});

test("an area is found by name, by a slip, and opens its figures", async () => {
  const page = await atlas.page();
  await shown(page);
  await page.keyboard.press("/");
  await page.keyboard.type("lindenwijk");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".area h2").waitFor();
  expect(await page.locator(".area h2").textContent()).toContain("Lindenwijk");
  expect(page.url()).toMatch(/area=WK99\d{4}/);
  await expectNoViolations(page);
  await page.keyboard.press("/");
  await page.keyboard.type("lizzenwijk");
  await page.getByText("Bedoelde u").waitFor();
  await expectNoViolations(page);
});

test("a click on the map chooses the area under it, and a link restores it", async () => {
  const page = await atlas.page();
  await shown(page);
  const box = await page.locator(".map").boundingBox();
  if (!box) throw new Error("the map has no size");
  await page.mouse.click(box.x + box.width / 2 - 60, box.y + box.height / 2 + 80);
  await page.locator(".area h2").waitFor();
  const name = await page.locator(".area h2").textContent();
  const again = await atlas.page(new URL(page.url()).search);
  await again.locator(".area h2").waitFor();
  expect(await again.locator(".area h2").textContent()).toBe(name);
});

test("the keyboard alone walks over the map and hears each area", async () => {
  const page = await atlas.page();
  await shown(page);
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement?.id === "map")) break;
  }
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("map");
  const heard: string[] = [];
  for (const key of ["ArrowRight", "ArrowRight", "ArrowUp", "ArrowLeft"]) {
    const before = page.url();
    await page.keyboard.press(key);
    await page.waitForFunction((url) => location.href !== url, before);
    heard.push((await page.locator("[aria-live]").textContent()) ?? "");
  }
  expect(new Set(heard).size).toBe(4);
  for (const sentence of heard) expect(sentence).toMatch(/^.+, .+: .+ \(2018\)$/);
  const wide = page.url();
  await page.keyboard.press("+");
  await page.waitForFunction((url) => location.href !== url, wide);
  await page.locator(".area h2").waitFor();
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("area-name");
  await page.getByRole("button", { name: "Sluit" }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("map");
});

test("the table says what the map shows, and follows it", async () => {
  const page = await atlas.page();
  await shown(page);
  await page.getByRole("button", { name: "Tabel" }).click();
  await page.locator(".table tbody tr").first().waitFor();
  await expectNoViolations(page);
  const whole = await page.locator(".table .quiet").first().textContent();
  await page.locator(".map").focus();
  for (const key of ["+", "+", "+"]) await page.keyboard.press(key);
  await page.waitForFunction(
    (before) => document.querySelector(".table .quiet")?.textContent !== before,
    whole,
  );
  await page.locator(".table tbody button").first().click();
  await page.locator(".area h2").waitFor();
});

test("English is one switch away, and in the address", async () => {
  const page = await atlas.page();
  await shown(page);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Liveability, 2018" }).waitFor();
  expect(await page.getAttribute("html", "lang")).toBe("en");
  expect(page.url()).toContain("lang=en");
  await expectNoViolations(page);
});

for (const [name, width, height] of [["a phone", 390, 844], ["a wall", 1920, 1080], ["200 %", 640, 400]] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`${name} in ${colorScheme} fits and has no violations`, async () => {
      const page = await atlas.page("?area=WK990040", { viewport: { width, height }, colorScheme });
      await shown(page);
      await page.locator(".area h2").waitFor();
      expect(await coloursOf(page)).toBeGreaterThan(2);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over).toBeLessThanOrEqual(0);
      await expectNoViolations(page);
    });
  }
}

test("fingers pinch and tap", async () => {
  const page = await atlas.page("", { viewport: { width: 390, height: 844 }, hasTouch: true });
  await shown(page);
  const before = page.url();
  const box = await page.locator(".map").boundingBox();
  if (!box) throw new Error("the map has no size");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const touch = await page.context().newCDPSession(page);
  const points = (off: number) => [{ x: x - off, y }, { x: x + off, y }];
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: points(30) });
  for (const off of [50, 70, 90]) {
    await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: points(off) });
  }
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await page.waitForFunction((url) => location.href !== url, before);
  expect(page.url()).toContain("at=");
  await page.touchscreen.tap(x - 40, y + 30);
  await page.locator(".area h2").waitFor();
});

test("what a score is made of is unfolded in its place, by keyboard too", async () => {
  const page = await atlas.page("?area=WK990040");
  await page.locator(".area h2").waitFor();
  const summary = page.locator(".area .unfolds summary");
  expect(await summary.textContent()).toBe("Waaruit deze score bestaat, per indicator");
  await summary.focus();
  await page.keyboard.press("Enter");
  await page.locator(".area .unfolds table tbody tr").first().waitFor();
  expect(await page.locator(".area .unfolds .lede").textContent()).toContain("Groen");
  expect(page.url()).not.toContain("opbouw");
  await expectNoViolations(page);
});

test("a code that is not there is told in words", async () => {
  const page = await atlas.page("?area=XX0000");
  await shown(page);
  await page.getByRole("alert").getByText("dit is er niet").waitFor();
  await expectNoViolations(page);
});

test("a new project file, or one that is gone, is told while somebody looks", async () => {
  const page = await atlas.page();
  await page.clock.install();
  let project = "same";
  let asked = 0;
  await page.route("**/healthz", (route) => {
    asked++;
    return route.fulfill({ json: { status: "ok", project } });
  });
  await page.reload();
  await shown(page);
  await page.clock.runFor(5_000);
  await expect.poll(() => asked).toBe(1);
  expect(await page.locator(".notice").isVisible()).toBe(false);
  project = "replaced";
  await page.clock.runFor(50_000);
  expect(asked).toBe(1);
  await page.clock.runFor(70_000);
  await page.getByText("Er is een nieuw projectbestand").waitFor();
  await expectNoViolations(page);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByText("There is a new project file").waitFor();
  project = "gone";
  await page.clock.runFor(61_000);
  await page.getByText("The project file is gone").waitFor();
  project = "same";
  await page.clock.runFor(61_000);
  await page.locator(".notice").waitFor({ state: "hidden" });
  const before = asked;
  await page.goto(page.url().replace(/\?.*/, "?embed=1"));
  await page.clock.runFor(200_000);
  expect(asked).toBe(before);
});
