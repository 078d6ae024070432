// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "source/example_country.hpp"
#include "source/example_people.hpp"

namespace wijkbeeld::source {

/// truth.json: everything that was planted, for tests and for people who want to check a method.
std::string truth_json(const ExampleCountry& country, const ExampleBehaviour& behaviour);

/// LEESMIJ.txt: what the folder holds, in Dutch.
std::string readme_text(const ExampleCountry& country);

}  // namespace wijkbeeld::source
