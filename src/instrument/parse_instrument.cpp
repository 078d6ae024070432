// SPDX-License-Identifier: EUPL-1.2
// From definition file to Instrument.
#include <algorithm>
#include <array>
#include <set>

#include "base/sha256.hpp"
#include "instrument/detail/read_edition.hpp"
#include "instrument/detail/read_parts.hpp"

namespace wijkbeeld::instrument {

namespace detail {

using base::say;
using codec::TomlNode;

area::Level read_level(const TomlNode& node, area::Level otherwise) {
  if (!node.exists()) return otherwise;
  if (const auto level = area::parse_level(node.text())) return *level;
  node.mistake(say("'{}' is not a level", node.text()),
               say("choose one of: cell, buurt, wijk, pc4, gemeente, own"));
  return otherwise;
}

Quantity read_quantity(const TomlNode& node, const Defaults& defaults) {
  Quantity out;
  out.edition = {node["edition"].text()};
  out.quantity = node["quantity"].text();
  out.level = read_level(node["level"], defaults.level);
  out.vintage = {static_cast<int>(node["vintage"].integer_or(defaults.vintage.year))};
  if (node["wave"].exists())
    out.fixed_wave = series::Wave{static_cast<int>(node["wave"].integer())};
  return out;
}

}  // namespace detail

namespace {

using base::say;
using codec::TomlNode;

constexpr std::array<detail::Choice<FitPlan::Method>, 4> kMethods = {
    {{"least-squares", FitPlan::Method::least_squares},
     {"ridge", FitPlan::Method::ridge},
     {"lasso", FitPlan::Method::lasso},
     {"elastic-net", FitPlan::Method::elastic_net}}};
constexpr std::array<detail::Choice<bool>, 2> kPicks = {{{"best", false}, {"one-se", true}}};

int whole(const TomlNode& node, int otherwise, int least) {
  const auto value = static_cast<int>(node.integer_or(otherwise));
  if (value < least) node.mistake(say("{} is too few: at least {}", value, least));
  return value;
}

double fraction(const TomlNode& node, double otherwise) {
  const double value = node.real_or(otherwise);
  if (value < 0 || value > 1) node.mistake(say("{} does not lie between 0 and 1", value));
  return value;
}

FitPlan read_fit(const TomlNode& node) {
  FitPlan plan;
  plan.place = node.place();
  if (!node.exists()) return plan;
  plan.method = detail::read_choice<FitPlan::Method>(
      node["method"], node["method"].text_or("least-squares"), kMethods);
  plan.mix = fraction(node["mix"], plan.mix);
  plan.takes_one_se = detail::read_choice<bool>(node["pick"], node["pick"].text_or("best"), kPicks);
  plan.folds = whole(node["folds"], plan.folds, 2);
  plan.block = node["block"].real_or(plan.block);
  if (plan.block <= 0) node["block"].mistake(say("{} must be more than 0", plan.block));
  plan.replications = whole(node["replications"], plan.replications, 0);
  plan.confidence = fraction(node["confidence"], plan.confidence);
  plan.held_out = node["held_out"].texts();
  plan.seed = {static_cast<std::uint64_t>(node["seed"].integer_or(1))};
  return plan;
}

// Every id once; every dimension known.
void check_indicators(const TomlNode& list, const Instrument& instrument) {
  std::set<std::string> seen;
  std::vector<std::string> dimensions;
  for (const Dimension& one : instrument.edition.dimensions)
    dimensions.push_back(one.id);
  const std::vector<TomlNode> items = list.items();
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Indicator& indicator = instrument.indicators[i];
    if (!seen.insert(indicator.id).second)
      items[i].mistake(say("the indicator '{}' is there twice", indicator.id));
    if (instrument.edition.find_dimension(indicator.dimension) == nullptr)
      items[i].mistake(say("'{}' belongs to dimension '{}', which is not one of: {}", indicator.id,
                           indicator.dimension, base::join(dimensions, ", ")));
  }
}

void check_outcomes(const TomlNode& list, const Instrument& instrument) {
  double shares = 0;
  std::size_t published = 0;
  for (const Outcome& outcome : instrument.outcomes) {
    shares += outcome.share;
    published += outcome.kind == Outcome::Kind::published ? 1 : 0;
    const bool is_ordered = outcome.model != Outcome::Model::ordinary;
    if (is_ordered && instrument.fit.method != FitPlan::Method::least_squares)
      list.mistake(say("'{}' is fitted as an ordered model, which knows no penalty", outcome.id),
                   say("write model = \"ordinary\", or method = \"least-squares\""));
  }
  if (instrument.outcomes.empty())
    list.mistake(say("an instrument needs at least one outcome to be fitted to"));
  else if (shares <= 0)
    list.mistake(say("the shares of the outcomes add up to nothing"));
  if (published > 0 && instrument.outcomes.size() > 1)
    list.mistake(say("a published score is explained alone, not beside another outcome"));
}

void read_where(const TomlNode& root, Instrument& out) {
  out.level = detail::read_level(root["level"], area::Level::cell);
  out.vintage = {static_cast<int>(root["vintage"].integer())};
  out.base_wave = {static_cast<int>(root["base_wave"].integer())};
  if (!out.edition.has_wave(out.base_wave))
    root["base_wave"].mistake(say("'{}' is not a wave of this edition", out.base_wave.year));
  const detail::Defaults defaults{out.level, out.vintage};
  if (root["residents"].exists())
    out.residents = detail::read_quantity(root["residents"], defaults);
  out.minimum_residents = root["minimum_residents"].real_or(out.minimum_residents);
  for (const TomlNode& item : root["levels"].items())
    out.levels.push_back(detail::read_level(item, area::Level::gemeente));
  if (root["spread"].exists()) out.spread = root["spread"].real();
  if (out.spread && *out.spread <= 0)
    root["spread"].mistake(say("{} must be more than 0", *out.spread));
}

}  // namespace

const Indicator* Instrument::find(std::string_view id) const {
  const auto found = std::find_if(indicators.begin(), indicators.end(),
                                  [&](const Indicator& one) { return one.id == id; });
  return found == indicators.end() ? nullptr : &*found;
}

std::size_t Instrument::dimension_of(const Indicator& indicator) const {
  const auto found =
      std::find_if(edition.dimensions.begin(), edition.dimensions.end(),
                   [&](const Dimension& one) { return one.id == indicator.dimension; });
  base::ensure(found != edition.dimensions.end(), "an indicator belongs to a known dimension");
  return static_cast<std::size_t>(found - edition.dimensions.begin());
}

Instrument parse_instrument(std::string_view toml, const std::string& file) {
  codec::TomlDocument document(toml, file);
  const TomlNode root = document.root();
  Instrument out;
  out.edition = detail::read_edition(root);
  out.version = root["version"].text();
  read_where(root, out);
  for (const TomlNode& item : root["indicator"].items())
    out.indicators.push_back(detail::read_indicator(item, {out.level, out.vintage}));
  check_indicators(root["indicator"], out);
  out.fit = read_fit(root["fit"]);
  for (const TomlNode& item : root["outcome"].items())
    out.outcomes.push_back(detail::read_outcome(item, out));
  check_outcomes(root["outcome"], out);
  out.sha256 = base::sha256(toml);
  out.edition.definition_sha256 = out.sha256;
  out.text = toml;
  document.finish(say("the definition '{}' cannot be used", file));
  return out;
}

}  // namespace wijkbeeld::instrument
