// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <variant>
#include <vector>

#include "codec/layer.hpp"

namespace wijkbeeld::codec::detail {

/// Calls work(point) for every point of the shape, in order; the work may change it.
template <class Work>
void for_each_point(Shape& shape, const Work& work) {
  const auto all = [&](std::vector<geo::Point>& points) {
    for (geo::Point& p : points)
      work(p);
  };
  if (auto* point = std::get_if<geo::Point>(&shape)) work(*point);
  if (auto* line = std::get_if<geo::Line>(&shape)) all(*line);
  if (auto* surface = std::get_if<geo::MultiPolygon>(&shape)) {
    for (geo::Polygon& part : surface->parts) {
      all(part.outer);
      for (geo::Ring& hole : part.holes)
        all(hole);
    }
  }
}

template <class Work>
void for_each_point(std::vector<Shape>& shapes, const Work& work) {
  for (Shape& shape : shapes)
    for_each_point(shape, work);
}

}  // namespace wijkbeeld::codec::detail
