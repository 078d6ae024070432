// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { areaOf } from "./document";

test("the page of an area is known by its address, and nothing else is", () => {
  expect(areaOf("/gebied/WK036300?lang=nl")).toBe("WK036300");
  expect(areaOf("/gebied/E%31213N4879")).toBe("E1213N4879");
  const others = ["/overzicht", "https://elders/gebied/WK036300", "/gebied/", "/gebied/%E0%A4%A"];
  expect(others.map(areaOf)).toEqual(["", "", "", ""]);
});
