// SPDX-License-Identifier: EUPL-1.2
// From outlines as published to the bytes a map fetches. "gzip_kB" is what goes over the line.
#include <benchmark/benchmark.h>
#include <zlib.h>

#include <string>
#include <utility>
#include <variant>

#include "base/issue.hpp"
#include "codec/layer.hpp"
#include "codec/shape_pack.hpp"
#include "support/real_data.hpp"

namespace {

using namespace wijkbeeld;  // NOLINT(google-build-using-namespace): a program of one page

struct Layer {
  const char* file;
  const char* name;
};
constexpr Layer kWijken{"geo/wijk_gemeente_2022.gpkg", "wijk_2022"};
constexpr Layer kBuurten{"geo/buurt_2024.gpkg", "buurt_2024"};
constexpr Layer kPc4{"geo/pc4_2020.gpkg", "pc4_2020"};

struct Scale {
  double tolerance_m;
  double step_m;
};
constexpr Scale kLow{250, 20};
constexpr Scale kMid{50, 5};
constexpr Scale kFull{5, 1};

std::vector<geo::MultiPolygon> outlines(benchmark::State& state, Layer layer) {
  const auto path = support::real_data() / layer.file;
  if (!std::filesystem::exists(path)) {
    state.SkipWithError("no published data here; set WIJKBEELD_DATA");
    return {};
  }
  base::Ledger ledger;
  std::vector<geo::MultiPolygon> out;
  for (codec::Shape& shape : codec::read_layer(path, layer.name, ledger).shapes)
    if (auto* surface = std::get_if<geo::MultiPolygon>(&shape)) out.push_back(std::move(*surface));
  return out;
}

double gzip_kb(const std::string& bytes) {
  uLongf size = compressBound(bytes.size());
  std::string packed(size, '\0');
  compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
            reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), 6);
  return static_cast<double>(size) / 1000;
}

void topology(benchmark::State& state, Layer layer) {
  const auto shapes = outlines(state, layer);
  const base::Workers workers{static_cast<unsigned>(state.range(0))};
  for (auto _ : state)
    benchmark::DoNotOptimize(geo::topology_of(shapes, 0.5, workers).arcs.size());
  state.counters["areas"] = static_cast<double>(shapes.size());
}

void pack(benchmark::State& state, Layer layer, Scale scale) {
  const auto shapes = outlines(state, layer);
  const geo::Topology whole = geo::topology_of(shapes, 0.5, {1});
  std::string bytes;
  for (auto _ : state)
    bytes = codec::to_shape_pack(geo::simplified(whole, scale.tolerance_m), scale.step_m);
  state.counters["kB"] = static_cast<double>(bytes.size()) / 1000;
  state.counters["gzip_kB"] = gzip_kb(bytes);
}

// Everything the map of one level needs.
void all_scales(benchmark::State& state, Layer layer) {
  const auto shapes = outlines(state, layer);
  for (auto _ : state) {
    const geo::Topology whole = geo::topology_of(shapes, 0.5, {1});
    for (const Scale scale : {kLow, kMid, kFull})
      benchmark::DoNotOptimize(
          codec::to_shape_pack(geo::simplified(whole, scale.tolerance_m), scale.step_m).size());
  }
}

#define WIJKBEELD_LAYER(name, layer)                                                 \
  BENCHMARK_CAPTURE(topology, name, layer)                                           \
      ->Arg(1)                                                                       \
      ->Arg(2)                                                                       \
      ->Unit(benchmark::kMillisecond)                                                \
      ->UseRealTime();                                                               \
  BENCHMARK_CAPTURE(pack, name##_low, layer, kLow)->Unit(benchmark::kMillisecond);   \
  BENCHMARK_CAPTURE(pack, name##_mid, layer, kMid)->Unit(benchmark::kMillisecond);   \
  BENCHMARK_CAPTURE(pack, name##_full, layer, kFull)->Unit(benchmark::kMillisecond); \
  BENCHMARK_CAPTURE(all_scales, name, layer)->Unit(benchmark::kMillisecond)

WIJKBEELD_LAYER(buurt_2024, kBuurten);
WIJKBEELD_LAYER(wijk_2022, kWijken);
WIJKBEELD_LAYER(pc4_2020, kPc4);

}  // namespace
