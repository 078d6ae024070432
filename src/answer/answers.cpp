// SPDX-License-Identifier: EUPL-1.2
#include "answer/answers.hpp"

#include <algorithm>
#include <set>

namespace wijkbeeld::answer {
namespace {

using series::Period;
using study::Findings;

std::vector<Period> longer_periods(const Findings& findings) {
  if (!findings.plan.headline) return {};
  const study::HeadlinePlan& h = *findings.plan.headline;
  return {{h.start, h.turn}, {h.turn, h.end}};
}

std::vector<Change> changes_of(const Findings& findings, const std::string& edition,
                               const std::string& group) {
  std::vector<Change> out = steps(findings, edition, group);
  for (const Period period : longer_periods(findings)) {
    const bool is_there =
        std::any_of(out.begin(), out.end(), [&](const Change& c) { return c.period == period; });
    if (is_there) continue;
    if (auto one = change(findings, edition, group, period)) out.push_back(std::move(*one));
  }
  return out;
}

// Cohorts worth a picture of their own: the headline's two, else all.
std::vector<std::string> leading_cohorts(const Findings& findings) {
  if (findings.plan.headline)
    return {findings.plan.headline->cohort, findings.plan.headline->comparison};
  std::vector<std::string> out;
  for (const study::CohortPlan& cohort : findings.plan.cohorts)
    out.push_back(cohort.id);
  return out;
}

void add_matrices(const Findings& findings, EditionAnswers& out) {
  const std::vector<NationalWave>& waves = out.national.waves;
  if (waves.size() > 1) {
    const Period whole{waves.front().wave, waves.back().wave};
    out.national_transitions = transitions(findings, out.id, "nation", whole);
    for (const std::string& cohort : leading_cohorts(findings))
      if (auto one = transitions(findings, out.id, cohort, whole))
        out.cohort_transitions.push_back(std::move(*one));
  }
  for (const std::string& cohort : leading_cohorts(findings))
    if (auto one = status_dynamics(findings, out.id, cohort, out.shown.recent))
      out.status_dynamics.push_back(std::move(*one));
}

EditionAnswers edition_answers(const Findings& findings, const study::EditionUsed& used) {
  EditionAnswers out;
  out.used = &used;
  out.id = used.edition.id.text;
  out.national = national(findings, out.id);
  out.paths = paths(findings, out.id);
  out.headline = headline(findings, out.id);
  for (const Path& one : out.paths)
    out.changes.push_back(changes_of(findings, out.id, one.group));
  out.decomposed = decomposed_period(findings, out.id);
  if (out.decomposed)
    for (const std::string& cohort : leading_cohorts(findings))
      if (auto one = decomposition(findings, out.id, cohort, *out.decomposed))
        out.decompositions.push_back(std::move(*one));
  out.shown = shown_waves(findings, out.id);
  add_matrices(findings, out);
  out.specificity = specificity(findings, out.id);
  out.selection = selection(findings, out.id);
  out.class_check = class_check(findings, out.id);
  out.aggregation = aggregation(findings, out.id);
  out.drawing = drawing(findings, out.id);
  return out;
}

}  // namespace

Answers answers(const Findings& findings) {
  Answers out;
  out.coverage = coverage(findings);
  for (const study::EditionUsed& used : findings.editions)
    out.editions.push_back(edition_answers(findings, used));
  out.cohorts = cohorts(findings);
  out.typologies = typologies(findings);
  out.versions = versions(findings);
  out.files = files(findings);
  return out;
}

namespace {

// Collects derived figures; every answer lists its own.
class Collector {
 public:
  Collector& operator<<(const Figure& figure) {
    if (figure.is_derived() && seen_.insert(figure.id).second) out_.push_back(figure);
    return *this;
  }
  Collector& operator<<(const Stretch& s) {
    return *this << s.difference << s.difference_areas_lower << s.difference_residents_lower
                 << s.cohort_balance << s.comparison_balance << s.difference_balance;
  }
  Collector& operator<<(const CountMatrix& m) {
    return *this << m.areas << m.residents << m.share_areas_up << m.share_areas_same
                 << m.share_areas_down;
  }
  template <class T>
  Collector& operator<<(const std::optional<T>& one) {
    return one ? *this << *one : *this;
  }
  template <class T>
  Collector& operator<<(const std::vector<T>& many) {
    for (const T& one : many)
      *this << one;
    return *this;
  }
  Collector& operator<<(const Tally& t) { return *this << t.count; }
  Collector& operator<<(const NationalWave& w) {
    return *this << w.areas << w.residents << w.share_residents_good << w.share_residents_low
                 << w.mean;
  }
  Collector& operator<<(const Headline& h) { return *this << h.before << h.after << h.next; }
  Collector& operator<<(const SelectionPath& p) {
    for (const SelectionPath::Point& point : p.points)
      *this << point.expected_gap;
    return *this;
  }
  Collector& operator<<(const SelectionAnswer& s) {
    return *this << s.paths << s.choices << s.choices_with_dip;
  }
  Collector& operator<<(const CohortAnswer& c) {
    return *this << c.members << c.residents << c.certainties << c.excluded << c.reasons;
  }
  Collector& operator<<(const ThresholdCounts& t) { return *this << t.moved; }
  Collector& operator<<(const TypologyAnswer& t) {
    return *this << t.areas << t.residents << t.thresholds << t.areas_that_move
                 << t.share_that_moves << t.undrawn;
  }
  Collector& operator<<(const DrawingAnswer& d) {
    *this << d.areas << d.drawn << d.undrawn;
    for (const auto& one : d.outlines)
      *this << one.areas;
    return *this;
  }
  Collector& operator<<(const EditionAnswers& e) {
    *this << e.national.waves << e.national.change_share_good << e.headline
          << e.national_transitions << e.cohort_transitions << e.status_dynamics << e.selection;
    const ClassCheckAnswer& c = e.class_check;
    *this << c.situation_checked << c.situation_mismatches << c.development_checked
          << c.development_mismatches << c.largest_distance;
    return *this << e.aggregation.largest_p95 << e.aggregation.largest << e.drawing;
  }

  std::vector<Figure> take() {
    std::sort(out_.begin(), out_.end(),
              [](const Figure& a, const Figure& b) { return a.id < b.id; });
    return std::move(out_);
  }

 private:
  std::vector<Figure> out_;
  std::set<std::string> seen_;
};

}  // namespace

std::vector<Figure> derived_figures(const Answers& answers) {
  Collector all;
  all << answers.editions << answers.cohorts << answers.typologies;
  all << answers.files.rows_read << answers.files.rows_refused;
  return all.take();
}

}  // namespace wijkbeeld::answer
