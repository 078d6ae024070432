// SPDX-License-Identifier: EUPL-1.2
// The ways of working beside looking at the map, by their name in the address.
import type { Mode as ModeName } from "../state";
import { cohortMode } from "./cohort";
import { compareMode } from "./compare";
import type { Desk, Mode } from "./desk";
import { ownMode } from "./own";
import { relationMode } from "./relation";
import { whatIfMode } from "./whatif";

export function modesOf(desk: Desk): Partial<Record<ModeName, Mode>> {
  return {
    compare: compareMode(desk),
    relation: relationMode(desk),
    cohort: cohortMode(desk),
    "what-if": whatIfMode(desk),
    own: ownMode(desk),
  };
}
