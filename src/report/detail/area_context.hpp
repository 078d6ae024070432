// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "report/area_page.hpp"

namespace wijkbeeld::report::detail {

/// What the blocks around an area are written with.
struct ContextDesk {
  const answer::ProfileEdition& edition;
  const answer::ProfileContext& context;
  const std::string& name;  ///< of the area
  const AreaPageOptions& options;
  const base::Catalogue& catalogue;

  [[nodiscard]] std::string words(const base::Message& message) const {
    return base::render(message, catalogue, options.language);
  }
};

/// Where the area stands among all, which areas look like it and in what, and its neighbours. Only
/// what is known.
std::vector<Block> context_blocks(const ContextDesk& desk);

}  // namespace wijkbeeld::report::detail
