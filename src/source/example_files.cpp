// SPDX-License-Identifier: EUPL-1.2
#include "source/example_files.hpp"

#include <functional>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "base/file.hpp"
#include "source/example_country.hpp"
#include "source/example_layers.hpp"
#include "source/example_people.hpp"
#include "source/example_tables.hpp"
#include "source/example_truth.hpp"

namespace wijkbeeld::source {
namespace {

namespace fs = std::filesystem;
using base::say;

struct Output {
  std::string name;
  std::function<void(const fs::path& path)> write;
};

// Largest first, so that no worker is left with one at the end.
std::vector<Output> outputs_of(const ExampleCountry& c, const ExampleBehaviour& behaviour) {
  const auto text = [](std::string name, std::function<std::string()> make) {
    return Output{std::move(name), [make = std::move(make)](const fs::path& path) {
                    base::write_whole(path, make());
                  }};
  };
  const auto layers = [](std::string name, std::function<std::vector<codec::LayerOut>()> make) {
    return Output{std::move(name), [make = std::move(make)](const fs::path& path) {
                    codec::write_geopackage(path, make(), base::Language::nl, {});
                  }};
  };
  return {
      layers("gebieden.gpkg", [&c] { return area_layers(c); }),
      layers("voorzieningen.gpkg", [&c] { return feature_layers(c); }),
      text("cellen.csv", [&c] { return cells_csv(c); }),
      text("voorbeeld_ontwikkeling.csv", [&c] { return development_csv(c); }),
      text("enquete.csv", [&c, &behaviour] { return survey_csv(c, behaviour); }),
      text("verkopen.csv", [&c, &behaviour] { return sales_csv(c, behaviour); }),
      text("voorbeeld_stand.csv", [&c] { return situation_csv(c); }),
      text("indicatoren_buurt.csv", [&c] { return buurt_indicators_csv(c); }),
      text("bevolking.csv", [&c] { return population_csv(c); }),
      text("omnummering_2010_2016.csv", [&c] { return renumbering_csv(c); }),
      text("aandachtslijst_2007.csv", [&c] { return list_csv(c, c.lists.attention); }),
      text("prioriteitenlijst_2003.csv", [&c] { return list_csv(c, c.lists.priority); }),
      text("truth.json", [&c, &behaviour] { return truth_json(c, behaviour); }),
      text("LEESMIJ.txt", [&c] { return readme_text(c); }),
  };
}

}  // namespace

void write_example(const fs::path& folder, base::Seed seed, ExampleSize size, base::Workers workers,
                   base::Progress& progress, bool may_replace) {
  base::WholeFolder whole(folder, may_replace);
  const ExampleCountry country = make_country(plan_of(size), seed, workers, progress);
  const ExampleBehaviour behaviour;
  const std::vector<Output> outputs = outputs_of(country, behaviour);
  progress.begin(say("writing Voorbeeldland"));
  base::write_whole(whole.path() / "indicatoren_cel.csv", cell_indicators_csv(country, workers));
  std::mutex watching;
  std::size_t done = 0;
  base::for_blocks(outputs.size(), 1, workers, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      outputs[i].write(whole.path() / outputs[i].name);
      const std::lock_guard lock(watching);
      progress.check();
      progress.advance(++done, outputs.size());
    }
  });
  whole.commit();
}

std::optional<ExampleSize> parse_example_size(std::string_view text) {
  if (text == "town") return ExampleSize::town;
  if (text == "country") return ExampleSize::country;
  if (text == "nation") return ExampleSize::nation;
  return std::nullopt;
}

}  // namespace wijkbeeld::source
