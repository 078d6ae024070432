// SPDX-License-Identifier: EUPL-1.2
// From definition file to Edition.
#include <algorithm>

#include "base/failure.hpp"
#include "base/number.hpp"
#include "base/sha256.hpp"
#include "codec/toml.hpp"
#include "instrument/detail/read_edition.hpp"
#include "instrument/edition.hpp"
#include "instrument/embedded.hpp"

namespace wijkbeeld::instrument {
namespace {

using base::say;
using base::Words;
using codec::TomlNode;
using series::Wave;

Words words(const TomlNode& node) {
  return {node["nl"].text(), node["en"].text()};
}

std::vector<Wave> waves(const TomlNode& list) {
  std::vector<Wave> out;
  for (const TomlNode& item : list.items()) {
    const auto year = static_cast<int>(item.integer());
    if (!out.empty() && out.back().year >= year)
      item.mistake(say("waves rise in time, but {} follows {}", year, out.back().year));
    out.push_back({year});
  }
  if (out.empty()) list.mistake(say("an edition needs at least one wave"));
  return out;
}

std::map<Wave, double> by_wave(const TomlNode& table, const std::vector<Wave>& known) {
  std::map<Wave, double> out;
  for (const std::string& key : table.keys()) {
    const auto year = base::parse_integer(key);
    const Wave wave{year ? static_cast<int>(*year) : 0};
    if (std::find(known.begin(), known.end(), wave) == known.end())
      table[key].mistake(say("'{}' is not a wave of this edition", key));
    out[wave] = table[key].real();
  }
  return out;
}

std::vector<Words> names(const TomlNode& node) {
  std::vector<Words> out;
  const auto nl = node["nl"].texts();
  const auto en = node["en"].texts();
  if (nl.size() != en.size())
    node.mistake(say("{} Dutch names but {} English ones", nl.size(), en.size()));
  for (std::size_t i = 0; i < std::min(nl.size(), en.size()); ++i)
    out.push_back({nl[i], en[i]});
  return out;
}

std::optional<ClassScale> class_scale(const TomlNode& node) {
  if (!node.exists()) return std::nullopt;
  const auto limits = node["limits"].reals();
  const auto class_names = names(node["names"]);
  if (class_names.size() != limits.size() + 1)
    node.mistake(say("{} limits make {} classes, but there are {} names", limits.size(),
                     limits.size() + 1, class_names.size()));
  else if (!is_rising(limits))
    node.mistake(say("class limits must rise"));
  else
    return ClassScale(limits, class_names);
  return std::nullopt;
}

std::optional<DevelopmentScale> development_scale(const TomlNode& node) {
  if (!node.exists()) return std::nullopt;
  const auto limits = node["limits"].reals();
  const auto class_names = names(node["names"]);
  if (class_names.size() != 2 * limits.size() + 1)
    node.mistake(say("{} limits to either side make {} classes, but there are {} names",
                     limits.size(), 2 * limits.size() + 1, class_names.size()));
  else if (!is_rising(limits) || (!limits.empty() && limits.front() <= 0))
    node.mistake(say("development limits must be positive and rise"));
  else
    return DevelopmentScale(limits, class_names);
  return std::nullopt;
}

std::vector<Dimension> dimensions(const TomlNode& list, const std::vector<Wave>& known) {
  std::vector<Dimension> out;
  for (const TomlNode& item : list.items())
    out.push_back({item["id"].text(), words(item["name"]), by_wave(item["reference"], known)});
  return out;
}

Reference reference(const TomlNode& node, const std::vector<Wave>& known) {
  Reference out;
  if (node["constant"].exists()) out.constant = node["constant"].real();
  out.per_wave = by_wave(node["means"], known);
  if (!out.constant && out.per_wave.empty())
    node.mistake(say("a reference is a 'constant' or has 'means' per wave"));
  return out;
}

void read_low(const TomlNode& node, Edition& edition) {
  if (!node.exists()) return;
  if (const TomlNode given = node["class"]; given.exists()) {
    edition.low_class = static_cast<int>(given.integer());
    const int count = edition.classes ? edition.classes->count() : 0;
    if (edition.classes && given.is_integer() &&
        (*edition.low_class < 1 || *edition.low_class > count))
      given.mistake(say("{} is not a class: they run from 1 to {}", *edition.low_class, count));
  }
  if (node["score"].exists()) edition.low_score = node["score"].real();
  edition.low_name = words(node["name"]);
}

}  // namespace

namespace detail {

base::Words read_words(const TomlNode& node) {
  return words(node);
}

Edition read_edition(const TomlNode& root) {
  Edition edition;
  edition.id = {root["id"].text()};
  edition.title = words(root["title"]);
  edition.publisher = words(root["publisher"]);
  edition.licence = root["licence"].text();
  edition.waves = waves(root["waves"]);
  edition.score_waves = root["score_waves"].exists() ? waves(root["score_waves"]) : edition.waves;
  edition.reference = reference(root["reference"], edition.waves);
  edition.classes = class_scale(root["classes"]);
  edition.development = development_scale(root["development"]);
  read_low(root["low"], edition);
  edition.dimensions = dimensions(root["dimension"], edition.waves);
  edition.additivity_tolerance = root["additivity_tolerance"].real_or(1e-9);
  edition.rounding = root["rounding"].real_or(0);
  for (const TomlNode& item : root["caveat"].items())
    edition.caveats.push_back({item["id"].text(), words(item["text"])});
  return edition;
}

}  // namespace detail

Edition parse_edition(std::string_view toml, const std::string& file) {
  codec::TomlDocument document(toml, file);
  Edition edition = detail::read_edition(document.root());
  edition.definition_sha256 = base::sha256(toml);
  document.finish(say("the edition '{}' cannot be used", file));
  return edition;
}

std::vector<Edition> shipped_editions() {
  return {parse_edition(embedded::src_instrument_editions_lbm2_2016_toml(), "lbm2-2016.toml"),
          parse_edition(embedded::src_instrument_editions_lbm2_2018_toml(), "lbm2-2018.toml"),
          parse_edition(embedded::src_instrument_editions_lbm3_2022_toml(), "lbm3-2022.toml"),
          parse_edition(embedded::src_instrument_editions_voorbeeld_toml(), "voorbeeld.toml")};
}

}  // namespace wijkbeeld::instrument
