// SPDX-License-Identifier: EUPL-1.2
// What the weights were fitted to, and how well that went.
#include "base/text.hpp"
#include "report/detail/card_desk.hpp"

namespace wijkbeeld::report::detail {

using answer::CardCheck;
using answer::CardOutcome;
using answer::Figure;
using base::Message;
using base::say;
using instrument::Outcome;

namespace {

Message kind_words(const CardDesk& desk, const CardOutcome& one) {
  const std::string& name = desk.words(one.outcome->name);
  const int year = one.outcome->wave.year;
  switch (one.outcome->kind) {
    case Outcome::Kind::stated:
      return say("{}: what residents answered, set against the indicators of {}.", name, year);
    case Outcome::Kind::revealed:
      return say("{}: the logarithm of prices that were paid, set against the indicators of {}.",
                 name, year);
    case Outcome::Kind::published:
      return say("{}: a published score, set against the indicators of {}.", name, year);
  }
  return {};
}

Message model_words(const CardOutcome& one) {
  switch (one.outcome->model) {
    case Outcome::Model::ordinary:
      return say("linear");
    case Outcome::Model::ordered_logit:
      return say("ordered logit");
    case Outcome::Model::ordered_probit:
      return say("ordered probit");
  }
  return {};
}

// A p value that would round to zero is small, not nothing.
Message p_words(const Figure& p) {
  constexpr double kSmall = 0.001;
  if (p.has_value() && *p < kSmall / 2) return say("<{}", base::Decimal{kSmall, 3, false});
  return cell(p);
}

TableView fit_table(const CardDesk& desk) {
  TableView t{"t-outcomes", say("What it was fitted to"), {say("quantity")}, {}};
  for (const CardOutcome& one : desk.card.outcomes)
    t.head.push_back(say("{}", desk.words(one.outcome->name)));
  const auto row = [&](Message name, auto value) {
    std::vector<Message> cells{std::move(name)};
    for (const CardOutcome& one : desk.card.outcomes)
      cells.push_back(value(one));
    t.rows.push_back(std::move(cells));
  };
  const auto figure = [&](Message name, Figure CardOutcome::*member) {
    row(std::move(name), [&](const CardOutcome& one) { return cell(one.*member); });
  };
  row(say("model"), model_words);
  figure(say("rows"), &CardOutcome::rows);
  figure(say("clusters"), &CardOutcome::clusters);
  figure(say("strata"), &CardOutcome::strata);
  figure(say("rows left out"), &CardOutcome::dropped);
  figure(say("share in the merged score"), &CardOutcome::share);
  figure(say("R2 in sample"), &CardOutcome::r_squared);
  figure(say("pseudo R2 (McFadden)"), &CardOutcome::pseudo_r_squared);
  figure(say("standard deviation of residuals"), &CardOutcome::residual_deviation);
  figure(say("penalty (lambda)"), &CardOutcome::penalty);
  figure(say("Moran's I of residuals"), &CardOutcome::moran);
  row(say("its p"), [](const CardOutcome& one) { return p_words(one.moran_p); });
  t.notes.push_back(
      say("Table outcomes in card.json. The residuals are those of predictions for "
          "blocks that had not been seen."));
  return t;
}

Message what_words(const CardDesk& desk, const CardCheck& check) {
  const instrument::FitPlan& plan = desk.card.instrument->fit;
  constexpr double kMetres = 1000;
  if (check.what == "folds")
    return say("blocks of {} km, each predicted from the others (in {} parts)",
               base::Decimal{plan.block / kMetres, 1}, plan.folds);
  if (check.what == "held out")
    return say("gemeenten kept apart: {}", base::join(desk.card.held_out, ", "));
  return say("dimension '{}'", check.name.nl.empty() ? check.what : desk.words(check.name));
}

TableView checks_table(const CardDesk& desk) {
  TableView t{"t-checks",
              say("Predictions of what had not been seen"),
              {say("what was kept apart"), say("rows"), say("R2"), say("RMS error")},
              {}};
  for (const CardOutcome& one : desk.card.outcomes) {
    if (one.checks.empty()) continue;
    t.rows.push_back({cell(desk.words(one.outcome->name))});
    for (const CardCheck& check : one.checks)
      t.rows.push_back({what_words(desk, check), cell(check.rows), cell(check.r_squared),
                        cell(check.root_mean_square)});
  }
  t.notes.push_back(
      say("R2 is one minus the squared errors over the squares around the mean; below "
          "zero the mean would have predicted better. Table checks in card.json."));
  return t;
}

Message place_words(const answer::CardInfluence& one) {
  if (one.areas > 1) return say("{} and surroundings, {} areas", one.place, one.areas);
  return cell(one.place);
}

TableView influences_table(const CardDesk& desk) {
  TableView t{"t-influences",
              say("Clusters that move the fit most"),
              {say("where"), say("rows"), say("prediction moves"), say("weight that moves most"),
               say("in standard errors")},
              {},
              {false, true, true, false, true}};
  for (const CardOutcome& one : desk.card.outcomes) {
    if (one.influences.empty()) continue;
    t.rows.push_back({cell(desk.words(one.outcome->name))});
    for (const answer::CardInfluence& each : one.influences)
      t.rows.push_back({place_words(each), cell(each.rows), cell(each.moved),
                        cell(desk.name_of_term(each.term)), cell(each.steps)});
  }
  t.notes.push_back(
      say("Each cluster was left out in turn. How far the prediction moves is its spread over "
          "residents, as a share of the spread of the prediction itself. Of a sample only the "
          "gemeente is named. Table influences in card.json."));
  return t;
}

TableView controls_table(const CardDesk& desk) {
  TableView t{"t-controls",
              say("What was held constant besides the indicators"),
              {say("held constant"), say("coefficient"), say("standard error")},
              {}};
  for (const CardOutcome& one : desk.card.outcomes) {
    if (one.controls.empty() && one.cutpoints.empty()) continue;
    t.rows.push_back({cell(desk.words(one.outcome->name))});
    for (const answer::CardControl& control : one.controls)
      t.rows.push_back({cell(control.name), cell(control.coefficient), cell(control.error)});
    int number = 0;
    for (const Figure& cutpoint : one.cutpoints)
      t.rows.push_back({say("cut point {}", ++number), cell(cutpoint), say("–")});
  }
  t.folded_as = say("Controls and cut points");
  return t;
}

}  // namespace

Chapter card_outcomes_chapter(const CardDesk& desk) {
  Chapter out{"uitkomsten", say("What it was fitted to, and how well"), {}};
  Bullets kinds;
  for (const CardOutcome& one : desk.card.outcomes)
    kinds.items.push_back(kind_words(desk, one));
  out.blocks.emplace_back(kinds);
  out.blocks.emplace_back(fit_table(desk));
  out.blocks.emplace_back(checks_table(desk));
  TableView influences = influences_table(desk);
  if (!influences.rows.empty()) out.blocks.emplace_back(std::move(influences));
  TableView controls = controls_table(desk);
  if (!controls.rows.empty()) out.blocks.emplace_back(std::move(controls));
  if (desk.card.outcomes.size() > 1)
    out.blocks.emplace_back(Paragraph{
        {say("The outcomes are merged as in Leefbaarometer 3.0: each prediction is divided by its "
             "own spread over residents, and the shares weigh them.")}});
  return out;
}

}  // namespace wijkbeeld::report::detail
