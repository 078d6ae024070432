// SPDX-License-Identifier: EUPL-1.2
#include "serve/file_watch.hpp"

#include <gtest/gtest.h>

#include "base/file.hpp"
#include "support/scratch.hpp"

namespace wijkbeeld::serve {
namespace {

using support::Scratch;

TEST(FileWatch, SeesThatAFileStaysTheSame) {
  const Scratch scratch;
  base::write_whole(scratch / "a.gpkg", "one");
  const FileWatch watch(scratch / "a.gpkg");
  EXPECT_EQ(watch.state(), FileState::same);
  EXPECT_EQ(base::read_file(scratch / "a.gpkg"), "one");
  EXPECT_EQ(watch.state(), FileState::same);
}

TEST(FileWatch, SeesAnotherFileInItsPlaceThoughOfTheSameSize) {
  const Scratch scratch;
  base::write_whole(scratch / "a.gpkg", "one");
  const FileWatch watch(scratch / "a.gpkg");
  base::write_whole(scratch / "a.gpkg", "two");
  EXPECT_EQ(watch.state(), FileState::replaced);
}

TEST(FileWatch, SeesThatAFileIsGoneAndBackAgain) {
  const Scratch scratch;
  base::write_whole(scratch / "a.gpkg", "one");
  const FileWatch watch(scratch / "a.gpkg");
  std::filesystem::rename(scratch / "a.gpkg", scratch / "b.gpkg");
  EXPECT_EQ(watch.state(), FileState::gone);
  std::filesystem::rename(scratch / "b.gpkg", scratch / "a.gpkg");
  EXPECT_EQ(watch.state(), FileState::same);
}

TEST(FileWatch, SeesAFileWhereThereWasNone) {
  const Scratch scratch;
  const FileWatch watch(scratch / "a.gpkg");
  EXPECT_EQ(watch.state(), FileState::gone);
  base::write_whole(scratch / "a.gpkg", "one");
  EXPECT_EQ(watch.state(), FileState::replaced);
}

}  // namespace
}  // namespace wijkbeeld::serve
