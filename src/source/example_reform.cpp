// SPDX-License-Identifier: EUPL-1.2
#include "source/example_reform.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "source/example_names.hpp"
#include "source/example_purpose.hpp"

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

// The buurten of before the reform: which units each has, by its main buurt of after.
struct Before {
  std::vector<Label> group_of_unit;
  std::vector<Label> buurt_of_group;         ///< whose number and wijk the group has
  std::vector<std::string> suffix_of_group;  ///< "-West", "-Oost" for the two of a later one
  std::map<Label, Label> joined;             ///< buurt (after) to the one it was part of
  std::vector<std::uint8_t> is_renumbered;   ///< per wijk
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

class Cutter {
 public:
  Cutter(const ExampleLand& land, const Division& division, const StepCost& cost, base::Seed seed)
      : land_(land),
        division_(division),
        cost_(cost),
        stream_(seed, purpose::kReform),
        units_(division.buurt_of_cell),
        adjacent_(adjacent_labels(land.grid, units_, buurten())),
        busy_(buurten(), 0) {
    for (std::size_t buurt = 0; buurt < buurten(); ++buurt) {
      before_.group_of_unit.push_back(static_cast<Label>(buurt));
      before_.buurt_of_group.push_back(static_cast<Label>(buurt));
    }
    before_.suffix_of_group.resize(buurten());
    cells_.resize(buurten());
    for (std::size_t cell = 0; cell < units_.size(); ++cell)
      if (units_[cell] != kNoLabel) cells_[units_[cell]].push_back(cell);
  }

  void cut() {
    std::vector<Label> order;
    for (std::size_t buurt = 0; buurt < buurten(); ++buurt)
      order.push_back(static_cast<Label>(buurt));
    for (std::size_t i = order.size(); i > 1; --i)
      std::swap(order[i - 1], order[static_cast<std::size_t>(stream_.below(i))]);
    std::size_t at = 0;
    const auto some = [&](std::size_t share, bool (Cutter::*action)(Label)) {
      for (std::size_t done = 0; at < order.size() && done < buurten() * share / 100 + 1; ++at)
        if ((this->*action)(order[at])) ++done;
    };
    some(3, &Cutter::join_with_neighbour);
    some(2, &Cutter::were_two);
    some(1, &Cutter::take_part_of_neighbour);
    make_cuts();
    const std::size_t wijken = division_.gemeente_of_wijk.size();
    before_.is_renumbered.assign(wijken, 0);
    for (std::size_t i = 0; i < wijken / 20 + 1; ++i)
      before_.is_renumbered[static_cast<std::size_t>(stream_.below(wijken))] = 1;
  }

  [[nodiscard]] const std::vector<Label>& units() const { return units_; }
  [[nodiscard]] const Before& before() const { return before_; }

 private:
  [[nodiscard]] std::size_t buurten() const { return division_.wijk_of_buurt.size(); }

  Label free_neighbour(Label buurt) {
    std::vector<Label> free;
    for (const Label other : adjacent_[buurt])
      if (busy_[other] == 0 && division_.wijk_of_buurt[other] == division_.wijk_of_buurt[buurt])
        free.push_back(other);
    if (free.empty() || busy_[buurt] != 0) return kNoLabel;
    return free[static_cast<std::size_t>(stream_.below(free.size()))];
  }

  // Notes that the buurt is cut in two between the cell `near` and the one farthest from it; the
  // part of `near` becomes a new unit.
  void cut_off(Label buurt, std::size_t near) {
    std::size_t far = near;
    for (const std::size_t cell : cells_[buurt])
      if (distance(land_.grid.centre(cell), land_.grid.centre(near)) >
          distance(land_.grid.centre(far), land_.grid.centre(near)))
        far = cell;
    cuts_.push_back({far, buurt});
    cuts_.push_back({near, static_cast<Label>(before_.group_of_unit.size())});
  }

  void make_cuts() {
    std::vector<Label> parents(units_.size(), kNoLabel);
    for (std::size_t i = 0; i < cuts_.size(); i += 2)
      for (const std::size_t cell : cells_[cuts_[i].label])
        parents[cell] = cuts_[i].label;
    const std::vector<Label> grown = grow_regions(land_.grid, parents, cuts_, cost_);
    for (std::size_t cell = 0; cell < units_.size(); ++cell)
      if (grown[cell] != kNoLabel) units_[cell] = grown[cell];
  }

  bool join_with_neighbour(Label buurt) {
    const Label other = free_neighbour(buurt);
    if (other == kNoLabel) return false;
    busy_[buurt] = busy_[other] = 1;
    before_.group_of_unit[other] = buurt;
    before_.buurt_of_group[other] = kNoLabel;  // no such buurt before
    before_.joined[other] = buurt;
    return true;
  }

  bool were_two(Label buurt) {
    if (busy_[buurt] != 0 || cells_[buurt].size() < 12) return false;
    busy_[buurt] = 1;
    cut_off(buurt, cells_[buurt].front());
    before_.group_of_unit.push_back(static_cast<Label>(before_.buurt_of_group.size()));
    before_.buurt_of_group.push_back(buurt);
    before_.suffix_of_group[buurt] = "-Noord";  // cells are numbered from the south
    before_.suffix_of_group.emplace_back("-Zuid");
    return true;
  }

  bool take_part_of_neighbour(Label buurt) {
    const Label other = cells_[buurt].size() < 12 ? kNoLabel : free_neighbour(buurt);
    if (other == kNoLabel) return false;
    busy_[buurt] = busy_[other] = 1;
    for (const std::size_t cell : cells_[buurt]) {
      const Neighbours near = neighbours_of(land_.grid, cell);
      for (std::size_t i = 0; i < near.sides; ++i)
        if (units_[near.cells[i]] == other) {
          cut_off(buurt, cell);
          before_.group_of_unit.push_back(other);
          return true;
        }
    }
    return false;
  }

  const ExampleLand& land_;
  const Division& division_;
  const StepCost& cost_;
  base::Stream stream_;
  std::vector<Label> units_;
  std::vector<std::vector<Label>> adjacent_;
  std::vector<std::uint8_t> busy_;
  std::vector<Seedling> cuts_;  // in pairs: what stays, what is cut off
  std::vector<std::vector<std::size_t>> cells_;
  Before before_;
};

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
            const Before& before, base::Seed seed)
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
  const Before& before_;
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

ExampleAreas reformed(const ExampleLand& land, const ExampleCells& cells, const Division& division,
                      const StepCost& cost, base::Seed seed) {
  Cutter cutter(land, division, cost, seed);
  cutter.cut();
  ExampleAreas areas;
  areas.unit_of_cell = cutter.units();
  areas.units = cutter.before().group_of_unit.size();
  std::vector<Label> buurt_of_unit(areas.units);
  for (std::size_t cell = 0; cell < areas.unit_of_cell.size(); ++cell)
    if (areas.unit_of_cell[cell] != kNoLabel)
      buurt_of_unit[areas.unit_of_cell[cell]] = division.buurt_of_cell[cell];
  const Registrar registrar(land, cells, division, cutter.before(), seed);
  areas.vintages = {registrar.before(), registrar.after(buurt_of_unit)};
  return areas;
}

}  // namespace wijkbeeld::source
