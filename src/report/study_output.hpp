// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

#include "base/catalogue.hpp"
#include "base/parallel.hpp"
#include "base/progress.hpp"
#include "report/document.hpp"
#include "study/findings.hpp"

namespace wijkbeeld::report {

/// How a study is written.
struct OutputOptions {
  base::Language language = base::Language::nl;
  std::string program_version;
  /// The command that repeats it, as the report's last chapter prints it; empty leaves it out.
  std::string command = {};
  /// Whether findings.json and annex.xlsx stand beside it. Without them nothing leads there, and
  /// the members of every cohort are shown, up to a number.
  bool has_files = true;
  Widths widths = Widths::both;
};

/// Writes into an existing folder: report.html, findings.json, annex.xlsx, study.gpkg, and tables/
/// with each table as CSV and its CSVW metadata. The same findings give the same bytes on any
/// number of workers. The caller makes the folder whole (base::WholeFolder). Throws Failure when
/// something cannot be written.
void write_study_output(const study::Findings& findings, const std::filesystem::path& folder,
                        const OutputOptions& options, const base::Catalogue& catalogue,
                        base::Workers workers, base::Progress& progress);

}  // namespace wijkbeeld::report
