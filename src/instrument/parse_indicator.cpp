// SPDX-License-Identifier: EUPL-1.2
// From a table of a definition file to an Indicator.
#include <algorithm>
#include <array>
#include <functional>

#include "instrument/detail/read_edition.hpp"
#include "instrument/detail/read_parts.hpp"

namespace wijkbeeld::instrument {

std::string_view to_text(Sensitivity sensitivity) {
  switch (sensitivity) {
    case Sensitivity::none:
      return "none";
    case Sensitivity::origin:
      return "origin";
    case Sensitivity::benefits:
      return "benefits";
    case Sensitivity::care:
      return "care";
    case Sensitivity::age:
      return "age";
    case Sensitivity::household:
      return "household";
  }
  return "none";
}

namespace detail {
namespace {

using base::say;
using codec::TomlNode;

constexpr std::array<Choice<Sensitivity>, 6> kSensitivities = {
    {{"none", Sensitivity::none},
     {"origin", Sensitivity::origin},
     {"benefits", Sensitivity::benefits},
     {"care", Sensitivity::care},
     {"age", Sensitivity::age},
     {"household", Sensitivity::household}}};
constexpr std::array<Choice<Missing>, 4> kMissings = {{{"mean", Missing::mean},
                                                       {"gemeente", Missing::gemeente},
                                                       {"last-wave", Missing::last_wave},
                                                       {"no-score", Missing::no_score}}};
constexpr std::array<Choice<int>, 3> kDirections = {{{"?", 0}, {"+", 1}, {"-", -1}}};
constexpr std::array<Choice<FromSurroundings::Kernel>, 3> kKernels = {
    {{"disc", FromSurroundings::Kernel::disc},
     {"gauss", FromSurroundings::Kernel::gauss},
     {"epanechnikov", FromSurroundings::Kernel::epanechnikov}}};
constexpr std::array<Choice<Transform::Kind>, 8> kTransforms = {
    {{"log", Transform::Kind::log},
     {"log1p", Transform::Kind::log1p},
     {"root", Transform::Kind::root},
     {"cap", Transform::Kind::cap},
     {"winsorise", Transform::Kind::winsorise},
     {"rank", Transform::Kind::rank},
     {"piecewise", Transform::Kind::piecewise},
     {"dummies", Transform::Kind::dummies}}};

double positive(const TomlNode& node) {
  const double value = node.real();
  if (node.is_number() && value <= 0) node.mistake(say("{} must be more than 0", value));
  return value;
}

FromColumn read_column(const TomlNode& node, const Defaults& defaults) {
  FromColumn out{.of = read_quantity(node, defaults)};
  if (const TomlNode per = node["per"]; per.exists()) {
    out.per = out.of;
    if (per.is_table())
      out.per = read_quantity(per, defaults);
    else
      out.per->quantity = per.text();
  }
  out.at_least = node["at_least"].real_or(0);
  out.times = node["times"].real_or(1);
  out.adds_up = node["adds_up"].boolean_or(out.per.has_value());
  return out;
}

FromPlaces read_places(const TomlNode& node, FromPlaces::Kind kind) {
  return {kind, node["places"].text(), positive(node["reach"])};
}

Measure read_measure(const TomlNode& node, const Defaults& defaults) {
  constexpr std::array<Choice<FromPlaces::Kind>, 4> kinds = {
      {{"distance", FromPlaces::Kind::distance},
       {"count", FromPlaces::Kind::count},
       {"share", FromPlaces::Kind::share},
       {"length", FromPlaces::Kind::length}}};
  for (const auto& [word, kind] : kinds)
    if (node[word].exists()) return read_places(node[word], kind);
  if (const TomlNode around = node["around"]; around.exists())
    return FromSurroundings{read_column(around, defaults),
                            read_choice<FromSurroundings::Kernel>(
                                around["kernel"], around["kernel"].text_or("disc"), kKernels),
                            positive(around["reach"])};
  if (const TomlNode dominance = node["dominance"]; dominance.exists())
    return FromDominance{read_column(dominance, defaults), dominance["dwellings"].text(),
                         positive(dominance["reach"])};
  if (const TomlNode mix = node["mix"]; mix.exists()) {
    FromMix out;
    for (const TomlNode& part : mix.items())
      out.parts.push_back(read_quantity(part, defaults));
    if (out.parts.size() < 2) mix.mistake(say("a mix needs at least two parts"));
    return out;
  }
  if (node["column"].exists()) return read_column(node["column"], defaults);
  node.mistake(
      say("the indicator says not where it comes from"),
      say("give it one of: column, distance, count, share, length, around, dominance, mix"));
  return FromColumn{};
}

void check_range(const TomlNode& node, const Transform& step) {
  if (step.kind == Transform::Kind::cap && step.low >= step.high)
    node.mistake(say("a cap runs from low to high, not from {} to {}", step.low, step.high));
  if (step.kind == Transform::Kind::winsorise &&
      (step.low < 0 || step.high > 1 || step.low >= step.high))
    node.mistake(
        say("quantiles rise and lie between 0 and 1, unlike {} and {}", step.low, step.high));
}

// "log", or a table with one key: { cap = [0, 100] }, { log = 1 }, { piecewise = [10, 20] }.
Transform read_transform(const TomlNode& node) {
  if (node.is_text()) return {.kind = read_choice<Transform::Kind>(node, node.text(), kTransforms)};
  const auto keys = node.keys();
  if (keys.size() != 1) {
    node.mistake(say("a step is a word, or one word with its numbers"));
    return {};
  }
  const TomlNode value = node[keys.front()];
  Transform step{.kind = read_choice<Transform::Kind>(value, keys.front(), kTransforms)};
  const std::vector<double> numbers =
      value.is_list() ? value.reals() : std::vector<double>{value.real()};
  const bool is_pair = step.kind == Transform::Kind::cap || step.kind == Transform::Kind::winsorise;
  if (is_pair && numbers.size() == 2) {
    step.low = numbers[0];
    step.high = numbers[1];
  } else if (step.kind == Transform::Kind::log && numbers.size() == 1) {
    step.low = numbers[0];
  } else if (step.kind == Transform::Kind::piecewise || step.kind == Transform::Kind::dummies) {
    step.knots = numbers;
    if (!std::is_sorted(numbers.begin(), numbers.end(), std::less_equal<>()) || numbers.empty())
      value.mistake(say("the numbers of '{}' must rise", keys.front()));
  } else {
    value.mistake(say("'{}' takes other numbers", keys.front()),
                  say("for example cap = [0, 100], winsorise = [0.01, 0.99] or log = 1"));
  }
  check_range(value, step);
  return step;
}

std::vector<Transform> read_transforms(const TomlNode& list) {
  std::vector<Transform> out;
  for (const TomlNode& item : list.items()) {
    if (!out.empty() && (out.back().kind == Transform::Kind::piecewise ||
                         out.back().kind == Transform::Kind::dummies))
      item.mistake(say("nothing comes after piecewise or dummies"));
    out.push_back(read_transform(item));
  }
  return out;
}

}  // namespace

Indicator read_indicator(const TomlNode& node, const Defaults& defaults) {
  Indicator out;
  out.place = node.place();
  out.id = node["id"].text();
  out.name = read_words(node["name"]);
  out.dimension = node["dimension"].text();
  out.unit = node["unit"].text();
  out.source = node["source"].text_or("");
  out.direction = read_choice<int>(node["direction"], node["direction"].text_or("?"), kDirections);
  out.measure = read_measure(node, defaults);
  out.transforms = read_transforms(node["transform"]);
  out.missing = read_choice<Missing>(node["missing"], node["missing"].text_or("mean"), kMissings);
  out.sensitivity = read_choice<Sensitivity>(node["sensitive"], node["sensitive"].text_or("none"),
                                             kSensitivities);
  const bool is_contested =
      out.sensitivity == Sensitivity::origin || out.sensitivity == Sensitivity::benefits;
  out.is_included = node["include"].boolean_or(!is_contested);
  if (node["reason"].exists()) out.reason = read_words(node["reason"]);
  if (is_contested && out.is_included && out.reason.nl.empty())
    node.mistake(
        say("'{}' is about origin or benefits, and is off unless a reason is given", out.id),
        say("write include = false, or say why in 'reason'"));
  return out;
}

}  // namespace detail
}  // namespace wijkbeeld::instrument
