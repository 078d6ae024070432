// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "source/source.hpp"

namespace wijkbeeld::source {

/// The data set that a file nearly is, and what it lacks to be it.
struct NearestSource {
  const Source* source = nullptr;
  std::vector<std::string> missing;  ///< columns by which the data set is recognised
  std::vector<std::string> meant;    ///< columns of the file with nearly their names, in that order
};

/// Of a file that no source recognises: the data set that most of the columns it asks for in one
/// table are there of, when each of the others stands there under nearly its name, or when only one
/// of five or more is not there at all. Ties go to the first source.
std::optional<NearestSource> nearest_source(const Probe& probe);

/// What is said of a file that no source recognises ("file-not-recognised"): a warning with what
/// to do when it is nearly a data set, or of a kind that people have and that is never read; else a
/// note.
base::Issue not_recognised(const Probe& probe);

}  // namespace wijkbeeld::source
