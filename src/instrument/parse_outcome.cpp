// SPDX-License-Identifier: EUPL-1.2
// From a table of a definition file to an Outcome.
#include <algorithm>
#include <array>
#include <cmath>

#include "instrument/detail/read_edition.hpp"
#include "instrument/detail/read_parts.hpp"

namespace wijkbeeld::instrument::detail {
namespace {

using base::say;
using codec::TomlNode;

constexpr std::array<Choice<Outcome::Kind>, 3> kKinds = {{{"stated", Outcome::Kind::stated},
                                                          {"revealed", Outcome::Kind::revealed},
                                                          {"published", Outcome::Kind::published}}};
constexpr std::array<Choice<Outcome::Model>, 3> kModels = {
    {{"ordinary", Outcome::Model::ordinary},
     {"ordered-logit", Outcome::Model::ordered_logit},
     {"ordered-probit", Outcome::Model::ordered_probit}}};
constexpr std::array<Choice<Control::Kind>, 5> kControls = {{{"number", Control::Kind::number},
                                                             {"log", Control::Kind::log},
                                                             {"log1p", Control::Kind::log1p},
                                                             {"category", Control::Kind::category},
                                                             {"time", Control::Kind::time}}};

std::vector<Control> read_controls(const TomlNode& list) {
  std::vector<Control> out;
  for (const TomlNode& item : list.items()) {
    Control control;
    control.place = item.place();
    if (item.is_text()) {
      control.column = item.text();
    } else {
      control.column = item["column"].text();
      control.kind =
          read_choice<Control::Kind>(item["as"], item["as"].text_or("number"), kControls);
    }
    out.push_back(std::move(control));
  }
  return out;
}

void read_answers(const TomlNode& node, Outcome& out) {
  out.column = node["answer"].text();
  const std::vector<double> range = node["answers"].reals();
  const auto is_answer = [](double one) { return one == std::floor(one) && std::abs(one) <= 100; };
  if (range.size() != 2 || range[0] >= range[1] ||
      !std::all_of(range.begin(), range.end(), is_answer))
    node["answers"].mistake(say("answers are given as the lowest and the highest, such as [1, 5]"));
  else {
    out.lowest = static_cast<int>(range[0]);
    out.highest = static_cast<int>(range[1]);
  }
  out.model =
      read_choice<Outcome::Model>(node["model"], node["model"].text_or("ordinary"), kModels);
  out.is_reversed = node["reversed"].boolean_or(false);
}

void read_sample(const TomlNode& node, Outcome& out) {
  out.sample = node["sample"].text();
  out.weight = node["weight"].text_or("");
  out.stratum = node["stratum"].text_or("");
  out.cluster = node["cluster"].text_or("");
  out.controls = read_controls(node["controls"]);
  if (!out.stratum.empty() && out.cluster.empty())
    node.mistake(say("a survey with strata names its clusters too"));
}

// Of an outcome of an unknown kind: no key that some kind knows is a mistake of its own.
void pass_over(const TomlNode& node) {
  read_controls(node["controls"]);
  for (const char* key : {"edition", "quantity", "sample", "weight", "stratum", "cluster", "answer",
                          "answers", "model", "reversed", "price"})
    static_cast<void>(node[key]);
}

}  // namespace

Outcome read_outcome(const TomlNode& node, const Instrument& so_far) {
  Outcome out;
  out.place = node.place();
  out.id = node["id"].text();
  out.name = read_words(node["name"]);
  const std::string kind = node["kind"].text();
  if (node["kind"].is_text()) out.kind = read_choice<Outcome::Kind>(node["kind"], kind, kKinds);
  out.wave = {static_cast<int>(node["wave"].integer_or(so_far.base_wave.year))};
  if (node["wave"].is_integer() && !so_far.edition.has_wave(out.wave))
    node["wave"].mistake(say("'{}' is not a wave of this edition", out.wave.year));
  out.share = node["share"].real_or(1);
  if (out.share < 0) node["share"].mistake(say("a share is 0 or more, not {}", out.share));
  if (std::none_of(kKinds.begin(), kKinds.end(),
                   [&](const auto& choice) { return choice.first == kind; })) {
    pass_over(node);
    return out;
  }
  if (out.kind == Outcome::Kind::published) {
    out.edition = {node["edition"].text()};
    out.quantity = node["quantity"].text_or(series::quantity::kDeviation);
    return out;
  }
  read_sample(node, out);
  if (out.kind == Outcome::Kind::stated)
    read_answers(node, out);
  else
    out.column = node["price"].text();
  return out;
}

}  // namespace wijkbeeld::instrument::detail
