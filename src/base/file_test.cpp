// SPDX-License-Identifier: EUPL-1.2
#include "base/file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <functional>

#include "base/failure.hpp"
#include "support/scratch.hpp"

namespace wijkbeeld::base {
namespace {

namespace fs = std::filesystem;
using support::Scratch;
using support::text_of;
using ::testing::HasSubstr;

std::string failure_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const Failure& failure) {
    return failure.what();
  }
  return "no failure";
}

TEST(ReadFile, SaysWhyItCannot) {
  const Scratch scratch;
  EXPECT_THAT(failure_of([&] { read_file(scratch / "none.csv"); }),
              HasSubstr("there is no such file or folder"));
  EXPECT_THAT(failure_of([&] { read_file(scratch.path()); }), HasSubstr("it is a folder"));
}

TEST(WriteWhole, ReplacesInOneStepAndLeavesNothingElse) {
  const Scratch scratch;
  scratch.file("a.txt", "old");
  write_whole(scratch / "a.txt", "new");
  EXPECT_EQ(text_of(scratch / "a.txt"), "new");
  EXPECT_EQ(std::distance(fs::directory_iterator(scratch.path()), {}), 1);
}

TEST(WriteWhole, SaysThatTheDiskIsFull) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  // A disk that is full answers as /dev/full does; the partial file is made a link to it.
  const Scratch scratch;
  scratch.file("a.txt", "old");
  fs::create_symlink("/dev/full", scratch / fmt::format(".a.txt.partial-{}", ::getpid()));
  const std::string told = failure_of([&] { write_whole(scratch / "a.txt", "new"); });
  EXPECT_THAT(told, HasSubstr("the disk is full"));
  EXPECT_THAT(told, HasSubstr("make room on the disk"));
  EXPECT_EQ(text_of(scratch / "a.txt"), "old");
}

TEST(WholeFile, LeavesNothingWithoutCommit) {
  const Scratch scratch;
  {
    const WholeFile whole(scratch / "a.gpkg");
    std::ofstream(whole.path()) << "half";
  }
  EXPECT_TRUE(fs::is_empty(scratch.path()));
}

TEST(WholeFolder, RefusesToReplaceUnasked) {
  const Scratch scratch;
  scratch.file("out/report.html", "old");
  EXPECT_THAT(failure_of([&] { WholeFolder(scratch / "out", false); }),
              HasSubstr("already holds files"));
  EXPECT_EQ(text_of(scratch / "out/report.html"), "old");
}

TEST(WholeFolder, AppearsWholeAndReplacesWhenAllowed) {
  const Scratch scratch;
  scratch.file("out/report.html", "old");
  scratch.file("out/gone.txt", "old");
  {
    WholeFolder folder(scratch / "out", true);
    std::ofstream(folder.path() / "report.html") << "new";
    EXPECT_EQ(text_of(scratch / "out/report.html"), "old");
    folder.commit();
  }
  EXPECT_EQ(text_of(scratch / "out/report.html"), "new");
  EXPECT_FALSE(fs::exists(scratch / "out/gone.txt"));
  EXPECT_EQ(std::distance(fs::directory_iterator(scratch.path()), {}), 1);
}

TEST(FilesBelow, IsSortedAndSkipsHidden) {
  const Scratch scratch;
  scratch.file("b/2.csv", "");
  scratch.file("a.csv", "");
  scratch.file(".hidden/x.csv", "");
  const auto files = files_below(scratch.path());
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files[0].filename(), "a.csv");
}

}  // namespace
}  // namespace wijkbeeld::base
