// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "answer/profile.hpp"
#include "report/document.hpp"

namespace wijkbeeld::report::detail {

/// "6 ruim voldoende"; the number where the edition has no names; a dash or reason without one.
base::Message class_words(const instrument::Edition& edition, const table::Value<int>& number,
                          base::Language language);
/// The same of a development class.
base::Message development_words(const instrument::Edition& edition, const table::Value<int>& number,
                                base::Language language);

/// "Source: publisher, edition."
base::Message edition_source(const instrument::Edition& edition, base::Language language);

/// What belongs beside figures of the edition; without items when nothing does.
Bullets edition_caveats(const instrument::Edition& edition, base::Language language);

/// "Oost (wijk in Delft) has 1.000 residents."
base::Message who_lives_there(const answer::ProfileEdition& edition, const area::AreaCode& code);

}  // namespace wijkbeeld::report::detail
