// SPDX-License-Identifier: EUPL-1.2
#include "report/study_output.hpp"

#include <functional>
#include <vector>

#include "answer/answers.hpp"
#include "base/file.hpp"
#include "report/annex.hpp"
#include "report/findings_json.hpp"
#include "report/map_layers.hpp"
#include "report/study_report.hpp"
#include "report/table_files.hpp"
#include "study/tables.hpp"

namespace wijkbeeld::report {
void write_study_output(const study::Findings& findings, const std::filesystem::path& folder,
                        const OutputOptions& options, const base::Catalogue& catalogue,
                        base::Workers workers, base::Progress& progress) {
  progress.begin(base::say("writing the report"));
  const answer::Answers answers = answer::answers(findings);
  const std::vector<table::Table> tables = study::tables(findings);
  const base::Language language = options.language;
  // The slowest first, so that no worker ends with a long one.
  const std::vector<std::function<void()>> jobs = {
      [&] {
        base::write_whole(folder / "report.html",
                          study_report(findings, answers, options, catalogue));
      },
      [&] { write_annex(folder / "annex.xlsx", findings, tables, language, catalogue); },
      [&] { write_map_layers(folder / "study.gpkg", findings, language, catalogue); },
      [&] {
        base::write_whole(folder / "findings.json",
                          findings_json(findings, answers, tables, options.program_version));
      },
      [&] { write_table_files(folder / "tables", tables, kFiguresLicence, catalogue, {1}); }};
  base::for_blocks(jobs.size(), 1, workers, [&](std::size_t begin, std::size_t) { jobs[begin](); });
  progress.check();
}

}  // namespace wijkbeeld::report
