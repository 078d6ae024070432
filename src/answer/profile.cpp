// SPDX-License-Identifier: EUPL-1.2
#include "answer/profile.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "answer/small_counts.hpp"
#include "base/text.hpp"
#include "study/panel.hpp"

namespace wijkbeeld::answer {

using base::say;
using study::Panel;
using table::Absence;
using table::Value;

namespace {

Value<double> minus(const Value<double>& a, const Value<double>& b) {
  if (!a) return a.absence();
  if (!b) return b.absence();
  return *a - *b;
}

// Of a normal distribution: how many standard errors the interval of 90% reaches.
constexpr double kReach = 1.6448536269514722;

// What is known of the doubt about a score: only instruments fitted here tell it.
void add_doubt(const Panel& panel, std::size_t row, const std::string& id, ProfileWave& out) {
  const series::Period at = series::at(out.wave);
  const Value<double> error = panel.published("score.error", row, at);
  if (error && out.score.has_value()) {
    out.low = {id + "low", *out.score - kReach * *error, Unit::score, {out.score.id}};
    out.high = {id + "high", *out.score + kReach * *error, Unit::score, {out.score.id}};
  }
  out.class_probability = {
      id + "class_probability", panel.published("class.probability", row, at), Unit::share, {}};
}

ProfileWave at_wave(const Standings& standings, std::size_t row, series::Wave wave) {
  const Panel& panel = standings.panel();
  const std::string id = "profile/" + panel.edition().id.text + "/" + panel.area(row).code.text +
                         "/" + std::to_string(wave.year) + "#";
  ProfileWave out{.wave = wave, .situation = panel.situation(row, wave)};
  const Value<double> score = panel.score(row, wave);
  out.score = {id + "score", score, Unit::score, {}};
  add_doubt(panel, row, id, out);
  for (std::size_t d = 0; d < panel.edition().dimensions.size(); ++d)
    out.contributions.push_back({id + panel.edition().dimensions[d].id,
                                 panel.published(std::string(series::quantity::kContribution) +
                                                     panel.edition().dimensions[d].id,
                                                 row, series::at(wave)),
                                 Unit::change,
                                 {}});
  const auto mean = panel.national_mean(wave);
  const Value<double> national =
      mean ? Value<double>(*mean) : Value<double>(Absence::not_applicable);
  const Value<double> around = standings.gemeente_mean(row, wave);
  out.national_mean = {id + "national_mean", national, Unit::score, {}};
  out.gemeente_mean = {id + "gemeente_mean", around, Unit::score, {}};
  if (!score) return out;
  const Standings::Position where = standings.position(*score, wave);
  out.gap_to_nation = {id + "gap_to_nation", minus(score, national), Unit::change, {out.score.id}};
  out.gap_to_gemeente = {
      id + "gap_to_gemeente", minus(score, around), Unit::change, {out.score.id}};
  out.share_areas_lower = {id + "share_areas_lower", where.areas, Unit::share, {out.score.id}};
  out.share_residents_lower = {
      id + "share_residents_lower", where.residents, Unit::share, {out.score.id}};
  return out;
}

ProfileChange between(const Panel& panel, std::size_t row, series::Period period) {
  const std::string id = "profile/" + panel.edition().id.text + "/" + panel.area(row).code.text +
                         "/" + std::to_string(period.from.year) + "/" +
                         std::to_string(period.to.year) + "#";
  ProfileChange out{period,
                    {id + "change", panel.change(row, period), Unit::change, {}},
                    panel.development(row, period),
                    {}};
  const auto earlier = panel.national_mean(period.from);
  const auto later = panel.national_mean(period.to);
  if (earlier && later)
    out.national_change = {id + "national_change", *later - *earlier, Unit::change, {}};
  return out;
}

std::optional<ProfileDimensions> then_and_now(const std::vector<ProfileWave>& waves,
                                              const instrument::Edition& edition,
                                              const std::string& id) {
  const auto first = std::find_if(waves.begin(), waves.end(), has_contributions);
  const auto last = std::find_if(waves.rbegin(), waves.rend(), has_contributions);
  if (first == waves.end() || first->wave == last->wave) return std::nullopt;
  ProfileDimensions out{{first->wave, last->wave}, first->contributions, last->contributions, {}};
  const std::string key =
      id + std::to_string(first->wave.year) + "/" + std::to_string(last->wave.year) + "#";
  for (std::size_t d = 0; d < out.before.size(); ++d)
    out.change.push_back(difference(key + edition.dimensions[d].id, out.after[d], out.before[d]));
  return out;
}

ProfileEdition in_edition(const Standings& standings, std::size_t row,
                          const instrument::Edition& edition) {
  const Panel& panel = standings.panel();
  const study::PanelArea& one = panel.area(row);
  ProfileEdition out;
  out.edition = &edition;
  out.level = panel.level();
  out.vintage = panel.vintage();
  out.name = one.name;
  out.gemeente = one.gemeente;
  out.residents =
      told(panel.level(), {"profile/" + edition.id.text + "/" + one.code.text + "#residents",
                           one.residents,
                           Unit::residents,
                           {}});
  out.residents_source = panel.residents_source();
  for (const series::Wave wave : panel.waves())
    out.waves.push_back(at_wave(standings, row, wave));
  for (std::size_t i = 0; i + 1 < panel.waves().size(); ++i)
    out.changes.push_back(between(panel, row, {panel.waves()[i], panel.waves()[i + 1]}));
  out.dimensions =
      then_and_now(out.waves, edition, "profile/" + edition.id.text + "/" + one.code.text + "/");
  return out;
}

// Editions, levels and vintages in which some series has the code.
std::set<series::SeriesKey> places(const series::Project& project, const area::AreaCode& code) {
  std::set<series::SeriesKey> out;
  for (const series::Series& one : project.series)
    if (one.find(code)) out.insert({one.key().edition, one.key().level, one.key().vintage, ""});
  return out;
}

[[noreturn]] void refuse(const series::Project& project, const area::AreaCode& code) {
  std::set<std::string> codes;
  for (const series::Series& one : project.series)
    if (one.key().level == area::level_of(code))
      for (const area::AreaCode& area : one.areas())
        codes.insert(area.text);
  base::Failure failure(say("no edition in the data has an area '{}'", code.text));
  const std::vector<std::string> known(codes.begin(), codes.end());
  if (const auto meant = base::did_you_mean(code.text, known))
    failure.help(say("did you mean '{}'?", *meant));
  throw failure;
}

void add_lists(const series::Project& project, Profile& out) {
  for (const series::AreaList& list : project.lists)
    if (std::any_of(list.members.begin(), list.members.end(),
                    [&](const series::ListMember& m) { return m.code == out.code; }))
      out.lists.push_back(&list);
}

// As a word of its own: "1012" is not in "10123".
bool names(const std::string& text, const std::string& code) {
  const auto is_sign = [&](std::size_t at) {
    return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0;
  };
  for (std::size_t at = text.find(code); at != std::string::npos; at = text.find(code, at + 1))
    if ((at == 0 || !is_sign(at - 1)) && !is_sign(at + code.size())) return true;
  return false;
}

// What was noted of the area when the data were read. A count that looks like its code is none.
void add_notes(const base::Ledger& ledger, Profile& out) {
  for (const base::Issue& issue : ledger.issues())
    if (std::any_of(issue.message.arguments.begin(), issue.message.arguments.end(),
                    [&](const base::Argument& one) {
                      const auto* text = std::get_if<std::string>(&one.value);
                      return text != nullptr && names(*text, out.code.text);
                    }))
      out.notes.push_back(&issue);
}

void add_findings(const study::Findings& findings, Profile& out) {
  for (const study::CohortMember& row : findings.cohort_members)
    if (row.area_code == out.code.text) out.cohorts.push_back(row.cohort);
  for (const study::AreaFigure& row : findings.area_figures)
    if (row.area_code == out.code.text && !row.cluster.empty()) out.cluster = row.cluster;
}

}  // namespace

bool has_contributions(const ProfileWave& wave) {
  return std::any_of(wave.contributions.begin(), wave.contributions.end(),
                     [](const Figure& one) { return one.has_value(); });
}

Profile profile(const series::Project& project, std::span<const instrument::Edition> editions,
                const area::AreaCode& code, const study::Findings* findings) {
  Profile out;
  out.code = code;
  for (const series::SeriesKey& key : places(project, code)) {
    const auto edition = std::find_if(editions.begin(), editions.end(),
                                      [&](const auto& e) { return e.id == key.edition; });
    if (edition == editions.end()) continue;  // another data set, such as crime
    const Panel panel(*edition, key.level, key.vintage, project);
    if (const auto row = panel.find(code))
      out.editions.push_back(in_edition(Standings(panel), *row, *edition));
  }
  if (out.editions.empty()) refuse(project, code);
  add_lists(project, out);
  if (findings != nullptr) add_findings(*findings, out);
  add_notes(project.ledger, out);
  return out;
}

Profile profile(const series::Project& project, std::span<const Standings* const> standings,
                const area::AreaCode& code, const base::Ledger& ledger) {
  Profile out;
  out.code = code;
  for (const Standings* one : standings)
    if (const auto row = one->panel().find(code))
      out.editions.push_back(in_edition(*one, *row, one->panel().edition()));
  if (out.editions.empty()) refuse(project, code);
  add_lists(project, out);
  add_notes(ledger, out);
  return out;
}

}  // namespace wijkbeeld::answer
