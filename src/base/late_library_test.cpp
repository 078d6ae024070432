// SPDX-License-Identifier: EUPL-1.2
#include "base/late_library.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/failure.hpp"

namespace wijkbeeld::base {
namespace {

using testing::HasSubstr;

TEST(LateLibrary, SaysWhatToInstallWhenItIsMissing) {
  LateLibrary library("libgdal.so.0", "GDAL", "gdal-bin");
  try {
    library.function("GDALOpenEx");
    FAIL() << "there is a GDAL from before 2000";
  } catch (const Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("is missing: GDAL"));
    EXPECT_THAT(failure.what(), HasSubstr("the system says, in English: libgdal.so.0"));
    EXPECT_THAT(failure.what(), HasSubstr("apt-get install gdal-bin"));
  }
}

TEST(LateLibrary, GivesAFunctionThatWorks) {
  LateLibrary library("libm.so.6", "mathematics", "libc6");
  const auto floor_of = reinterpret_cast<double (*)(double)>(library.function("floor"));
  EXPECT_EQ(floor_of(2.75), 2);
  EXPECT_EQ(library.function("floor"), reinterpret_cast<void*>(floor_of));
}

TEST(LateLibraryDeathTest, EndsWhenTheHeadersAreOfAnotherLibrary) {
  LateLibrary library("libm.so.6", "mathematics", "libc6");
  EXPECT_DEATH(library.function("no_such_function"), "functions that its headers name");
}

}  // namespace
}  // namespace wijkbeeld::base
