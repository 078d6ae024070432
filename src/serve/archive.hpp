// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "instrument/edition.hpp"
#include "series/project.hpp"
#include "store/project_file.hpp"

namespace wijkbeeld::serve {

/// A project of which parts are read when somebody asks for them: figures of 400,000 cells are not
/// kept in memory because somebody might. May be used by several threads.
class Archive {
 public:
  /// Opens a project file and reads what editions and series are in it.
  explicit Archive(const std::filesystem::path& project_file);
  /// A project that is in memory already.
  explicit Archive(series::Project project);

  [[nodiscard]] const std::vector<instrument::Edition>& editions() const { return editions_; }
  /// Definitions and models.
  [[nodiscard]] const std::vector<series::Document>& documents() const { return documents_; }
  /// The series of those editions.
  [[nodiscard]] const std::vector<series::Listed>& listed() const { return listed_; }
  /// At least what is asked; of a project in memory always all.
  [[nodiscard]] std::shared_ptr<const series::Project> read(const store::What& what) const;

  /// The same as the caller's own.
  [[nodiscard]] series::Project part(const store::What& what) const;
  /// Series of any edition, whole.
  [[nodiscard]] std::vector<series::Series> series(
      const std::function<bool(const series::SeriesKey&)>& wants) const;

 private:
  std::optional<store::ProjectFile> file_;
  std::shared_ptr<const series::Project> whole_;
  std::vector<series::Document> documents_;
  std::vector<instrument::Edition> editions_;
  std::vector<series::Listed> listed_;
};

}  // namespace wijkbeeld::serve
