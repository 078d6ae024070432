// SPDX-License-Identifier: EUPL-1.2
// Reading files as users have them, beside GDAL's own readers of the same files.
#include <benchmark/benchmark.h>
#include <gdal.h>
#include <ogr_api.h>

#include <string>

#include "base/issue.hpp"
#include "codec/csv.hpp"
#include "codec/layer.hpp"
#include "codec/xlsx.hpp"
#include "support/real_data.hpp"

namespace {

using wijkbeeld::base::Ledger;

std::string data(const char* name) {
  return wijkbeeld::support::real_data() / name;
}

constexpr const char* kStand = "lbm/lbm2_meting_2016_officieel/dimensiescore_wijk (stand).xlsx";
constexpr const char* kLong = "lbm/lbm3_pc4_2002-2020.csv";
constexpr const char* kOutlines = "geo/pc4_2020.gpkg";

bool is_absent(benchmark::State& state, const char* name) {
  if (std::filesystem::exists(data(name))) return false;
  state.SkipWithError("no published data here; set WIJKBEELD_DATA");
  return true;
}

// All features of every layer, each field as text: what a reader of tables needs.
std::int64_t read_with_gdal(const std::string& path) {
  GDALAllRegister();
  GDALDatasetH file = GDALOpenEx(path.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
  std::int64_t cells = 0;
  for (int i = 0; i < GDALDatasetGetLayerCount(file); ++i) {
    OGRLayerH layer = GDALDatasetGetLayer(file, i);
    OGR_L_ResetReading(layer);
    while (OGRFeatureH feature = OGR_L_GetNextFeature(layer)) {
      for (int field = 0; field < OGR_F_GetFieldCount(feature); ++field) {
        benchmark::DoNotOptimize(OGR_F_GetFieldAsString(feature, field));
        ++cells;
      }
      OGR_F_Destroy(feature);
    }
  }
  GDALClose(file);
  return cells;
}

void xlsx_ours(benchmark::State& state) {
  if (is_absent(state, kStand)) return;
  for (auto _ : state) {
    Ledger ledger;
    const wijkbeeld::codec::Workbook book(data(kStand));
    for (const std::string& sheet : book.sheets())
      benchmark::DoNotOptimize(book.read(sheet, ledger).size());
  }
}
void xlsx_gdal(benchmark::State& state) {
  if (is_absent(state, kStand)) return;
  for (auto _ : state)
    benchmark::DoNotOptimize(read_with_gdal(data(kStand)));
}
void csv_ours(benchmark::State& state) {
  if (is_absent(state, kLong)) return;
  for (auto _ : state) {
    Ledger ledger;
    benchmark::DoNotOptimize(wijkbeeld::codec::read_csv(data(kLong), ledger).size());
  }
}
void csv_gdal(benchmark::State& state) {
  if (is_absent(state, kLong)) return;
  for (auto _ : state)
    benchmark::DoNotOptimize(read_with_gdal(data(kLong)));
}
void outlines_ours(benchmark::State& state) {
  if (is_absent(state, kOutlines)) return;
  for (auto _ : state) {
    Ledger ledger;
    benchmark::DoNotOptimize(
        wijkbeeld::codec::read_layer(data(kOutlines), "pc4_2020", ledger).shapes.size());
  }
}

BENCHMARK(xlsx_ours)->Unit(benchmark::kMillisecond);
BENCHMARK(xlsx_gdal)->Unit(benchmark::kMillisecond);
BENCHMARK(csv_ours)->Unit(benchmark::kMillisecond);
BENCHMARK(csv_gdal)->Unit(benchmark::kMillisecond);
BENCHMARK(outlines_ours)->Unit(benchmark::kMillisecond);

}  // namespace
