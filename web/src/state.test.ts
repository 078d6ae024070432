// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import type { Project } from "./model";
import { type State, kBlank, nearestPeriod, parseState, settled, toSearch } from "./state";

const year = (y: number) => ({ id: String(y), from: y, to: y });
const name = { nl: "x", en: "x" };

const project: Project = {
  title: "t",
  version: "1",
  levels: [],
  editions: ["old", "new"].map((id) => ({
    id,
    title: name,
    publisher: name,
    licence: "",
    waves: [],
    dimensions: [],
    caveats: [],
  })),
  views: ["old/wijk/2012", "new/buurt/2016", "new/wijk/2016"].map((id) => ({
    id,
    edition: id.split("/")[0],
    level: id.split("/")[1],
    vintage: Number(id.split("/")[2]),
    areas: 3,
    shapes: id.slice(4),
    quantities: [
      { id: "class", kind: "class", name, periods: [2008, 2012, 2016].map(year) },
      {
        id: "development",
        kind: "development",
        name,
        periods: [
          { id: "2008-2012", from: 2008, to: 2012 },
          { id: "2012-2016", from: 2012, to: 2016 },
        ],
      },
    ],
  })),
};

test("a state survives its address", () => {
  const states: State[] = [
    kBlank,
    { ...kBlank, lang: "en", table: true },
    {
      ...kBlank,
      mode: "cohort",
      rule: "score < 4,0 & inwoners >= 100",
      other: "score < 4,1 + 50%",
      against: "rest",
      sure: true,
    },
    {
      ...kBlank,
      mode: "what-if",
      without: "huur,overlast",
      factor: "huur:1.5",
      contested: "off",
      map: "moved",
    },
    {
      ...kBlank,
      mode: "compare",
      areas: ["WK036300", "GM0363"],
      beside: "old/wijk/2012",
      x: "class/2016",
      y: "indicator.huur/2014",
      list: "lijst-1",
      embed: true,
    },
    {
      ...kBlank,
      view: "new/wijk/2016",
      quantity: "indicator: huur & koop, 50%",
      period: "2012-2016",
      area: "WK036300",
      at: { x: 120500, y: 487200, across: 35000 },
      lang: "nl",
      table: false,
    },
  ];
  for (const state of states) expect(parseState(toSearch(state))).toEqual(state);
});

test("an address stays readable", () => {
  const state = { ...kBlank, view: "new/wijk/2016", at: { x: 1.4, y: -2.6, across: 30 } };
  expect(toSearch(state)).toBe("?view=new/wijk/2016&at=1,-3,30");
});

test("places that are none are left out", () => {
  for (const at of ["1,2", "1,2,0", "a,2,3", "1,2,-5", "1e99,2,3", "1,2,3,4", "Infinity,1,1"]) {
    expect(parseState(`?at=${at}`).at).toBeNull();
  }
});

test("a bare address shows wijken of the last edition, first theme, last wave", () => {
  const state = settled(kBlank, project);
  expect([state.view, state.quantity, state.period]).toEqual(["new/wijk/2016", "class", "2016"]);
});

test("what can be drawn in classes comes first, though another edition is later", () => {
  const views = project.views.map((view) =>
    view.edition === "new" ? { ...view, quantities: view.quantities.slice(1) } : view,
  );
  expect(settled(kBlank, { ...project, views }).view).toBe("old/wijk/2012");
  const [old, ...others] = views;
  expect(settled(kBlank, { ...project, views: [{ ...old, shapes: null }, ...others] }).view).toBe(
    "new/wijk/2016",
  );
});

test("what does not exist is replaced, what does exist stays", () => {
  const state = settled(
    { ...kBlank, view: "gone/1/2", quantity: "development", period: "1999-2000", area: "A" },
    project,
  );
  expect(state.view).toBe("new/wijk/2016");
  expect(state.quantity).toBe("development");
  expect(state.period).toBe("2008-2012");
  expect(state.area).toBe("A");
});

test("a period of another kind is the nearest one that ends then", () => {
  const { quantities } = project.views[0];
  expect(nearestPeriod(quantities[1].periods, "2016")?.id).toBe("2012-2016");
  expect(nearestPeriod(quantities[0].periods, "2008-2012")?.id).toBe("2012");
  expect(nearestPeriod([], "2012")).toBeUndefined();
});

test("no more areas stand side by side than fit, and each once", () => {
  const asked = parseState(`?mode=compare&areas=A,B,A,,${"CDEFGHIJ".split("").join(",")}`);
  expect(asked.areas).toEqual(["A", "B", "C", "D", "E", "F", "G", "H"]);
  expect(parseState("?mode=nonsense").mode).toBe("map");
});
