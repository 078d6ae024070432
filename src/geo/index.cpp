// SPDX-License-Identifier: EUPL-1.2
#include "geo/index.hpp"

#include <algorithm>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <iterator>
#include <utility>

namespace wijkbeeld::geo {
namespace {

namespace bg = boost::geometry;
using Corner = bg::model::d2::point_xy<double>;
using Box = bg::model::box<Corner>;
using Entry = std::pair<Box, std::size_t>;

Box to_box(const Bounds& box) {
  return {{box.x_min, box.y_min}, {box.x_max, box.y_max}};
}

}  // namespace

struct Index::Tree {
  bg::index::rtree<Entry, bg::index::rstar<16>> entries;
};

Index::Index(std::span<const Bounds> boxes) : tree_(std::make_unique<Tree>()) {
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < boxes.size(); ++i)
    if (!boxes[i].is_empty()) entries.emplace_back(to_box(boxes[i]), i);
  tree_->entries = decltype(tree_->entries)(entries);
}

Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;
Index::~Index() = default;

std::vector<std::size_t> Index::query(const Bounds& box) const {
  std::vector<std::size_t> found;
  if (box.is_empty()) return found;
  for (auto it = tree_->entries.qbegin(bg::index::intersects(to_box(box)));
       it != tree_->entries.qend(); ++it)
    found.push_back(it->second);
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::size_t> Index::query(Point p) const {
  return query(Bounds{p.x, p.y, p.x, p.y});
}

}  // namespace wijkbeeld::geo
