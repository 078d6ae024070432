// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "source/example_country.hpp"

namespace wijkbeeld::source {

/// How people answer and pay, in the invented country. Both lean on what the indicators of 2012
/// say of a cell (without shocks, noise and planted effects), so that their weights can be found
/// back.
struct ExampleBehaviour {
  // Judgement = the whole number 1 to 5 nearest to score + age + tenure + chance.
  double age_effect = 0.06;    ///< per 20 years above 50
  double owner_effect = 0.10;  ///< owner instead of tenant
  double judgement_chance = 0.75;
  double proposition_chance = 0.9;
  // log price = base + effect x score + controls + time + chance.
  double price_effect = 0.9;  ///< per score point
  double log_base = 12.25;    ///< a terraced house of 110 m2 at the reference score, 2012
  double log_floor_area = 0.72;
  double log_plot = 0.09;
  double per_decade_newer = 0.018;
  double yearly_trend = -0.02;
  double price_chance = 0.14;
};

/// enquete.csv: respondents of 2012, drawn by gemeente (stratum) and buurt (cluster), with the
/// weight that brings them back to all residents.
std::string survey_csv(const ExampleCountry& country, const ExampleBehaviour& behaviour);

/// verkopen.csv: house sales of 2011 to 2013.
std::string sales_csv(const ExampleCountry& country, const ExampleBehaviour& behaviour);

}  // namespace wijkbeeld::source
