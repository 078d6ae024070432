// SPDX-License-Identifier: EUPL-1.2
#include "codec/detail/gdal.hpp"

#include <cpl_error.h>
#include <ogr_srs_api.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <mutex>
#include <utility>

namespace wijkbeeld::codec::detail {
namespace {

using base::say;

void CPL_STDCALL hand_over(CPLErr kind, CPLErrorNum, const char* sentence) {
  if (kind == CE_None || kind == CE_Debug) return;
  static_cast<GdalEar*>(CPLGetErrorHandlerUserData())->hear(kind >= CE_Failure, sentence);
}

void add_new(std::vector<std::string>& sentences, std::string sentence) {
  if (std::find(sentences.begin(), sentences.end(), sentence) == sentences.end())
    sentences.push_back(std::move(sentence));
}

}  // namespace

void prepare_gdal() {
  static std::once_flag once;
  std::call_once(once, [] {
    RegisterOGRGeoPackage();
    RegisterOGRGeoJSON();
    RegisterOGRShape();
    RegisterOGRFlatGeobuf();
    RegisterOGROpenFileGDB();
    OSRSetPROJEnableNetwork(0);
  });
}

const char* const* gdal_formats() {
  static const char* const names[] = {"GPKG",       "GeoJSON",     "ESRI Shapefile",
                                      "FlatGeobuf", "OpenFileGDB", nullptr};
  return names;
}

GdalEar::GdalEar() {
  CPLPushErrorHandlerEx(hand_over, this);
}

GdalEar::~GdalEar() {
  CPLPopErrorHandler();
}

void GdalEar::hear(bool is_failure, std::string sentence) {
  add_new(is_failure ? failures_ : warnings_, std::move(sentence));
}

base::Failure GdalEar::explained(base::Failure failure) const {
  for (const std::string& sentence : failures_)
    failure.because(say("GDAL says, in English: {}", sentence));
  return failure;
}

void GdalEar::report(base::Ledger& ledger, const base::Place& place) const {
  for (const std::string& sentence : warnings_)
    ledger.add({"gdal-warning", base::Severity::warning, place,
                say("GDAL says, in English: {}", sentence)});
}

}  // namespace wijkbeeld::codec::detail
