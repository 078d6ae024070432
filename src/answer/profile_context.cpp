// SPDX-License-Identifier: EUPL-1.2
#include "answer/profile_context.hpp"

#include <algorithm>
#include <tuple>

#include "answer/mean_path.hpp"

namespace wijkbeeld::answer {

using series::Wave;
using study::Panel;

namespace {

constexpr std::size_t kSimilar = 6;

std::optional<Wave> last_known_wave(const Panel& panel, std::size_t row) {
  for (auto wave = panel.waves().rbegin(); wave != panel.waves().rend(); ++wave)
    if (panel.score(row, *wave) || panel.situation(row, *wave)) return *wave;
  return std::nullopt;
}

std::vector<NearbyArea> nearby(const Panel& panel, std::size_t row, Wave wave,
                               std::span<const area::AreaCode> codes) {
  const std::string id = "neighbours/" + panel.edition().id.text + "/" + panel.area(row).code.text +
                         "/" + std::to_string(wave.year) + "/";
  const Figure own{id + "own#score", panel.score(row, wave), Unit::score, {}};
  std::vector<NearbyArea> out;
  for (const area::AreaCode& code : codes) {
    const auto at = panel.find(code);
    if (!at) continue;
    const std::string key = id + code.text + "#";
    NearbyArea one{code, panel.area(*at).name, panel.situation(*at, wave)};
    one.score = {key + "score", panel.score(*at, wave), Unit::score, {}};
    one.difference = difference(key + "difference", one.score, own);
    out.push_back(std::move(one));
  }
  std::sort(out.begin(), out.end(), [](const NearbyArea& a, const NearbyArea& b) {
    return std::tie(a.name, a.code) < std::tie(b.name, b.code);
  });
  return out;
}

std::vector<Figure> means_of(const Panel& panel, std::size_t row,
                             const std::vector<Lookalike>& similar) {
  std::vector<std::size_t> rows;
  for (const Lookalike& one : similar)
    if (const auto at = panel.find(one.code)) rows.push_back(*at);
  return mean_path(panel, rows,
                   "similar_path/" + panel.edition().id.text + "/" + panel.area(row).code.text);
}

}  // namespace

ProfileContext context_without_likes(const Panel& panel, std::size_t row,
                                     std::span<const area::AreaCode> neighbours) {
  ProfileContext out;
  out.wave = last_known_wave(panel, row);
  if (out.wave) out.neighbours = nearby(panel, row, *out.wave, neighbours);
  return out;
}

ProfileContext profile_context(const PanelContext& in, std::size_t row,
                               std::span<const area::AreaCode> neighbours) {
  ProfileContext out = context_without_likes(in.panel, row, neighbours);
  if (!out.wave) return out;
  out.similar = in.lookalikes.of(row, kSimilar);
  out.similar_means = means_of(in.panel, row, out.similar);
  for (NationalWave& one : national(in.nation, in.panel.edition().id.text).waves)
    if (one.wave == *out.wave) out.classes = std::move(one.classes);
  for (const RuleChoice& one : in.choices.rules)
    if (one.rule.holds(in.panel, row).value_or(false)) out.rules.push_back(&one);
  const area::AreaCode& code = in.panel.area(row).code;
  for (const ListChoice& one : in.choices.lists)
    if (std::any_of(one.list->members.begin(), one.list->members.end(),
                    [&](const series::ListMember& member) { return member.code == code; }))
      out.lists.push_back(&one);
  return out;
}

}  // namespace wijkbeeld::answer
