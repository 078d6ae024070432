// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "base/parallel.hpp"
#include "cli/session.hpp"
#include "store/project_file.hpp"

namespace wijkbeeld::cli {

/// What "--data" names: a project file, read as far as `what` asks, or a folder or file as
/// published, read whole.
series::Project read_data(const std::filesystem::path& path, base::Workers workers,
                          const Session& session, const store::What& what = {});

/// Throws Failure when something is at the path and `may_replace` is false. Asked before work
/// begins, so that nobody waits for a refusal.
void check_output_file(const std::filesystem::path& path, bool may_replace);
/// The same for a folder, which may be there when it is empty.
void check_output_folder(const std::filesystem::path& path, bool may_replace);

}  // namespace wijkbeeld::cli
