// SPDX-License-Identifier: EUPL-1.2
#include "report/study_report.hpp"

#include "base/text.hpp"
#include "report/detail/chapters.hpp"
#include "report/html.hpp"

namespace wijkbeeld::report {

using base::say;

namespace {

std::vector<base::Message> imprint(const detail::Desk& desk) {
  std::vector<std::string> editions;
  for (const study::EditionUsed& used : desk.findings.editions)
    editions.push_back(desk.words(used.edition.title));
  std::vector<base::Message> out;
  if (!editions.empty()) out.push_back(say("Editions: {}.", base::join(editions, "; ")));
  out.push_back(say("Plan {} ({}), data {}, Wijkbeeld {}.", desk.findings.plan.id,
                    desk.findings.plan.sha256.substr(0, 12),
                    desk.answers.files.data_hash.substr(0, 12), desk.options.program_version));
  return out;
}

std::string running_head(const detail::Desk& desk) {
  std::string out = desk.words(desk.findings.plan.title);
  for (const study::EditionUsed& used : desk.findings.editions)
    out += " · " + used.edition.id.text;
  return out;
}

}  // namespace

Document study_document(const study::Findings& findings, const answer::Answers& answers,
                        const OutputOptions& options, const base::Catalogue& catalogue) {
  const detail::Desk desk{findings, answers, options, catalogue};
  Document out;
  out.language = options.language;
  out.title = desk.words(findings.plan.title);
  out.summary = desk.words(findings.plan.summary);
  out.running_head = running_head(desk);
  out.imprint = imprint(desk);
  out.lede = detail::lede(desk);
  for (const auto make : {detail::nation_chapter, detail::cohorts_chapter, detail::paths_chapter,
                          detail::dimensions_chapter, detail::types_chapter, detail::matrix_chapter,
                          detail::checks_chapter, detail::method_chapter, detail::data_chapter,
                          detail::repeat_chapter}) {
    Chapter chapter = make(desk);
    if (!chapter.blocks.empty()) out.chapters.push_back(std::move(chapter));
  }
  return out;
}

std::string study_report(const study::Findings& findings, const answer::Answers& answers,
                         const OutputOptions& options, const base::Catalogue& catalogue) {
  return to_html(study_document(findings, answers, options, catalogue), catalogue);
}

}  // namespace wijkbeeld::report
