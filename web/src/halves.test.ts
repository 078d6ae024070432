// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { otherHalf } from "./halves";
import type { Project } from "./model";
import { kBlank } from "./state";

const year = (y: number) => ({ id: String(y), from: y, to: y });
const view = (id: string, years: number[], quantity = "class") => ({
  id,
  edition: id.split("/")[0],
  level: "wijk",
  vintage: 2016,
  areas: 1,
  shapes: null,
  quantities: [{ id: quantity, kind: "class", name: { nl: "", en: "" }, periods: years.map(year) }],
});
const project = {
  views: [
    view("old/wijk/2012", [2008, 2012]),
    view("new/wijk/2016", [2012, 2016]),
    view("odd/wijk/2016", [2016], "other"),
  ],
} as unknown as Project;
const state = { ...kBlank, view: "new/wijk/2016", quantity: "class", period: "2016" };
const half = (beside: string) => {
  const found = otherHalf(project, { ...state, beside });
  return found && `${found.view.id} ${found.period.id}`;
};

test("the other half is another period of this view, or the nearest one of another view", () => {
  expect(half("2012")).toBe("new/wijk/2016 2012");
  expect(half("old/wijk/2012")).toBe("old/wijk/2012 2012");
});

test("without a wish, or where the theme is not, there is no other half", () => {
  expect([half(""), half("odd/wijk/2016")]).toEqual([null, null]);
});
