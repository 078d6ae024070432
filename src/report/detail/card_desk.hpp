// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "report/detail/desk.hpp"
#include "report/model_card.hpp"

namespace wijkbeeld::report::detail {

/// What a chapter of a model card is written with.
struct CardDesk {
  const answer::ModelCard& card;
  const series::Project& project;
  const CardOptions& options;
  const base::Catalogue& catalogue;

  [[nodiscard]] std::string words(const base::Message& message) const;
  [[nodiscard]] const std::string& words(const base::Words& words) const {
    return words.in(options.language);
  }
  [[nodiscard]] chart::NumberFormat format(int digits, bool with_sign) const {
    return {options.language, digits, false, with_sign};
  }
  [[nodiscard]] std::string confidence() const;
  /// Name of an indicator, behind which the part of it when the term is one: "leeftijd: 10".
  [[nodiscard]] std::string name(const answer::CardWeight& weight) const;
  /// The same by the id of a term; the id itself when no such term counts.
  [[nodiscard]] std::string name_of_term(const std::string& term) const;
  [[nodiscard]] std::string name_of_outcome(const std::string& id) const;
  [[nodiscard]] base::Message source() const;
};

// The parts of a model card, each in its own file.
std::vector<Block> card_lede(const CardDesk& desk);
Chapter card_weights_chapter(const CardDesk& desk);
Chapter card_left_out_chapter(const CardDesk& desk);
Chapter card_outcomes_chapter(const CardDesk& desk);
Chapter card_residuals_chapter(const CardDesk& desk);
Chapter card_scale_chapter(const CardDesk& desk);
Chapter card_limits_chapter(const CardDesk& desk);
Chapter card_repeat_chapter(const CardDesk& desk);

/// A sentence for each limit; without limits one that says so.
std::vector<base::Message> limit_sentences(const CardDesk& desk);

}  // namespace wijkbeeld::report::detail
