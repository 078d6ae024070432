// SPDX-License-Identifier: EUPL-1.2
// Measuring features from as many cells as the country has inhabited ones.
#include <benchmark/benchmark.h>

#include <cmath>
#include <numbers>
#include <optional>
#include <set>
#include <vector>

#include "area/crosswalk.hpp"
#include "base/random.hpp"
#include "geo/grid_kernel.hpp"
#include "geo/line_field.hpp"
#include "geo/point_field.hpp"
#include "geo/surface_field.hpp"
#include "source/outlines.hpp"
#include "support/real_data.hpp"

namespace {

using namespace wijkbeeld;  // NOLINT(google-build-using-namespace): a program of one page

constexpr std::size_t kCells = 400000;
constexpr std::size_t kPoints = 100000;
constexpr base::Seed kSeed{2017};

base::Workers workers(const benchmark::State& state) {
  return {static_cast<unsigned>(state.range(0))};
}

// Towns in which most things lie: normal clouds of 1 to 4 km over 250 by 250 km.
class Towns {
 public:
  explicit Towns(std::uint64_t purpose) : stream_(kSeed, purpose) {
    base::Stream towns(kSeed, 1);
    for (int i = 0; i < 400; ++i)
      towns_.push_back({{towns.uniform(20000, 270000), towns.uniform(320000, 570000)},
                        towns.uniform(1000, 4000)});
  }
  geo::Point draw() {
    const Town& town = towns_[stream_.below(towns_.size())];
    return {town.middle.x + town.spread * stream_.normal(),
            town.middle.y + town.spread * stream_.normal()};
  }
  base::Stream& stream() { return stream_; }

 private:
  struct Town {
    geo::Point middle;
    double spread;
  };
  base::Stream stream_;
  std::vector<Town> towns_;
};

const std::vector<geo::Cell>& cells() {
  static const std::vector<geo::Cell> all = [] {
    Towns towns(2);
    std::set<geo::Cell> drawn;
    while (drawn.size() < kCells)
      drawn.insert(geo::cell_of(towns.draw()));
    return std::vector<geo::Cell>(drawn.begin(), drawn.end());
  }();
  return all;
}

const std::vector<geo::Point>& middles() {
  static const std::vector<geo::Point> all = [] {
    std::vector<geo::Point> points;
    for (const geo::Cell cell : cells())
      points.push_back(geo::centre(cell));
    return points;
  }();
  return all;
}

const geo::PointField& points() {
  static const geo::PointField field = [] {
    Towns towns(3);
    std::vector<geo::Point> drawn(kPoints);
    for (geo::Point& p : drawn)
      p = towns.draw();
    return geo::PointField(drawn);
  }();
  return field;
}

// Streets of some 30 m between bends.
std::vector<geo::Line> streets() {
  Towns towns(4);
  std::vector<geo::Line> lines(kPoints);
  for (geo::Line& line : lines) {
    geo::Point p = towns.draw();
    double heading = towns.stream().uniform(0, 2 * std::numbers::pi);
    for (int i = 0; i < 10; ++i) {
      line.push_back(p);
      heading += 0.3 * towns.stream().normal();
      p = {p.x + 30 * std::cos(heading), p.y + 30 * std::sin(heading)};
    }
  }
  return lines;
}

// Ponds and parks of 10 to 200 m with a corner every 18 degrees; many overlap.
std::vector<geo::MultiPolygon> parks() {
  Towns towns(5);
  std::vector<geo::MultiPolygon> shapes(kPoints);
  for (geo::MultiPolygon& shape : shapes) {
    const geo::Point middle = towns.draw();
    const double size = towns.stream().uniform(10, 200);
    geo::Ring ring;
    for (int i = 0; i < 20; ++i) {
      const double far = size * towns.stream().uniform(0.6, 1);
      ring.push_back({middle.x + far * std::cos(i * std::numbers::pi / 10),
                      middle.y + far * std::sin(i * std::numbers::pi / 10)});
    }
    ring.push_back(ring.front());
    shape.parts.push_back({ring, {}});
  }
  return shapes;
}

void point_field_made(benchmark::State& state) {
  Towns towns(3);
  std::vector<geo::Point> drawn(kPoints);
  for (geo::Point& p : drawn)
    p = towns.draw();
  for (auto _ : state)
    benchmark::DoNotOptimize(geo::PointField(drawn).size());
}

void nearest_point(benchmark::State& state) {
  const std::vector<geo::Point>& at = middles();
  const geo::PointField& field = points();
  for (auto _ : state)
    benchmark::DoNotOptimize(nearest_distances(at, field, 30000, workers(state)).data());
}

void points_within_1_km(benchmark::State& state) {
  const std::vector<geo::Point>& at = middles();
  const geo::PointField& field = points();
  for (auto _ : state)
    benchmark::DoNotOptimize(counts_within(at, field, 1000, workers(state)).data());
}

void nearest_street(benchmark::State& state) {
  const std::vector<geo::Point>& at = middles();
  const geo::LineField field(streets());
  for (auto _ : state)
    benchmark::DoNotOptimize(nearest_distances(at, field, 1000, workers(state)).data());
}

void street_length_within_500_m(benchmark::State& state) {
  const std::vector<geo::Point>& at = middles();
  const geo::LineField field(streets());
  for (auto _ : state)
    benchmark::DoNotOptimize(lengths_within(at, field, 500, workers(state)).data());
}

void surface_field_made(benchmark::State& state) {
  const std::vector<geo::MultiPolygon> shapes = parks();
  for (auto _ : state)
    benchmark::DoNotOptimize(geo::SurfaceField(shapes, workers(state)).mended());
}

const geo::SurfaceField& park_field() {
  static const geo::SurfaceField field(parks(), {2});
  return field;
}

void nearest_park(benchmark::State& state) {
  const std::vector<geo::Point>& at = middles();
  const geo::SurfaceField& field = park_field();
  for (auto _ : state)
    benchmark::DoNotOptimize(nearest_distances(at, field, 1000, workers(state)).data());
}

void park_share(benchmark::State& state, double radius) {
  const std::vector<geo::Point>& at = middles();
  const geo::SurfaceField& field = park_field();
  for (auto _ : state)
    benchmark::DoNotOptimize(covered_shares(at, field, radius, workers(state)).data());
}
void park_share_within_200_m(benchmark::State& state) {
  park_share(state, 200);
}
void park_share_within_500_m(benchmark::State& state) {
  park_share(state, 500);
}
void park_share_within_1_km(benchmark::State& state) {
  park_share(state, 1000);
}

void cell_means(benchmark::State& state, geo::KernelForm form, double bandwidth) {
  const geo::CellField field(cells());
  base::Stream stream(kSeed, 6);
  std::vector<std::optional<double>> values;
  std::vector<double> residents;
  for (std::size_t i = 0; i < cells().size(); ++i) {
    values.emplace_back(stream.normal());
    residents.push_back(static_cast<double>(stream.below(200)));
  }
  for (auto _ : state)
    benchmark::DoNotOptimize(
        field.means(values, residents, {form, bandwidth}, cells(), workers(state)).data());
}

void disc_means_200_m(benchmark::State& state) {
  cell_means(state, geo::KernelForm::disc, 200);
}
void disc_means_1_km(benchmark::State& state) {
  cell_means(state, geo::KernelForm::disc, 1000);
}
void gaussian_means_250_m(benchmark::State& state) {
  cell_means(state, geo::KernelForm::gaussian, 250);
}

area::Outlines outlines_in(const std::string& name) {
  return source::read_outlines(source::probe_file(support::real_data() / "geo" / name, name))
      .outlines.at(0);
}

void buurten_to_pc4(benchmark::State& state) {
  if (!std::filesystem::is_directory(support::real_data())) {
    state.SkipWithError("no published data here; set WIJKBEELD_DATA");
    return;
  }
  const area::Outlines buurten = outlines_in("buurt_2024.gpkg");
  const area::Outlines pc4 = outlines_in("pc4_2020.gpkg");
  for (auto _ : state)
    benchmark::DoNotOptimize(area::crosswalk(buurten, pc4, workers(state)).parts.size());
}

// On the clock, and as processor time of all threads, which says more on a machine that is shared.
void on_two_threads(benchmark::internal::Benchmark* measured) {
  measured->Arg(2)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
}

BENCHMARK(point_field_made)->Unit(benchmark::kMillisecond);
BENCHMARK(nearest_point)->Apply(on_two_threads);
BENCHMARK(points_within_1_km)->Apply(on_two_threads);
BENCHMARK(nearest_street)->Apply(on_two_threads);
BENCHMARK(street_length_within_500_m)->Apply(on_two_threads);
BENCHMARK(surface_field_made)->Apply(on_two_threads);
BENCHMARK(nearest_park)->Apply(on_two_threads);
BENCHMARK(park_share_within_200_m)->Apply(on_two_threads);
BENCHMARK(park_share_within_500_m)->Apply(on_two_threads);
BENCHMARK(park_share_within_1_km)->Apply(on_two_threads);
BENCHMARK(disc_means_200_m)->Apply(on_two_threads);
BENCHMARK(disc_means_1_km)->Apply(on_two_threads);
BENCHMARK(gaussian_means_250_m)->Apply(on_two_threads);
BENCHMARK(buurten_to_pc4)->Apply(on_two_threads);

}  // namespace
