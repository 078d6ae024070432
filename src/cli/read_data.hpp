// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>

#include "base/parallel.hpp"
#include "cli/session.hpp"
#include "instrument/project_editions.hpp"
#include "store/project_file.hpp"

namespace wijkbeeld::cli {

/// What "--data" names: a project file, opened once, or a folder or file as published.
class Data {
 public:
  /// Throws Failure when a newer version made the project file. What is not there is told by
  /// `read`.
  Data(std::filesystem::path path, base::Workers workers, const Session& session);

  /// What a project file tells of its instruments and their editions, without figures: quick. Of
  /// what was published nothing.
  [[nodiscard]] series::Project documents() const;
  /// The editions that there can be figures of: those shipped, and those of the definitions kept in
  /// a project file.
  [[nodiscard]] std::vector<instrument::Edition> editions() const;
  /// A project file is read as far as `what` asks, all else whole.
  [[nodiscard]] series::Project read(const store::What& what = {}) const;

 private:
  std::filesystem::path path_;
  base::Workers workers_;
  const Session& session_;
  std::optional<store::ProjectFile> file_;
};

/// The same for who asks one thing of it.
series::Project read_data(const std::filesystem::path& path, base::Workers workers,
                          const Session& session, const store::What& what = {});

/// Throws Failure when something is at the path and `may_replace` is false. Asked before work
/// begins, so that nobody waits for a refusal.
void check_output_file(const std::filesystem::path& path, bool may_replace);
/// The same for a folder, which may be there when it is empty.
void check_output_folder(const std::filesystem::path& path, bool may_replace);

}  // namespace wijkbeeld::cli
