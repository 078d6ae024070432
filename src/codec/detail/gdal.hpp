// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "base/failure.hpp"
#include "base/issue.hpp"

namespace wijkbeeld::codec::detail {

/// Makes GDAL ready, once per process: only the formats we mean to read, and nothing fetched from
/// the network, so that the same file gives the same coordinates everywhere.
void prepare_gdal();

/// Names of the formats that prepare_gdal registers, as GDAL spells them; ends with nullptr.
const char* const* gdal_formats();

/// Hears all that GDAL says on this thread while it lives; nothing goes to the screen, nothing is
/// lost.
class GdalEar {
 public:
  GdalEar();
  GdalEar(const GdalEar&) = delete;
  GdalEar& operator=(const GdalEar&) = delete;
  ~GdalEar();

  /// True after an error of GDAL's class "failure" or worse.
  [[nodiscard]] bool has_failed() const { return !failures_.empty(); }
  /// The failure with GDAL's sentences as reasons.
  [[nodiscard]] base::Failure explained(base::Failure failure) const;
  /// Puts each distinct warning into the ledger ("gdal-warning").
  void report(base::Ledger& ledger, const base::Place& place) const;

  /// For GDAL's handler.
  void hear(bool is_failure, std::string sentence);

 private:
  std::vector<std::string> failures_;
  std::vector<std::string> warnings_;
};

}  // namespace wijkbeeld::codec::detail
