// SPDX-License-Identifier: EUPL-1.2
// @ts-nocheck: it looks into the page from outside, where nothing has a type
// How long the page lets a reader wait, in headless Chromium without a graphics card: node measure.mjs
// ADDRESS [RUNS]. Says what was measured, judges nothing; `./dev load PROJECT` calls it.
import { chromium } from "playwright-core";

const [address, runs = "7"] = process.argv.slice(2);
const project = await (await fetch(`${address}/api/v1/project`)).json();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});

const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
const line = (name, list, unit = "ms") => {
  const [low, middle, high] = [Math.min(...list), median(list), Math.max(...list)].map(Math.round);
  console.log(`${name.padEnd(58)} median ${middle} ${unit}, ${low} to ${high} (${list.length})`);
};

/** A browser that has seen nothing yet. */
async function fresh(search) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  const seen = { page, bytes: 0, close: () => context.close() };
  network.on("Network.loadingFinished", ({ encodedDataLength }) => (seen.bytes += encodedDataLength));
  await page.addInitScript(watch);
  await page.goto(`${address}/${search}`);
  await page.waitForFunction(() => window.shownAt?.size > 0);
  return seen;
}

/** Notes, in the page, when each period was on the screen: two frames after it was said to be. */
function watch() {
  window.shownAt = new Map();
  const look = () => {
    const map = document.querySelector(".map");
    if (!map?.dataset.shown || map.hasAttribute("aria-busy")) return;
    const chosen = ["#level", "#theme"].map((id) => document.querySelector(id)?.value);
    const key = `${chosen} ${map.dataset.shown}`;
    if (window.lastShown === key) return;
    window.lastShown = key;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => window.shownAt.set(key, performance.now())),
    );
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    attributes: true,
    childList: true,
    attributeFilter: ["data-shown", "aria-busy"],
  });
}

async function firstMap(name, search) {
  const [times, bytes] = [[], []];
  for (let i = 0; i < Number(runs); i++) {
    const seen = await fresh(search);
    times.push(await seen.page.evaluate(() => [...window.shownAt.values()][0]));
    bytes.push(seen.bytes / 1000);
    await seen.close();
  }
  line(`${name}: first map, nothing kept`, times);
  line(`${name}: sent until then`, bytes, "kB");
}

/** From a choice until it is on the screen. */
async function change(page, selector, value) {
  return page.evaluate(
    ([selector, value]) =>
      new Promise((done) => {
        const field = document.querySelector(selector);
        window.shownAt.clear();
        const begin = performance.now();
        if (field.type === "radio") field.click();
        else {
          field.value = value;
          field.dispatchEvent(new Event("change", { bubbles: true }));
        }
        const wait = () => {
          const [at] = window.shownAt.values();
          if (at === undefined) setTimeout(wait, 1);
          else done(at - begin);
        };
        wait();
      }),
    [selector, value],
  );
}

async function switches(name, view) {
  const [quantity] = view.quantities;
  const others = view.quantities
    .filter(({ periods }) => JSON.stringify(periods) === JSON.stringify(quantity.periods))
    .slice(1, 4);
  const seen = await fresh(`?view=${view.id}`);
  const { page } = seen;
  const [waves, themes] = [[], []];
  for (let i = 0; i < Number(runs); i++) {
    for (const { id } of quantity.periods) {
      await page.waitForTimeout(700);
      if (await page.locator(`.waves input[value="${id}"]`).isChecked()) continue;
      waves.push(await change(page, `.waves input[value="${id}"]`, ""));
    }
    for (const { id } of [...others, quantity]) {
      await page.waitForTimeout(700);
      if ((await page.inputValue("#theme")) !== id) themes.push(await change(page, "#theme", id));
    }
  }
  await seen.close();
  if (waves.length) line(`${name}: another wave`, waves);
  if (themes.length) line(`${name}: another theme`, themes);
}

/** Another level in an open page: what has not been seen yet is fetched, unpacked and drawn. */
async function levels(name, from, to) {
  const times = [];
  for (let i = 0; i < Number(runs); i++) {
    const seen = await fresh(`?view=${from.id}`);
    await seen.page.waitForTimeout(1500);
    times.push(await change(seen.page, "#level", to.id));
    await seen.close();
  }
  line(`${name}: from level ${from.level}, not seen before`, times);
}

const named = (view) => `${view.areas} of level ${view.level}`;
const drawn = project.views.filter((view) => view.shapes);
const wijk = drawn.find((view) => view.level === "wijk");
const most = drawn.reduce((a, b) => (b.areas > a.areas ? b : a), drawn[0]);
const cells = project.views.find((view) => view.cells);
if (wijk) await firstMap(named(wijk), `?view=${wijk.id}`);
if (most) await switches(named(most), most);
if (cells) {
  await firstMap(named(cells), `?view=${cells.id}`);
  const coarser = drawn.find((view) => view.edition === cells.edition);
  if (coarser) await levels(named(cells), coarser, cells);
  await switches(named(cells), cells);
}
await browser.close();
