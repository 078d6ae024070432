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

// The share of samples whose interval holds the truth.
double read_confidence(const TomlNode& node, double otherwise) {
  const double value = node.real_or(otherwise);
  if (value <= 0 || value >= 1)
    node.mistake(say("{} does not lie between 0 and 1", value), say("write 90% as 0.90"));
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
  plan.confidence = read_confidence(node["confidence"], plan.confidence);
  plan.held_out = node["held_out"].texts();
  plan.seed = {static_cast<std::uint64_t>(node["seed"].integer_or(1))};
  return plan;
}

void check_dimensions(const TomlNode& list, const Edition& edition) {
  const std::vector<TomlNode> items = list.items();
  if (items.empty()) list.mistake(say("an instrument needs at least one dimension"));
  std::set<std::string> seen;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (!seen.insert(edition.dimensions[i].id).second)
      items[i]["id"].mistake(say("the dimension '{}' is there twice", edition.dimensions[i].id));
}

void check_dimension_of(const TomlNode& item, const Indicator& indicator, const Edition& edition) {
  const TomlNode node = item["dimension"];
  if (!node.is_text() || edition.dimensions.empty() ||
      edition.find_dimension(indicator.dimension) != nullptr)
    return;
  std::vector<std::string> ids;
  for (const Dimension& one : edition.dimensions)
    ids.push_back(one.id);
  const auto near = base::did_you_mean(indicator.dimension, ids);
  node.mistake(say("'{}' belongs to dimension '{}', which is not one of: {}", indicator.id,
                   indicator.dimension, base::join(ids, ", ")),
               near ? std::optional(say("did you mean '{}'?", *near)) : std::nullopt);
}

// Every id once; every dimension known; one that counts.
void check_indicators(const TomlNode& list, const Instrument& instrument) {
  std::set<std::string> seen;
  bool is_any_counted = false;
  const std::vector<TomlNode> items = list.items();
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Indicator& indicator = instrument.indicators[i];
    is_any_counted = is_any_counted || indicator.is_included;
    if (!seen.insert(indicator.id).second)
      items[i]["id"].mistake(say("the indicator '{}' is there twice", indicator.id));
    check_dimension_of(items[i], indicator, instrument.edition);
  }
  if (!is_any_counted)
    list.mistake(say("an instrument needs at least one indicator that counts"),
                 say("write include = true at what should count"));
}

void check_outcomes(const TomlNode& list, const Instrument& instrument) {
  double shares = 0;
  std::size_t published = 0;
  std::set<std::string> seen;
  const std::vector<TomlNode> items = list.items();
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Outcome& outcome = instrument.outcomes[i];
    if (!seen.insert(outcome.id).second)
      items[i]["id"].mistake(say("the outcome '{}' is there twice", outcome.id));
    shares += outcome.share;
    published += outcome.kind == Outcome::Kind::published ? 1 : 0;
    const bool is_ordered = outcome.model != Outcome::Model::ordinary;
    if (is_ordered && instrument.fit.method != FitPlan::Method::least_squares)
      items[i]["model"].mistake(
          say("'{}' is fitted as an ordered model, which knows no penalty", outcome.id),
          say("write model = \"ordinary\", or method = \"least-squares\""));
  }
  if (instrument.outcomes.empty())
    list.mistake(say("an instrument needs at least one outcome to be fitted to"));
  else if (shares <= 0)
    list.mistake(say("the shares of the outcomes add up to nothing"));
  if (published > 0 && instrument.outcomes.size() > 1)
    list.mistake(say("a published score is explained alone, not beside another outcome"));
}

// A level that places are put together to, each once.
area::Level read_coarser_level(const TomlNode& node, const Instrument& so_far) {
  const area::Level level = detail::read_level(node, area::Level::gemeente);
  const std::string word(area::to_text(level));
  if (!node.is_text() || word != node.text()) return level;  // no level at all: told already
  if (level == area::Level::cell && so_far.level != level)
    node.mistake(
        say("areas of level {} lie within no {}", std::string(area::to_text(so_far.level)), word));
  if (std::find(so_far.levels.begin(), so_far.levels.end(), level) != so_far.levels.end())
    node.mistake(say("the level '{}' is there twice", word));
  return level;
}

void check_id(const TomlNode& node, const std::string& id) {
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  };
  if (!node.is_text() || (!id.empty() && std::all_of(id.begin(), id.end(), is_plain))) return;
  node.mistake(say("'{}' cannot be the id of an instrument", id),
               say("use letters, digits and hyphens; the title is free"));
}

std::optional<double> fewest(const TomlNode& node) {
  if (!node.exists()) return std::nullopt;
  const double number = node.real();
  if (number < 0) node.mistake(say("{} is too few: at least {}", number, 0));
  return number;
}

void read_where(const TomlNode& root, Instrument& out) {
  out.level = detail::read_level(root["level"], area::Level::cell);
  out.vintage = {static_cast<int>(root["vintage"].integer())};
  out.base_wave = {static_cast<int>(root["base_wave"].integer())};
  if (root["base_wave"].is_integer() && !out.edition.has_wave(out.base_wave))
    root["base_wave"].mistake(say("'{}' is not a wave of this edition", out.base_wave.year));
  const detail::Defaults defaults{out.level, out.vintage};
  if (root["residents"].exists())
    out.residents = detail::read_quantity(root["residents"], defaults);
  out.minimum_residents = fewest(root["minimum_residents"]).value_or(out.minimum_residents);
  out.minimum_residents_cell = fewest(root["minimum_residents_cell"]);
  if (out.minimum_residents_cell && out.level != area::Level::cell)
    root["minimum_residents_cell"].mistake(
        say("no cells are scored: the level is '{}'", to_text(out.level)),
        say("leave it out; minimum_residents is for other levels"));
  for (const TomlNode& item : root["levels"].items())
    out.levels.push_back(read_coarser_level(item, out));
  if (root["spread"].exists()) out.spread = root["spread"].real();
  if (out.spread && *out.spread <= 0 && root["spread"].is_number())
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
  check_id(root["id"], out.edition.id.text);
  check_dimensions(root["dimension"], out.edition);
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
