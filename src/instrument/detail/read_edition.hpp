// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "codec/toml.hpp"
#include "instrument/edition.hpp"

namespace wijkbeeld::instrument::detail {

/// The part of a definition file that says how scores are read. Mistakes are kept by the document.
Edition read_edition(const codec::TomlNode& root);

/// { nl = "...", en = "..." }
base::Words read_words(const codec::TomlNode& node);

}  // namespace wijkbeeld::instrument::detail
