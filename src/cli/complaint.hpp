// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "base/failure.hpp"

namespace wijkbeeld::cli {

/// A failure as people read it: "wijkbeeld: " and what happened, then where, why and what to do.
std::string complaint(const base::Failure& failure, base::Language language);
/// Several: the summary, then each with its place in front.
std::string complaint(const base::Failures& failures, base::Language language);

/// True when all of them come from the command line.
bool is_usage(const base::Failures& failures);

}  // namespace wijkbeeld::cli
