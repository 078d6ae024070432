// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { type FileState, Health } from "./health";

function watched(answers: (FileState | Error)[]) {
  const clock = { now: 0, isVisible: true, asked: 0 };
  const told: FileState[] = [];
  const health = new Health({
    ask: () => {
      const answer = answers[clock.asked++];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    tell: (state) => told.push(state),
    isVisible: () => clock.isVisible,
    now: () => clock.now,
  });
  return { clock, told, health };
}

test("it is asked at most once a minute, and only while somebody looks", async () => {
  const { clock, told, health } = watched(["same", "replaced", "gone"]);
  await health.look();
  await health.look();
  clock.now = 59_999;
  await health.look();
  expect(told).toEqual(["same"]);
  clock.isVisible = false;
  clock.now = 300_000;
  await health.look();
  expect(clock.asked).toBe(1);
  clock.isVisible = true;
  await health.look();
  clock.now = 360_000;
  await health.look();
  expect(told).toEqual(["same", "replaced", "gone"]);
});

test("a server that does not answer is not told here", async () => {
  const { clock, told, health } = watched([new TypeError("no"), "same"]);
  await health.look();
  expect(told).toEqual([]);
  clock.now = 60_000;
  await health.look();
  expect(told).toEqual(["same"]);
});
