// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "source/example_score.hpp"

namespace wijkbeeld::source {

/// A neighbourhood as a programme named it, and the buurten it was matched to.
struct LabelledArea {
  std::string label;
  std::string gemeente;
  std::vector<Label> buurten;  ///< of the list's vintage; empty when nobody knows which
  std::string certainty;       ///< hoog, midden, laag
  bool has_programme = false;
  bool is_stalling = false;
};

/// A published list.
struct ExampleList {
  std::string id;
  std::string title;
  std::string since;
  std::string until;
  std::size_t vintage = 1;  ///< position in kExampleVintages
  std::vector<LabelledArea> areas;
};

/// The lists and what follows from them.
struct ExampleLists {
  ExampleList attention;  ///< aandachtslijst 2007, in boundaries of 2016
  ExampleList priority;   ///< prioriteitenlijst 2003, in boundaries of 2010
  ExampleReach reach;
};

/// Share of the buurten of at least 300 residents that the list of 2007 holds.
inline constexpr double kListedShare = 0.11;
inline constexpr std::int64_t kListedResidents = 300;
/// A passing low counts so many times extra for the list of 2007: a bad year makes the news.
inline constexpr double kShockWeight = 1;

ExampleLists make_lists(const ExampleLand& land, const ExampleCells& cells,
                        const ExampleAreas& areas, const Structural& structural,
                        const ExamplePlanted& planted, base::Seed seed);

}  // namespace wijkbeeld::source
