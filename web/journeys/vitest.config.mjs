// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    include: ["journeys/*.journey.ts"],
    environment: "node",
    fileParallelism: false,
    testTimeout: 40_000,
    hookTimeout: 60_000,
  },
});
