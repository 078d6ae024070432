// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "report/detail/chapters.hpp"

namespace wijkbeeld::report::detail {

using answer::shown;
using base::Count;
using base::Message;
using base::say;

namespace {

TableView files_table(const Desk& desk) {
  TableView t{"t-files",
              say("Files that were read"),
              {say("file"), say("publisher"), say("licence"), say("rows read"), say("refused"),
               say("SHA-256")},
              {},
              {false, false, false, true, true, false}};
  for (const series::FileRecord* one : desk.answers.files.used)
    t.rows.push_back({cell(one->name), cell(one->publisher), cell(one->licence),
                      say("{}", Count{one->rows_read}), say("{}", Count{one->rows_refused}),
                      cell(one->sha256.substr(0, 12))});
  t.notes.push_back(
      say("Check sums are cut to twelve characters here; findings.json has them whole. "
          "Hash of all files together: {}.",
          desk.answers.files.data_hash.substr(0, 12)));
  if (!desk.answers.files.ignored.empty()) {
    std::vector<std::string> names;
    for (const series::FileRecord* one : desk.answers.files.ignored)
      names.push_back(one->name);
    t.notes.push_back(say("Not recognised and not used: {}.", base::join(names, ", ")));
  }
  return t;
}

Message class_verdict(const Desk& desk, const answer::EditionAnswers& e) {
  const answer::ClassCheckAnswer& c = e.class_check;
  const std::string& title = desk.words(e.used->edition.title);
  using Verdict = answer::ClassCheckAnswer::Verdict;
  if (c.verdict == Verdict::nothing_to_check)
    return say("{}: no published classes to set against scores.", title);
  if (c.verdict == Verdict::all_agree)
    return say(
        "{}: all {} published situation classes and {} development classes follow from the "
        "scores and the class limits.",
        title, shown(c.situation_checked), shown(c.development_checked));
  return say(
      "{}: of {} published situation classes {} do not follow from the scores, and of {} "
      "development classes {}; each of those scores is within {} points of a class limit.",
      title, shown(c.situation_checked), shown(c.situation_mismatches),
      shown(c.development_checked), shown(c.development_mismatches), shown(c.largest_distance));
}

TableView mismatch_table(const Desk& desk, const answer::EditionAnswers& e) {
  TableView t{
      "t-mismatch-" + as_id(e.id),
      say("Classes that do not follow from the score, {}", desk.words(e.used->edition.title)),
      {say("area"), say("kind"), say("waves"), say("value"), say("published"), say("by the limits"),
       say("distance to the limit")},
      {},
      {false, false, false, true, true, true, true}};
  for (const study::ClassMismatch* one : e.class_check.mismatches)
    t.rows.push_back(
        {cell(one->area_code), one->kind == "situation" ? say("situation") : say("development"),
         one->period.is_wave() ? say("{}", one->period.to.year)
                               : say("{}", desk.words(desk.period(one->period))),
         say("{}", base::Decimal{one->value, 4}), say("{}", one->class_published),
         say("{}", one->class_computed), say("{}", base::Decimal{one->distance_to_limit, 5})});
  t.folded_as = say("One by one");
  return t;
}

TableView aggregation_table(const Desk& desk, const answer::EditionAnswers& e) {
  TableView t{"t-aggregation-" + as_id(e.id),
              say("Higher areas recomputed from lower ones by residents, {}",
                  desk.words(e.used->edition.title)),
              {say("levels and wave"), say("areas"), say("median error"), say("95% within"),
               say("largest error")},
              {}};
  for (const auto& row : e.aggregation.rows)
    t.rows.push_back(
        {say("{} from {}, {}", desk.words(area::name_of(row.check->level_to, false)),
             desk.words(area::name_of(row.check->level_from, true)), row.check->wave.year),
         cell(row.areas), cell(row.median), cell(row.p95), cell(row.max)});
  t.notes.push_back(say("Absolute errors in score points. Table aggregation_check."));
  return t;
}

Message severity(base::Severity severity) {
  switch (severity) {
    case base::Severity::note:
      return say("note");
    case base::Severity::warning:
      return say("warning");
    case base::Severity::refused:
      return say("refused");
  }
  return say("note");
}

TableView ledger_table(const base::Ledger& ledger) {
  TableView t{"t-ledger",
              say("What was found imperfect in the data"),
              {say("code"), say("kind"), say("times"), say("first example")},
              {},
              {false, false, true, false}};
  for (const base::Ledger::Tally& one : ledger.tally())
    t.rows.push_back({cell(one.code), severity(one.severity),
                      say("{}", Count{static_cast<std::int64_t>(one.count)}), one.first->message});
  t.notes.push_back(
      say("Every single one, with file and line, is in findings.json under 'ledger'."));
  return t;
}

}  // namespace

Chapter data_chapter(const Desk& desk) {
  Chapter out{"gegevens", say("Data, licences and checks"), {}};
  std::set<std::string> credits;
  for (const series::FileRecord* one : desk.answers.files.used)
    if (!one->publisher.empty()) credits.insert(one->publisher);
  if (!credits.empty())
    out.blocks.emplace_back(Paragraph{
        {say("Publishers: {}.",
             base::join(std::vector<std::string>(credits.begin(), credits.end()), "; "))}});
  out.blocks.emplace_back(files_table(desk));
  out.blocks.emplace_back(Subheading{"controles", say("Checks on the published figures")});
  for (const answer::EditionAnswers& e : desk.answers.editions) {
    out.blocks.emplace_back(Paragraph{{class_verdict(desk, e)}});
    if (!e.class_check.mismatches.empty()) out.blocks.emplace_back(mismatch_table(desk, e));
    if (!e.aggregation.rows.empty()) out.blocks.emplace_back(aggregation_table(desk, e));
  }
  if (!desk.findings.ledger.empty()) {
    out.blocks.emplace_back(Subheading{"grootboek", say("Ledger")});
    out.blocks.emplace_back(ledger_table(desk.findings.ledger));
  }
  return out;
}

Chapter repeat_chapter(const Desk& desk) {
  Chapter out{"herhalen", say("How to repeat it"), {}};
  out.blocks.emplace_back(Paragraph{{say(
      "The same plan, data and program give the same files, byte for byte, on any computer.")}});
  if (!desk.options.command.empty()) out.blocks.emplace_back(Verbatim{desk.options.command});
  out.blocks.emplace_back(Paragraph{
      {say("Every figure in this report has a mark that names its row in findings.json, such as "
           "cohort_change/…#areas; point at a figure in a sentence to see it. Figures worked out "
           "from others stand there under 'answers', with what they are made of.")}});
  if (!desk.findings.plan.text.empty()) {
    out.blocks.emplace_back(Subheading{"plan", say("The plan")});
    out.blocks.emplace_back(Verbatim{desk.findings.plan.text});
  }
  return out;
}

}  // namespace wijkbeeld::report::detail
