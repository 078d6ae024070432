// SPDX-License-Identifier: EUPL-1.2
#include "source/example_reform.hpp"

#include <algorithm>

#include "source/example_purpose.hpp"
#include "source/example_register.hpp"

namespace wijkbeeld::source {
namespace {

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
  [[nodiscard]] const BeforeReform& before() const { return before_; }

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
  BeforeReform before_;
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
  areas.vintages = registered(land, cells, division, cutter.before(), buurt_of_unit, seed);
  return areas;
}

}  // namespace wijkbeeld::source
