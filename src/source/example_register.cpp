// SPDX-License-Identifier: EUPL-1.2
#include "source/example_register.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "source/example_names.hpp"

namespace wijkbeeld::source {
namespace {

constexpr int kFirstGemeente = 9901;

// What a region looks like from outside: where it is, how big, how rural.
struct Look {
  geo::Point middle;
  std::size_t cells = 0;
  std::size_t town_cells = 0;
  std::size_t rural_cells = 0;
};

std::vector<Look> looks_of(const ExampleLand& land, const ExampleCells& cells,
                           const std::vector<Label>& labels, std::size_t count) {
  std::vector<Look> looks(count);
  for (std::size_t cell = 0; cell < labels.size(); ++cell) {
    if (labels[cell] == kNoLabel) continue;
    Look& look = looks[labels[cell]];
    const geo::Point p = land.grid.centre(cell);
    look.middle = {look.middle.x + p.x, look.middle.y + p.y};
    ++look.cells;
  }
  for (Look& look : looks) {
    look.middle.x /= static_cast<double>(look.cells);
    look.middle.y /= static_cast<double>(look.cells);
  }
  for (std::size_t i = 0; i < cells.size(); ++i) {
    Look& look = looks[labels[cells.at[i]]];
    ++(cells.is_rural[i] != 0 ? look.rural_cells : look.town_cells);
  }
  return looks;
}

// Members of each parent, nearest to the middle of their town first.
std::vector<std::vector<Label>> ordered(const std::vector<Label>& parents, std::size_t count,
                                        const std::vector<Look>& looks,
                                        const std::vector<geo::Point>& towns) {
  std::vector<std::vector<Label>> out(count);
  for (std::size_t i = 0; i < parents.size(); ++i)
    if (parents[i] != kNoLabel) out[parents[i]].push_back(static_cast<Label>(i));
  for (std::size_t parent = 0; parent < count; ++parent)
    std::sort(out[parent].begin(), out[parent].end(), [&](Label a, Label b) {
      const double da = distance(looks[a].middle, towns[parent]);
      const double db = distance(looks[b].middle, towns[parent]);
      return da != db ? da < db : a < b;
    });
  return out;
}

// Codes and names of both years. Regions of gemeenten, wijken and buurten are those of Division.
class Registrar {
 public:
  Registrar(const ExampleLand& land, const ExampleCells& cells, const Division& division,
            const BeforeReform& before, base::Seed seed)
      : division_(division), before_(before), seed_(seed) {
    const std::vector<Look> buurt_looks =
        looks_of(land, cells, division.buurt_of_cell, division.wijk_of_buurt.size());
    std::vector<Label> wijk_of_cell(division.buurt_of_cell);
    for (Label& label : wijk_of_cell)
      if (label != kNoLabel) label = division.wijk_of_buurt[label];
    const std::vector<Look> wijk_looks =
        looks_of(land, cells, wijk_of_cell, division.gemeente_of_wijk.size());
    std::vector<geo::Point> towns;
    for (std::size_t i = 0; i < division.gemeenten; ++i)
      towns.push_back(land.towns[i].centre);
    wijken_ = ordered(division.gemeente_of_wijk, division.gemeenten, wijk_looks, towns);
    std::vector<geo::Point> of_wijk;
    for (const Label gemeente : division.gemeente_of_wijk)
      of_wijk.push_back(towns[gemeente]);
    buurten_ =
        ordered(division.wijk_of_buurt, division.gemeente_of_wijk.size(), buurt_looks, of_wijk);
    name_all(buurt_looks, wijk_looks);
    number_buurten();
  }

  [[nodiscard]] Classification before() const {
    Classification out;
    out.year = kExampleVintages[0];
    number_wijken(out, false);
    std::vector<Entry> entries;
    for (std::size_t group = 0; group < before_.buurt_of_group.size(); ++group) {
      const Label buurt = before_.buurt_of_group[group];
      if (buurt == kNoLabel) continue;
      std::string name = buurt_names_[buurt] + before_.suffix_of_group[group];
      for (const auto& [part, whole] : before_.joined)
        if (whole == buurt) name += " en " + buurt_names_[part];
      entries.push_back(
          {old_numbers_[group], name, division_.wijk_of_buurt[buurt], static_cast<Label>(group)});
    }
    enter(out, entries, before_.group_of_unit);
    return out;
  }

  [[nodiscard]] Classification after(const std::vector<Label>& buurt_of_unit) const {
    Classification out;
    out.year = kExampleVintages[1];
    number_wijken(out, true);
    std::vector<Entry> entries;
    for (std::size_t buurt = 0; buurt < division_.wijk_of_buurt.size(); ++buurt)
      entries.push_back({new_numbers_[buurt], buurt_names_[buurt], division_.wijk_of_buurt[buurt],
                         static_cast<Label>(buurt)});
    enter(out, entries, buurt_of_unit);
    return out;
  }

 private:
  struct Entry {
    std::size_t number;
    std::string name;
    Label wijk;
    Label region;
  };

  void name_all(const std::vector<Look>& buurt_looks, const std::vector<Look>& wijk_looks) {
    gemeente_names_ = gemeente_names(division_.gemeenten);
    wijk_names_.resize(division_.gemeente_of_wijk.size());
    buurt_names_.resize(division_.wijk_of_buurt.size());
    for (std::size_t gemeente = 0; gemeente < division_.gemeenten; ++gemeente) {
      const auto names = quarter_names(seed_, gemeente, wijken_[gemeente].size(), true);
      std::size_t count = 0;
      for (const Label wijk : wijken_[gemeente])
        count += buurten_[wijk].size();
      const auto small = quarter_names(seed_, gemeente, count, false);
      std::size_t next = 0;
      for (std::size_t i = 0; i < wijken_[gemeente].size(); ++i) {
        const Label wijk = wijken_[gemeente][i];
        const Look& look = wijk_looks[wijk];
        wijk_names_[wijk] = i == 0 ? gemeente_names_[gemeente] + "-Centrum"
                            : look.rural_cells > look.town_cells ? "Buitengebied " + names[i]
                                                                 : names[i];
        for (const Label buurt : buurten_[wijk]) {
          const bool is_rural = buurt_looks[buurt].rural_cells >= buurt_looks[buurt].town_cells;
          buurt_names_[buurt] = (is_rural ? "Verspreide huizen " : "") + small[next++];
        }
      }
    }
  }

  void number_buurten() {
    old_numbers_.resize(before_.buurt_of_group.size());
    new_numbers_.resize(division_.wijk_of_buurt.size());
    for (std::size_t wijk = 0; wijk < buurten_.size(); ++wijk) {
      std::size_t next = 0;
      for (const Label buurt : buurten_[wijk])
        if (!before_.joined.contains(buurt)) old_numbers_[buurt] = next++;
      for (std::size_t group = division_.wijk_of_buurt.size(); group < old_numbers_.size(); ++group)
        if (division_.wijk_of_buurt[before_.buurt_of_group[group]] == wijk)
          old_numbers_[group] = next++;
      const std::size_t count = buurten_[wijk].size();
      for (std::size_t i = 0; i < count; ++i) {
        const Label buurt = buurten_[wijk][i];
        if (before_.is_renumbered[wijk] != 0)
          new_numbers_[buurt] = count - 1 - i;
        else
          new_numbers_[buurt] = before_.joined.contains(buurt) ? next++ : old_numbers_[buurt];
      }
    }
  }

  // Gemeenten and wijken in code order; remembers where each wijk region came to stand.
  void number_wijken(Classification& out, bool is_after) const {
    out.wijken.clear();
    for (std::size_t gemeente = 0; gemeente < division_.gemeenten; ++gemeente) {
      if (is_after && gemeente == division_.merged) continue;
      const auto parent = static_cast<Label>(out.gemeenten.size());
      const int number = kFirstGemeente + static_cast<int>(gemeente);
      out.gemeenten.push_back({fmt::format("GM{}", number), gemeente_names_[gemeente], kNoLabel});
      for (std::size_t i = 0; i < wijken_of(gemeente, is_after).size(); ++i)
        out.wijken.push_back({fmt::format("WK{}{:02}", number, i),
                              wijk_names_[wijken_of(gemeente, is_after)[i]], parent});
    }
  }

  [[nodiscard]] std::vector<Label> wijken_of(std::size_t gemeente, bool is_after) const {
    std::vector<Label> out = wijken_[gemeente];
    if (is_after && gemeente == division_.receiver)
      out.insert(out.end(), wijken_[division_.merged].begin(), wijken_[division_.merged].end());
    return out;
  }

  // Position of each wijk region in out.wijken.
  [[nodiscard]] std::vector<Label> positions(bool is_after) const {
    std::vector<Label> out(division_.gemeente_of_wijk.size());
    Label next = 0;
    for (std::size_t gemeente = 0; gemeente < division_.gemeenten; ++gemeente) {
      if (is_after && gemeente == division_.merged) continue;
      for (const Label wijk : wijken_of(gemeente, is_after))
        out[wijk] = next++;
    }
    return out;
  }

  void enter(Classification& out, const std::vector<Entry>& entries,
             const std::vector<Label>& region_of_unit) const {
    const std::vector<Label> at = positions(out.year == kExampleVintages[1]);
    std::vector<std::pair<ExampleArea, Label>> sorted;
    for (const Entry& entry : entries) {
      const Label wijk = at[entry.wijk];
      sorted.push_back({{fmt::format("BU{}{:02}", out.wijken[wijk].code.substr(2), entry.number),
                         entry.name, wijk},
                        entry.region});
    }
    std::sort(sorted.begin(), sorted.end(),
              [](const auto& a, const auto& b) { return a.first.code < b.first.code; });
    std::map<Label, Label> position;
    for (const auto& [area, region] : sorted) {
      position[region] = static_cast<Label>(out.buurten.size());
      out.buurten.push_back(area);
    }
    for (const Label region : region_of_unit)
      out.buurt_of_unit.push_back(position.at(region));
  }

  const Division& division_;
  const BeforeReform& before_;
  base::Seed seed_;
  std::vector<std::vector<Label>> wijken_;   ///< per gemeente before the merger, in order
  std::vector<std::vector<Label>> buurten_;  ///< per wijk, in order
  std::vector<std::string> gemeente_names_;
  std::vector<std::string> wijk_names_;
  std::vector<std::string> buurt_names_;
  std::vector<std::size_t> old_numbers_;  ///< per group
  std::vector<std::size_t> new_numbers_;  ///< per buurt
};

}  // namespace

std::array<Classification, 2> registered(const ExampleLand& land, const ExampleCells& cells,
                                         const Division& division, const BeforeReform& before,
                                         const std::vector<Label>& buurt_of_unit, base::Seed seed) {
  const Registrar registrar(land, cells, division, before, seed);
  return {registrar.before(), registrar.after(buurt_of_unit)};
}

}  // namespace wijkbeeld::source
