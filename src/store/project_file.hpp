// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "base/catalogue.hpp"
#include "series/project.hpp"

namespace wijkbeeld::store {

/// The format this version writes, and the newest it reads. Format 1 lacks nestings, samples,
/// places and documents; it is read as a project without them.
inline constexpr int kFormat = 2;

/// Writes a project file: a GeoPackage 1.3 with plain layers for people (see plain_layers.hpp;
/// column aliases in the language) and, in tables hidden from GIS clients, everything exactly. The
/// file is there whole or not at all, also when the program is killed; the same project gives the
/// same bytes. Throws Failure when it cannot be written.
void write_project(const std::filesystem::path& path, const series::Project& project,
                   base::Language language, const base::Catalogue& catalogue);

/// Which part of a project file to read: lists, file records and documents are small and always
/// read.
struct What {
  bool with_areas = true;  ///< names and residents
  bool with_outlines = true;
  bool with_ledger = true;
  bool with_series = true;
  /// Only series of these editions; empty means of all.
  std::vector<series::EditionId> editions = {};
  /// Only areas, outlines and series of these levels; empty means of all.
  std::vector<area::Level> levels = {};
  /// Respondents and sales; places; which cell lies in which buurt. Only an instrument needs them.
  bool with_samples = true;
  bool with_places = true;
  bool with_nestings = true;
  /// Only these periods of these series, beside what stands above; none means of all. A series of
  /// which no period is wanted is left out.
  std::function<bool(const series::SeriesKey&, series::Period)> wants = {};
};

/// What write_project wrote. Throws Failure, with what to do, when the file is missing, is no
/// project file, is damaged, or was made by a newer version. Never changes the file.
series::Project read_project_file(const std::filesystem::path& path, const What& what = {});

/// A project file that stays open, for who needs now this part and now that. It goes on giving what
/// it held when it was opened, also when another file takes its name or it is removed. May be used
/// by several threads.
class ProjectFile {
 public:
  /// Throws Failure as read_project_file does.
  explicit ProjectFile(const std::filesystem::path& path);
  ProjectFile(ProjectFile&&) noexcept;
  ProjectFile& operator=(ProjectFile&&) noexcept;
  ProjectFile(const ProjectFile&) = delete;
  ProjectFile& operator=(const ProjectFile&) = delete;
  ~ProjectFile();

  /// The series of these editions, without unpacking values.
  [[nodiscard]] std::vector<series::Listed> listed(
      const std::vector<series::EditionId>& editions) const;
  [[nodiscard]] series::Project read(const What& what) const;

 private:
  struct Open;
  explicit ProjectFile(std::unique_ptr<Open> open);
  friend std::optional<ProjectFile> project_file_at(const std::filesystem::path& path);
  std::unique_ptr<Open> open_;
};

/// The project file at `path`, opened once for whoever asks several things of it; none when
/// something else is there, or nothing. Throws Failure when a newer version made it.
std::optional<ProjectFile> project_file_at(const std::filesystem::path& path);

/// True when the file is a project file of any version: to tell one from a folder of data.
bool is_project_file(const std::filesystem::path& path);

}  // namespace wijkbeeld::store
