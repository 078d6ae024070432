// SPDX-License-Identifier: EUPL-1.2
#include "report/cohort_page.hpp"

#include <algorithm>

#include "answer/names.hpp"
#include "report/detail/chapters.hpp"
#include "study/cohort_study.hpp"

namespace wijkbeeld::report {

using answer::shown;
using base::Message;
using base::say;
using detail::cell;
using detail::Desk;

namespace {

constexpr std::size_t kMostMoving = 100;  // more names than this are no reading

const answer::CohortAnswer& chosen_cohort(const Desk& desk) {
  return desk.answers.cohorts.front();
}

Message size_sentence(const Desk& desk) {
  const answer::CohortAnswer& c = chosen_cohort(desk);
  const study::EditionUsed& used = desk.findings.editions.front();
  const base::Argument all{base::Count{used.areas}, "coverage/" + used.edition.id.text + "#areas"};
  if (!c.residents.value)
    return say("The group has {} of the {} {}; their residents are not on record.",
               shown(c.members), all, desk.areas(used));
  return say("The group has {} of the {} {}, with {} residents.", shown(c.members), all,
             desk.areas(used), shown(c.residents));
}

std::vector<Block> cohort_lede(const Desk& desk) {
  Paragraph p{{size_sentence(desk)}, Paragraph::Kind::lede};
  const answer::EditionAnswers& e = desk.answers.editions.front();
  if (e.headline) {
    // The last stretch only: the chapter on how they developed tells all of them.
    const auto& last = e.headline->after ? e.headline->after : e.headline->before;
    if (last)
      for (const Message& one : detail::stretch_sentences(desk, *last))
        p.sentences.push_back(one);
    p.sentences.push_back(say("The comparison group: {}.", desk.group(e.headline->comparison)));
  }
  for (const Message& one : detail::doubt_sentences(desk))
    p.sentences.push_back(one);
  return {p};
}

TableView moving_table(const std::vector<const study::CohortMember*>& rows, const char* id,
                       const Message& caption, const answer::Figure& all) {
  TableView t{id, caption, {say("area"), say("code"), say("residents")}, {}, {false, false, true}};
  for (const study::CohortMember* one : rows) {
    if (t.rows.size() == kMostMoving) {
      t.notes.push_back(say("The first {} of {}, in order of code.", kMostMoving, shown(all)));
      break;
    }
    t.rows.push_back(
        {cell(one->area_name), cell(one->area_code),
         cell(answer::Figure{"cohort_members/" + one->cohort + "/" + one->area_code + "#residents",
                             one->residents,
                             answer::Unit::residents,
                             {}})});
  }
  return t;
}

// People before areas where they are known.
Message moving_sentence(const answer::Figure& areas, const answer::Figure& residents,
                        bool comes_in) {
  if (*areas == 0) return comes_in ? say("No area comes in.") : say("No area goes out.");
  if (!residents.value)
    return comes_in ? say("{} areas come in.", shown(areas))
                    : say("{} areas go out.", shown(areas));
  return comes_in ? say("{} areas with {} residents come in.", shown(areas), shown(residents))
                  : say("{} areas with {} residents go out.", shown(areas), shown(residents));
}

Chapter shift_chapter(const Desk& desk, const answer::CohortShift& shift) {
  Chapter out{"verschuiving", say("Who moves when the rule moves"), {}};
  out.blocks.emplace_back(
      Paragraph{{say("The other rule: {}", desk.group(std::string(study::kOtherCohort))),
                 moving_sentence(shift.joined, shift.joined_residents, true),
                 moving_sentence(shift.left, shift.left_residents, false),
                 say("{} areas belong to the group by both rules.", shown(shift.stayed))}});
  if (!shift.joined_rows.empty())
    out.blocks.emplace_back(moving_table(
        shift.joined_rows, "t-joined", say("Areas that come in by the other rule"), shift.joined));
  if (!shift.left_rows.empty())
    out.blocks.emplace_back(moving_table(shift.left_rows, "t-left",
                                         say("Areas that go out by the other rule"), shift.left));
  return out;
}

}  // namespace

Document cohort_document(const study::Findings& findings, const answer::Answers& answers,
                         const std::optional<answer::CohortShift>& shift,
                         const AreaPageOptions& options, const base::Catalogue& catalogue,
                         Links more) {
  const OutputOptions output{options.language, options.program_version, "", false, options.widths};
  const Desk desk{findings, answers, output, catalogue};
  const study::EditionUsed& used = findings.editions.front();
  Document out;
  out.language = options.language;
  out.title = desk.words(findings.plan.title);
  out.summary = desk.words(say(
      "{}: {}, boundaries of {}. A group says how areas were chosen, not what it is like to live "
      "there.",
      desk.words(used.edition.title), desk.areas(used), used.vintage.year));
  out.running_head = out.title + " · " + used.edition.id.text;
  out.imprint = {say("Wijkbeeld {}.", options.program_version)};
  out.lede = cohort_lede(desk);
  if (!more.items.empty()) out.lede.emplace_back(std::move(more));
  if (shift) out.chapters.push_back(shift_chapter(desk, *shift));
  for (const auto make : {detail::paths_chapter, detail::dimensions_chapter, detail::types_chapter,
                          detail::matrix_chapter, detail::cohorts_chapter}) {
    Chapter chapter = make(desk);
    if (!chapter.blocks.empty()) out.chapters.push_back(std::move(chapter));
  }
  return out;
}

Document cohort_choices_document(const study::Panel& panel, const AreaPageOptions& options,
                                 const base::Catalogue& catalogue, Links ways) {
  const auto words = [&](const Message& message) {
    return base::render(message, catalogue, options.language);
  };
  Document out;
  out.language = options.language;
  out.title = words(say("Groups of areas"));
  out.summary = words(say("{}: {}, boundaries of {}.", panel.edition().title.in(options.language),
                          words(area::name_of(panel.level(), true)), panel.vintage().year));
  out.running_head = out.title;
  out.imprint = {say("Wijkbeeld {}.", options.program_version)};
  out.chapters.push_back({"keuzes", say("Choose a group"), {std::move(ways)}});
  out.chapters.push_back({"regels",
                          say("What a rule may say"),
                          {Bullets{answer::rule_help(panel, options.language)}}});
  return out;
}

}  // namespace wijkbeeld::report
