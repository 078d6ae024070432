// SPDX-License-Identifier: EUPL-1.2
import { defineConfig } from "vitest/config";

// A busy machine is no mistake: the limit is there for what never ends.
export default defineConfig({
  test: { include: ["src/**/*.test.ts"], environment: "node", testTimeout: 60_000 },
});
