// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "source/example_country.hpp"

namespace wijkbeeld::source {

/// The text of each table of the example; LEESMIJ.txt says what the columns mean.
std::string population_csv(const ExampleCountry& country);
std::string situation_csv(const ExampleCountry& country);
std::string development_csv(const ExampleCountry& country);
std::string cells_csv(const ExampleCountry& country);
std::string cell_indicators_csv(const ExampleCountry& country, base::Workers workers);
std::string buurt_indicators_csv(const ExampleCountry& country);
std::string list_csv(const ExampleCountry& country, const ExampleList& list);
std::string renumbering_csv(const ExampleCountry& country);

}  // namespace wijkbeeld::source
