// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { kBlank } from "../state";
import { movedBy } from "./swipe";
import { fileName } from "../take/save";
import { embedCode } from "./take";

test("the code for another page shows only the map, and its signs do no harm", () => {
  const state = { ...kBlank, view: "e/wijk/2016", quantity: "class", period: "2018", table: true };
  const code = embedCode("http://x", "/", { ...state, mode: "compare" }, 'A "b" & <c>');
  expect(code).toContain(
    'src="http://x/?view=e/wijk/2016&#38;show=class&#38;period=2018&#38;embed=1"',
  );
  expect(code).toContain('title="A &#34;b&#34; &#38; &#60;c&#62;"');
});

test("the code for another page carries a what-if, whose legend says what it is", () => {
  const state = { ...kBlank, view: "e/wijk/2016", mode: "what-if" as const, without: "huur" };
  const code = embedCode("http://x", "/", state, "Wat als");
  expect(code).toContain("mode=what-if");
  expect(code).toContain("without=huur");
});

test("a file is named after what it shows", () => {
  expect(fileName(["lbm2-2016/wijk/2016", "class", "2014"], "png")).toBe("wijkbeeld-lbm2-2016-wijk-2016-class-2014.png");
});

test("keys move the divider within its bounds", () => {
  expect(movedBy("ArrowRight", 50)).toBe(52);
  expect(movedBy("ArrowLeft", 1)).toBe(0);
  expect(movedBy("End", 3)).toBe(100);
  expect(movedBy("a", 50)).toBe(null);
});
