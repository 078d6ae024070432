// SPDX-License-Identifier: EUPL-1.2
#include "source/example_lines.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <numbers>

#include "source/example_purpose.hpp"

namespace wijkbeeld::source {
namespace {

constexpr double kTurn = 2 * std::numbers::pi;

geo::Point along(geo::Point from, geo::Point to, double part) {
  return {from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)};
}

// Straight on from `from` past `through` until the sea.
geo::Point sea_beyond(const ExampleLand& land, geo::Point from, geo::Point through) {
  const double length = std::max(1.0, distance(from, through));
  geo::Point p = through;
  while (land.is_land[land.grid.cell_at(p)] != 0) {
    p.x += 50 * (through.x - from.x) / length;
    p.y += 50 * (through.y - from.y) / length;
  }
  return p;
}

// A line through the points with sideways swings that vanish at the given points.
geo::Line wavy(const std::vector<geo::Point>& points, double swing, double step,
               base::Stream& stream) {
  geo::Line line;
  for (std::size_t leg = 1; leg < points.size(); ++leg) {
    const geo::Point a = points[leg - 1];
    const geo::Point b = points[leg];
    const double length = std::max(1.0, distance(a, b));
    std::array<double, 4> strength{};
    for (double& s : strength)
      s = stream.uniform(-1, 1);
    const auto steps = static_cast<std::size_t>(length / step) + 1;
    for (std::size_t i = leg == 1 ? 0 : 1; i <= steps; ++i) {
      const double t = static_cast<double>(i) / static_cast<double>(steps);
      double aside = 0;
      for (std::size_t k = 0; k < strength.size(); ++k) {
        const double order = static_cast<double>(k) + 1;
        aside += strength[k] / order * std::sin(order * std::numbers::pi * t);
      }
      aside *= swing * length;
      const geo::Point p = along(a, b, t);
      line.push_back({p.x - aside * (b.y - a.y) / length, p.y + aside * (b.x - a.x) / length});
    }
  }
  return line;
}

// Corners cut twice (Chaikin, "An algorithm for high-speed curve generation", 1974).
geo::Line rounded(geo::Line line, int rounds) {
  for (int round = 0; round < rounds; ++round) {
    geo::Line out = {line.front()};
    for (std::size_t i = 1; i < line.size(); ++i) {
      out.push_back(along(line[i - 1], line[i], 0.25));
      out.push_back(along(line[i - 1], line[i], 0.75));
    }
    out.push_back(line.back());
    line = std::move(out);
  }
  return line;
}

// The connections of a shortest tree over the main towns (Prim), as pairs of towns.
std::vector<std::pair<std::size_t, std::size_t>> tree_of(const std::vector<Town>& towns) {
  std::size_t mains = 0;
  while (mains < towns.size() && !towns[mains].is_village)
    ++mains;
  std::vector<std::pair<std::size_t, std::size_t>> tree;
  if (mains == 0) return tree;
  std::vector<std::uint8_t> joined(mains, 0);
  joined[0] = 1;
  for (std::size_t n = 1; n < mains; ++n) {
    double best = std::numeric_limits<double>::max();
    std::pair<std::size_t, std::size_t> link;
    for (std::size_t a = 0; a < mains; ++a)
      for (std::size_t b = 0; b < mains; ++b) {
        if (joined[a] == 0 || joined[b] != 0) continue;
        const double far = distance(towns[a].centre, towns[b].centre);
        if (far < best) {
          best = far;
          link = {a, b};
        }
      }
    joined[link.second] = 1;
    tree.push_back(link);
  }
  return tree;
}

geo::Point beside(const Town& town, double radii, double angle) {
  return {town.centre.x + radii * town.radius * std::cos(angle),
          town.centre.y + radii * town.radius * std::sin(angle)};
}

bool is_on_land(const ExampleLand& land, const geo::Line& line) {
  return std::all_of(line.begin(), line.end(),
                     [&](geo::Point p) { return land.is_land[land.grid.cell_at(p)] != 0; });
}

// Tries a few lines and takes the first that stays on land, else the last.
geo::Line laid(const ExampleLand& land, const std::vector<geo::Point>& points, double swing,
               base::Stream& stream) {
  geo::Line line;
  for (int attempt = 0; attempt < 12; ++attempt) {
    line = rounded(wavy(points, swing * (attempt < 8 ? 1 : 0.3), 400, stream), 2);
    if (is_on_land(land, line)) break;
  }
  return line;
}

// A smooth closed shape round a point: an ellipse with a few waves on it.
geo::Ring blob(geo::Point centre, double radius, double roughness, base::Stream& stream) {
  struct Wave {
    double strength, phase;
  };
  std::array<Wave, 4> waves{};
  for (std::size_t k = 0; k < waves.size(); ++k)
    waves[k] = {roughness * stream.uniform(-1, 1) / (static_cast<double>(k) + 1.5),
                stream.uniform(0, kTurn)};
  const double stretch = stream.uniform(1, 1.7);
  const double turn = stream.uniform(0, kTurn);
  const std::size_t corners =
      std::clamp<std::size_t>(static_cast<std::size_t>(radius / 12), 20, 64);
  geo::Ring ring;
  for (std::size_t i = 0; i < corners; ++i) {
    const double angle = kTurn * static_cast<double>(i) / static_cast<double>(corners);
    double r = 1;
    for (std::size_t k = 0; k < waves.size(); ++k)
      r += waves[k].strength * std::sin((static_cast<double>(k) + 2) * angle + waves[k].phase);
    const double x = radius * r * stretch * std::cos(angle);
    const double y = radius * r / stretch * std::sin(angle);
    ring.push_back({centre.x + x * std::cos(turn) - y * std::sin(turn),
                    centre.y + x * std::sin(turn) + y * std::cos(turn)});
  }
  ring.push_back(ring.front());
  return ring;
}

void close(ExampleLand& land, const geo::Ring& ring) {
  geo::Bounds box;
  for (const geo::Point& p : ring)
    box = box.is_empty() ? geo::Bounds{p.x, p.y, p.x, p.y}
                         : geo::Bounds{std::min(box.x_min, p.x), std::min(box.y_min, p.y),
                                       std::max(box.x_max, p.x), std::max(box.y_max, p.y)};
  const ExampleGrid& grid = land.grid;
  const std::size_t low = grid.cell_at({box.x_min, box.y_min});
  const std::size_t high = grid.cell_at({box.x_max, box.y_max});
  for (std::size_t row = grid.row(low); row <= grid.row(high); ++row)
    for (std::size_t column = grid.column(low); column <= grid.column(high); ++column)
      if (is_inside(grid.centre(row * grid.columns + column), ring))
        land.is_closed[row * grid.columns + column] = 1;
}

bool is_apart(geo::Point p, double radius, const std::vector<geo::Ring>& others) {
  return std::all_of(others.begin(), others.end(), [&](const geo::Ring& ring) {
    return distance(p, ring.front()) > 3 * radius && !is_inside(p, ring);
  });
}

// Draws up to `count` shapes where `chance` of a cell allows, apart from each other and from
// `others`, at least their own size away from the sea.
std::vector<geo::Ring> scattered(const ExampleLand& land, std::size_t count, double least,
                                 double most, const std::vector<geo::Ring>& others,
                                 const std::function<double(std::size_t)>& chance,
                                 base::Stream& stream) {
  std::vector<geo::Ring> rings;
  for (std::size_t attempt = 0; attempt < 4000 * count && rings.size() < count; ++attempt) {
    const auto cell = static_cast<std::size_t>(stream.below(land.grid.size()));
    if (!stream.chance(chance(cell))) continue;
    const double part = stream.uniform();
    const double radius = least + (most - least) * std::pow(part, 1.6);
    if (land.from_coast[cell] * ExampleGrid::kSize < 2.5 * radius) continue;
    const geo::Point p = land.grid.centre(cell);
    if (!is_apart(p, radius, rings) || !is_apart(p, radius, others)) continue;
    rings.push_back(blob(p, radius, 0.22, stream));
  }
  return rings;
}

double nearest_motorway(const ExampleLand& land, geo::Point p) {
  double nearest = std::numeric_limits<double>::max();
  for (const geo::Line& line : land.motorways)
    nearest = std::min(nearest, distance_to_line(p, line));
  return nearest;
}

}  // namespace

void lay_river(base::Seed seed, ExampleLand& land) {
  base::Stream stream(seed, purpose::kRiver);
  const Town& town = land.towns.front();
  const geo::Point middle = beside(town, 0.22, stream.uniform(0, kTurn));
  // Of some directions, the one with the nearest sea.
  geo::Point mouth{};
  double nearest = std::numeric_limits<double>::max();
  double heading = 0;
  for (int i = 0; i < 24; ++i) {
    const double angle = kTurn * i / 24;
    const geo::Point sea = sea_beyond(
        land, middle, {middle.x + 300 * std::cos(angle), middle.y + 300 * std::sin(angle)});
    if (distance(middle, sea) >= nearest) continue;
    nearest = distance(middle, sea);
    mouth = sea;
    heading = angle;
  }
  const double back = heading + std::numbers::pi + stream.uniform(-0.5, 0.5);
  const geo::Point far_sea =
      sea_beyond(land, middle, {middle.x + 300 * std::cos(back), middle.y + 300 * std::sin(back)});
  const geo::Point source = along(middle, far_sea, 0.72);
  const geo::Point end = along(middle, mouth, 1 + 250 / std::max(250.0, nearest));
  land.river = rounded(wavy({source, middle, end}, 0.11, 300, stream), 2);
  for (std::size_t i = 0; i < land.river.size(); ++i)
    land.river_width.push_back(60 + 190 * static_cast<double>(i) /
                                        static_cast<double>(land.river.size()));
}

geo::Ring river_surface(const ExampleLand& land) {
  geo::Ring left;
  geo::Ring right;
  const geo::Line& line = land.river;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const geo::Point a = line[i == 0 ? 0 : i - 1];
    const geo::Point b = line[std::min(i + 1, line.size() - 1)];
    const double length = std::max(1.0, distance(a, b));
    const double half = land.river_width[i] / 2;
    const double dx = -(b.y - a.y) / length * half;
    const double dy = (b.x - a.x) / length * half;
    left.push_back({line[i].x + dx, line[i].y + dy});
    right.push_back({line[i].x - dx, line[i].y - dy});
  }
  geo::Ring ring(right.begin(), right.end());
  ring.insert(ring.end(), left.rbegin(), left.rend());
  ring.push_back(ring.front());
  return ring;
}

void lay_lines(base::Seed seed, ExampleLand& land) {
  base::Stream stream(seed, purpose::kLines);
  const auto tree = tree_of(land.towns);
  for (const auto& [a, b] : tree) {
    const Town& from = land.towns[a];
    const Town& to = land.towns[b];
    const double angle = std::atan2(to.centre.y - from.centre.y, to.centre.x - from.centre.x);
    const double side = stream.chance(0.5) ? 1.3 : -1.3;
    land.railways.push_back(laid(
        land, {beside(from, 0.32, angle + side), beside(to, 0.32, angle + std::numbers::pi - side)},
        0.05, stream));
    land.motorways.push_back(
        laid(land,
             {beside(from, 0.95, angle - side), beside(from, 1.1, angle - side / 3),
              beside(to, 1.1, angle + std::numbers::pi + side / 3),
              beside(to, 0.95, angle + std::numbers::pi + side)},
             0.05, stream));
  }
  const Town& last = land.towns[tree.back().second];
  const Town& first = land.towns.front();
  const double angle =
      std::atan2(last.centre.y - first.centre.y, last.centre.x - first.centre.x) + 0.9;
  land.power_lines.push_back(
      laid(land, {beside(last, 1.2, angle), beside(first, 0.9, angle)}, 0.03, stream));
}

void lay_surfaces(const ExamplePlan& plan, base::Seed seed, ExampleLand& land) {
  base::Stream water(seed, purpose::kLakes);
  base::Stream green(seed, purpose::kParks);
  base::Stream works(seed, purpose::kIndustry);
  const double big = std::sqrt(static_cast<double>(plan.land_cells)) * 2.2;
  land.lakes = scattered(
      land, plan.lakes, 180, std::min(1500.0, big), {},
      [&](std::size_t cell) { return land.urban[cell] < 0.12 ? 1.0 : 0.0; }, water);
  land.industries = scattered(
      land, plan.industries, 140, 480, land.lakes,
      [&](std::size_t cell) {
        const double urban = land.urban[cell];
        if (urban < 0.06 || urban > 0.5) return 0.0;
        return nearest_motorway(land, land.grid.centre(cell)) < 900 ? 1.0 : 0.05;
      },
      works);
  std::vector<geo::Ring> taken = land.lakes;
  taken.insert(taken.end(), land.industries.begin(), land.industries.end());
  land.parks = scattered(
      land, plan.parks, 90, 420, taken,
      [&](std::size_t cell) {
        return land.urban[cell] > 0.1 ? 0.2 + 0.8 * land.urban[cell] : 0.01;
      },
      green);
  land.is_closed.assign(land.grid.size(), 0);
  for (const auto* rings : {&land.lakes, &land.industries, &land.parks})
    for (const geo::Ring& ring : *rings)
      close(land, ring);
  close(land, river_surface(land));
}

std::vector<Beside> cells_beside(const ExampleGrid& grid, const geo::Line& line, double reach) {
  struct Nearest {
    double far;
    std::int8_t side;
  };
  std::map<std::size_t, Nearest> found;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const geo::Point a = line[i - 1];
    const geo::Point b = line[i];
    const std::size_t low = grid.cell_at({std::min(a.x, b.x) - reach, std::min(a.y, b.y) - reach});
    const std::size_t high = grid.cell_at({std::max(a.x, b.x) + reach, std::max(a.y, b.y) + reach});
    for (std::size_t row = grid.row(low); row <= grid.row(high); ++row)
      for (std::size_t column = grid.column(low); column <= grid.column(high); ++column) {
        const std::size_t cell = row * grid.columns + column;
        const geo::Point p = grid.centre(cell);
        const double far = distance_to_line(p, {a, b});
        if (far >= reach) continue;
        const bool is_left = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) > 0;
        const Nearest nearest{far, static_cast<std::int8_t>(is_left ? 1 : -1)};
        const auto [at, is_new] = found.try_emplace(cell, nearest);
        if (!is_new && far < at->second.far) at->second = nearest;
      }
  }
  std::vector<Beside> beside;
  for (const auto& [cell, nearest] : found)
    beside.push_back({cell, nearest.side});
  return beside;
}

}  // namespace wijkbeeld::source
