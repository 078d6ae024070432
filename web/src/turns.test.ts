// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { Turns } from "./turns";

test("an answer that was overtaken is dropped, whichever comes first", async () => {
  const turns = new Turns(() => undefined);
  let late = (_: string) => {};
  const first = turns.latest("a", () => new Promise<string>((done) => (late = done)));
  const second = turns.latest("a", () => Promise.resolve("new"));
  late("old");
  expect(await Promise.all([first, second])).toEqual([null, "new"]);
});

test("a failure is told until one of its kind succeeds or is passed", async () => {
  const told: unknown[] = [];
  const turns = new Turns((error) => told.push(error));
  await turns.latest("a", () => Promise.reject(new Error("no")));
  await turns.latest("b", () => Promise.resolve(1));
  expect(String(told[told.length - 1])).toBe("Error: no");
  await turns.latest("a", () => Promise.resolve(1));
  expect(told[told.length - 1]).toBe(null);
  await turns.latest("a", () => Promise.reject(new Error("again")));
  turns.pass("a");
  expect(told[told.length - 1]).toBe(null);
});
