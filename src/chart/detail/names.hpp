// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace wijkbeeld::chart::detail {

struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  [[nodiscard]] bool meets(const Box& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
  [[nodiscard]] bool holds(const Box& other) const {
    return left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom;
  }
};

/// Where a name stands: its baseline and which end of it is at x.
struct NameSpot {
  double x = 0;
  double y = 0;
  std::string_view anchor;
  Box box;
  /// Set when the name stands so far off that a thread should lead from its point to (lead_x,
  /// lead_y).
  bool has_leader = false;
  double lead_x = 0;
  double lead_y = 0;
};

/// Gives names a place beside their points, one after the other: right, left, above, below, then
/// the corners, then (if asked) the same further off with a thread; the first that is free and
/// within the frame. Earlier names have precedence.
class NamePlacer {
 public:
  explicit NamePlacer(const Box& frame) : frame_(frame) {}
  /// Keeps a place free, such as a point or a word already drawn.
  void keep_free(const Box& box) { taken_.push_back(box); }
  /// Nothing when every place is taken.
  std::optional<NameSpot> place(double x, double y, double radius, std::string_view name,
                                bool may_lead = false);

 private:
  [[nodiscard]] bool is_free(const Box& box) const;
  Box frame_;
  std::vector<Box> taken_;
};

}  // namespace wijkbeeld::chart::detail
