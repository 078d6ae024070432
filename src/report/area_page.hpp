// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "answer/profile.hpp"
#include "base/catalogue.hpp"
#include "report/document.hpp"

namespace wijkbeeld::report {

struct AreaPageOptions {
  base::Language language = base::Language::nl;
  std::string program_version = {};
};

/// What a person is told first about an area: who lives there, its class and score in the latest
/// wave against nation and gemeente, how the score moved, which dimensions stand out. The sentences
/// depend on the figures; nothing is said of what is absent.
std::vector<base::Message> area_lede(const answer::Profile& profile, base::Language language);

/// One area on one or two pages: the lede, then per edition the path of the score, the dimensions
/// and the figures, the lists and cohorts it stands on, remarks and sources.
Document area_document(const answer::Profile& profile, const AreaPageOptions& options,
                       const base::Catalogue& catalogue);

}  // namespace wijkbeeld::report
