// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "codec/layer.hpp"
#include "source/example_country.hpp"

namespace wijkbeeld::source {

/// Outlines of buurten, wijken and gemeenten of both years: gebieden.gpkg.
std::vector<codec::LayerOut> area_layers(const ExampleCountry& country);

/// Points, lines and surfaces from which indicators are made: voorzieningen.gpkg.
std::vector<codec::LayerOut> feature_layers(const ExampleCountry& country);

}  // namespace wijkbeeld::source
