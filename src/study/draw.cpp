// SPDX-License-Identifier: EUPL-1.2
#include "study/draw.hpp"

#include <algorithm>
#include <cstdlib>

#include "area/name.hpp"

namespace wijkbeeld::study {
namespace {

std::vector<area::Vintage> candidates(const Plan& plan, const Panel& panel) {
  std::vector<area::Vintage> out{panel.vintage()};
  for (const OutlinePlan& one : plan.outlines)
    if (one.level == panel.level() && one.vintage != panel.vintage()) out.push_back(one.vintage);
  return out;
}

Drawn draw(const Panel& panel, std::size_t row, const std::vector<area::Vintage>& vintages,
           const series::Project& project) {
  const PanelArea& one = panel.area(row);
  Drawn out{panel.edition().id.text, panel.level(), one.code.text, one.name, "", "no-outline"};
  for (const area::Vintage vintage : vintages) {
    const area::Outlines* outlines = project.find_outlines(panel.level(), vintage);
    const auto at = outlines == nullptr ? std::nullopt : outlines->find(one.code);
    if (!at) continue;
    const bool agrees = vintage == panel.vintage() || is_same_name(outlines->names[*at], one.name);
    if (!agrees) {
      out.reason = "other-name";
      continue;
    }
    out.outline = std::to_string(vintage.year);
    out.reason.clear();
    break;
  }
  return out;
}

}  // namespace

const area::Outlines* gemeente_borders(const series::Project& project, area::Vintage vintage) {
  const area::Outlines* best = nullptr;
  for (const area::Outlines& one : project.outlines) {
    if (one.level != area::Level::gemeente) continue;
    const auto distance = [&](const area::Outlines& o) {
      return std::abs(o.vintage.year - vintage.year);
    };
    if (best == nullptr || distance(one) < distance(*best)) best = &one;
  }
  return best;
}

bool is_same_name(const std::string& a, const std::string& b) {
  return area::plain_name(a) == area::plain_name(b);
}

std::vector<Drawn> outlines_for(const Plan& plan, const Panel& panel,
                                const series::Project& project) {
  const auto vintages = candidates(plan, panel);
  std::vector<Drawn> out;
  for (std::size_t row = 0; row < panel.size(); ++row)
    out.push_back(draw(panel, row, vintages, project));
  return out;
}

std::vector<area::Outlines> used_outlines(const std::vector<Drawn>& drawn,
                                          const series::Project& project) {
  std::vector<area::Outlines> out;
  for (const area::Outlines& one : project.outlines) {
    const bool is_used = std::any_of(drawn.begin(), drawn.end(), [&](const Drawn& d) {
      return d.level == one.level && d.outline == std::to_string(one.vintage.year);
    });
    if (is_used) out.push_back(one);
  }
  return out;
}

}  // namespace wijkbeeld::study
