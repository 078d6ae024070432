// SPDX-License-Identifier: EUPL-1.2
#include "study/cohort.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/failure.hpp"
#include "base/text.hpp"
#include "study/draw.hpp"
#include "study/group.hpp"

namespace wijkbeeld::study {

using area::AreaCode;
using base::Failure;
using base::Message;
using base::say;

namespace {

class Resolver {
 public:
  Resolver(std::span<const Panel> panels, const series::Project& project, base::Ledger& ledger)
      : panels_(panels), project_(project), ledger_(ledger) {}

  Cohort resolve(const CohortPlan& wanted, const std::vector<Cohort>& before) {
    Cohort cohort{wanted.id, wanted.title, {}, {}};
    const Panel& panel = panel_of(wanted);
    if (wanted.rule)
      by_rule(wanted, panel, cohort);
    else if (wanted.selection)
      by_selection(wanted, panel, cohort);
    else if (!wanted.list.empty())
      by_list(wanted, panel, cohort);
    else
      by_union(wanted, before, cohort);
    tidy(cohort);
    if (cohort.members.empty()) throw empty_cohort(wanted, cohort);
    return cohort;
  }

 private:
  const Panel& panel_of(const CohortPlan& wanted) const {
    for (const Panel& panel : panels_)
      if (panel.edition().id == wanted.edition) return panel;
    return panels_.front();
  }

  void by_rule(const CohortPlan& wanted, const Panel& panel, Cohort& cohort) {
    std::size_t unknown = 0;
    const Rows rows = rows_where(*wanted.rule, panel, &unknown);
    add_rows(rows, panel, wanted.rule->text(), cohort);
    if (unknown > 0)
      ledger_.add({"rule-undecided", base::Severity::note, wanted.place,
                   say("cohort '{}': for {} areas the rule cannot be decided, because a value it "
                       "asks for is absent; they are no members",
                       wanted.id, base::Count{static_cast<std::int64_t>(unknown)})});
  }

  void by_selection(const CohortPlan& wanted, const Panel& panel, Cohort& cohort) {
    std::size_t tied = 0;
    const Rows rows = rows_of(*wanted.selection, panel, &tied);
    add_rows(rows, panel, wanted.selection->text, cohort);
    if (rows.size() < wanted.selection->count)
      ledger_.add({"selection-too-small", base::Severity::warning, wanted.place,
                   say("cohort '{}': {} areas were asked for, only {} qualify", wanted.id,
                       wanted.selection->count, rows.size())});
    if (tied > 0)
      ledger_.add({"selection-tied", base::Severity::note, wanted.place,
                   say("cohort '{}': {} more areas have the score of the last one chosen; the "
                       "order of codes decided",
                       wanted.id, tied)});
  }

  static void add_rows(const Rows& rows, const Panel& panel, const std::string& source,
                       Cohort& cohort) {
    for (const std::size_t row : rows) {
      const PanelArea& one = panel.area(row);
      cohort.members.push_back({cohort.id, one.code.text, one.name, one.residents, source, "rule"});
    }
  }

  void by_list(const CohortPlan& wanted, const Panel& panel, Cohort& cohort) {
    const series::AreaList* list = project_.find_list(wanted.list);
    if (list == nullptr) throw unknown_list(wanted);
    for (const series::ListMember& member : list->members) {
      const auto [reason, explanation] = verdict(member, *list, panel);
      if (reason.empty()) {
        const PanelArea& one = panel.area(*panel.find(member.code));
        cohort.members.push_back(
            {cohort.id, one.code.text, one.name, one.residents, list->id, member.certainty});
      } else {
        cohort.exclusions.push_back(
            {cohort.id, member.code.text, member.name, member.label, reason, explanation});
      }
    }
    for (const std::string& label : list->unmatched)
      cohort.exclusions.push_back({cohort.id, "", "", label, "no-area-named",
                                   say("the list names no area code for '{}'", label)});
  }

  // Why a listed area is no member; an empty reason when it is one.
  std::pair<std::string, Message> verdict(const series::ListMember& member,
                                          const series::AreaList& list, const Panel& panel) const {
    const area::Level level = area::level_of(member.code);
    if (level != panel.level())
      return {"other-level", say("the list names a {}, this study is about each {}", to_text(level),
                                 to_text(panel.level()))};
    const auto row = panel.find(member.code);
    if (list.vintage == panel.vintage()) {
      if (row) return {"", {}};
      return {"no-value", say("the edition has no values for this area")};
    }
    const area::AreaSet* known = project_.find_areas(panel.level(), panel.vintage());
    const auto listed = known == nullptr ? std::nullopt : known->find(member.code);
    if (!listed && !row)
      return {"no-such-code", say("the code is of {} and does not occur in {}", list.vintage.year,
                                  panel.vintage().year)};
    const std::string& name_then = row ? panel.area(*row).name : known->areas()[*listed].name;
    if (!is_same_name(name_then, member.name))
      return {"other-name", say("the code belongs to '{}' in {} and to '{}' in {}", member.name,
                                list.vintage.year, name_then, panel.vintage().year)};
    if (!row) return {"no-value", say("the edition has no values for this area")};
    return {"", {}};
  }

  static void by_union(const CohortPlan& wanted, const std::vector<Cohort>& before,
                       Cohort& cohort) {
    for (const std::string& part : wanted.union_of)
      for (const Cohort& one : before)
        if (one.id == part)
          for (CohortMember member : one.members) {
            member.cohort = cohort.id;
            member.source = part;
            cohort.members.push_back(std::move(member));
          }
  }

  // Code order; an area that came in twice is one member that names both sources.
  static void tidy(Cohort& cohort) {
    std::stable_sort(
        cohort.members.begin(), cohort.members.end(),
        [](const CohortMember& a, const CohortMember& b) { return a.area_code < b.area_code; });
    std::vector<CohortMember> kept;
    for (CohortMember& member : cohort.members) {
      if (kept.empty() || kept.back().area_code != member.area_code) {
        kept.push_back(std::move(member));
      } else if (kept.back().source.find(member.source) == std::string::npos) {
        kept.back().source += "; " + member.source;
      }
    }
    cohort.members = std::move(kept);
  }

  Failure empty_cohort(const CohortPlan& wanted, const Cohort& cohort) const {
    Failure failure(say("cohort '{}' has no areas", wanted.id));
    failure.at(wanted.place);
    if (!cohort.exclusions.empty())
      failure.because(say("of {} areas on the list none exists in this study; the first: {}",
                          cohort.exclusions.size(),
                          base::to_text(cohort.exclusions.front().explanation)));
    else
      failure.because(say("no area meets its rule"));
    return std::move(failure.help(say("change the rule, the list or the level of the edition")));
  }

  Failure unknown_list(const CohortPlan& wanted) const {
    std::vector<std::string> known;
    for (const series::AreaList& list : project_.lists)
      known.push_back(list.id);
    Failure failure(say("the data hold no list '{}'", wanted.list));
    failure.at(wanted.place);
    failure.because(say("the lists are: {}", base::join(known, ", ")));
    if (const auto near = base::did_you_mean(wanted.list, known))
      failure.help(say("did you mean '{}'?", *near));
    return failure;
  }

  std::span<const Panel> panels_;
  const series::Project& project_;
  base::Ledger& ledger_;
};

}  // namespace

Rows Cohort::rows_in(const Panel& panel) const {
  // Both are in order of code.
  Rows rows;
  std::size_t row = 0;
  for (const CohortMember& member : members) {
    while (row < panel.size() && panel.area(row).code.text < member.area_code)
      ++row;
    if (row < panel.size() && panel.area(row).code.text == member.area_code) rows.push_back(row);
  }
  return rows;
}

std::vector<Cohort> resolve_cohorts(const Plan& plan, std::span<const Panel> panels,
                                    const series::Project& project, base::Ledger& ledger) {
  Resolver resolver(panels, project, ledger);
  std::vector<Cohort> cohorts;
  for (const CohortPlan& wanted : plan.cohorts)
    cohorts.push_back(resolver.resolve(wanted, cohorts));
  return cohorts;
}

std::vector<CohortOverlap> overlaps(const std::vector<Cohort>& cohorts) {
  std::vector<CohortOverlap> out;
  for (std::size_t i = 0; i < cohorts.size(); ++i)
    for (std::size_t j = i + 1; j < cohorts.size(); ++j) {
      CohortOverlap one{cohorts[i].id, cohorts[j].id, 0, 0.0};
      People residents;
      auto b = cohorts[j].members.begin();
      for (const CohortMember& a : cohorts[i].members) {
        while (b != cohorts[j].members.end() && b->area_code < a.area_code)
          ++b;
        if (b == cohorts[j].members.end() || b->area_code != a.area_code) continue;
        ++one.areas;
        residents.add(a.residents);
      }
      one.residents = residents.total();
      if (one.areas > 0) out.push_back(one);
    }
  return out;
}

}  // namespace wijkbeeld::study
