// SPDX-License-Identifier: EUPL-1.2
// The seven abilities with a finger alone, on a phone: nothing here uses a mouse or a key, but for
// the letters of a name, which a phone has a keyboard for.
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { type Opened, coloursOf, open, shown } from "./open";

let atlas: Opened;
beforeAll(async () => {
  atlas = await open();
  return () => atlas.close();
});

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const said = (page: Page, part: string) =>
  page.waitForFunction((p) => location.search.includes(p), part);

async function middle(page: Page, selector: string): Promise<[number, number]> {
  await page.locator(selector).scrollIntoViewIfNeeded();
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} has no size`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** A finger that goes down at one place, moves, and leaves at another. */
async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  const finger = await page.context().newCDPSession(page);
  const at = (part: number) => [
    { x: from[0] + (to[0] - from[0]) * part, y: from[1] + (to[1] - from[1]) * part },
  ];
  await finger.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
  for (const part of [0.3, 0.6, 1])
    await finger.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(part) });
  await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await finger.detach();
}

test("map: a finger moves it, and taps choose another wave and another theme", async () => {
  const page = await atlas.page("", phone);
  await shown(page);
  const [x, y] = await middle(page, ".map");
  await page.getByRole("button", { name: "Dichterbij" }).tap();
  await drag(page, [x, y], [x - 80, y - 40]);
  await said(page, "at=");
  await page.locator("#theme").selectOption("development");
  await said(page, "show=development");
  await page.locator(".waves").getByRole("radio").first().tap();
  await said(page, "period=");
  expect(await coloursOf(page)).toBeGreaterThan(2);
});

test("find: a tap opens it, and a tap takes what was found", async () => {
  const page = await atlas.page("", phone);
  await shown(page);
  await page.getByRole("combobox", { name: /Zoek/ }).tap();
  await page.keyboard.type("kerkhof 2");
  await page.locator("#finds [role=option]").first().tap();
  await said(page, "area=");
  await page.locator(".area h2").waitFor();
});

test("profile: a tap on the map tells of an area, and another closes it", async () => {
  const page = await atlas.page("", phone);
  await shown(page);
  const [x, y] = await middle(page, ".map");
  await page.touchscreen.tap(x, y + 40);
  await page.locator(".area h2").waitFor();
  await page.locator(".area .ways a").first().tap();
  await page.locator(".area").getByRole("button", { name: "Sluit" }).first().tap();
  await page.locator(".area").waitFor({ state: "hidden" });
});

test("compare: taps put areas side by side, and take one away", async () => {
  const page = await atlas.page("?mode=compare", phone);
  await shown(page);
  for (const off of [-60, 60]) {
    const [x, y] = await middle(page, ".map");
    await page.touchscreen.tap(x + off, y + off / 2);
    await page.waitForTimeout(400);
  }
  await page.locator(".chosen li").nth(1).waitFor();
  await page.locator(".chosen button").first().tap();
  await page.waitForFunction(() => document.querySelectorAll(".chosen li").length === 1);
});

test("compare: a finger marks points, and a tap a quadrant", async () => {
  const page = await atlas.page("?mode=relation", phone);
  await shown(page);
  await page.locator("#quadrant-0").waitFor();
  const [x, y] = await middle(page, ".scatter");
  await drag(page, [x - 60, y - 50], [x + 50, y + 40]);
  await page.getByText(/\d+ gebieden gekozen/).waitFor();
  await page.getByRole("button", { name: "Kies niets" }).tap();
  await page.locator("#quadrant-2").tap();
  expect(await page.getAttribute("#quadrant-2", "aria-pressed")).toBe("true");
});

test("cohort: a rule is typed and shown, then a list", async () => {
  const page = await atlas.page("?mode=cohort", phone);
  await shown(page);
  await page.locator("#cohort-rule").tap();
  await page.keyboard.type("score[2018] < 4,0");
  await page.getByRole("button", { name: "Toon het cohort" }).tap();
  await page.getByRole("heading", { name: "score[2018] < 4,0" }).waitFor();
  await page.getByLabel("Cohort", { exact: true }).selectOption("lijst-1");
  await page.getByRole("heading", { name: "Verzonnen lijst 2007" }).waitFor();
});

test("what-if: a weight is chosen, and a tap leaves out what is contested", async () => {
  const page = await atlas.page("?mode=what-if", phone);
  await shown(page);
  await page.getByLabel("Laat alle omstreden indicatoren weg").tap();
  await said(page, "contested=off");
  await page.locator("#knob-overlast").selectOption({ index: 0 });
  await said(page, "overlast");
  await page.locator(".report table tbody tr").first().waitFor();
});

test("take along: taps show the link and draw an area of one's own", async () => {
  const page = await atlas.page("?mode=own", phone);
  await shown(page);
  await page.getByRole("button", { name: "Teken een gebied" }).tap();
  for (const [dx, dy] of [
    [0, 0],
    [90, 0],
    [90, 70],
  ] as const) {
    const [x, y] = await middle(page, ".map");
    await page.touchscreen.tap(x + dx, y + dy);
    await page.waitForTimeout(350);
  }
  await page.getByRole("button", { name: "Klaar" }).tap();
  await page.getByText("Getekend gebied 1", { exact: false }).first().waitFor();
  await page.getByText("Meenemen").tap();
  expect(await page.getByLabel("Link naar dit beeld").inputValue()).toContain("mode=own");
});
