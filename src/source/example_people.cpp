// SPDX-License-Identifier: EUPL-1.2
#include "source/example_people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "source/example_purpose.hpp"
#include "source/example_text.hpp"

namespace wijkbeeld::source {
namespace {

double score_of(const ExampleCountry& country, std::size_t i) {
  const auto& parts = country.structural[kBaseWave][i];
  return country.scale.reference + std::accumulate(parts.begin(), parts.end(), 0.0);
}

int nearest_answer(double value) {
  return std::clamp(static_cast<int>(std::lround(value)), 1, 5);
}

// Running sums of a weight per cell, for drawing cells in proportion to it.
struct Running {
  std::vector<std::size_t> cells;
  std::vector<double> sums;
  void add(std::size_t cell, double weight) {
    if (weight <= 0) return;
    cells.push_back(cell);
    sums.push_back((sums.empty() ? 0 : sums.back()) + weight);
  }
  [[nodiscard]] double total() const { return sums.empty() ? 0 : sums.back(); }
  [[nodiscard]] std::size_t draw(base::Stream& stream) const {
    const auto at = std::upper_bound(sums.begin(), sums.end(), stream.uniform() * total());
    return cells[std::min(static_cast<std::size_t>(at - sums.begin()), cells.size() - 1)];
  }
};

std::vector<Running> by_gemeente(const ExampleCountry& country) {
  const Classification& after = country.areas.after();
  std::vector<Running> out(after.gemeenten.size());
  for (std::size_t i = 0; i < country.cells.size(); ++i)
    out[after.gemeente_of(country.buurt_of_cell[i])].add(i, country.cells.residents[kBaseWave][i]);
  return out;
}

void respondent(const ExampleCountry& country, const ExampleBehaviour& behaviour,
                std::size_t number, std::size_t cell, double weight, base::Stream& stream,
                CsvText& out) {
  const Classification& after = country.areas.after();
  const Label buurt = country.buurt_of_cell[cell];
  const int age = 18 + static_cast<int>(stream.below(68));
  const bool owns = stream.chance(std::clamp(0.55 + 0.14 * country.latents.status[cell], 0.1, 0.9));
  const double person =
      behaviour.age_effect * (age - 50) / 20.0 + behaviour.owner_effect * ((owns ? 1 : 0) - 0.55);
  const double mood = score_of(country, cell) + person;
  const int judgement = nearest_answer(mood + behaviour.judgement_chance * stream.normal());
  const int annoying = nearest_answer(6 - mood + behaviour.proposition_chance * stream.normal());
  const int at_home = nearest_answer(mood + behaviour.proposition_chance * stream.normal());
  out.number(number)
      .text(country.land.grid.code(country.cells.at[cell]))
      .number(kExampleWaves[kBaseWave])
      .number(std::round(weight * 100) / 100)
      .text(after.gemeenten[after.gemeente_of(buurt)].code)
      .text(after.buurten[buurt].code)
      .number(age)
      .number(owns ? 1 : 0)
      .number(judgement)
      .number(annoying)
      .number(at_home)
      .end();
}

struct House {
  std::string_view type;
  double area;
  double plot;
  int built;
};

House house_in(const ExampleCountry& country, std::size_t cell, base::Stream& stream) {
  const double detached = country.indicators.values[0][kBaseWave][cell] / 100;
  const double flats = country.indicators.values[2][kBaseWave][cell] / 100;
  const double chance = stream.uniform();
  const double age = country.land.age_ring[country.cells.at[cell]];
  const double ring = country.cells.is_rural[cell] != 0 ? stream.uniform(0, 1.2) : age;
  const int built =
      std::clamp(static_cast<int>(1880 + 118 * ring + 8 * stream.normal()), 1650, 2010);
  const double size = std::exp(0.2 * stream.normal());
  if (chance < detached) return {"vrijstaand", 150 * size, std::round(620 * size), built};
  if (chance < detached + flats) return {"appartement", 78 * size, 0, built};
  if (chance < detached + flats + 0.2)
    return {"twee-onder-een-kap", 125 * size, std::round(270 * size), built};
  return {"rijwoning", 108 * size, std::round(145 * size), built};
}

}  // namespace

std::string survey_csv(const ExampleCountry& country, const ExampleBehaviour& behaviour) {
  CsvText out(
      "respondent,cel,jaar,gewicht,stratum,cluster,leeftijd,koopwoning,oordeel,vervelend,thuis");
  const std::vector<Running> strata = by_gemeente(country);
  // Small gemeenten get more than their share, as surveys do; weights put that right.
  std::vector<double> shares;
  for (const Running& stratum : strata)
    shares.push_back(std::pow(stratum.total(), 0.75));
  const auto counts = share_out(country.plan.respondents, shares, 10);
  std::size_t number = 0;
  for (std::size_t s = 0; s < strata.size(); ++s) {
    base::Stream stream(country.seed, purpose::kSurvey, s);
    // Clusters of about six: a cell is drawn, and then others of the same buurt.
    const double weight = strata[s].total() / static_cast<double>(counts[s]);
    Running near;
    for (std::size_t i = 0; i < counts[s]; ++i) {
      if (i % 6 == 0) {
        const Label buurt = country.buurt_of_cell[strata[s].draw(stream)];
        near = {};
        for (const std::size_t cell : strata[s].cells)
          if (country.buurt_of_cell[cell] == buurt)
            near.add(cell, country.cells.residents[kBaseWave][cell]);
      }
      const double own = weight * std::exp(0.25 * stream.normal() - 0.03125);
      respondent(country, behaviour, ++number, near.draw(stream), own, stream, out);
    }
  }
  return out.take();
}

std::string sales_csv(const ExampleCountry& country, const ExampleBehaviour& behaviour) {
  CsvText out("verkoop,datum,cel,prijs,woningtype,woonoppervlakte,perceel,bouwjaar");
  Running cells;
  for (std::size_t i = 0; i < country.cells.size(); ++i)
    cells.add(i, country.cells.dwellings[kBaseWave][i] *
                     std::clamp(0.55 + 0.14 * country.latents.status[i], 0.1, 0.9));
  for (std::size_t number = 1; number <= country.plan.sales; ++number) {
    base::Stream stream(country.seed, purpose::kSales, number);
    const std::size_t cell = cells.draw(stream);
    const House house = house_in(country, cell, stream);
    const int day = static_cast<int>(stream.below(3 * 336));  // 28 days a month
    const double years = day / 336.0 - 1.5;
    const double area = std::round(house.area);
    const double log_price =
        behaviour.log_base +
        behaviour.price_effect * (score_of(country, cell) - country.scale.reference) +
        behaviour.log_floor_area * std::log(area / 110) +
        behaviour.log_plot * std::log1p(house.plot / 100) +
        behaviour.per_decade_newer * (house.built - 1970) / 10.0 + behaviour.yearly_trend * years +
        behaviour.price_chance * stream.normal();
    out.number(number)
        .text(fmt::format("{}-{:02}-{:02}", 2011 + day / 336, 1 + day % 336 / 28, 1 + day % 28))
        .text(country.land.grid.code(country.cells.at[cell]))
        .number(static_cast<std::int64_t>(std::lround(std::exp(log_price) / 500)) * 500)
        .text(house.type)
        .number(static_cast<int>(area))
        .number(static_cast<int>(house.plot))
        .number(house.built)
        .end();
  }
  return out.take();
}

}  // namespace wijkbeeld::source
