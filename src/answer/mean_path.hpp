// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "answer/figure.hpp"
#include "study/panel.hpp"

namespace wijkbeeld::answer {

/// The mean score of some areas of a panel in each of its waves, weighted by residents: in every
/// wave over those that have a score and residents on record then, so that a group that loses
/// members may move by that. Not collected in a wave where none has both. `rows` are of the panel;
/// `id` names the figures, which end in "/YEAR#mean".
std::vector<Figure> mean_path(const study::Panel& panel, std::span<const std::size_t> rows,
                              std::string_view id);

}  // namespace wijkbeeld::answer
