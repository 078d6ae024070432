// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "codec/layer.hpp"

namespace wijkbeeld::codec::detail {

/// The rectangle around a shape; empty for nothing.
geo::Bounds bounds_of(const Shape& shape);

/// The shape as GeoPackage stores it (OGC 12-128r17, 2.1.3): a header with its rectangle, then
/// well-known binary, little-endian, in EPSG:28992. Only for shapes with points.
std::string to_gpkg(const Shape& shape);

/// The geometry type that holds all these shapes: "MULTIPOLYGON", or "GEOMETRY" for a mixture.
std::string gpkg_type(const std::vector<Shape>& shapes);

}  // namespace wijkbeeld::codec::detail
