// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "base/progress.hpp"
#include "base/random.hpp"
#include "instrument/fit.hpp"
#include "instrument/scored.hpp"
#include "series/project.hpp"

namespace wijkbeeld::support {

/// What a made-up instrument has.
struct TinyInstrument {
  bool with_sales = true;      ///< a second outcome
  bool with_contested = true;  ///< an indicator about origin counts, with a reason
  bool with_classes = true;
  bool with_outlines = true;
  bool with_held_out = true;
  int replications = 20;
};

/// 64 wijken of a square kilometre, in four gemeenten, and what is known of them.
inline constexpr int kTinyWijken = 64;

inline area::AreaCode tiny_wijk(int i) {
  return {"WK99" + std::string(i / 16 < 9 ? "0" : "") + std::to_string(1 + i / 16) +
          (i % 16 < 10 ? "0" : "") + std::to_string(i % 16)};
}

inline std::string tiny_definition(const TinyInstrument& what) {
  std::string out = R"(
id = "tiny-eigen"
version = "0.1"
title = { nl = "Klein & <eigen>", en = "Tiny & <own>" }
publisher = { nl = "verzonnen", en = "made up" }
licence = "CC0-1.0"
waves = [2012, 2016]
level = "wijk"
vintage = 2016
base_wave = 2012
residents = { edition = "kenmerken", quantity = "inwoners" }
levels = ["gemeente"]
[reference]
constant = 4.0
[low]
class = 1
name = { nl = "laag", en = "low" }
[[dimension]]
id = "fys"
name = { nl = "omgeving", en = "surroundings" }
[[dimension]]
id = "soc"
name = { nl = "bewoners", en = "residents' side" }
[[caveat]]
id = "verzonnen"
text = { nl = "Verzonnen om mee te toetsen.", en = "Made up for tests." }
[[indicator]]
id = "groen"
name = { nl = "Groen & <water>", en = "Green & <blue>" }
dimension = "fys"
unit = "%"
source = "verzonnen kaart"
direction = "+"
column = { edition = "kenmerken", quantity = "groen" }
[[indicator]]
id = "kabaal"
name = { nl = "Kabaal", en = "Noise" }
dimension = "fys"
unit = "dB"
direction = "+"
column = { edition = "kenmerken", quantity = "kabaal" }
[[indicator]]
id = "bouwjaar"
name = { nl = "Bouwjaar", en = "Year built" }
dimension = "fys"
unit = "jaar"
column = { edition = "kenmerken", quantity = "bouwjaar", wave = 2012 }
missing = "gemeente"
[[indicator]]
id = "verhuizers"
name = { nl = "Verhuizers", en = "Movers" }
dimension = "soc"
unit = "%"
direction = "-"
column = { edition = "kenmerken", quantity = "verhuizers" }
transform = ["log1p"]
[[indicator]]
id = "sport"
name = { nl = "Sport", en = "Sports" }
dimension = "soc"
unit = "aantal"
include = false
reason = { nl = "verandert te vaak", en = "changes too often" }
column = { edition = "kenmerken", quantity = "verhuizers" }
[[indicator]]
id = "herkomst"
name = { nl = "Herkomst", en = "Origin" }
dimension = "soc"
unit = "%"
sensitive = "origin"
column = { edition = "kenmerken", quantity = "herkomst" }
)";
  if (what.with_contested)
    out += "include = true\nreason = { nl = \"om te zien wat het doet\", en = \"to see\" }\n";
  if (what.with_classes)
    out += R"(
[classes]
limits = [3.9, 4.1]
[classes.names]
nl = ["laag", "midden", "hoog"]
en = ["low", "mid", "high"]
[development]
limits = [0.05]
[development.names]
nl = ["omlaag", "gelijk", "omhoog"]
en = ["down", "same", "up"]
)";
  out += "[fit]\nfolds = 4\nreplications = " + std::to_string(what.replications) + "\n";
  if (what.with_held_out) out += "held_out = [\"GM9904\"]\n";
  out += R"(
[[outcome]]
id = "oordeel"
kind = "stated"
name = { nl = "Oordeel van bewoners", en = "Judgement of residents" }
sample = "enquete"
answer = "oordeel"
answers = [1, 5]
controls = ["leeftijd"]
)";
  if (what.with_sales)
    out += R"(
[[outcome]]
id = "prijs"
kind = "revealed"
name = { nl = "Prijzen", en = "Prices" }
sample = "verkopen"
price = "prijs"
controls = [{ column = "oppervlakte", as = "log" }]
)";
  return out;
}

/// Features per wijk: a pattern over the map and some chance. Every name and number is invented.
class TinyLand {
 public:
  explicit TinyLand(const TinyInstrument& what) : what_(what) { make(); }
  series::Project project;

 private:
  static constexpr int kRowsPerWijk = 8;
  static constexpr int kFeatures = 5;

  // Between -1 and 1, smooth over the map in its own direction.
  static double pattern(int i, int which) {
    const double x = i % 8;
    const double y = i / 8;
    return std::sin(0.9 * x + which) * std::cos(0.7 * y - 2.0 * which);
  }

  void make() {
    base::Stream chance({5}, 1);
    std::vector<area::Area> wijken;
    for (int i = 0; i < kTinyWijken; ++i) {
      wijken.push_back({tiny_wijk(i), "Wijk " + std::to_string(i), "", people(i, 0)});
      for (int f = 0; f < kFeatures; ++f)
        noise_.push_back(chance.normal());
    }
    project.areas.emplace_back(area::Level::wijk, area::Vintage{2016}, wijken, "verzonnen, 2016");
    std::vector<area::Area> gemeenten;
    for (int g = 1; g <= 4; ++g)
      gemeenten.push_back({{"GM990" + std::to_string(g)}, "Stad " + std::to_string(g), "", 9000.0});
    project.areas.emplace_back(area::Level::gemeente, area::Vintage{2016}, gemeenten,
                               "verzonnen, 2016");
    features();
    survey(chance);
    if (what_.with_sales) sales(chance);
    if (what_.with_outlines) outlines();
    project.files = {
        {"klein.csv", std::string(64, 'a'), "tiny", "Klein", "CC0-1.0", "verzonnen", 64, 1},
        {"vreemd.txt", std::string(64, 'b'), ""}};
  }

  // One wijk has too few people in the first wave.
  static double people(int i, int wave) {
    return i == 7 && wave == 0 ? 60 : 400 + 37 * ((i * 7) % 20) + 50 * wave;
  }
  [[nodiscard]] double feature(int i, int which, int wave) const {
    const double chance = noise_[static_cast<std::size_t>(i * kFeatures + which)];
    return pattern(i, which) + 0.6 * chance + 0.2 * wave * pattern(i, which + 3);
  }

  void features() {
    const std::vector<std::string> names = {"groen", "kabaal", "bouwjaar", "verhuizers",
                                            "herkomst"};
    std::vector<series::SeriesBuilder> all;
    for (const std::string& name : names)
      all.emplace_back(series::SeriesKey{{"kenmerken"}, area::Level::wijk, {2016}, name});
    series::SeriesBuilder inwoners({{"kenmerken"}, area::Level::wijk, {2016}, "inwoners"});
    for (int i = 0; i < kTinyWijken; ++i)
      for (int wave = 0; wave < 2; ++wave) {
        const series::Period period = series::at({2012 + 4 * wave});
        inwoners.add(tiny_wijk(i), period, people(i, wave));
        for (int f = 0; f < kFeatures; ++f) {
          if (f == 2 && i % 9 == 0) continue;  // not known everywhere
          const double z = feature(i, f, wave);
          const double value = f == 2 ? 1970 + 20 * z : f == 3 ? std::exp(z) * 8 : 30 + 10 * z;
          all[static_cast<std::size_t>(f)].add(tiny_wijk(i), period, value);
        }
      }
    for (series::SeriesBuilder& one : all)
      project.series.push_back(one.build());
    project.series.push_back(inwoners.build());
    std::sort(project.series.begin(), project.series.end(),
              [](const auto& a, const auto& b) { return a.key() < b.key(); });
  }

  [[nodiscard]] double truth(int i) const {
    return 0.5 * feature(i, 0, 0) - 0.3 * feature(i, 1, 0) - 0.25 * feature(i, 3, 0) -
           0.1 * feature(i, 4, 0);
  }

  static series::SampleColumn numbers(std::string name, std::vector<double> values) {
    series::SampleColumn out{std::move(name)};
    out.absences.assign(values.size(), 0);
    out.numbers = std::move(values);
    return out;
  }

  void survey(base::Stream& chance) {
    series::Sample out{"enquete", "Enquête", area::Level::wijk, {2016}};
    std::vector<double> answers;
    std::vector<double> ages;
    for (int i = 0; i < kTinyWijken; ++i)
      for (int r = 0; r < kRowsPerWijk; ++r) {
        out.areas.push_back(tiny_wijk(i));
        const double age = 20 + 60 * chance.uniform();
        const double latent = 3.4 + truth(i) + 0.004 * (age - 50) + 0.7 * chance.normal();
        answers.push_back(std::min(5.0, std::max(1.0, std::round(latent))));
        ages.push_back(age);
      }
    out.columns = {numbers("oordeel", answers), numbers("leeftijd", ages)};
    project.samples.push_back(std::move(out));
  }

  void sales(base::Stream& chance) {
    series::Sample out{"verkopen", "Verkopen", area::Level::wijk, {2016}};
    std::vector<double> prices;
    std::vector<double> sizes;
    for (int i = 0; i < kTinyWijken; ++i)
      for (int r = 0; r < kRowsPerWijk; ++r) {
        out.areas.push_back(tiny_wijk(i));
        const double size = 60 + 80 * chance.uniform();
        sizes.push_back(size);
        prices.push_back(
            std::exp(8 + 0.9 * std::log(size) + 0.2 * truth(i) + 0.1 * chance.normal()));
      }
    out.columns = {numbers("prijs", prices), numbers("oppervlakte", sizes)};
    project.samples.push_back(std::move(out));
  }

  static geo::MultiPolygon square(double x, double y, double width, double height) {
    return {{{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}}}}};
  }

  void outlines() {
    area::Outlines wijken{area::Level::wijk, {2016}};
    for (int i = 0; i < kTinyWijken; ++i) {
      wijken.codes.push_back(tiny_wijk(i));
      wijken.names.push_back("Wijk " + std::to_string(i));
      wijken.shapes.push_back(square(100000 + 1000 * (i % 8), 400000 + 1000 * (i / 8), 1000, 1000));
    }
    wijken.source = "verzonnen kaart";
    area::Outlines gemeenten{area::Level::gemeente, {2016}};
    for (int g = 0; g < 4; ++g) {
      gemeenten.codes.push_back({"GM990" + std::to_string(g + 1)});
      gemeenten.names.push_back("Stad " + std::to_string(g + 1));
      gemeenten.shapes.push_back(square(100000, 400000 + 2000 * g, 8000, 2000));
    }
    project.outlines = {std::move(wijken), std::move(gemeenten)};
  }

  TinyInstrument what_;
  std::vector<double> noise_ = {};
};

/// The whole: definition, data, fit, scores.
struct TinyFit {
  explicit TinyFit(const TinyInstrument& what = {})
      : project(TinyLand(what).project),
        instrument(instrument::parse_instrument(tiny_definition(what), "tiny.toml")),
        fitted(instrument::fit(instrument, project, {1}, progress, ledger)) {}

  [[nodiscard]] instrument::Scored scored() {
    return instrument::scored(instrument, fitted.model.standard, fitted.measured, project, {1},
                              progress, ledger);
  }

  base::Progress progress;
  base::Ledger ledger;
  series::Project project;
  instrument::Instrument instrument;
  instrument::Fitted fitted;
};

}  // namespace wijkbeeld::support
