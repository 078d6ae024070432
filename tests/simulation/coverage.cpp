// SPDX-License-Identifier: EUPL-1.2
// How often do 90 % intervals hold the truth? Voorbeeldland stays as it is; its residents are asked
// and its houses are sold anew, time after time, and the instrument of
// examples/voorbeeld-instrument is fitted on each. What was planted is known: the weights, and with
// them what every buurt should score and how it should change.
//
//   simulate_coverage [SAMPLES] [THREADS]
//
// Prints a table; ends with 1 when a mean coverage lies outside 87 to 93 %.
#include <fmt/format.h>
#include <unistd.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <map>

#include "base/file.hpp"
#include "instrument/fit.hpp"
#include "instrument/score.hpp"
#include "source/example_country.hpp"
#include "source/example_files.hpp"
#include "source/example_people.hpp"
#include "source/source.hpp"

namespace {

using namespace wijkbeeld;
namespace fs = std::filesystem;

constexpr base::Seed kCountry{2017};
constexpr double kQuantile = 1.6448536269514722;  // of the normal distribution, 95 %

// What was planted for each term; one that nothing was planted for ends the program.
std::vector<double> planted_for(const instrument::Standard& standard, const fs::path& folder) {
  std::map<std::string_view, double> weights;
  for (const source::ExampleIndicator& one : source::example_indicators())
    weights[one.id] = one.weight;
  std::vector<double> planted;
  for (const instrument::Term& term : standard.terms) {
    const auto found = weights.find(term.id);
    if (found == weights.end()) {
      fmt::print(stderr,
                 "nothing is planted for '{}': examples/voorbeeld-instrument holds only what "
                 "src/source/example_definition.cpp plants; try it in a copy\n",
                 term.id);
      fs::remove_all(folder);
      std::exit(1);
    }
    planted.push_back(found->second);
  }
  return planted;
}

// Everything that does not change between samples.
struct Stage {
  source::ExampleCountry country;
  series::Project project = {};
  instrument::Instrument instrument = {};
  instrument::Measured measured = {};
  instrument::Standard standard = {};
  instrument::AreaMeans buurten = {};
  std::vector<double> planted = {};  // per term
};

Stage staged(const fs::path& folder, base::Workers workers) {
  base::Progress progress;
  base::Ledger ledger;
  Stage stage{source::make_country(source::plan_of(source::ExampleSize::country), kCountry, workers,
                                   progress)};
  source::write_example(folder / "land", kCountry, source::ExampleSize::country, workers, progress,
                        true);
  stage.project = source::read_project(folder / "land", workers, progress);
  const std::string file =
      std::string(WIJKBEELD_ROOT) + "/examples/voorbeeld-instrument/definition.toml";
  stage.instrument = instrument::parse_instrument(base::read_file(file), file);
  stage.measured = instrument::measure(stage.instrument, stage.project, workers, progress, ledger);
  stage.standard = instrument::standard_of(stage.instrument, stage.measured);
  stage.planted = planted_for(stage.standard, folder);
  std::vector<instrument::StandardWave> waves;
  for (const series::Wave wave : stage.instrument.edition.waves)
    waves.push_back(
        instrument::standardised(stage.instrument, stage.measured, stage.standard, wave));
  stage.buurten = instrument::area_means(stage.project, stage.measured, waves, area::Level::buurt,
                                         100, workers, ledger);
  return stage;
}

// A new survey and new sales, read as a user's files would be.
std::vector<series::Sample> drawn(const Stage& stage, const fs::path& folder, std::size_t number) {
  source::ExampleCountry country = stage.country;
  country.seed = {1000 + number};
  const fs::path here = folder / fmt::format("sample-{}", number);
  fs::create_directories(here);
  fs::copy_file(folder / "land" / "cellen.csv", here / "cellen.csv");  // where they stand
  base::write_whole(here / "enquete.csv", source::survey_csv(country, {}));
  base::write_whole(here / "verkopen.csv", source::sales_csv(country, {}));
  base::Progress progress;
  series::Project read = source::read_project(here, {1}, progress);
  fs::remove_all(here);
  return std::move(read.samples);
}

struct Tally {
  std::size_t covered = 0;
  std::size_t all = 0;
  double error = 0;  // sum of estimate minus truth, over standard error
  void add(double estimate, double truth, double standard_error) {
    const double z = (estimate - truth) / standard_error;
    covered += std::abs(z) <= kQuantile ? 1U : 0U;
    ++all;
    error += z;
  }
  [[nodiscard]] double share() const {
    return static_cast<double>(covered) / static_cast<double>(all);
  }
};

struct Tallies {
  std::vector<Tally> weights;
  Tally scores = {};
  Tally changes = {};
};

void judge(const Stage& stage, const instrument::Model& model, Tallies& into) {
  using namespace instrument;
  for (std::size_t t = 0; t < stage.planted.size(); ++t)
    into.weights[t].add(model.weights[t], stage.planted[t], model.errors[t]);
  Model truth = model;
  truth.weights = stage.planted;
  const base::Workers one{1};
  const std::size_t last = stage.buurten.waves.size() - 1;
  const std::size_t base = *stage.buurten.wave_index(stage.instrument.base_wave);
  const WaveScores found =
      scores_of(stage.instrument, model, stage.buurten, last, model.weights, one);
  const WaveScores should =
      scores_of(stage.instrument, truth, stage.buurten, last, truth.weights, one);
  const ScoreChanges moved = changes_of(stage.instrument, model, stage.buurten, base, last, one);
  const ScoreChanges should_move =
      changes_of(stage.instrument, truth, stage.buurten, base, last, one);
  for (std::size_t i = 0; i < stage.buurten.size(); ++i) {
    if (moved.is_known[i] == 0) continue;
    into.scores.add(found.deviation[i], should.deviation[i], found.error[i]);
    into.changes.add(moved.change[i], should_move.change[i], moved.error[i]);
  }
}

int told(const Stage& stage, const Tallies& all, std::size_t samples) {
  Tally weights;
  double least = 1;
  double most = 0;
  for (std::size_t t = 0; t < all.weights.size(); ++t) {
    const Tally& one = all.weights[t];
    fmt::print("weight  {:<28} {:>6.1f} %  mean z {:+.2f}\n", stage.standard.terms[t].id,
               100 * one.share(), one.error / static_cast<double>(one.all));
    weights.covered += one.covered;
    weights.all += one.all;
    least = std::min(least, one.share());
    most = std::max(most, one.share());
  }
  const bool is_good = [](double a, double b, double c) {
    const auto fits = [](double share) { return share >= 0.87 && share <= 0.93; };
    return fits(a) && fits(b) && fits(c);
  }(weights.share(), all.scores.share(), all.changes.share());
  fmt::print("\n{} samples, 90 % intervals\n", samples);
  fmt::print("weights  {:.1f} % (from {:.1f} to {:.1f} % per indicator)\n", 100 * weights.share(),
             100 * least, 100 * most);
  fmt::print("scores of buurten in the last wave  {:.1f} %\n", 100 * all.scores.share());
  fmt::print("changes of buurten from the base wave to the last  {:.1f} %\n",
             100 * all.changes.share());
  return is_good ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
  const std::size_t samples = count > 1 ? std::strtoul(words[1], nullptr, 10) : 500;
  const base::Workers workers{count > 2 ? static_cast<unsigned>(std::strtoul(words[2], nullptr, 10))
                                        : 2U};
  const fs::path folder =
      fs::temp_directory_path() / fmt::format("wijkbeeld-simulate-{}", getpid());
  fs::create_directories(folder);
  const Stage stage = staged(folder, workers);
  std::vector<instrument::Model> models(samples);
  base::for_blocks(samples, 1, workers, [&](std::size_t begin, std::size_t) {
    base::Progress progress;
    base::Ledger ledger;
    series::Project project;  // samples stand on cells: nothing else is looked up
    project.samples = drawn(stage, folder, begin);
    models[begin] = instrument::fit_weights(stage.instrument, project, stage.measured,
                                            stage.standard, {1}, progress, ledger);
    if (begin % 25 == 24) fmt::print(stderr, "sample {}\n", begin + 1);
  });
  Tallies all{std::vector<Tally>(stage.planted.size())};
  for (const instrument::Model& model : models)
    judge(stage, model, all);
  fs::remove_all(folder);
  return told(stage, all, samples);
}
