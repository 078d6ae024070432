// SPDX-License-Identifier: EUPL-1.2
#include "source/example_lists.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

#include "source/example_purpose.hpp"

namespace wijkbeeld::source {
namespace {

// A buurt that may be listed, with the figure it is judged by.
struct Candidate {
  double figure;
  Label buurt;
  auto operator<=>(const Candidate&) const = default;
};

struct BuurtFigures {
  std::vector<double> lasting;  ///< what indicators say in 2002, weighted by residents
  std::vector<std::int64_t> residents;
  std::vector<geo::Point> middles;
};

BuurtFigures figures_of(const ExampleLand& land, const ExampleCells& cells,
                        const std::vector<Label>& buurten, std::size_t count,
                        const Structural& structural) {
  BuurtFigures out{std::vector<double>(count, 0), std::vector<std::int64_t>(count, 0),
                   std::vector<geo::Point>(count)};
  std::vector<double> cells_of(count, 0);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Label buurt = buurten[i];
    double sum = 0;
    for (const double part : structural[0][i])
      sum += part;
    out.lasting[buurt] += cells.residents[0][i] * sum;
    out.residents[buurt] += cells.residents[0][i];
    const geo::Point p = land.grid.centre(cells.at[i]);
    out.middles[buurt] = {out.middles[buurt].x + p.x, out.middles[buurt].y + p.y};
    ++cells_of[buurt];
  }
  for (std::size_t buurt = 0; buurt < count; ++buurt) {
    if (out.residents[buurt] > 0) out.lasting[buurt] /= static_cast<double>(out.residents[buurt]);
    const double n = std::max(1.0, cells_of[buurt]);
    out.middles[buurt] = {out.middles[buurt].x / n, out.middles[buurt].y / n};
  }
  return out;
}

std::vector<Label> lowest(std::vector<Candidate> candidates, double share) {
  std::sort(candidates.begin(), candidates.end());
  const auto count =
      static_cast<std::size_t>(std::lround(share * static_cast<double>(candidates.size())));
  std::vector<Label> out;
  for (std::size_t i = 0; i < count; ++i)
    out.push_back(candidates[i].buurt);
  std::sort(out.begin(), out.end());
  return out;
}

// Neighbouring listed buurten of one gemeente share a label, up to `most` of them.
std::vector<std::vector<Label>> groups_of(const std::vector<Label>& listed,
                                          const std::vector<std::vector<Label>>& adjacent,
                                          const Classification& areas, std::size_t most) {
  const std::set<Label> all(listed.begin(), listed.end());
  std::set<Label> taken;
  std::vector<std::vector<Label>> groups;
  for (const Label first : listed) {
    if (taken.contains(first)) continue;
    std::vector<Label> group = {first};
    taken.insert(first);
    for (std::size_t i = 0; i < group.size(); ++i)
      for (const Label other : adjacent[group[i]])
        if (group.size() < most && all.contains(other) && !taken.contains(other) &&
            areas.gemeente_of(other) == areas.gemeente_of(first)) {
          group.push_back(other);
          taken.insert(other);
        }
    std::sort(group.begin(), group.end());
    groups.push_back(std::move(group));
  }
  return groups;
}

std::string direction_of(geo::Point from, geo::Point to) {
  static constexpr std::array<std::string_view, 8> names = {
      "Oost", "Noordoost", "Noord", "Noordwest", "West", "Zuidwest", "Zuid", "Zuidoost"};
  const double angle = std::atan2(to.y - from.y, to.x - from.x) + 2 * std::numbers::pi;
  return std::string(names.at(
      static_cast<std::size_t>(std::lround(angle / (std::numbers::pi / 4))) % names.size()));
}

// Names as programmes give them: never quite those of the areas.
class Labeller {
 public:
  Labeller(base::Seed seed, std::uint64_t item) : stream_(seed, purpose::kLists, item) {}

  LabelledArea label(const Classification& areas, std::vector<Label> buurten, geo::Point middle,
                     geo::Point town) {
    LabelledArea out;
    const Label first = buurten.front();
    const std::string& gemeente = areas.gemeenten[areas.gemeente_of(first)].name;
    const std::string name = plain(areas.buurten[first].name);
    const std::array<std::string, 4> forms = {gemeente + " " + direction_of(town, middle),
                                              "Rondom " + name, "Oud-" + name,
                                              name + " en omstreken"};
    out.label = forms.at(static_cast<std::size_t>(stream_.below(forms.size())));
    for (std::size_t i = 0; i < forms.size() && used_.contains(out.label); ++i)
      out.label = forms.at(i);
    used_.insert(out.label);
    out.gemeente = gemeente;
    const double chance = stream_.uniform();
    out.certainty = chance < 0.6 ? "hoog" : chance < 0.85 ? "midden" : "laag";
    out.buurten = std::move(buurten);
    return out;
  }

  bool chance(double probability) { return stream_.chance(probability); }

 private:
  static std::string plain(const std::string& name) {
    static const std::string scattered = "Verspreide huizen ";
    std::string out = name.starts_with(scattered) ? name.substr(scattered.size()) : name;
    return out.substr(0, out.find(" en "));
  }
  base::Stream stream_;
  std::set<std::string> used_;
};

// Of each two areas of about equal size one gets the programme, and in each four one or two stall:
// by lot, so that the others are what the chosen would have been.
void give_out(Labeller& lot, ExampleList& list) {
  std::vector<LabelledArea*> order;
  for (LabelledArea& area : list.areas)
    order.push_back(&area);
  std::stable_sort(order.begin(), order.end(), [](const LabelledArea* a, const LabelledArea* b) {
    return a->buurten.size() > b->buurten.size();
  });
  for (std::size_t i = 0; i < order.size(); i += 2) {
    const std::size_t winner = i + (lot.chance(0.5) ? 1 : 0);
    if (winner < order.size()) order[winner]->has_programme = true;
    const std::size_t loser = i + (lot.chance(0.5) ? 1 : 0);
    if (loser < order.size() && lot.chance(0.85)) order[loser]->is_stalling = true;
  }
}

std::vector<geo::Point> towns_of(const ExampleLand& land, const Classification& areas) {
  std::vector<geo::Point> towns;
  for (std::size_t i = 0; i < areas.gemeenten.size(); ++i)
    towns.push_back(land.towns[i].centre);
  return towns;
}

ExampleReach reach_of(const ExampleList& list, const std::vector<std::vector<Label>>& adjacent,
                      std::size_t count) {
  ExampleReach reach{std::vector<std::uint8_t>(count, 0), std::vector<std::uint8_t>(count, 0),
                     std::vector<std::uint8_t>(count, 0)};
  std::set<Label> listed;
  for (const LabelledArea& area : list.areas)
    listed.insert(area.buurten.begin(), area.buurten.end());
  for (const LabelledArea& area : list.areas)
    for (const Label buurt : area.buurten) {
      if (area.is_stalling) reach.stall[buurt] = 1;
      if (!area.has_programme) continue;
      reach.programme[buurt] = 1;
      for (const Label other : adjacent[buurt])
        if (!listed.contains(other)) reach.ring[other] = 1;
    }
  return reach;
}

}  // namespace

ExampleLists make_lists(const ExampleLand& land, const ExampleCells& cells,
                        const ExampleAreas& areas, const Structural& structural,
                        const ExamplePlanted& planted, base::Seed seed) {
  const Classification& after = areas.after();
  const Classification& before = areas.before();
  const std::size_t count = after.buurten.size();
  const BuurtFigures figures =
      figures_of(land, cells, buurt_of_cells(areas, cells), count, structural);
  std::vector<Label> buurt_of_cell = areas.unit_of_cell;
  std::vector<Label> before_of_cell = areas.unit_of_cell;
  for (Label& label : buurt_of_cell)
    if (label != kNoLabel) label = after.buurt_of_unit[label];
  for (Label& label : before_of_cell)
    if (label != kNoLabel) label = before.buurt_of_unit[label];
  const auto adjacent = adjacent_labels(land.grid, buurt_of_cell, count);

  std::vector<Candidate> by_bad_year;
  std::vector<Candidate> by_lasting;
  for (std::size_t i = 0; i < count; ++i) {
    const auto buurt = static_cast<Label>(i);
    if (figures.residents[i] < kListedResidents) continue;
    const double shock = shock_of(areas, buurt, 0, planted, seed);
    by_bad_year.push_back({figures.lasting[i] + (1 + kShockWeight) * shock, buurt});
    by_lasting.push_back({figures.lasting[i], buurt});
  }

  ExampleLists out;
  out.attention = {"voorbeeld-aandachtslijst-2007",
                   "Aandachtslijst 2007 (verzonnen)",
                   "2007-07-01",
                   "2016-12-31",
                   1,
                   {}};
  const std::vector<geo::Point> towns = towns_of(land, after);
  Labeller attention(seed, 1);
  for (auto& group : groups_of(lowest(by_bad_year, kListedShare), adjacent, after, 4)) {
    const Label first = group.front();
    out.attention.areas.push_back(
        attention.label(after, group, figures.middles[first], towns[after.gemeente_of(first)]));
  }
  give_out(attention, out.attention);
  out.attention.areas.push_back(
      {"Het Vergeten Kwartier", after.gemeenten.front().name, {}, "laag"});

  out.priority = {"voorbeeld-prioriteitenlijst-2003",
                  "Prioriteitenlijst 2003 (verzonnen)",
                  "2003-02-01",
                  "2007-06-30",
                  0,
                  {}};
  const auto adjacent_before = adjacent_labels(land.grid, before_of_cell, before.buurten.size());
  std::vector<Label> to_before(count, kNoLabel);
  for (std::size_t unit = 0; unit < areas.units; ++unit)
    if (to_before[after.buurt_of_unit[unit]] == kNoLabel)
      to_before[after.buurt_of_unit[unit]] = before.buurt_of_unit[unit];
  std::vector<geo::Point> middles(before.buurten.size());
  std::set<Label> chosen;
  for (const Label buurt : lowest(by_lasting, kListedShare * 1.2)) {
    chosen.insert(to_before[buurt]);
    middles[to_before[buurt]] = figures.middles[buurt];
  }
  const std::vector<geo::Point> old_towns = towns_of(land, before);
  Labeller priority(seed, 2);
  for (auto& group : groups_of({chosen.begin(), chosen.end()}, adjacent_before, before, 6)) {
    const Label first = group.front();
    out.priority.areas.push_back(
        priority.label(before, group, middles[first], old_towns[before.gemeente_of(first)]));
  }
  out.priority.areas.push_back({"Achter de Komma", before.gemeenten.back().name, {}, "laag"});
  out.reach = reach_of(out.attention, adjacent, count);
  return out;
}

}  // namespace wijkbeeld::source
