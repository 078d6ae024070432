// SPDX-License-Identifier: EUPL-1.2
#include "codec/sqlite.hpp"

#include <gmock/gmock.h>

#include <limits>

#include "base/failure.hpp"
#include "support/scratch.hpp"

namespace wijkbeeld::codec {
namespace {

namespace fs = std::filesystem;
using support::Scratch;
using support::text_of;
using testing::HasSubstr;

template <class Work>
std::string failure_of(const Work& work) {
  try {
    work();
  } catch (const base::Failure& failure) {
    return failure.what();
  }
  return "no failure";
}

fs::path small_database(const Scratch& scratch, const std::string& name = "a.db") {
  Database database(scratch / name, Database::Mode::write);
  database.run("CREATE TABLE t (a TEXT, b INTEGER, c REAL, d BLOB)");
  Statement insert = database.prepare("INSERT INTO t VALUES (?, ?, ?, ?)");
  insert.bind(1, "Heechterp").bind(2, std::int64_t{1} << 40).bind(3, 0.1);
  insert.bind_blob(4, std::string_view("a\0b", 3)).step();
  insert.reset();
  insert.bind(1, "").bind_null(2).bind_blob(4, "").step();
  return scratch / name;
}

std::size_t files_in(const Scratch& scratch) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(scratch.path()), fs::directory_iterator()));
}

TEST(Sqlite, GivesBackWhatWasBound) {
  const Scratch scratch;
  Database database(small_database(scratch), Database::Mode::read);
  Statement select = database.prepare("SELECT a, b, c, d FROM t ORDER BY rowid");
  ASSERT_TRUE(select.step());
  EXPECT_EQ(select.text(0), "Heechterp");
  EXPECT_EQ(select.integer(1), std::int64_t{1} << 40);
  EXPECT_EQ(select.real(2), 0.1);
  EXPECT_EQ(select.blob(3), std::string_view("a\0b", 3));
  ASSERT_TRUE(select.step());
  EXPECT_FALSE(select.is_null(0));
  EXPECT_EQ(select.text(0), "");
  EXPECT_TRUE(select.is_null(1));
  EXPECT_TRUE(select.is_null(2)) << "reset forgets the parameters";
  EXPECT_FALSE(select.is_null(3));
  EXPECT_EQ(select.blob(3), "");
  EXPECT_FALSE(select.step());
}

TEST(Sqlite, LeavesNothingBesideTheFile) {
  const Scratch scratch;
  const fs::path path = small_database(scratch);
  EXPECT_EQ(files_in(scratch), 1U);
  const std::string before = text_of(path);
  {
    Database database(path, Database::Mode::read);
    Statement select = database.prepare("SELECT a FROM t");
    select.step();
    EXPECT_EQ(files_in(scratch), 1U);
  }
  EXPECT_EQ(files_in(scratch), 1U);
  EXPECT_EQ(text_of(path), before);
}

TEST(Sqlite, ReadsAFileWhoseNameLooksLikeAnAddress) {
  const Scratch scratch;
  const fs::path path = small_database(scratch, "50% ?mode=rw#x.db");
  EXPECT_TRUE(fs::exists(path));
  Database database(path, Database::Mode::read);
  EXPECT_TRUE(database.prepare("SELECT a FROM t").step());
}

TEST(Sqlite, CannotWriteWhatItOpenedToRead) {
  const Scratch scratch;
  Database database(small_database(scratch), Database::Mode::read);
  EXPECT_THAT(failure_of([&] { database.run("DELETE FROM t"); }),
              HasSubstr("it may not be changed"));
}

TEST(Sqlite, QuotesWhatItHasNoWordsFor) {
  const Scratch scratch;
  Database database(small_database(scratch), Database::Mode::read);
  EXPECT_THAT(failure_of([&] { database.run("SELECT z FROM t"); }),
              HasSubstr("SQLite says, in English: no such column: z"));
}

TEST(Sqlite, NamesAMissingFileAndMakesNone) {
  const Scratch scratch;
  const std::string told =
      failure_of([&] { Database(scratch / "nothing.db", Database::Mode::read); });
  EXPECT_THAT(told, HasSubstr("nothing.db"));
  EXPECT_THAT(told, HasSubstr("what to do"));
  EXPECT_EQ(files_in(scratch), 0U);
  EXPECT_THAT(failure_of([&] { Database(scratch.path(), Database::Mode::read); }),
              HasSubstr("cannot read"));
}

TEST(Sqlite, SaysThatAFileIsNoDatabase) {
  const Scratch scratch;
  const fs::path path = scratch.file("text.gpkg", std::string(5000, 'x'));
  const std::string told = failure_of([&] { Database(path, Database::Mode::read); });
  EXPECT_THAT(told, HasSubstr("text.gpkg"));
  EXPECT_THAT(told, HasSubstr("it is not an SQLite file"));
  EXPECT_THAT(told, HasSubstr("download or make it again"));
}

TEST(Sqlite, SaysThatAFileIsDamaged) {
  const Scratch scratch;
  const fs::path path = small_database(scratch);
  std::string bytes = text_of(path);
  for (std::size_t i = 4096; i < bytes.size(); ++i)
    bytes[i] = 'z';
  scratch.file("a.db", bytes);
  const std::string told = failure_of([&] {
    Database database(path, Database::Mode::read);
    database.prepare("SELECT a FROM t").step();
  });
  EXPECT_THAT(told, HasSubstr("it is damaged"));
  EXPECT_THAT(told, HasSubstr("the file is damaged"));
}

TEST(Sqlite, SaysThatTheDiskIsFull) {
  const Scratch scratch;
  Database database(scratch / "full.db", Database::Mode::write);
  database.run("PRAGMA max_page_count = 3; CREATE TABLE t (a BLOB)");
  const std::string told =
      failure_of([&] { database.run("INSERT INTO t VALUES (zeroblob(100000))"); });
  EXPECT_THAT(told, HasSubstr("the disk is full"));
  EXPECT_THAT(told, HasSubstr("make room on the disk"));
}

TEST(Sqlite, RefusesAFileWithChangesBesideIt) {
  const Scratch scratch;
  const fs::path path = small_database(scratch);
  scratch.file("a.db-wal", "something");
  EXPECT_THAT(failure_of([&] { Database(path, Database::Mode::read); }),
              HasSubstr("is being changed by another program"));
  fs::remove(scratch / "a.db-wal");
  scratch.file("a.db-journal", "\xd9\xd5\x05\xf9");
  EXPECT_THAT(failure_of([&] { Database(path, Database::Mode::read); }), HasSubstr("such as QGIS"));
  scratch.file("a.db-journal", std::string(28, '\0'));
  EXPECT_NO_THROW(Database(path, Database::Mode::read)) << "a finished journal is no change";
}

TEST(Sqlite, SaysWhatIsWrongInAStatement) {
  const Scratch scratch;
  Database database(small_database(scratch), Database::Mode::read);
  EXPECT_THAT(failure_of([&] { database.prepare("SELECT missing FROM t").step(); }),
              HasSubstr("no such column: missing"));
}

}  // namespace
}  // namespace wijkbeeld::codec
