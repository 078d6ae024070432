// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { Refusal, told } from "./api";

test("what the server could not give is told in sentences", () => {
  const refusal = new Refusal(404, "er is geen gebied 'X'", "", "bedoelde u 'Y'?");
  expect(told(refusal)).toEqual({ what: "Er is geen gebied 'X'.", why: "", help: "Bedoelde u 'Y'?" });
});

test("a server that does not answer is told in our own words", () => {
  expect(told(new TypeError("fetch failed")).what).not.toBe("");
});
