// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    include: ["journeys/*.journey.ts"],
    environment: "node",
    fileParallelism: false,
    // A busy machine is no mistake; what never comes is given up by the browser after 30 seconds.
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});
