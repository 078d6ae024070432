// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "answer/area_at.hpp"
#include "report/area_page.hpp"
#include "report/detail/area_words.hpp"
#include "report/detail/desk.hpp"

namespace wijkbeeld::report::detail {

/// With what the blocks of one edition of an area are written; `draw` asks for words().
struct AreaDesk {
  const answer::Profile& profile;
  const answer::ProfileEdition& edition;
  const AreaPageOptions& options;
  const base::Catalogue& catalogue;

  [[nodiscard]] std::string words(const base::Message& message) const {
    return base::render(message, catalogue, options.language);
  }
  [[nodiscard]] const std::string& words(const base::Words& words) const {
    return words.in(options.language);
  }
  [[nodiscard]] std::string id(std::string_view what) const {
    return std::string(what) + "-" + as_id(edition.edition->id.text) + "-" +
           as_id(to_text(edition.level)) + "-" + std::to_string(edition.vintage.year);
  }
  [[nodiscard]] std::string name() const {
    if (!is_cell()) return edition.name.empty() ? profile.code.text : edition.name;
    return words(answer::name_of_cell(profile.code, "", ""));
  }
  [[nodiscard]] bool is_cell() const { return edition.level == area::Level::cell; }
  [[nodiscard]] base::Message source() const {
    return edition_source(*edition.edition, options.language);
  }
  /// What a cell lies in, by its level and name.
  [[nodiscard]] std::string name_of(const answer::ProfileAround& one) const {
    return words(base::say("{} {}", std::string(to_text(one.level)),
                           one.name.empty() ? one.code.text : one.name));
  }
};

}  // namespace wijkbeeld::report::detail
