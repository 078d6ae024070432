// SPDX-License-Identifier: EUPL-1.2
#include "store/project_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "base/failure.hpp"
#include "base/file.hpp"
#include "codec/layer.hpp"
#include "codec/sqlite.hpp"
#include "store/sample_project_test.hpp"
#include "support/scratch.hpp"

namespace wijkbeeld::store {
namespace {

using base::Language;
using support::Scratch;
using table::Absence;
using testing::HasSubstr;

void write(const std::filesystem::path& path, const series::Project& project) {
  write_project(path, project, Language::nl, {});
}

std::string failure_of(const std::filesystem::path& path) {
  try {
    static_cast<void>(read_project_file(path));
  } catch (const base::Failure& failure) {
    return failure.what();
  }
  return "no failure";
}

void expect_same(const series::Series& a, const series::Series& b) {
  EXPECT_EQ(a.key(), b.key());
  EXPECT_EQ(a.areas(), b.areas());
  ASSERT_EQ(a.periods(), b.periods());
  for (std::size_t p = 0; p < a.periods().size(); ++p) {
    EXPECT_EQ(a.values(p), b.values(p));
    EXPECT_EQ(a.absences(p), b.absences(p));
  }
}

TEST(ProjectFile, GivesBackEverySeriesWithItsReasons) {
  const Scratch scratch;
  const series::Project project = sample_project();
  write(scratch / "p.gpkg", project);
  const series::Project read = read_project_file(scratch / "p.gpkg");
  ASSERT_EQ(read.series.size(), project.series.size());
  for (std::size_t i = 0; i < read.series.size(); ++i)
    expect_same(read.series[i], project.series[i]);
  const series::Series& classes = read.series[0];
  const auto why = [&](const char* code) { return classes.value({code}, series::at({2016})); };
  EXPECT_EQ(why("WK900001").value(), 6.0);
  EXPECT_EQ(why("WK900002").absence(), Absence::withheld);
  EXPECT_EQ(why("WK900003").absence(), Absence::not_applicable);
  EXPECT_EQ(why("WK900004").absence(), Absence::no_such_area);
  EXPECT_EQ(why("WK900005").absence(), Absence::refused);
  EXPECT_EQ(why("WK900006").absence(), Absence::not_collected);
}

TEST(ProjectFile, ListsItsSeriesWithThePeriodsThatHaveValues) {
  const Scratch scratch;
  const series::Project project = sample_project();
  write(scratch / "p.gpkg", project);
  std::vector<series::EditionId> editions;
  for (const series::Series& one : project.series)
    editions.push_back(one.key().edition);
  const ProjectFile file(scratch / "p.gpkg");
  EXPECT_EQ(file.listed(editions), series::listed(project));
  EXPECT_TRUE(file.listed({{"another"}}).empty());
}

TEST(ProjectFile, ReadsOnlyThePeriodsThatAreWanted) {
  const Scratch scratch;
  const series::Project project = sample_project();
  write(scratch / "p.gpkg", project);
  const ProjectFile file(scratch / "p.gpkg");
  const series::SeriesKey key = project.series.front().key();
  const series::Period period = project.series.front().periods().front();
  const series::Project part =
      file.read({.with_outlines = false, .wants = [&](const auto& one, series::Period of) {
                   return one == key && of == period;
                 }});
  EXPECT_TRUE(part.outlines.empty());
  ASSERT_EQ(part.series.size(), 1U);
  EXPECT_EQ(part.series[0].periods(), std::vector<series::Period>{period});
  EXPECT_EQ(part.series[0].values(0), project.series.front().values(0));
  EXPECT_TRUE(file.read({.with_series = false}).series.empty());
}

TEST(ProjectFile, GoesOnGivingWhatItHeldWhenItIsRemoved) {
  const Scratch scratch;
  write(scratch / "p.gpkg", sample_project());
  const ProjectFile file(scratch / "p.gpkg");
  std::filesystem::remove(scratch / "p.gpkg");
  EXPECT_EQ(file.read({}).series.size(), sample_project().series.size());
}

TEST(ProjectFile, GivesBackAreasAndOutlinesExactly) {
  const Scratch scratch;
  const series::Project project = sample_project();
  write(scratch / "p.gpkg", project);
  const series::Project read = read_project_file(scratch / "p.gpkg");
  ASSERT_EQ(read.areas.size(), 1U);
  const area::Area& sand = read.areas[0].areas()[1];
  EXPECT_EQ(sand.name, "'t Zand & Zee \xC3\xAB");
  EXPECT_EQ(sand.gemeente_name, "Voorbeeld");
  EXPECT_EQ(sand.residents.absence(), Absence::withheld);
  EXPECT_EQ(read.areas[0].areas()[0].residents.value(), 1250.0);
  EXPECT_TRUE(read.areas[0].areas()[2].is_water);
  EXPECT_EQ(read.areas[0].residents_source(), "verzonnen, 2016");
  ASSERT_EQ(read.outlines.size(), 1U);
  EXPECT_EQ(read.outlines[0].codes, project.outlines[0].codes);
  EXPECT_EQ(read.outlines[0].names, project.outlines[0].names);
  EXPECT_EQ(read.outlines[0].shapes, project.outlines[0].shapes);
  EXPECT_EQ(read.outlines[0].source, "verzonnen");
}

TEST(ProjectFile, GivesBackListsAndFiles) {
  const Scratch scratch;
  const series::Project project = sample_project();
  write(scratch / "p.gpkg", project);
  const series::Project read = read_project_file(scratch / "p.gpkg");
  EXPECT_EQ(read.lists, project.lists);
  EXPECT_EQ(read.files, project.files);
}

TEST(ProjectFile, GivesBackWhatAnInstrumentIsMadeFrom) {
  const Scratch scratch;
  const series::Project project = sample_project();
  write(scratch / "p.gpkg", project);
  const series::Project read = read_project_file(scratch / "p.gpkg");
  EXPECT_EQ(read.nestings, project.nestings);
  EXPECT_EQ(read.samples, project.samples);
  EXPECT_EQ(read.places, project.places);
  EXPECT_EQ(read.documents, project.documents);
  ASSERT_EQ(read.places.size(), 3U);
  EXPECT_FALSE(read.places[1].presence[0].is_there(2012));
}

TEST(ProjectFile, OfFormat1IsReadWithoutThem) {
  const Scratch scratch;
  const series::Project project = sample_project();
  write(scratch / "p.gpkg", project);
  codec::Database(scratch / "p.gpkg", codec::Database::Mode::write)
      .run(
          "DROP TABLE wijkbeeld_nesting; DROP TABLE wijkbeeld_sample; "
          "DROP TABLE wijkbeeld_sample_column; DROP TABLE wijkbeeld_places; "
          "DROP TABLE wijkbeeld_document; UPDATE wijkbeeld_meta SET value = '1'");
  const series::Project read = read_project_file(scratch / "p.gpkg");
  EXPECT_EQ(read.series.size(), project.series.size());
  EXPECT_EQ(read.lists, project.lists);
  EXPECT_TRUE(read.samples.empty());
  EXPECT_TRUE(read.documents.empty());
}

TEST(ProjectFile, KeepsWhatIsAddedToAProjectThatWasRead) {
  const Scratch scratch;
  write(scratch / "p.gpkg", sample_project());
  series::Project more = read_project_file(scratch / "p.gpkg");
  more.keep({"model", "mijn", "second thoughts"});
  write(scratch / "p.gpkg", more);  // under its own name
  const series::Project read = read_project_file(scratch / "p.gpkg");
  EXPECT_EQ(read.documents.size(), 2U);
  EXPECT_EQ(read.find_document("model", "mijn")->text, "second thoughts");
}

TEST(ProjectFile, GivesBackTheLedgerInWords) {
  const Scratch scratch;
  const series::Project project = sample_project();
  write(scratch / "p.gpkg", project);
  const series::Project read = read_project_file(scratch / "p.gpkg");
  ASSERT_EQ(read.ledger.issues().size(), 2U);
  const base::Issue& issue = read.ledger.issues()[0];
  const base::Issue& meant = project.ledger.issues()[0];
  EXPECT_EQ(issue.code, "class-out-of-range");
  EXPECT_EQ(issue.severity, base::Severity::refused);
  EXPECT_EQ(issue.place, meant.place);
  const base::Catalogue none;
  EXPECT_EQ(base::render(issue.message, none, Language::nl),
            base::render(meant.message, none, Language::nl));
  EXPECT_EQ(issue.message.arguments[1].figure, "f1");
}

TEST(ProjectFile, IsTheSameBytesEveryTime) {
  const Scratch scratch;
  write(scratch / "a.gpkg", sample_project());
  write(scratch / "b.gpkg", sample_project());
  EXPECT_EQ(support::text_of(scratch / "a.gpkg"), support::text_of(scratch / "b.gpkg"));
  write(scratch / "c.gpkg", read_project_file(scratch / "a.gpkg"));
  EXPECT_EQ(support::text_of(scratch / "a.gpkg"), support::text_of(scratch / "c.gpkg"));
}

TEST(ProjectFile, ReadsOnlyWhatIsAskedFor) {
  const Scratch scratch;
  write(scratch / "p.gpkg", sample_project());
  const series::Project one = read_project_file(scratch / "p.gpkg", {.with_areas = false,
                                                                     .with_outlines = false,
                                                                     .with_ledger = false,
                                                                     .editions = {{"lbm3-2022"}}});
  EXPECT_EQ(one.series.size(), 1U);
  EXPECT_TRUE(one.areas.empty());
  EXPECT_TRUE(one.outlines.empty());
  EXPECT_TRUE(one.ledger.empty());
  EXPECT_EQ(one.lists.size(), 1U);
  EXPECT_EQ(one.documents.size(), 2U);
  EXPECT_EQ(one.samples.size(), 2U);
  const series::Project bare = read_project_file(
      scratch / "p.gpkg", {.with_samples = false, .with_places = false, .with_nestings = false});
  EXPECT_TRUE(bare.samples.empty());
  EXPECT_TRUE(bare.places.empty());
  EXPECT_TRUE(bare.nestings.empty());
  const series::Project pc4 = read_project_file(scratch / "p.gpkg", {.levels = {area::Level::pc4}});
  EXPECT_EQ(pc4.series.size(), 1U);
  EXPECT_TRUE(pc4.areas.empty());
  EXPECT_TRUE(pc4.outlines.empty());
}

TEST(ProjectFile, DoesNotUnpackWhatIsNotAskedFor) {
  const Scratch scratch;
  write(scratch / "p.gpkg", sample_project());
  codec::Database(scratch / "p.gpkg", codec::Database::Mode::write)
      .run(
          "UPDATE wijkbeeld_column SET reals = x'00' WHERE series IN "
          "(SELECT id FROM wijkbeeld_series WHERE edition = 'lbm2-2016'); "
          "UPDATE wijkbeeld_sample SET areas = x'00'; UPDATE wijkbeeld_places SET shapes = x'00'; "
          "UPDATE wijkbeeld_nesting SET codes = x'00'; UPDATE wijkbeeld_outlines SET shapes = "
          "x'00'");
  const series::Project read = read_project_file(scratch / "p.gpkg", {.with_outlines = false,
                                                                      .editions = {{"lbm3-2022"}},
                                                                      .with_samples = false,
                                                                      .with_places = false,
                                                                      .with_nestings = false});
  EXPECT_EQ(read.series.size(), 1U);
  EXPECT_EQ(read.documents.size(), 2U);
}

TEST(ProjectFile, HoldsAnEmptyProject) {
  const Scratch scratch;
  write(scratch / "p.gpkg", {});
  const series::Project read = read_project_file(scratch / "p.gpkg");
  EXPECT_TRUE(read.series.empty());
  EXPECT_TRUE(read.areas.empty());
}

TEST(ProjectFile, ShowsPeopleOnlyThePlainLayers) {
  const Scratch scratch;
  write(scratch / "p.gpkg", sample_project());
  EXPECT_THAT(codec::layer_names(scratch / "p.gpkg"),
              testing::UnorderedElementsAre("wijk_2016", "bronnen"));
  base::Ledger ledger;
  const codec::Layer layer = codec::read_layer(scratch / "p.gpkg", "wijk_2016", ledger);
  EXPECT_THAT(layer.rows.header(),
              testing::ElementsAre("code", "name", "gemeente", "residents", "class_2016_lbm2_2016",
                                   "development_2014_2016_lbm2_2016"));
  ASSERT_EQ(layer.rows.size(), 3U);
  EXPECT_EQ(layer.rows.cell(0, 4), "6");
  EXPECT_TRUE(std::holds_alternative<geo::MultiPolygon>(layer.shapes[0]));
  EXPECT_TRUE(std::holds_alternative<std::monostate>(layer.shapes[2]));
}

TEST(ProjectFile, OfANewerVersionIsRefusedWithWhatToDo) {
  const Scratch scratch;
  write(scratch / "p.gpkg", sample_project());
  codec::Database(scratch / "p.gpkg", codec::Database::Mode::write)
      .run("UPDATE wijkbeeld_meta SET value = '3' WHERE key = 'format'");
  const std::string text = failure_of(scratch / "p.gpkg");
  EXPECT_THAT(text, HasSubstr("was made by a newer wijkbeeld"));
  EXPECT_THAT(text, HasSubstr("its format is 3; this version reads up to 2"));
  EXPECT_THAT(text, HasSubstr("update wijkbeeld"));
}

TEST(ProjectFile, IsToldFromOtherFiles) {
  const Scratch scratch;
  codec::write_geopackage(scratch / "other.gpkg", {}, Language::nl, {});
  EXPECT_THAT(failure_of(scratch / "other.gpkg"), HasSubstr("is not a project file"));
  EXPECT_THAT(failure_of(scratch / "other.gpkg"), HasSubstr("'wijkbeeld import'"));
  EXPECT_FALSE(is_project_file(scratch / "other.gpkg"));
  EXPECT_FALSE(is_project_file(scratch / "missing.gpkg"));
  EXPECT_FALSE(is_project_file(scratch.path()));
  EXPECT_FALSE(is_project_file(scratch.file("a.csv", "a,b\n1,2\n")));
  write(scratch / "p.gpkg", {});
  EXPECT_TRUE(is_project_file(scratch / "p.gpkg"));
}

TEST(ProjectFileAt, OpensAProjectFileAndNothingElse) {
  const Scratch scratch;
  codec::write_geopackage(scratch / "other.gpkg", {}, Language::nl, {});
  EXPECT_FALSE(project_file_at(scratch / "other.gpkg"));
  EXPECT_FALSE(project_file_at(scratch / "missing.gpkg"));
  EXPECT_FALSE(project_file_at(scratch.path()));
  EXPECT_FALSE(project_file_at(scratch.file("a.csv", "a,b\n1,2\n")));
  write(scratch / "p.gpkg", {});
  const auto file = project_file_at(scratch / "p.gpkg");
  ASSERT_TRUE(file);
  EXPECT_TRUE(file->read({}).areas.empty());
}

TEST(ProjectFileAt, RefusesOneOfANewerVersion) {
  const Scratch scratch;
  write(scratch / "p.gpkg", {});
  codec::Database(scratch / "p.gpkg", codec::Database::Mode::write)
      .run("UPDATE wijkbeeld_meta SET value = '3' WHERE key = 'format'");
  EXPECT_THROW(project_file_at(scratch / "p.gpkg"), base::Failure);
}

TEST(ProjectFile, ThatIsMissingOrNoDatabaseIsAFailure) {
  const Scratch scratch;
  EXPECT_THAT(failure_of(scratch / "missing.gpkg"), HasSubstr("missing.gpkg"));
  EXPECT_THAT(failure_of(scratch.file("text.gpkg", std::string(5000, 'a'))),
              HasSubstr("cannot be used as a database"));
}

TEST(ProjectFile, ThatWasCutShortIsAFailure) {
  const Scratch scratch;
  write(scratch / "p.gpkg", sample_project());
  const std::string bytes = support::text_of(scratch / "p.gpkg");
  for (const std::size_t part : {2U, 3U, 5U, 20U})
    EXPECT_NE(failure_of(scratch.file("cut.gpkg", bytes.substr(0, bytes.size() / part))),
              "no failure");
}

// Each wrong turn of the hidden tables is a sentence, never a crash.
class DamagedProjectFile : public testing::TestWithParam<const char*> {};

TEST_P(DamagedProjectFile, IsAFailure) {
  const Scratch scratch;
  write(scratch / "p.gpkg", sample_project());
  codec::Database(scratch / "p.gpkg", codec::Database::Mode::write).run(GetParam());
  const std::string text = failure_of(scratch / "p.gpkg");
  EXPECT_THAT(text, HasSubstr("damaged"));
  EXPECT_THAT(text, HasSubstr("wijkbeeld import"));
}

INSTANTIATE_TEST_SUITE_P(
    Each, DamagedProjectFile,
    testing::Values("DELETE FROM wijkbeeld_meta", "DELETE FROM wijkbeeld_codes",
                    "UPDATE wijkbeeld_codes SET codes = x'00'",
                    "UPDATE wijkbeeld_series SET codes = 2 WHERE id = 1",
                    "UPDATE wijkbeeld_series SET level = 'street'",
                    "UPDATE wijkbeeld_column SET reals = (SELECT codes FROM wijkbeeld_codes)",
                    "UPDATE wijkbeeld_column SET absences = (SELECT codes FROM wijkbeeld_codes)",
                    "UPDATE wijkbeeld_column SET year_from = 2014, year_to = 2014",
                    "UPDATE wijkbeeld_areas SET names = (SELECT codes FROM wijkbeeld_codes)",
                    "UPDATE wijkbeeld_outlines SET shapes = (SELECT reals FROM wijkbeeld_column)",
                    "UPDATE wijkbeeld_outlines SET level = ''",
                    "UPDATE wijkbeeld_list SET unmatched = 'x'",
                    "UPDATE wijkbeeld_nesting SET fine = 'street'",
                    "UPDATE wijkbeeld_nesting SET parents = (SELECT codes FROM wijkbeeld_codes)",
                    "UPDATE wijkbeeld_sample SET areas = (SELECT codes FROM wijkbeeld_codes)",
                    "UPDATE wijkbeeld_sample SET level = ''",
                    "UPDATE wijkbeeld_sample_column SET is_text = 1",
                    "UPDATE wijkbeeld_sample_column SET texts = x'00' WHERE is_text",
                    "UPDATE wijkbeeld_sample_column SET absences = (SELECT absences FROM "
                    "wijkbeeld_column)",
                    "UPDATE wijkbeeld_places SET shape = 'circle'",
                    "UPDATE wijkbeeld_places SET shape = 'point' WHERE kind = 'park'",
                    "UPDATE wijkbeeld_places SET year_from = (SELECT reals FROM wijkbeeld_column)",
                    "UPDATE wijkbeeld_places SET known = x''",
                    "UPDATE wijkbeeld_document SET words = (SELECT codes FROM wijkbeeld_codes)",
                    "UPDATE wijkbeeld_issue SET severity = 'grave'",
                    "UPDATE wijkbeeld_issue_argument SET kind = 'date'"));

// A project large enough that writing it takes a while.
series::Project large_project(double value) {
  series::Project project = sample_project();
  std::vector<area::AreaCode> codes;
  for (int i = 0; i < 20000; ++i)
    codes.push_back({fmt::format("BU{:08}", i)});
  std::vector<series::Period> periods;
  for (int year = 2000; year < 2040; ++year)
    periods.push_back(series::at({year}));
  series::Series series({{"lbm2-2016"}, area::Level::buurt, {2016}, "score"}, codes, periods);
  for (std::size_t p = 0; p < periods.size(); ++p)
    for (std::size_t a = 0; a < codes.size(); ++a)
      series.set(a, p, value + static_cast<double>((a * 7919 + p * 104729) % 100003) / 3.0);
  project.series.push_back(series);
  return project;
}

double first_value(const std::filesystem::path& path) {
  return read_project_file(path).series.back().values(0)[0];
}

TEST(ProjectFile, SurvivesAKillAtAnyMoment) {
  const Scratch scratch;
  const auto path = scratch / "p.gpkg";
  write(path, large_project(1));
  const series::Project next = large_project(2);
  int interrupted = 0;
  for (int turn = 0; turn < 12; ++turn) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      write(path, next);
      ::_exit(0);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5 + turn * 15));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFSIGNALED(status)) ++interrupted;
    const double found = first_value(path);  // throws when the file is not whole
    EXPECT_TRUE(found == 1.0 || found == 2.0);
    if (WIFEXITED(status)) {
      EXPECT_EQ(found, 2.0);
    }
  }
  EXPECT_GT(interrupted, 0) << "no kill came in time: the project is too small";
  for (const auto& file : base::files_below(scratch.path()))
    EXPECT_EQ(file.filename(), "p.gpkg");  // what a kill leaves is hidden
}

TEST(ProjectFile, KeepsTheOldFileWhenTheDiskIsFull) {
  const Scratch scratch;
  const auto path = scratch / "p.gpkg";
  write(path, sample_project());
  const std::string before = support::text_of(path);
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{200000, 200000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    try {
      write(path, large_project(2));
    } catch (const base::Failure& failure) {
      ::_exit(std::string(failure.what()).empty() ? 2 : 7);
    }
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 7);
  EXPECT_EQ(support::text_of(path), before);
  EXPECT_EQ(base::files_below(scratch.path()).size(), 1U);
}

}  // namespace
}  // namespace wijkbeeld::store
