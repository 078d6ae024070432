// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "base/parallel.hpp"
#include "base/progress.hpp"
#include "base/random.hpp"
#include "source/example_plan.hpp"

namespace wijkbeeld::source {

/// Makes Voorbeeldland, an invented country with planted truths, and writes it into `folder` as
/// the files a user would have: see src/source/README.md and the LEESMIJ.txt it writes. The folder
/// appears whole or not at all; one that holds files already is refused unless `may_replace`. The
/// same seed and size give the same bytes, on any number of workers. Throws Failure when the folder
/// cannot be written or the person stops it.
void write_example(const std::filesystem::path& folder, base::Seed seed, ExampleSize size,
                   base::Workers workers, base::Progress& progress, bool may_replace = false);

/// "town", "country" or "nation".
std::optional<ExampleSize> parse_example_size(std::string_view text);

}  // namespace wijkbeeld::source
