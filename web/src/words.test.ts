// SPDX-License-Identifier: EUPL-1.2
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import nl from "./nl.json";
import { filled } from "./words";

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return path.endsWith(".ts") && !path.endsWith(".test.ts") ? [readFileSync(path, "utf8")] : [];
  });
}

test("every Dutch text has its English in the code", () => {
  const code = sources(fileURLToPath(new URL(".", import.meta.url))).join("\n");
  const unused = Object.keys(nl).filter((text) => !code.includes(`"${text}"`));
  expect(unused).toEqual([]);
});

test("the slots of both languages are the same", () => {
  const slots = (text: string) => (text.match(/\{\d*\}/g) ?? []).length;
  for (const [english, dutch] of Object.entries(nl))
    expect(slots(dutch), english).toBe(slots(english));
});

test("slots are filled in order or by number", () => {
  expect(filled("{} of {}", ["a", 2])).toBe("a of 2");
  expect(filled("{1} van {0}", ["a", 2])).toBe("2 van a");
});
