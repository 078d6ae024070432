// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
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
  /// Only series of these editions; empty means of all.
  std::vector<series::EditionId> editions = {};
  /// Only areas, outlines and series of these levels; empty means of all.
  std::vector<area::Level> levels = {};
  /// Respondents and sales; places; which cell lies in which buurt. Only an instrument needs them.
  bool with_samples = true;
  bool with_places = true;
  bool with_nestings = true;
};

/// What write_project wrote. Throws Failure, with what to do, when the file is missing, is no
/// project file, is damaged, or was made by a newer version. Never changes the file.
series::Project read_project_file(const std::filesystem::path& path, const What& what = {});

/// True when the file is a project file of any version: to tell one from a folder of data.
bool is_project_file(const std::filesystem::path& path);

}  // namespace wijkbeeld::store
