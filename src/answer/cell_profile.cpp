// SPDX-License-Identifier: EUPL-1.2
#include "answer/cell_profile.hpp"

#include <algorithm>

#include "geo/rd_grid.hpp"

namespace wijkbeeld::answer {

using area::AreaCode;
using area::Level;
using study::Panel;

namespace {

// A code has four digits each way.
constexpr int kCellsAlong = 10000;

const Panel* panel_of_level(std::span<const Panel* const> panels, Level level) {
  const auto found = std::find_if(panels.begin(), panels.end(),
                                  [&](const Panel* one) { return one->level() == level; });
  return found == panels.end() ? nullptr : *found;
}

// The scores of an area in the waves of the cell.
std::vector<Figure> scores_around(const ProfileEdition& cell, const Panel& panel, std::size_t row) {
  std::vector<Figure> out;
  for (const ProfileWave& one : cell.waves)
    out.push_back({"profile/" + panel.edition().id.text + "/" + panel.area(row).code.text + "/" +
                       std::to_string(one.wave.year) + "#score",
                   panel.score(row, one.wave),
                   Unit::score,
                   {}});
  return out;
}

void add_one(ProfileEdition& cell, Level level, const AreaCode& code, const std::string& name,
             std::span<const Panel* const> panels) {
  ProfileAround out{level, code, name, {}};
  const Panel* panel = panel_of_level(panels, level);
  const auto row = panel == nullptr ? std::nullopt : panel->find(code);
  if (row) {
    out.scores = scores_around(cell, *panel, *row);
    if (out.name.empty()) out.name = panel->area(*row).name;
  }
  const bool has_score = std::any_of(out.scores.begin(), out.scores.end(),
                                     [](const Figure& one) { return one.has_value(); });
  if (!has_score) out.scores.clear();
  if (has_score || !out.name.empty()) cell.around.push_back(std::move(out));
}

}  // namespace

std::vector<AreaCode> cells_around(const AreaCode& cell) {
  std::vector<AreaCode> out;
  const auto at = geo::parse_cell(cell.text);
  if (!at) return out;
  const auto is_on_grid = [](int number) { return number >= 0 && number < kCellsAlong; };
  for (int row = at->row - 1; row <= at->row + 1; ++row)
    for (int column = at->column - 1; column <= at->column + 1; ++column)
      if (is_on_grid(row) && is_on_grid(column) && geo::Cell{column, row} != *at)
        out.push_back({geo::to_text(geo::Cell{column, row})});
  return out;
}

void add_around(ProfileEdition& cell, const AreaAt& place, std::span<const Panel* const> panels) {
  if (place.buurt) add_one(cell, Level::buurt, place.buurt->code, place.buurt->name, panels);
  if (place.wijk) add_one(cell, Level::wijk, place.wijk->code, place.wijk->name, panels);
  if (place.buurt)
    if (const auto gemeente = area::gemeente_of(place.buurt->code))
      add_one(cell, Level::gemeente, *gemeente, place.gemeente, panels);
  if (cell.gemeente.empty()) cell.gemeente = place.gemeente;
}

ProfileContext cell_context(const Panel& panel, std::size_t row,
                            const std::map<series::Wave, std::vector<ClassShare>>& classes) {
  ProfileContext out = context_without_likes(panel, row, cells_around(panel.area(row).code));
  if (!out.wave) return out;
  if (const auto found = classes.find(*out.wave); found != classes.end())
    out.classes = found->second;
  return out;
}

}  // namespace wijkbeeld::answer
