// SPDX-License-Identifier: EUPL-1.2
// What a reader must know before using the scores, the scale, and how to repeat the fit.
#include "base/text.hpp"
#include "report/detail/card_desk.hpp"

namespace wijkbeeld::report::detail {

using answer::CardLimit;
using answer::shown;
using base::Message;
using base::say;
using Kind = CardLimit::Kind;

namespace {

constexpr std::size_t kNamed = 5;

// "'stilte' (12,3), 'groen' (10,1) and 4 more".
std::string named(const CardDesk& desk, const CardLimit& limit, bool is_outcome) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < limit.subjects.size() && i < kNamed; ++i) {
    const std::string name =
        is_outcome ? desk.name_of_outcome(limit.subjects[i]) : desk.name_of_term(limit.subjects[i]);
    parts.push_back(i < limit.figures.size()
                        ? desk.words(say("'{}' ({})", name, shown(limit.figures[i])))
                        : desk.words(say("'{}'", name)));
  }
  const std::string list = base::join(parts, ", ");
  if (limit.subjects.size() <= kNamed) return list;
  return desk.words(say("{} and {} more", list, limit.subjects.size() - kNamed));
}

Message weight_sentence(const CardDesk& desk, const CardLimit& limit) {
  const std::string names = named(desk, limit, false);
  switch (limit.kind) {
    case Kind::wrong_sign:
      return say(
          "Weights that point the other way than expected, with their whole interval: {}. "
          "Look for what they share with other indicators before reading them.",
          names);
    case Kind::collinear:
      return say(
          "Indicators that the others nearly tell (variance inflation above ten): {}. Their "
          "weights are hard to tell apart.",
          names);
    case Kind::unstable:
      return say(
          "Indicators that a lasso kept in less than half of the half samples (share "
          "behind each): {}. With "
          "other data they might not count.",
          names);
    case Kind::filled_in:
      return say(
          "Indicators for which another value stands in, for more than 5% of the residents "
          "(share behind each): {}.",
          names);
    case Kind::one_year:
      return say(
          "Indicators of one year only, the same in every wave: {}. They say nothing about "
          "change.",
          names);
    default:
      return say("Contested indicators that count: {}. The chapter on weights says how much.",
                 names);
  }
}

Message outcome_sentence(const CardDesk& desk, const CardLimit& limit) {
  const std::string names = named(desk, limit, true);
  switch (limit.kind) {
    case Kind::overfit:
      return say("Out of sample the fit does clearly worse than in sample (R2 behind each): {}.",
                 names);
    case Kind::little_told:
      return say(
          "The indicators tell little of what single respondents or sales say (R2 behind "
          "each, out of sample): {}. That is no measure of how well areas are told apart.",
          names);
    case Kind::pattern_left:
      return say(
          "Residuals of neighbouring places look alike (Moran's I behind each): {}. "
          "Something that varies over the country is missing.",
          names);
    case Kind::one_cluster:
      return say(
          "A single cluster moves a weight by its standard error or more (by how many behind "
          "each): {}. The table of clusters says where.",
          names);
    default:
      return say(
          "Few clusters (number behind each): {}. With fewer than thirty the standard "
          "errors are rough.",
          names);
  }
}

Message sentence(const CardDesk& desk, const CardLimit& limit) {
  switch (limit.kind) {
    case Kind::wrong_sign:
    case Kind::collinear:
    case Kind::unstable:
    case Kind::filled_in:
    case Kind::one_year:
    case Kind::contested:
      return weight_sentence(desk, limit);
    case Kind::overfit:
    case Kind::little_told:
    case Kind::pattern_left:
    case Kind::few_clusters:
    case Kind::one_cluster:
      return outcome_sentence(desk, limit);
    case Kind::group_off:
      return say(
          "Parts of the country where the mean residual is more than half a standard "
          "deviation away: {}.",
          named(desk, limit, false));
    case Kind::one_outcome:
      return say(
          "Fitted to one outcome only: {}. What people say and what they pay for need not "
          "agree.",
          named(desk, limit, true));
    case Kind::no_bootstrap:
      return say(
          "Standard errors are those of the fit itself: it was not repeated on samples of "
          "the data.");
    case Kind::nothing_held_out:
      return say("No gemeente was kept apart to judge the fit on; only blocks were.");
  }
  return {};
}

}  // namespace

std::vector<Message> limit_sentences(const CardDesk& desk) {
  std::vector<Message> out;
  for (const CardLimit& limit : desk.card.limits)
    out.push_back(sentence(desk, limit));
  return out;
}

Chapter card_limits_chapter(const CardDesk& desk) {
  Chapter out{"grenzen", say("Known limits"), {}};
  Bullets list{limit_sentences(desk)};
  for (const instrument::Caveat& caveat : desk.card.instrument->edition.caveats)
    list.items.push_back(say("{}", desk.words(caveat.text)));
  list.items.push_back(
      say("A score is an estimate for an area, not a measurement on the spot, and "
          "no judgement of its residents."));
  out.blocks.emplace_back(list);
  return out;
}

Chapter card_scale_chapter(const CardDesk& desk) {
  Chapter out{"schaal", say("The scale"), {}};
  const answer::ModelCard& card = desk.card;
  out.blocks.emplace_back(Paragraph{
      {say("A score is the reference of {} plus the contributions of the dimensions. Over "
           "residents in {} scores have a standard deviation of {}.",
           shown(card.reference), card.instrument->base_wave.year, shown(card.spread)),
       say("Areas with fewer than {} residents get no score.",
           base::Decimal{card.instrument->minimum_residents, 0})}});
  if (card.instrument->minimum_residents_cell)
    out.blocks.emplace_back(Paragraph{
        {say("A cell of 100 metres gets one from {} residents on: its score says something "
             "of the place, and less surely.",
             base::Decimal{*card.instrument->minimum_residents_cell, 0})}});
  if (card.classes.empty()) return out;
  TableView t{"t-classes",
              say("Classes of the score"),
              {say("class"), say("name"), say("from"), say("to"), say("remark")},
              {},
              {true, false, true, true, false}};
  for (const answer::CardClass& one : card.classes)
    t.rows.push_back({say("{}", one.number), cell(desk.words(one.name)), cell(one.from),
                      cell(one.to), one.has_mean ? say("class of the reference") : say("{}", "")});
  out.blocks.emplace_back(t);
  return out;
}

namespace {

TableView files_table(const CardDesk& desk) {
  TableView t{"t-files",
              say("Files that were read"),
              {say("file"), say("publisher"), say("licence"), say("rows read"), say("refused"),
               say("SHA-256")},
              {},
              {false, false, false, true, true, false}};
  for (const series::FileRecord& one : desk.card.files)
    if (!one.source.empty())
      t.rows.push_back({cell(one.name), cell(one.publisher), cell(one.licence),
                        say("{}", base::Count{one.rows_read}),
                        say("{}", base::Count{one.rows_refused}), cell(one.sha256.substr(0, 12))});
  t.folded_as = say("Files that were read");
  return t;
}

}  // namespace

Chapter card_repeat_chapter(const CardDesk& desk) {
  Chapter out{"herhalen", say("Repeating it"), {}};
  const instrument::Model& model = *desk.card.model;
  out.blocks.emplace_back(Paragraph{
      {say("The same definition and data give the same weights, to the last digit, on any "
           "machine."),
       say("Definition {}; data {}; seed {}; {} bootstrap replications.", model.definition_sha256,
           model.data_sha256, model.seed, model.replications)}});
  if (!desk.options.command.empty()) out.blocks.emplace_back(Verbatim{desk.options.command});
  out.blocks.emplace_back(files_table(desk));
  return out;
}

}  // namespace wijkbeeld::report::detail
