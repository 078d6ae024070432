// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "report/detail/desk.hpp"
#include "report/document.hpp"

namespace wijkbeeld::report::detail {

// The parts of the report, each in its own file. A chapter without blocks is left out.
std::vector<Block> lede(const Desk& desk);
Chapter nation_chapter(const Desk& desk);
Chapter cohorts_chapter(const Desk& desk);
Chapter paths_chapter(const Desk& desk);
Chapter dimensions_chapter(const Desk& desk);
Chapter types_chapter(const Desk& desk);
Chapter matrix_chapter(const Desk& desk);
Chapter checks_chapter(const Desk& desk);
Chapter method_chapter(const Desk& desk);
Chapter data_chapter(const Desk& desk);
Chapter repeat_chapter(const Desk& desk);

/// What is said of one stretch: how the group moved, the comparison, and who gained ground. Used by
/// the lede and the chapters, so that they cannot differ.
std::vector<base::Message> stretch_sentences(const Desk& desk, const answer::Stretch& stretch);
/// The shares of areas and residents that fell, of the group and its comparison.
base::Message lower_sentence(const Desk& desk, const answer::Stretch& stretch,
                             const study::EditionUsed& used);

/// What the checks make of a finding, in at most two sentences.
std::vector<base::Message> doubt_sentences(const Desk& desk);

}  // namespace wijkbeeld::report::detail
