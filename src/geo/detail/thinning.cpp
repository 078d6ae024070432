// SPDX-License-Identifier: EUPL-1.2
#include "geo/detail/thinning.hpp"

#include <algorithm>
#include <cmath>
#include <queue>
#include <set>
#include <tuple>
#include <utility>

namespace wijkbeeld::geo::detail {
namespace {

double twice_area(Point a, Point b, Point c) {
  return (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
}

// Borders included.
bool is_in_triangle(Point p, Point a, Point b, Point c) {
  const double ab = twice_area(a, b, p);
  const double bc = twice_area(b, c, p);
  const double ca = twice_area(c, a, p);
  return (ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0);
}

// The vertices still there, by place: squares of equal size over the bounds. What lies absurdly far
// away counts with the outermost squares, so that one stray vertex does not make all others share
// a square.
class Standing {
 public:
  explicit Standing(const std::vector<Point>& points)
      : points_(points), is_standing_(points.size(), true) {
    constexpr double kFar = 1e6;
    for (const Point p : points)
      box_.add(Point{std::clamp(p.x, -kFar, kFar), std::clamp(p.y, -kFar, kFar)});
    constexpr double kPerSquare = 2;
    const auto n = static_cast<double>(points.size());
    const double surface = std::max(box_.width() * box_.height(), 1.0);
    side_ = std::max({std::sqrt(surface * kPerSquare / std::max(n, 1.0)),
                      std::max(box_.width(), box_.height()) / 4096, 1e-9});
    put_in_squares();
  }

  void remove(Vertex v) { is_standing_[v] = false; }

  // True when a vertex other than its corners lies in the triangle.
  [[nodiscard]] bool is_in_way(Vertex a, Vertex b, Vertex c) const {
    Bounds box;
    for (const Vertex v : {a, b, c})
      box.add(points_[v]);
    for (std::size_t y = row(box.y_min); y <= row(box.y_max); ++y)
      for (std::size_t x = column(box.x_min); x <= column(box.x_max); ++x)
        for (std::size_t i = starts_[y * columns_ + x]; i < starts_[y * columns_ + x + 1]; ++i) {
          const Vertex v = order_[i];
          if (is_standing_[v] && v != a && v != b && v != c &&
              is_in_triangle(points_[v], points_[a], points_[b], points_[c]))
            return true;
        }
    return false;
  }

 private:
  void put_in_squares() {
    columns_ = static_cast<std::size_t>(box_.width() / side_) + 1;
    rows_ = static_cast<std::size_t>(box_.height() / side_) + 1;
    const auto square = [&](Point p) { return row(p.y) * columns_ + column(p.x); };
    starts_.assign(columns_ * rows_ + 1, 0);
    for (const Point p : points_)
      ++starts_[square(p) + 1];
    for (std::size_t i = 1; i < starts_.size(); ++i)
      starts_[i] += starts_[i - 1];
    order_.resize(points_.size());
    std::vector<std::uint32_t> at(starts_.begin(), starts_.end() - 1);
    for (Vertex v = 0; v < points_.size(); ++v)
      order_[at[square(points_[v])]++] = v;
  }

  [[nodiscard]] std::size_t column(double x) const {
    return within((x - box_.x_min) / side_, columns_);
  }
  [[nodiscard]] std::size_t row(double y) const { return within((y - box_.y_min) / side_, rows_); }
  static std::size_t within(double place, std::size_t count) {
    return static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(count - 1)));
  }

  const std::vector<Point>& points_;
  std::vector<bool> is_standing_;
  Bounds box_;
  double side_ = 1;
  std::size_t columns_ = 1;
  std::size_t rows_ = 1;
  std::vector<std::uint32_t> starts_;  // per square, and one more
  std::vector<Vertex> order_;          // vertices by square
};

// A vertex as one arc sees it; both ends of an arc have a node of their own.
struct Node {
  Vertex vertex;
  std::uint32_t arc;
  std::uint32_t before;
  std::uint32_t after;
  bool is_fixed;
};

class Thinning {
 public:
  Thinning(Linework& linework, double smallest_m2)
      : linework_(linework), smallest_(2 * smallest_m2), standing_(linework.points) {
    for (std::uint32_t arc = 0; arc < linework.arcs.size(); ++arc)
      add(arc);
  }

  void run() {
    for (std::uint32_t i = 0; i < nodes_.size(); ++i)
      consider(i);
    while (!queue_.empty()) {
      const auto [size, vertex, node] = queue_.top();
      queue_.pop();
      if (is_gone_[node] || size != size_of(node) || !may_go(nodes_[node])) continue;
      take_out(node);
    }
    write_back();
  }

 private:
  // Smallest triangle first; equal ones in order of place, as vertices are sorted by it.
  using Waiting = std::tuple<double, Vertex, std::uint32_t>;

  void add(std::uint32_t arc) {
    const Arc& source = linework_.arcs[arc];
    const auto n = static_cast<std::uint32_t>(source.vertices.size() - (source.is_ring ? 1 : 0));
    const auto first = static_cast<std::uint32_t>(nodes_.size());
    for (std::uint32_t i = 0; i < n; ++i)
      nodes_.push_back({source.vertices[i], arc, first + (i + n - 1) % n, first + (i + 1) % n,
                        !source.is_ring && (i == 0 || i + 1 == n)});
    first_.push_back(first);
    left_.push_back(n);
    is_gone_.resize(nodes_.size(), false);
    if (!source.is_ring && n == 2) straight_.insert(ends_of(arc));
  }

  [[nodiscard]] std::pair<Vertex, Vertex> ends_of(std::uint32_t arc) const {
    const Arc& a = linework_.arcs[arc];
    return std::minmax(a.vertices.front(), a.vertices.back());
  }

  [[nodiscard]] double size_of(std::uint32_t i) const {
    const Node& node = nodes_[i];
    return std::abs(twice_area(at(node.before), at(i), at(node.after)));
  }

  [[nodiscard]] Point at(std::uint32_t i) const { return linework_.points[nodes_[i].vertex]; }

  void consider(std::uint32_t i) {
    if (nodes_[i].is_fixed) return;
    const double size = size_of(i);
    if (size < std::min(smallest_, 2 * linework_.arcs[nodes_[i].arc].most_m2))
      queue_.emplace(size, nodes_[i].vertex, i);
  }

  // A ring of its own keeps three corners, so does a loop from a junction to itself, and between
  // two junctions there is at most one straight arc.
  [[nodiscard]] bool may_go(const Node& node) const {
    const Arc& arc = linework_.arcs[node.arc];
    const bool is_loop = arc.vertices.front() == arc.vertices.back();
    if (left_[node.arc] <= (arc.is_ring ? 3U : is_loop ? 4U : 2U)) return false;
    if (!is_loop && left_[node.arc] == 3 && straight_.contains(ends_of(node.arc))) return false;
    return !standing_.is_in_way(nodes_[node.before].vertex, node.vertex, nodes_[node.after].vertex);
  }

  void take_out(std::uint32_t i) {
    const Node node = nodes_[i];
    nodes_[node.before].after = node.after;
    nodes_[node.after].before = node.before;
    is_gone_[i] = true;
    standing_.remove(node.vertex);
    if (first_[node.arc] == i) first_[node.arc] = node.after;
    if (--left_[node.arc] == 2) straight_.insert(ends_of(node.arc));
    consider(node.before);
    consider(node.after);
  }

  void write_back() {
    for (std::uint32_t arc = 0; arc < linework_.arcs.size(); ++arc) {
      std::vector<Vertex> vertices;
      std::uint32_t node = first_[arc];
      for (std::uint32_t i = 0; i < left_[arc]; ++i, node = nodes_[node].after)
        vertices.push_back(nodes_[node].vertex);
      if (linework_.arcs[arc].is_ring) vertices.push_back(vertices.front());
      linework_.arcs[arc].vertices = std::move(vertices);
    }
  }

  Linework& linework_;
  double smallest_;  // of twice the area
  Standing standing_;
  std::vector<Node> nodes_;
  std::vector<bool> is_gone_;
  std::vector<std::uint32_t> first_;  // per arc: its first node
  std::vector<std::uint32_t> left_;   // per arc: how many nodes
  std::set<std::pair<Vertex, Vertex>> straight_;
  std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> queue_;
};

}  // namespace

void thin_out(Linework& linework, double smallest_m2) {
  Thinning(linework, smallest_m2).run();
}

}  // namespace wijkbeeld::geo::detail
