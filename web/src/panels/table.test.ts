// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { valueHead, valueText } from "./table";

test("a value has the decimals it is worth, and three when nobody says", () => {
  expect(valueText(4.12345, { digits: 1 })).toBe("4,1");
  expect(valueText(4.12345, {})).toBe("4,123");
  expect(valueText(4.12345, { digits: 0 })).toBe("4");
  expect(valueText(Number.NaN, { digits: 1 })).toBe("");
  expect(valueText(undefined, {})).toBe("");
});

test("the head says what values are in", () => {
  expect(valueHead({ unit: "punten" })).toBe("Waarde (punten)");
  expect(valueHead({ unit: "" })).toBe("Waarde");
  expect(valueHead({})).toBe("Waarde");
});
