// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <span>
#include <string>

#include "answer/profile.hpp"
#include "answer/profile_context.hpp"
#include "base/catalogue.hpp"
#include "report/document.hpp"

namespace wijkbeeld::report {

/// Ways to other pages of the same server; without them nothing leads there.
struct AreaWays {
  std::function<std::string(const area::AreaCode&)> to_area = {};
  std::function<std::string(const std::string& list)> to_list = {};
  std::function<std::string(const std::string& rule)> to_rule = {};
  /// Empty for an edition whose scores cannot be taken apart.
  std::function<std::string(const instrument::Edition&)> to_explanation = {};
};

struct AreaPageOptions {
  base::Language language = base::Language::nl;
  std::string program_version = {};
  AreaWays ways = {};
  Widths widths = Widths::both;
};

/// What a person is told first about an area: who lives there, its class and score in the latest
/// wave against nation and gemeente, how the score moved, which dimensions stand out. The sentences
/// depend on the figures; nothing is said of what is absent.
std::vector<base::Message> area_lede(const answer::Profile& profile, base::Language language);

/// One area on one or two pages: the lede, then per edition the path of the score, the dimensions
/// and the figures, where it stands among all, areas that look like it and its neighbours, and the
/// lists and cohorts it stands on. `contexts` are parallel to the editions of the profile, or none.
Document area_document(const answer::Profile& profile, const AreaPageOptions& options,
                       const base::Catalogue& catalogue,
                       std::span<const answer::ProfileContext> contexts = {});

}  // namespace wijkbeeld::report
