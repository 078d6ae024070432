// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "geo/shape.hpp"

namespace wijkbeeld::geo {

/// Finds rectangles by place: an R-tree over bounds, loaded at once. What it gives are positions in
/// the span it was made from, smallest first; empty bounds are never found.
class Index {
 public:
  explicit Index(std::span<const Bounds> boxes);
  Index(Index&&) noexcept;
  Index& operator=(Index&&) noexcept;
  ~Index();

  /// The rectangles that share at least a point with `box`, borders included.
  [[nodiscard]] std::vector<std::size_t> query(const Bounds& box) const;
  /// The rectangles the point lies in or on the border of.
  [[nodiscard]] std::vector<std::size_t> query(Point p) const;

 private:
  struct Tree;
  std::unique_ptr<Tree> tree_;
};

}  // namespace wijkbeeld::geo
