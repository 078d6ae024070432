// SPDX-License-Identifier: EUPL-1.2
#include "instrument/edition.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "base/failure.hpp"

namespace wijkbeeld::instrument {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

TEST(ShippedEditions, AreThoseWeKnow) {
  std::vector<std::string> ids;
  for (const Edition& edition : shipped_editions())
    ids.push_back(edition.id.text);
  EXPECT_EQ(ids, (std::vector<std::string>{"lbm2-2016", "lbm2-2018", "lbm3-2022", "voorbeeld"}));
}

TEST(ShippedEditions, AreAllThatLieInTheirFolder) {
  std::vector<std::string> ids;
  for (const Edition& edition : shipped_editions())
    ids.push_back(edition.id.text);
  for (const auto& file :
       std::filesystem::directory_iterator(WIJKBEELD_ROOT "/src/instrument/editions"))
    EXPECT_THAT(ids, Contains(file.path().stem().string()))
        << file.path().filename() << " is a line short in src/CMakeLists.txt or in "
        << "shipped_editions of src/instrument/definition.cpp, or has another id";
}

TEST(ShippedEditions, PutTheNationalMeanOfVersionTwoInClassSix) {
  const auto editions = shipped_editions();
  const Edition& edition = edition_named(editions, {"lbm2-2016"});
  for (const int year : {2012, 2014, 2016})
    EXPECT_EQ(edition.class_of_mean({year}), 6) << year;
  EXPECT_EQ(edition.classes->name(6).nl, "ruim voldoende");
}

TEST(ShippedEditions, HaveDimensionReferencesThatAddUpToTheMovementOfTheMean) {
  const auto editions = shipped_editions();
  const Edition& edition = edition_named(editions, {"lbm2-2016"});
  for (const int year : {2014, 2016}) {
    double sum = 0;
    for (const Dimension& dimension : edition.dimensions)
      sum += dimension.reference.at({year});
    EXPECT_NEAR(sum, *edition.reference.mean({year}) - *edition.reference.mean({2012}), 1e-12);
  }
}

TEST(ShippedEditions, ShowNoClassesWhereLimitsAreNotPublished) {
  const auto editions = shipped_editions();
  const Edition& edition = edition_named(editions, {"lbm3-2022"});
  EXPECT_FALSE(edition.classes.has_value());
  EXPECT_EQ(edition.class_of_mean({2014}), std::nullopt);
  EXPECT_EQ(edition.low_score, 3.81);
}

TEST(Edition, AddsTheReferenceOfTheWave) {
  const auto editions = shipped_editions();
  const Edition& edition = edition_named(editions, {"lbm2-2016"});
  EXPECT_NEAR(*edition.absolute(-0.0301, {2014}), 4.1330, 1e-12);
  EXPECT_EQ(edition.absolute(0.1, {2002}), std::nullopt);
  EXPECT_TRUE(edition.has_wave({2002}));
  EXPECT_FALSE(edition.has_score({2002}));
}

TEST(EditionNamed, SaysWhichOneWasPerhapsMeant) {
  const auto editions = shipped_editions();
  try {
    edition_named(editions, {"lbm2-2017"});
    FAIL();
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("did you mean 'lbm2-2016'?"));
  }
}

TEST(ParseEdition, ReportsAllMistakesAtOnceWithTheirPlaces) {
  const std::string toml =
      "id = \"x\"\ntitle = { nl = \"x\", en = \"x\" }\npublisher = { nl = \"x\", en = \"x\" }\n"
      "licence = \"CC0-1.0\"\nwaves = [2012, 2008]\n[reference]\n[classes]\nlimits = [2, 1]\n"
      "[classes.names]\nnl = [\"a\", \"b\", \"c\"]\nen = [\"a\", \"b\", \"c\"]\n";
  try {
    parse_edition(toml, "x.toml");
    FAIL();
  } catch (const base::Failures& failures) {
    EXPECT_EQ(failures.all().size(), 3U);
    EXPECT_THAT(failures.what(), HasSubstr("2008 follows 2012"));
    EXPECT_THAT(failures.what(), HasSubstr("'constant' or has 'means'"));
    EXPECT_THAT(failures.what(), HasSubstr("class limits must rise"));
  }
}

}  // namespace
}  // namespace wijkbeeld::instrument
