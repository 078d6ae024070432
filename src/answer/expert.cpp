// SPDX-License-Identifier: EUPL-1.2
#include "answer/expert.hpp"

#include <algorithm>
#include <cmath>

#include "answer/decomposition.hpp"
#include "study/tables.hpp"

namespace wijkbeeld::answer {
namespace {

std::vector<DimensionGap> gaps(const study::Findings& findings, const std::string& edition,
                               const std::string& cohort, series::Period period) {
  std::vector<DimensionGap> out;
  for (const study::Specificity& r : findings.specificity) {
    if (r.edition != edition || r.cohort != cohort || r.period != period) continue;
    if (r.dimension == "total" || r.dimension == "unallocated") continue;
    const std::string id =
        study::row_id("specificity", {r.edition, r.cohort, std::to_string(r.period.from.year),
                                      std::to_string(r.period.to.year), r.dimension});
    out.push_back({r.dimension,
                   {id + "#gap", r.gap, Unit::change},
                   {id + "#share_of_gap", r.share_of_gap, Unit::share},
                   r.is_largest});
  }
  return out;
}

// The gap in the score itself.
Figure total_gap(const study::Findings& findings, const std::string& edition,
                 const std::string& cohort, series::Period period) {
  for (const study::Specificity& r : findings.specificity)
    if (r.edition == edition && r.cohort == cohort && r.period == period && r.dimension == "total")
      return {study::row_id("specificity", {r.edition, r.cohort, std::to_string(r.period.from.year),
                                            std::to_string(r.period.to.year), r.dimension}) +
                  "#gap",
              r.gap,
              Unit::change,
              {}};
  return {};
}

const DimensionGap* largest(const std::vector<DimensionGap>& all) {
  for (const DimensionGap& one : all)
    if (one.is_largest) return &one;
  return nullptr;
}

}  // namespace

std::optional<SpecificityAnswer> specificity(const study::Findings& findings,
                                             const std::string& edition) {
  const auto period = decomposed_period(findings, edition);
  if (!period || !findings.plan.headline) return std::nullopt;
  SpecificityAnswer out;
  out.edition = edition;
  out.period = *period;
  out.cohort = findings.plan.headline->cohort;
  out.comparison = findings.plan.headline->comparison;
  out.cohort_gaps = gaps(findings, edition, out.cohort, *period);
  out.comparison_gaps = gaps(findings, edition, out.comparison, *period);
  out.cohort_total = total_gap(findings, edition, out.cohort, *period);
  out.comparison_total = total_gap(findings, edition, out.comparison, *period);
  const DimensionGap* own = largest(out.cohort_gaps);
  const DimensionGap* other = largest(out.comparison_gaps);
  if (own == nullptr || other == nullptr) return std::nullopt;
  out.largest_in_cohort = own->dimension;
  out.largest_in_comparison = other->dimension;
  out.cohort_share = own->share_of_gap;
  out.comparison_share = other->share_of_gap;
  using Verdict = SpecificityAnswer::Verdict;
  out.verdict = own->dimension == other->dimension ? Verdict::same : Verdict::differs;
  return out;
}

namespace {

VersionAnswer::Verdict version_verdict(const std::vector<Headline>& all) {
  using Verdict = VersionAnswer::Verdict;
  std::vector<Standing> after;
  std::vector<Standing> next;
  for (const Headline& one : all) {
    if (one.after && one.after->standing != Standing::unknown) after.push_back(one.after->standing);
    if (one.next && one.next->standing != Standing::unknown) next.push_back(one.next->standing);
  }
  if (after.empty()) return Verdict::unknown;
  const auto agree = [&](const std::vector<Standing>& some) {
    return std::all_of(some.begin(), some.end(), [&](Standing s) { return s == after.front(); });
  };
  if (!agree(after)) return Verdict::by_edition;
  if (after.size() == 1 && next.empty()) return Verdict::single_edition;
  return agree(next) ? Verdict::holds : Verdict::only_then;
}

}  // namespace

std::optional<VersionAnswer> versions(const study::Findings& findings) {
  VersionAnswer out;
  for (const study::EditionUsed& used : findings.editions)
    if (auto one = headline(findings, used.edition.id.text)) out.headlines.push_back(*one);
  if (out.headlines.empty()) return std::nullopt;
  const Headline& first = out.headlines.front();
  if (first.after) out.standing = first.after->standing;
  if (first.next) out.next_standing = first.next->standing;
  out.verdict = version_verdict(out.headlines);
  return out;
}

namespace {

SelectionPath::Point selection_point(const study::SelectionCheck& r) {
  const std::string key =
      study::row_id("", {r.edition, std::to_string(r.chosen_in.year), std::to_string(r.wave.year)});
  const std::string id = "selection_check" + key + "#";
  SelectionPath::Point out{
      r.wave,
      {id + "mean", r.mean, Unit::score},
      {id + "national_mean", r.national_mean, Unit::score},
      {id + "gap", r.gap, Unit::change},
      {id + "expected_mean", r.expected_mean, Unit::score},
      {},
      {id + "observed_minus_expected", r.observed_minus_expected, Unit::change}};
  out.expected_gap =
      difference("answers/selection" + key + "#expected_gap", out.expected_mean, out.national_mean);
  return out;
}

// The gap is negative; it is widest where it is lowest.
bool dips(const SelectionPath& path) {
  const SelectionPath::Point* lowest = nullptr;
  for (const SelectionPath::Point& p : path.points)
    if (lowest == nullptr || *p.gap < *lowest->gap) lowest = &p;
  return lowest != nullptr && lowest->wave == path.chosen_in;
}

void judge(const study::Findings& findings, SelectionAnswer& a) {
  using Verdict = SelectionAnswer::Verdict;
  const auto with_dip = std::count_if(a.paths.begin(), a.paths.end(),
                                      [](const auto& p) { return p.is_lowest_when_chosen; });
  const std::string id = "answers/selection/" + a.edition;
  const std::string table = "selection_check/" + a.edition;
  a.choices = {id + "#choices", static_cast<double>(a.paths.size()), Unit::count, {table}};
  a.choices_with_dip = {
      id + "#choices_with_dip", static_cast<double>(with_dip), Unit::count, {table}};
  a.verdict = with_dip == static_cast<std::ptrdiff_t>(a.paths.size()) ? Verdict::dips_when_chosen
              : with_dip == 0                                         ? Verdict::no_dip
                                                                      : Verdict::partly;
  if (!findings.plan.headline) return;
  for (const SelectionPath& path : a.paths) {
    if (path.chosen_in != findings.plan.headline->turn) continue;
    for (const SelectionPath::Point& p : path.points) {
      if (p.wave != findings.plan.headline->end || !p.observed_minus_expected.value) continue;
      a.judged = {path.chosen_in, p.wave};
      a.beyond_expected = p.observed_minus_expected;
      a.against_expected = std::abs(*p.observed_minus_expected) < kEqual ? Standing::level
                           : *p.observed_minus_expected > 0              ? Standing::ahead
                                                                         : Standing::behind;
    }
  }
}

}  // namespace

std::optional<SelectionAnswer> selection(const study::Findings& findings,
                                         const std::string& edition) {
  SelectionAnswer out;
  out.edition = edition;
  for (const study::SelectionCheck& r : findings.selection_check) {
    if (r.edition != edition) continue;
    if (out.paths.empty() || out.paths.back().chosen_in != r.chosen_in)
      out.paths.push_back({r.chosen_in, {}, false});
    out.paths.back().points.push_back(selection_point(r));
    const std::string& id = out.paths.back().points.back().mean.id;
    if (out.areas.id.empty())
      out.areas = {id.substr(0, id.find('#')) + "#areas", static_cast<double>(r.areas),
                   Unit::count};
  }
  if (out.paths.size() < 2) return std::nullopt;
  for (SelectionPath& path : out.paths)
    path.is_lowest_when_chosen = dips(path);
  judge(findings, out);
  return out;
}

}  // namespace wijkbeeld::answer
