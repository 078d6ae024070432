// SPDX-License-Identifier: EUPL-1.2
#include "source/example_country.hpp"

namespace wijkbeeld::source {

using base::say;

namespace {

std::vector<Label> lifted(const std::vector<Label>& lower, const std::vector<ExampleArea>& areas) {
  std::vector<Label> out;
  for (const Label label : lower)
    out.push_back(areas[label].parent);
  return out;
}

}  // namespace

ExampleCountry make_country(const ExamplePlan& plan, base::Seed seed, base::Workers workers,
                            base::Progress& progress) {
  ExampleCountry c;
  c.plan = plan;
  c.seed = seed;
  progress.begin(say("raising Voorbeeldland"));
  c.land = make_land(plan, seed);
  c.cells = settle(plan, c.land, seed);
  progress.check();
  progress.begin(say("drawing buurten, wijken and gemeenten"));
  c.areas = divide_land(plan, c.land, c.cells, seed);
  c.buurt_of_cell = buurt_of_cells(c.areas, c.cells);
  progress.check();
  progress.begin(say("working out indicators and scores"));
  c.latents = make_latents(plan, c.land, c.cells, seed);
  c.points = make_points(c.land, c.cells, seed);
  c.indicators = make_indicators(c.land, c.cells, c.areas, c.latents, c.points, seed, workers);
  const Classification& after = c.areas.after();
  c.structural =
      structural_scores(c.cells, c.buurt_of_cell, after.buurten.size(), c.indicators, workers);
  c.lists = make_lists(c.land, c.cells, c.areas, c.structural, c.planted, seed);
  c.cell_scores = cell_scores(c.cells, c.areas, c.buurt_of_cell, c.structural, c.lists.reach,
                              c.planted, seed, workers);
  const std::vector<Label> wijken = lifted(c.buurt_of_cell, after.buurten);
  c.buurt_scores = aggregated(c.cell_scores, c.buurt_of_cell, after.buurten.size());
  c.wijk_scores = aggregated(c.cell_scores, wijken, after.wijken.size());
  c.gemeente_scores =
      aggregated(c.cell_scores, lifted(wijken, after.wijken), after.gemeenten.size());
  progress.check();
  return c;
}

}  // namespace wijkbeeld::source
