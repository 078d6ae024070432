// SPDX-License-Identifier: EUPL-1.2
#include "answer/typology.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/number.hpp"
#include "base/text.hpp"
#include "study/tables.hpp"

namespace wijkbeeld::answer {
namespace {

ClusterCount cluster_count(const study::TypologyCount& r) {
  const std::string id = study::row_id(
      "typology_counts", {r.edition, r.cohort, base::to_text(r.threshold), r.cluster});
  return {r.cluster,
          {id + "#areas", static_cast<double>(r.areas), Unit::count},
          {id + "#residents", r.residents, Unit::residents},
          {id + "#share_areas", r.share_areas, Unit::share},
          {id + "#share_residents", r.share_residents, Unit::share}};
}

TypologyAnswer& answer_for(std::vector<TypologyAnswer>& all, const std::string& edition,
                           const std::string& cohort) {
  for (TypologyAnswer& one : all)
    if (one.edition == edition && one.cohort == cohort) return one;
  all.emplace_back();
  all.back().edition = edition;
  all.back().cohort = cohort;
  return all.back();
}

void add_count(TypologyAnswer& to, const study::TypologyCount& row) {
  auto found = std::find_if(to.thresholds.begin(), to.thresholds.end(),
                            [&](const ThresholdCounts& t) { return t.threshold == row.threshold; });
  if (found == to.thresholds.end())
    found = to.thresholds.insert(to.thresholds.end(), {row.threshold, row.is_chosen, {}, {}});
  found->clusters.push_back(cluster_count(row));
}

std::vector<Figure> of_all(const ThresholdCounts& counts, Figure ClusterCount::*member) {
  std::vector<Figure> out;
  for (const ClusterCount& one : counts.clusters)
    out.push_back(one.*member);
  return out;
}

void count_moves(TypologyAnswer& a, const std::string& id) {
  std::set<std::string> all;
  for (ThresholdCounts& t : a.thresholds) {
    std::int64_t here = 0;
    for (const study::TypologyMove* move : a.moves)
      if (move->threshold == t.threshold) {
        ++here;
        all.insert(move->area_code);
      }
    t.moved = {id + "/" + base::to_text(t.threshold) + "#moved",
               static_cast<double>(here),
               Unit::count,
               {study::row_id("typology_moves", {a.edition, a.cohort})}};
  }
  a.areas_that_move = {id + "#areas_that_move",
                       static_cast<double>(all.size()),
                       Unit::count,
                       {study::row_id("typology_moves", {a.edition, a.cohort})}};
}

// By gemeente, then name, as people order names.
void sort_by_name(std::vector<const study::Typology*>& rows) {
  std::vector<std::tuple<std::string, std::string, std::string_view, const study::Typology*>> keyed;
  for (const study::Typology* one : rows)
    keyed.emplace_back(base::folded(one->gemeente), base::folded(one->area_name), one->area_code,
                       one);
  std::stable_sort(keyed.begin(), keyed.end(), [](const auto& x, const auto& y) {
    return std::tie(std::get<0>(x), std::get<1>(x), std::get<2>(x)) <
           std::tie(std::get<0>(y), std::get<1>(y), std::get<2>(y));
  });
  for (std::size_t i = 0; i < rows.size(); ++i)
    rows[i] = std::get<3>(keyed[i]);
}

void complete(TypologyAnswer& a) {
  std::sort(a.thresholds.begin(), a.thresholds.end(),
            [](const auto& x, const auto& y) { return x.threshold < y.threshold; });
  const std::string id = study::row_id("answers/typology", {a.edition, a.cohort});
  count_moves(a, id);
  for (const ThresholdCounts& t : a.thresholds)
    if (t.is_chosen) a.chosen = &t;
  if (a.chosen != nullptr) {
    a.areas = sum(id + "#areas", of_all(*a.chosen, &ClusterCount::areas));
    a.residents = sum(id + "#residents", of_all(*a.chosen, &ClusterCount::residents));
    a.share_that_moves = share_of(id + "#share_that_moves", a.areas_that_move, a.areas);
  }
  sort_by_name(a.rows);
}

}  // namespace

const ClusterCount* ThresholdCounts::find(const std::string& cluster) const {
  for (const ClusterCount& one : clusters)
    if (one.cluster == cluster) return &one;
  return nullptr;
}

namespace {

void count_undrawn(const study::Findings& findings, TypologyAnswer& a) {
  std::set<std::string_view> without;
  for (const study::Drawn& one : findings.drawn)
    if (one.edition == a.edition && one.outline.empty()) without.insert(one.area_code);
  const auto count = std::count_if(a.rows.begin(), a.rows.end(), [&](const study::Typology* row) {
    return without.count(row->area_code) > 0;
  });
  a.undrawn = {study::row_id("answers/typology", {a.edition, a.cohort}) + "#undrawn",
               static_cast<double>(count),
               Unit::count,
               {"drawn/" + a.edition}};
}

}  // namespace

std::vector<TypologyAnswer> typologies(const study::Findings& findings) {
  std::vector<TypologyAnswer> out;
  for (const study::TypologyCount& row : findings.typology_counts)
    add_count(answer_for(out, row.edition, row.cohort), row);
  for (const study::Typology& row : findings.typology)
    answer_for(out, row.edition, row.cohort).rows.push_back(&row);
  for (const study::TypologyMove& row : findings.typology_moves)
    answer_for(out, row.edition, row.cohort).moves.push_back(&row);
  for (TypologyAnswer& one : out)
    complete(one);
  for (TypologyAnswer& one : out)
    count_undrawn(findings, one);
  return out;
}

std::string letter_of_cluster(const std::string& cluster) {
  const auto names = study::cluster_names();
  for (std::size_t i = 0; i + 1 < names.size(); ++i)
    if (names[i] == cluster) return cluster.substr(0, 1);
  return "";
}

}  // namespace wijkbeeld::answer
