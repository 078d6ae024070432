// SPDX-License-Identifier: EUPL-1.2
// From published files to a project, to a project file and back, to findings.
#include <benchmark/benchmark.h>

#include <string>

#include "base/file.hpp"
#include "base/progress.hpp"
#include "source/source.hpp"
#include "store/project_file.hpp"
#include "study/run.hpp"
#include "support/real_data.hpp"
#include "support/scratch.hpp"

namespace {

using namespace wijkbeeld;  // NOLINT(google-build-using-namespace): a program of one page

bool is_absent(benchmark::State& state) {
  if (std::filesystem::is_directory(support::real_data())) return false;
  state.SkipWithError("no published data here; set WIJKBEELD_DATA");
  return true;
}

base::Workers workers(const benchmark::State& state) {
  return {static_cast<unsigned>(state.range(0))};
}

series::Project project() {
  base::Progress quiet;
  return source::read_project(support::real_data(), {2}, quiet);
}

void read_all_published_files(benchmark::State& state) {
  if (is_absent(state)) return;
  base::Progress quiet;
  for (auto _ : state)
    benchmark::DoNotOptimize(
        source::read_project(support::real_data(), workers(state), quiet).series.size());
}

void write_project_file(benchmark::State& state) {
  if (is_absent(state)) return;
  const series::Project all = project();
  const support::Scratch scratch;
  for (auto _ : state)
    store::write_project(scratch / "project.gpkg", all, base::Language::nl, base::Catalogue{});
}

void read_project_file(benchmark::State& state) {
  if (is_absent(state)) return;
  const support::Scratch scratch;
  store::write_project(scratch / "project.gpkg", project(), base::Language::nl, base::Catalogue{});
  for (auto _ : state)
    benchmark::DoNotOptimize(store::read_project_file(scratch / "project.gpkg").series.size());
}

void plan_of_2017(benchmark::State& state) {
  if (is_absent(state)) return;
  base::Progress quiet;
  const series::Project all = project();
  const auto editions = instrument::shipped_editions();
  const std::string file = WIJKBEELD_ROOT "/examples/kwetsbare-wijken-2017/plan.toml";
  const study::Plan plan = study::parse_plan(base::read_file(file), file, editions);
  for (auto _ : state)
    benchmark::DoNotOptimize(
        study::run_study(plan, all, editions, workers(state), quiet).cohort_path.size());
}

BENCHMARK(read_all_published_files)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(write_project_file)->Unit(benchmark::kMillisecond);
BENCHMARK(read_project_file)->Unit(benchmark::kMillisecond);
BENCHMARK(plan_of_2017)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
