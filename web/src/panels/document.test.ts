// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { wayOf } from "./document";

test("the page of an area leads to the area, and that of a group to the cohort", () => {
  expect(wayOf("/gebied/WK036300?lang=nl")).toEqual({ area: "WK036300" });
  expect(wayOf("/gebied/E%31213N4879")).toEqual({ area: "E1213N4879" });
  expect(wayOf("/groep/voorbeeld/wijk/2016?rule=score%20in%202018%20%3C%20nation")).toEqual({
    mode: "cohort",
    view: "voorbeeld/wijk/2016",
    list: "",
    rule: "score in 2018 < nation",
    other: "",
    against: "",
  });
});

test("any other address leads nowhere in the atlas", () => {
  const others = [
    "/overzicht",
    "https://elders/gebied/WK036300",
    "/gebied/",
    "/gebied/%E0%A4%A",
    "/groep/a",
  ];
  expect(others.map(wayOf)).toEqual([null, null, null, null, null]);
});
