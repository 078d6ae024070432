// SPDX-License-Identifier: EUPL-1.2
#include "answer/headline.hpp"

#include <cmath>

#include "study/tables.hpp"

namespace wijkbeeld::answer {
namespace {

Trend trend(const Figure& figure, double flat) {
  if (!figure.value) return Trend::unknown;
  if (std::abs(*figure) < flat) return Trend::flat;
  return *figure > 0 ? Trend::up : Trend::down;
}

Standing standing(const Figure& figure, double equal) {
  if (!figure.value) return Standing::unknown;
  if (std::abs(*figure) < equal) return Standing::level;
  return *figure > 0 ? Standing::ahead : Standing::behind;
}

void judge(Stretch& s) {
  const Figure& own = s.is_by_score ? s.cohort.weighted_mean_change : s.cohort_balance;
  const Figure& other = s.is_by_score ? s.comparison.weighted_mean_change : s.comparison_balance;
  const double flat = s.is_by_score ? kFlat : kFlatPoints;
  s.cohort_trend = trend(own, flat);
  s.comparison_trend = trend(other, flat);
  s.standing =
      s.is_by_score ? standing(s.difference, kEqual) : standing(s.difference_balance, kFlatPoints);
}

Headline::Next continuation(const Headline& h) {
  using Next = Headline::Next;
  if (!h.after || !h.next) return Next::unknown;
  const Standing then = h.after->standing;
  const Standing now = h.next->standing;
  if (then == Standing::unknown || now == Standing::unknown) return Next::unknown;
  if (then == now) return Next::goes_on;
  return now == Standing::level || then == Standing::level ? Next::ends : Next::reverses;
}

}  // namespace

std::optional<Stretch> stretch(const study::Findings& findings, const std::string& edition,
                               const std::string& cohort, const std::string& comparison,
                               series::Period period) {
  auto own = change(findings, edition, cohort, period);
  auto other = change(findings, edition, comparison, period);
  if (!own || !other || *own->areas == 0 || *other->areas == 0) return std::nullopt;
  const std::string id = study::row_id("answers/stretch", {edition, cohort, comparison,
                                                           std::to_string(period.from.year),
                                                           std::to_string(period.to.year)}) +
                         "#";
  Stretch s{period,
            own->is_by_score && other->is_by_score,
            std::move(*own),
            std::move(*other),
            {},
            {},
            {},
            {},
            {},
            {}};
  s.difference = difference(id + "difference", s.cohort.weighted_mean_change,
                            s.comparison.weighted_mean_change);
  s.difference_areas_lower = difference(id + "difference_areas_lower", s.cohort.share_areas_lower,
                                        s.comparison.share_areas_lower);
  s.difference_residents_lower =
      difference(id + "difference_residents_lower", s.cohort.share_residents_lower,
                 s.comparison.share_residents_lower);
  s.cohort_balance = difference(id + "cohort_balance", s.cohort.share_residents_improved,
                                s.cohort.share_residents_declined);
  s.comparison_balance =
      difference(id + "comparison_balance", s.comparison.share_residents_improved,
                 s.comparison.share_residents_declined);
  s.difference_balance =
      difference(id + "difference_balance", s.cohort_balance, s.comparison_balance);
  judge(s);
  return s;
}

std::optional<Headline> headline(const study::Findings& findings, const std::string& edition) {
  if (!findings.plan.headline) return std::nullopt;
  const study::HeadlinePlan& plan = *findings.plan.headline;
  Headline out{edition, plan.cohort, plan.comparison, {}, {}, {}};
  const auto between = [&](series::Wave from, series::Wave to) {
    return stretch(findings, edition, plan.cohort, plan.comparison, {from, to});
  };
  out.before = between(plan.start, plan.turn);
  out.after = between(plan.turn, plan.end);
  if (plan.next) out.next = between(plan.end, *plan.next);
  if (!out.before && !out.after) return std::nullopt;
  out.continuation = continuation(out);
  return out;
}

}  // namespace wijkbeeld::answer
