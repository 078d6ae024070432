// SPDX-License-Identifier: EUPL-1.2
#include "answer/names.hpp"
#include "report/detail/chapters.hpp"

namespace wijkbeeld::report::detail {

using answer::Headline;
using answer::shown;
using answer::shown_size;
using answer::Standing;
using answer::Stretch;
using answer::Trend;
using base::Message;
using base::say;

namespace {

Message standing_words(Standing standing) {
  switch (standing) {
    case Standing::ahead:
      return say("the group gained ground");
    case Standing::level:
      return say("the group kept pace");
    case Standing::behind:
      return say("the group fell behind");
    case Standing::unknown:
      break;
  }
  return say("who gained ground cannot be told");
}

Message class_sentence(const Desk& desk, const Stretch& s) {
  return say(
      "From {} to {} {} of the group's residents lived in an area that improved and {} in an area "
      "that declined (published development classes), against {} and {} in the comparison group: "
      "{}.",
      s.period.from.year, s.period.to.year, shown(s.cohort.share_residents_improved),
      shown(s.cohort.share_residents_declined), shown(s.comparison.share_residents_improved),
      shown(s.comparison.share_residents_declined), desk.words(standing_words(s.standing)));
}

Message score_sentence(const Desk& desk, const Stretch& s) {
  const int from = s.period.from.year;
  const int to = s.period.to.year;
  const base::Argument own = shown_size(s.cohort.weighted_mean_change);
  const base::Argument other = shown(s.comparison.weighted_mean_change);
  const std::string standing = desk.words(standing_words(s.standing));
  switch (s.cohort_trend) {
    case Trend::up:
      return say(
          "From {} to {} the group's mean score rose by {} points, against {} in the comparison "
          "group: {}.",
          from, to, own, other, standing);
    case Trend::down:
      return say(
          "From {} to {} the group's mean score fell by {} points, against {} in the comparison "
          "group: {}.",
          from, to, own, other, standing);
    default:
      return say(
          "From {} to {} the group's mean score hardly changed ({} points, against {} in the "
          "comparison group): {}.",
          from, to, shown(s.cohort.weighted_mean_change), other, standing);
  }
}

}  // namespace

std::vector<Message> stretch_sentences(const Desk& desk, const Stretch& s) {
  const answer::Figure& weighed =
      s.is_by_score ? s.cohort.weighted_mean_change : s.cohort.share_residents_improved;
  if (!s.cohort.residents.value || !s.comparison.residents.value)
    return {
        say("What the residents saw from {} to {} cannot be told, because their numbers are not on "
            "record.",
            s.period.from.year, s.period.to.year)};
  if (!weighed.value) return {};
  if (s.is_by_score) return {score_sentence(desk, s)};
  return {class_sentence(desk, s)};
}

Message lower_sentence(const Desk& desk, const Stretch& s, const study::EditionUsed& used) {
  if (!s.cohort.share_residents_lower.value || !s.comparison.share_residents_lower.value)
    return say(
        "In {} of the {} {} of the group ({}) the score of {} was lower than that of {}; in the "
        "comparison group this was {} of the {}.",
        shown(s.cohort.areas_lower), shown(s.cohort.areas), desk.areas(used),
        shown(s.cohort.share_areas_lower), s.period.to.year, s.period.from.year,
        shown(s.comparison.share_areas_lower), desk.areas(used));
  return say(
      "In {} of the {} {} of the group ({}) the score of {} was lower than that of {}, with {} of "
      "the "
      "group's residents; in the comparison group this was {} of the {}, with {} of the residents.",
      shown(s.cohort.areas_lower), shown(s.cohort.areas), desk.areas(used),
      shown(s.cohort.share_areas_lower), s.period.to.year, s.period.from.year,
      shown(s.cohort.share_residents_lower), shown(s.comparison.share_areas_lower),
      desk.areas(used), shown(s.comparison.share_residents_lower));
}

namespace {

Message next_sentence(const Headline& h) {
  const int from = h.next->period.from.year;
  const int to = h.next->period.to.year;
  const base::Argument own = shown(h.next->cohort.weighted_mean_change);
  const base::Argument other = shown(h.next->comparison.weighted_mean_change);
  switch (h.continuation) {
    case Headline::Next::goes_on:
      return say(
          "The next wave shows the same: from {} to {} the group changed by {} and the comparison "
          "group by {}.",
          from, to, own, other);
    case Headline::Next::reverses:
      return say(
          "The next wave goes the other way: from {} to {} the group changed by {} and the "
          "comparison group by {}.",
          from, to, own, other);
    default:
      return say(
          "The next wave does not show the same: from {} to {} the group changed by {} and the "
          "comparison group by {}.",
          from, to, own, other);
  }
}

Message other_edition_sentence(const Desk& desk, const Headline& h) {
  const study::EditionUsed& used = answer::edition_used(desk.findings, h.edition);
  const Stretch& s = *h.after;
  const base::Argument own = shown(s.cohort.weighted_mean_change);
  const base::Argument other = shown(s.comparison.weighted_mean_change);
  const std::string& title = desk.words(used.edition.title);
  switch (s.standing) {
    case Standing::ahead:
      return say("By {} the group gained ground from {} to {}: {} against {}.", title,
                 s.period.from.year, s.period.to.year, own, other);
    case Standing::level:
      return say("By {} the group kept pace from {} to {}: {} against {}.", title,
                 s.period.from.year, s.period.to.year, own, other);
    case Standing::behind:
      return say("By {} the group fell behind from {} to {}: {} against {}.", title,
                 s.period.from.year, s.period.to.year, own, other);
    case Standing::unknown:
      break;
  }
  return say("{} has no scores for {} and {}.", title, s.period.from.year, s.period.to.year);
}

}  // namespace

std::vector<Message> doubt_sentences(const Desk& desk) {
  std::vector<Message> out;
  for (const answer::EditionAnswers& e : desk.answers.editions) {
    if (!e.selection || e.selection->verdict == answer::SelectionAnswer::Verdict::no_dip) continue;
    out.push_back(say(
        "Selection plays a part: in {} of {} choices of the lowest areas, each on another wave, "
        "these stand furthest behind in the very wave they were chosen on.",
        shown(e.selection->choices_with_dip), shown(e.selection->choices)));
    break;
  }
  out.push_back(
      say("Scores are estimates by a model: the figures describe what went together and do not "
          "explain it."));
  return out;
}

namespace {

// Without a headline: who is studied, and how many.
std::vector<Block> plain_lede(const Desk& desk) {
  Paragraph p{{}, Paragraph::Kind::lede};
  for (const answer::CohortAnswer& cohort : desk.answers.cohorts) {
    const std::string group = desk.group(cohort.plan->id);
    p.sentences.push_back(cohort.residents.value
                              ? say("{}: {} areas with {} residents.", group, shown(cohort.members),
                                    shown(cohort.residents))
                              : say("{}: {} areas, whose residents are not on record.", group,
                                    shown(cohort.members)));
  }
  for (const Message& one : doubt_sentences(desk))
    p.sentences.push_back(one);
  return {p};
}

const answer::CohortAnswer* cohort_named(const Desk& desk, const std::string& id) {
  for (const answer::CohortAnswer& one : desk.answers.cohorts)
    if (one.plan->id == id) return &one;
  return nullptr;
}

Message subject(const Desk& desk, const Headline& h, const study::EditionUsed& used) {
  const answer::CohortAnswer* cohort = cohort_named(desk, h.cohort);
  if (cohort == nullptr) return say("This study follows {}.", desk.group(h.cohort));
  if (!cohort->residents.value)
    return say(
        "This study follows {} {} whose residents are not on record ({}) and compares them with "
        "{}.",
        shown(cohort->members), desk.areas(used), desk.group(h.cohort), desk.group(h.comparison));
  return say("This study follows {} {} with {} residents together ({}) and compares them with {}.",
             shown(cohort->members), desk.areas(used), shown(cohort->residents),
             desk.group(h.cohort), desk.group(h.comparison));
}

std::vector<Message> key_row(const answer::Change& c, const std::string& name) {
  return {say("{}", name),
          cell(c.areas),
          cell(c.residents),
          cell(c.share_areas_lower),
          cell(c.share_residents_lower),
          cell(c.share_residents_improved),
          cell(c.weighted_mean_change)};
}

TableView key_figures(const Desk& desk, const Headline& h, const study::EditionUsed& used) {
  TableView t{"t-key",
              say("The figures behind these sentences, {}", desk.words(used.edition.title)),
              {say("waves"), say("areas"), say("residents"), say("areas lower"),
               say("residents lower"), say("residents improved"), say("mean change")},
              {}};
  for (const auto& s : {h.before, h.after, h.next}) {
    if (!s) continue;
    t.rows.push_back({say("{}–{}", s->period.from.year, s->period.to.year)});
    t.rows.push_back(key_row(s->cohort, desk.words(say("the group"))));
    t.rows.push_back(key_row(s->comparison, desk.words(say("comparison group"))));
  }
  t.notes.push_back(
      say("Lower: the score fell. Improved: development class 5 or higher. Mean change in score "
          "points, "
          "weighted by residents. A dash: only classes exist for those waves. {}",
          desk.words(desk.source(used))));
  return t;
}

}  // namespace

std::vector<Block> lede(const Desk& desk) {
  if (!desk.answers.versions) return plain_lede(desk);
  const std::vector<Headline>& all = desk.answers.versions->headlines;
  const Headline& h = all.front();
  const study::EditionUsed& used = answer::edition_used(desk.findings, h.edition);
  Paragraph who{{subject(desk, h, used)}, Paragraph::Kind::lede};
  Paragraph found{{}, Paragraph::Kind::lede};
  for (const auto& stretch : {h.before, h.after})
    if (stretch)
      for (const Message& one : stretch_sentences(desk, *stretch))
        found.sentences.push_back(one);
  if (h.after && h.after->is_by_score)
    found.sentences.push_back(lower_sentence(desk, *h.after, used));
  Paragraph then{{}, Paragraph::Kind::lede};
  if (h.next && h.next->is_by_score && h.after) then.sentences.push_back(next_sentence(h));
  for (std::size_t i = 1; i < all.size(); ++i)
    if (all[i].after) then.sentences.push_back(other_edition_sentence(desk, all[i]));
  for (const Message& one : doubt_sentences(desk))
    then.sentences.push_back(one);
  std::vector<Block> out;
  out.emplace_back(who);
  out.emplace_back(found);
  out.emplace_back(then);
  out.emplace_back(key_figures(desk, h, used));
  return out;
}

}  // namespace wijkbeeld::report::detail
