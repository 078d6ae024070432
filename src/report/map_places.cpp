// SPDX-License-Identifier: EUPL-1.2
#include "report/detail/map_places.hpp"

#include <algorithm>
#include <cmath>

namespace wijkbeeld::report::detail {
namespace {

constexpr double kWide = 100'000;     // metres: wider maps hide their cities
constexpr double kInsetHalf = 7'000;  // half the side of an inset, metres
constexpr std::size_t kInsets = 4;
constexpr std::size_t kPlaces = 6;

double distance(geo::Point a, geo::Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

std::vector<chart::PlaceName> places(const std::vector<Town>& all, double apart) {
  std::vector<chart::PlaceName> out;
  for (const Town& town : all) {
    if (out.size() == kPlaces) break;
    const bool is_free = std::all_of(out.begin(), out.end(), [&](const chart::PlaceName& p) {
      return distance(p.at, town.at) > apart;
    });
    if (is_free) out.push_back({town.at, town.name});
  }
  return out;
}

std::vector<chart::Inset> insets(const std::vector<Town>& all) {
  std::vector<chart::Inset> out;
  for (const Town& town : all) {
    if (out.size() == kInsets) break;
    out.push_back({{town.at.x - kInsetHalf, town.at.y - kInsetHalf, town.at.x + kInsetHalf,
                    town.at.y + kInsetHalf},
                   town.name});
  }
  return out;
}

}  // namespace

void Towns::add(const std::string& name, const geo::Bounds& where, double residents) {
  if (name.empty() || residents <= 0) return;
  const geo::Point at = middle(where);
  Town& town = sums_[name];
  town.name = name;
  town.at.x += at.x * residents;
  town.at.y += at.y * residents;
  town.residents += residents;
}

std::vector<Town> Towns::take() const {
  std::vector<Town> out;
  for (const auto& [name, sum] : sums_)
    out.push_back({name, sum.residents, {sum.at.x / sum.residents, sum.at.y / sum.residents}});
  return out;
}

chart::NoClass no_class_of(table::Absence why) {
  switch (why) {
    case table::Absence::withheld:
      return chart::NoClass::withheld;
    case table::Absence::not_collected:
    case table::Absence::refused:
      return chart::NoClass::not_measured;
    default:
      return chart::NoClass::not_applicable;
  }
}

geo::Point middle(const geo::Bounds& b) {
  return {(b.x_min + b.x_max) / 2, (b.y_min + b.y_max) / 2};
}

void add_places(std::vector<Town> towns, chart::Map& map) {
  std::stable_sort(towns.begin(), towns.end(),
                   [](const Town& a, const Town& b) { return a.residents > b.residents; });
  map.places = places(towns, std::max(map.extent.width(), map.extent.height()) / 6);
  if (map.extent.width() > kWide) map.insets = insets(towns);
}

}  // namespace wijkbeeld::report::detail
