// SPDX-License-Identifier: EUPL-1.2
#include "answer/names.hpp"
#include "base/number.hpp"
#include "report/detail/chapters.hpp"

namespace wijkbeeld::report::detail {

using answer::EditionCoverage;
using answer::shown;
using base::Decimal;
using base::Message;
using base::say;

namespace {

TableView limits_table(const Desk& desk, const instrument::Edition& edition) {
  TableView t{"t-limits-" + as_id(edition.id.text),
              say("Class limits of {}", desk.words(edition.title)),
              {say("class"), say("from"), say("to")},
              {}};
  const std::vector<double>& limits = edition.classes->limits();
  for (int i = 1; i <= edition.classes->count(); ++i) {
    const auto at = static_cast<std::size_t>(i - 1);
    t.rows.push_back({say("{} {}", i, desk.class_name(edition, i)),
                      at == 0 ? say("–") : say("{}", Decimal{limits[at - 1], 5}),
                      at == limits.size() ? say("–") : say("{}", Decimal{limits[at], 5})});
  }
  t.notes.push_back(
      say("On the absolute scale, the same in every wave. A score on a limit belongs "
          "to the class above."));
  return t;
}

TableView coverage_table(const Desk& desk, const EditionCoverage& c) {
  TableView t{"t-coverage-" + as_id(c.used->edition.id.text),
              say("Waves of {}", desk.words(c.used->edition.title)),
              {say("wave"), say("areas with a score"), say("areas with a class"),
               say("withheld or missing"), say("reference mean"), say("national mean, recomputed"),
               say("class of the mean")},
              {}};
  for (const answer::WaveCoverage& one : c.waves)
    t.rows.push_back({say("{}", one.wave.year), cell(one.with_score), cell(one.with_class),
                      cell(one.withheld), cell(one.reference_mean), cell(one.national_mean),
                      one.class_of_mean ? say("{}", *one.class_of_mean) : say("–")});
  t.notes.push_back(say("Means in score points; the recomputed mean is weighted by residents."));
  return t;
}

std::vector<Message> dimension_lines(const Desk& desk, const instrument::Edition& edition) {
  std::string names;
  for (const instrument::Dimension& one : edition.dimensions)
    names += (names.empty() ? "" : ", ") + desk.words(one.name);
  return {say("{}.", names)};
}

Message reference_line(const instrument::Edition& edition) {
  if (edition.reference.constant)
    return say("Deviations are measured from one mean for all waves: {}.",
               Decimal{*edition.reference.constant, 4});
  return say("Deviations are measured from the national mean of each wave (see the table).");
}

void add_edition(const Desk& desk, const EditionCoverage& c, std::vector<Block>& blocks) {
  const instrument::Edition& edition = c.used->edition;
  blocks.emplace_back(
      Subheading{"methode-" + as_id(edition.id.text), say("{}", desk.words(edition.title))});
  Definitions list;
  list.items.emplace_back(
      say("Publisher and licence"),
      std::vector<Message>{say("{}; {}.", desk.words(edition.publisher), edition.licence)});
  list.items.emplace_back(say("Areas"),
                          std::vector<Message>{say("{} {}, boundaries of {}.", shown(c.areas),
                                                   desk.areas(*c.used), c.used->vintage.year)});
  list.items.emplace_back(say("Reference"), std::vector<Message>{reference_line(edition)});
  if (!edition.dimensions.empty())
    list.items.emplace_back(say("Dimensions"), dimension_lines(desk, edition));
  list.items.emplace_back(
      say("Residents"),
      std::vector<Message>{say("{}, the same number in every wave.", c.used->residents_source)});
  std::vector<Message> caveats;
  for (const instrument::Caveat& one : edition.caveats)
    caveats.push_back(say("{}", desk.words(one.text)));
  if (!caveats.empty()) list.items.emplace_back(say("Caveats"), caveats);
  blocks.emplace_back(list);
  blocks.emplace_back(coverage_table(desk, c));
  if (edition.classes) blocks.emplace_back(limits_table(desk, edition));
}

Bullets rules(const Desk& desk) {
  Bullets out;
  out.items.push_back(
      say("A score is lower when the later score is smaller than the earlier one, by "
          "however little; a mean change under {} points is called 'hardly changed', "
          "a difference between two means under {} points 'kept pace'.",
          Decimal{answer::kFlat, 3}, Decimal{answer::kEqual, 4}));
  out.items.push_back(
      say("Where only classes exist, the balance is the share of residents in areas "
          "that improved minus that in areas that declined; balances within {} "
          "percentage points of each other count as keeping pace.",
          Decimal{answer::kFlatPoints, 0}));
  out.items.push_back(
      say("Figures of residents weigh each area by its residents; figures of areas "
          "count each area once. Both are given: large areas and small ones need "
          "not agree."));
  out.items.push_back(
      say("An absent value is left out and counted as such, never as zero. Rates are "
          "per year, as waves are not evenly spaced."));
  if (desk.findings.plan.minimum_residents > 0)
    out.items.push_back(
        say("Areas with fewer than {} residents are left out.",
            base::Count{static_cast<std::int64_t>(desk.findings.plan.minimum_residents)}));
  else
    out.items.push_back(
        say("Nothing is left out for having few residents beyond what the publisher "
            "withheld."));
  if (desk.has_editions())
    out.items.push_back(
        say("Values of different editions are never subtracted, averaged or drawn in "
            "one line."));
  return out;
}

Message drawn_reason(const std::string& reason) {
  if (reason == "other-name")
    return say("the code belongs to another name in the boundaries at hand");
  return say("no boundary at hand");
}

TableView undrawn(const Desk& desk, const answer::DrawingAnswer& d) {
  TableView t{"t-undrawn-" + as_id(d.edition),
              say("Not drawn on the maps"),
              {say("area"), say("code"), say("reason")},
              {},
              {false, false, false}};
  for (const study::Drawn* one : d.undrawn_rows)
    t.rows.push_back({cell(one->area_name), cell(one->area_code), drawn_reason(one->reason)});
  t.folded_as = say("The {} areas that are not drawn, one by one",
                    base::to_text(shown(d.undrawn), desk.language()));
  return t;
}

void add_drawing(const Desk& desk, std::vector<Block>& blocks) {
  bool is_first = true;
  for (const answer::EditionAnswers& e : desk.answers.editions) {
    if (!e.drawing.drawn.value || *e.drawing.drawn == 0) continue;
    if (is_first) blocks.emplace_back(Subheading{"kaartgrenzen", say("Boundaries of the maps")});
    is_first = false;
    Paragraph p;
    for (const auto& one : e.drawing.outlines)
      p.sentences.push_back(say("{} {} are drawn with boundaries of {}.", shown(one.areas),
                                desk.areas(*e.used), one.outline));
    if (*e.drawing.undrawn > 0)
      p.sentences.push_back(say(
          "A boundary of another year is used only where code and name agree. {} areas have none "
          "and are missing on the map, not in the figures.",
          shown(e.drawing.undrawn)));
    blocks.emplace_back(p);
    // Hundreds of names make no reading: the full list is in the annex.
    if (!e.drawing.undrawn_rows.empty() && e.drawing.undrawn_rows.size() <= 400)
      blocks.emplace_back(undrawn(desk, e.drawing));
    else if (!e.drawing.undrawn_rows.empty())
      blocks.emplace_back(
          Paragraph{{say("They are listed in table drawn of annex.xlsx.")}, Paragraph::Kind::note});
  }
}

}  // namespace

Chapter method_chapter(const Desk& desk) {
  Chapter out{"methode", say("Method"), {}};
  out.blocks.emplace_back(Paragraph{
      {say("The Leefbaarometer estimates liveability from features of a place. It signals and "
           "follows; it is no model of causes, and its indicators are no buttons to press.")}});
  out.blocks.emplace_back(Subheading{"rekenregels", say("Rules of calculation")});
  out.blocks.emplace_back(rules(desk));
  for (const EditionCoverage& one : desk.answers.coverage)
    add_edition(desk, one, out.blocks);
  add_drawing(desk, out.blocks);
  return out;
}

}  // namespace wijkbeeld::report::detail
