// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

#include "answer/model_card.hpp"
#include "base/catalogue.hpp"
#include "report/document.hpp"
#include "series/project.hpp"

namespace wijkbeeld::report {

/// How a model card is written.
struct CardOptions {
  base::Language language = base::Language::nl;
  std::string program_version;
  /// The command that repeats it; empty leaves it out.
  std::string command = {};
};

/// A model card as a document: what counts and how much, what does not and why, how well it fits
/// and where it does not, and what a reader must know before using the scores. `project` has the
/// outlines to draw with.
Document card_document(const answer::ModelCard& card, const series::Project& project,
                       const CardOptions& options, const base::Catalogue& catalogue);

/// Every figure of the card, once, as JSON: `meta` (identity, files), `tables` (rows by their id,
/// as answer::card_tables has them) and the `ledger` of the fit. The same fit gives the same bytes.
std::string card_json(const answer::ModelCard& card, const base::Ledger& ledger,
                      const std::string& program_version);

/// Writes card.html, card.json, weights.csv and weights.csv-metadata.json into an existing folder.
void write_model_card(const answer::ModelCard& card, const series::Project& project,
                      const base::Ledger& ledger, const std::filesystem::path& folder,
                      const CardOptions& options, const base::Catalogue& catalogue);

}  // namespace wijkbeeld::report
