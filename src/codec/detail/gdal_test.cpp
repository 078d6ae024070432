// SPDX-License-Identifier: EUPL-1.2
#include "codec/detail/gdal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/failure.hpp"

namespace wijkbeeld::codec::detail {
namespace {

using testing::HasSubstr;

TEST(LoadLibrary, SaysWhatToInstallWhenItIsMissing) {
  try {
    load_library("libgdal.so.0");
    FAIL() << "there is a GDAL from before 2000";
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("GDAL is missing"));
    EXPECT_THAT(failure.what(), HasSubstr("the system says, in English: libgdal.so.0"));
    EXPECT_THAT(failure.what(), HasSubstr("apt-get install gdal-bin"));
  }
}

TEST(GdalFunction, IsFoundInTheLibraryTheHeadersBelongTo) {
  EXPECT_NE(gdal_function("GDALOpenEx"), nullptr);
}

}  // namespace
}  // namespace wijkbeeld::codec::detail
