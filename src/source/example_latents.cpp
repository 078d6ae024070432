// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>

#include "source/example_indicators.hpp"
#include "source/example_purpose.hpp"

namespace wijkbeeld::source {
namespace {

// 1 in the middle of a ring of building years, falling off to both sides.
double ring(double age, double middle, double width) {
  const double d = (age - middle) / width;
  return std::exp(-d * d);
}

// Concentrations lie where status is low and people live close together.
void place_concentrations(const ExamplePlan& plan, const ExampleLand& land,
                          const ExampleCells& cells, base::Seed seed, ExampleLatents& latents) {
  base::Stream stream(seed, purpose::kVulnerable);
  const std::size_t wanted = plan.buurten / 32 + 2;
  for (std::size_t attempt = 0; attempt < 4000 * wanted; ++attempt) {
    if (latents.concentrations.size() == wanted) break;
    const auto i = static_cast<std::size_t>(stream.below(cells.size()));
    const geo::Point p = land.grid.centre(cells.at[i]);
    if (latents.status[i] > -0.7 || cells.residents[0][i] < 30) continue;
    const bool is_near = std::any_of(latents.concentrations.begin(), latents.concentrations.end(),
                                     [&](geo::Point q) { return distance(p, q) < 900; });
    if (is_near) continue;
    latents.concentrations.push_back(p);
    latents.is_growing.push_back(stream.chance(0.5) ? 1 : 0);
  }
}

void spread_concentrations(const ExampleLand& land, const ExampleCells& cells,
                           ExampleLatents& latents) {
  latents.vulnerable.assign(cells.size(), 0);
  latents.vulnerable_growing.assign(cells.size(), 0);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const geo::Point p = land.grid.centre(cells.at[i]);
    for (std::size_t k = 0; k < latents.concentrations.size(); ++k) {
      const double far = distance(p, latents.concentrations[k]) / 420;
      if (far > 3) continue;
      const double strength = 2.2 * std::exp(-far * far);
      latents.vulnerable[i] += strength;
      if (latents.is_growing[k] != 0) latents.vulnerable_growing[i] += strength;
    }
  }
}

}  // namespace

ExampleLatents make_latents(const ExamplePlan& plan, const ExampleLand& land,
                            const ExampleCells& cells, base::Seed seed) {
  const Field status(seed, purpose::kStatus, land.grid, 4600, 3);
  const Field fine(seed, purpose::kStatusFine, land.grid, 900, 2);
  const Field drift(seed, purpose::kDrift, land.grid, 2500, 2);
  ExampleLatents latents;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::size_t cell = cells.at[i];
    const geo::Point p = land.grid.centre(cell);
    const double age = land.age_ring[cell];
    const bool is_rural = cells.is_rural[i] != 0;
    latents.rural.push_back(is_rural ? 1 : 0);
    latents.urban.push_back(land.urban[cell]);
    latents.old.push_back(is_rural ? 0.15 : ring(age, 0.05, 0.22));
    latents.postwar.push_back(is_rural ? 0 : ring(age, 0.52, 0.13));
    latents.sixties.push_back(is_rural ? 0 : ring(age, 0.72, 0.11));
    latents.recent.push_back(is_rural ? 0.1 : 1 / (1 + std::exp(-14 * (age - 0.92))));
    latents.drift.push_back(drift.at(p));
    latents.status.push_back(1.3 * status.at(p) + 0.4 * fine.at(p) - 0.9 * latents.postwar.back() -
                             0.6 * latents.sixties.back() + 0.2 * latents.rural.back() +
                             0.3 * latents.old.back() + 0.25 * latents.recent.back());
  }
  standardise(latents.status);
  place_concentrations(plan, land, cells, seed, latents);
  spread_concentrations(land, cells, latents);
  for (std::vector<double>* values : {&latents.urban, &latents.old, &latents.postwar,
                                      &latents.sixties, &latents.recent, &latents.drift})
    standardise(*values);
  return latents;
}

std::vector<Label> buurt_of_cells(const ExampleAreas& areas, const ExampleCells& cells) {
  std::vector<Label> out;
  for (const std::size_t cell : cells.at)
    out.push_back(areas.after().buurt_of_unit[areas.unit_of_cell[cell]]);
  return out;
}

}  // namespace wijkbeeld::source
