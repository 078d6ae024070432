// SPDX-License-Identifier: EUPL-1.2
// Any bytes a reader sends are areas or a mistake of the reader's, never a fault of ours: GeoJSON,
// a GeoPackage, or a shapefile in a zip.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ensure.hpp"
#include "base/failure.hpp"
#include "serve/uploaded_areas.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wijkbeeld;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  constexpr serve::UploadLimits kSmall{20, 1000, std::size_t{1} << 20U};
  try {
    const serve::UploadedAreas read =
        serve::read_uploaded_areas(bytes, "mijn.bestand", {}, {}, kSmall);
    base::ensure(read.areas.size() <= kSmall.areas, "no more areas than allowed");
  } catch (const base::Failure& failure) {
    base::ensure(failure.kind() == base::Failure::Kind::usage, "a mistake is the reader's");
  }
  return 0;
}
