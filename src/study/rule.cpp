// SPDX-License-Identifier: EUPL-1.2
#include "study/rule.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "study/detail/rule_node.hpp"

namespace wijkbeeld::study {

using base::Failure;
using base::say;
using table::Value;

namespace {

using Truth = std::optional<bool>;

Value<double> value_of(const Term& term, const Panel& panel, std::size_t row) {
  const auto from_class = [](Value<int> v) -> Value<double> {
    if (!v) return v.absence();
    return static_cast<double>(*v);
  };
  switch (term.kind) {
    case Term::Kind::situation:
      return from_class(panel.situation(row, term.period.to));
    case Term::Kind::score:
      return panel.score(row, term.period.to);
    case Term::Kind::residents:
      return panel.area(row).residents;
    case Term::Kind::change:
      return panel.change(row, term.period);
    case Term::Kind::development:
      return from_class(panel.development(row, term.period));
    case Term::Kind::contribution:
      break;
  }
  const auto& dimensions = panel.edition().dimensions;
  for (std::size_t d = 0; d < dimensions.size(); ++d)
    if (dimensions[d].id == term.dimension) return panel.contribution(row, d, term.period.to);
  return table::Absence::not_applicable;
}

std::optional<double> value_of(const Bound& bound, const Term& term, const Panel& panel,
                               double threshold) {
  switch (bound.kind) {
    case Bound::Kind::number:
      return bound.number;
    case Bound::Kind::threshold:
      return bound.number * threshold;
    case Bound::Kind::nation:
      return panel.national_mean(term.period.to);
  }
  return std::nullopt;
}

bool compare(double value, Comparison comparison, double bound) {
  switch (comparison) {
    case Comparison::less:
      return value < bound;
    case Comparison::less_equal:
      return value <= bound;
    case Comparison::greater:
      return value > bound;
    case Comparison::greater_equal:
      return value >= bound;
    case Comparison::equal:
      return value == bound;
  }
  return false;
}

// Rose (+1), fell (-1) or neither (0): by score, else by published development class.
std::optional<int> direction(const Panel& panel, std::size_t row, series::Period period) {
  if (panel.has_scores(period.from) && panel.has_scores(period.to)) {
    const Value<double> change = panel.change(row, period);
    if (!change) return std::nullopt;
    return *change > 0 ? 1 : *change < 0 ? -1 : 0;
  }
  const Value<int> development = panel.development(row, period);
  if (!development || !panel.edition().development) return std::nullopt;
  const int unchanged = panel.edition().development->unchanged();
  return *development > unchanged ? 1 : *development < unchanged ? -1 : 0;
}

Truth truth(const Rule::Node& node, const Panel& panel, std::size_t row, double threshold) {
  using Kind = Rule::Node::Kind;
  switch (node.kind) {
    case Kind::all:
      return true;
    case Kind::negation: {
      const Truth inside = truth(*node.parts.front(), panel, row, threshold);
      return inside ? Truth(!*inside) : inside;
    }
    case Kind::both:
    case Kind::either: {
      // Kleene's logic: one false settles `and`, one true settles `or`, whatever is unknown.
      const bool settles = node.kind == Kind::either;
      bool is_unknown = false;
      for (const auto& part : node.parts) {
        const Truth one = truth(*part, panel, row, threshold);
        if (!one)
          is_unknown = true;
        else if (*one == settles)
          return settles;
      }
      return is_unknown ? Truth() : Truth(!settles);
    }
    case Kind::improved:
    case Kind::declined: {
      const auto moved = direction(panel, row, node.term.period);
      if (!moved) return std::nullopt;
      return *moved == (node.kind == Kind::improved ? 1 : -1);
    }
    case Kind::comparison:
      break;
  }
  const Value<double> value = value_of(node.term, panel, row);
  const auto bound = value_of(node.bound, node.term, panel, threshold);
  if (!value || !bound) return std::nullopt;
  return compare(*value, node.comparison, *bound);
}

void collect(const Rule::Node& node, std::vector<Term>& terms) {
  using Kind = Rule::Node::Kind;
  for (const auto& part : node.parts)
    collect(*part, terms);
  if (node.kind == Kind::comparison || node.kind == Kind::improved || node.kind == Kind::declined)
    terms.push_back(node.term);
}

void check_wave(series::Wave wave, const instrument::Edition& edition, const base::Place& place) {
  if (wave.year == 0 || edition.has_wave(wave)) return;
  std::vector<std::string> years;
  for (const series::Wave known : edition.waves)
    years.push_back(std::to_string(known.year));
  throw Failure(say("edition '{}' has no wave {}", edition.id.text, wave.year))
      .at(place)
      .because(say("its waves are {}", base::join(years, ", ")));
}

void check_term(const Term& term, const instrument::Edition& edition, const base::Place& place) {
  if (!term.edition.empty() && term.edition != edition.id.text)
    throw Failure(
        say("this rule asks edition '{}', but is decided by '{}'", term.edition, edition.id.text))
        .at(place)
        .because(say("editions have different references: their values are never subtracted, "
                     "averaged or drawn in one line"))
        .help(say("give the cohort its edition with: edition = \"{}\"", term.edition));
  check_wave(term.period.from, edition, place);
  check_wave(term.period.to, edition, place);
  if (term.dimension.empty() || edition.find_dimension(term.dimension) != nullptr) return;
  std::vector<std::string> ids;
  for (const instrument::Dimension& one : edition.dimensions)
    ids.push_back(one.id);
  throw Failure(say("edition '{}' has no dimension '{}'", edition.id.text, term.dimension))
      .at(place)
      .because(say("its dimensions are {}", base::join(ids, ", ")));
}

bool has_all_waves(const Panel& panel, std::size_t row) {
  return std::all_of(panel.waves().begin(), panel.waves().end(), [&](series::Wave wave) {
    return !panel.has_scores(wave) || panel.score(row, wave).has_value();
  });
}

}  // namespace

std::optional<bool> Rule::holds(const Panel& panel, std::size_t row, double threshold) const {
  return truth(*root_, panel, row, threshold);
}

std::vector<Term> Rule::terms() const {
  std::vector<Term> terms;
  collect(*root_, terms);
  return terms;
}

void Rule::check(const instrument::Edition& edition, const base::Place& place) const {
  for (const Term& term : terms())
    check_term(term, edition, place);
}

void Selection::check(const instrument::Edition& edition, const base::Place& place) const {
  check_wave(wave, edition, place);
  if (!edition.has_score(wave))
    throw Failure(say("edition '{}' has no scores in {}, only classes", edition.id.text, wave.year))
        .at(place)
        .because(say("a number of areas is chosen by rank of score"))
        .help(say("use a rule on the class, such as 'class <= 4 in {}'", wave.year));
  if (among) among->check(edition, place);
}

Rows rows_where(const Rule& rule, const Panel& panel, std::size_t* unknown) {
  Rows rows;
  std::size_t untold = 0;
  for (std::size_t row = 0; row < panel.size(); ++row) {
    const auto holds = rule.holds(panel, row);
    if (!holds) ++untold;
    if (holds.value_or(false)) rows.push_back(row);
  }
  if (unknown != nullptr) *unknown = untold;
  return rows;
}

Rows rows_of(const Selection& selection, const Panel& panel, std::size_t* tied) {
  std::vector<std::pair<double, std::size_t>> ranked;
  for (std::size_t row = 0; row < panel.size(); ++row) {
    const Value<double> score = panel.score(row, selection.wave);
    if (!score) continue;
    if (selection.needs_all_waves && !has_all_waves(panel, row)) continue;
    if (selection.among && !selection.among->holds(panel, row).value_or(false)) continue;
    ranked.emplace_back(selection.is_lowest ? *score : -*score, row);
  }
  std::sort(ranked.begin(), ranked.end());  // rows are in code order: ties go by code
  const std::size_t count = std::min(selection.count, ranked.size());
  Rows rows;
  for (std::size_t i = 0; i < count; ++i)
    rows.push_back(ranked[i].second);
  std::sort(rows.begin(), rows.end());
  if (tied != nullptr) {
    *tied = 0;
    for (std::size_t i = count; count > 0 && i < ranked.size(); ++i)
      if (ranked[i].first == ranked[count - 1].first) ++*tied;
  }
  return rows;
}

}  // namespace wijkbeeld::study
