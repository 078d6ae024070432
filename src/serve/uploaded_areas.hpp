// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "answer/own_areas.hpp"
#include "base/issue.hpp"

namespace wijkbeeld::serve {

/// The most areas and points that one upload may hold.
struct UploadLimits {
  std::size_t areas = 500;
  std::size_t points = 500'000;
  std::size_t unpacked_bytes = std::size_t{200} << 20U;  ///< of a zip
};

/// What an upload holds.
struct UploadedAreas {
  std::vector<answer::OwnArea> areas;
  base::Ledger ledger;  ///< what was skipped or mended while reading
};

/// Reads areas from the bytes of a GeoPackage, GeoJSON or zipped shapefile, whichever the bytes say
/// it is; `name` is only what the reader calls it. Reprojected to RD New. A file with several
/// layers needs the name of one, `layer`. Areas are named after the column `column`; when none is
/// asked, after the first of naam, name, title, label, omschrijving, gebied that there is; else
/// "gebied 1" and on.
///
/// The bytes are kept in a folder of their own while they are read, which nobody else can enter,
/// and are gone afterwards. Throws Failure of kind usage for what cannot be read, holds no
/// surfaces, or more than the limits; its words name the file as the reader does, never a path.
UploadedAreas read_uploaded_areas(std::string_view bytes, const std::string& name,
                                  const std::string& layer = {}, const std::string& column = {},
                                  const UploadLimits& limits = {});

}  // namespace wijkbeeld::serve
