// SPDX-License-Identifier: EUPL-1.2
// What counts, and how much.
#include <algorithm>
#include <cmath>

#include "chart/points.hpp"
#include "report/detail/card_desk.hpp"

namespace wijkbeeld::report::detail {

using answer::CardDimension;
using answer::CardWeight;
using answer::shown;
using answer::Sign;
using base::Message;
using base::say;

namespace {

Message sign_words(Sign sign) {
  switch (sign) {
    case Sign::not_stated:
      return say("not stated");
    case Sign::as_expected:
      return say("as expected");
    case Sign::unclear:
      return say("unclear");
    case Sign::against:
      return say("against");
  }
  return {};
}

Message expected(const CardWeight& one) {
  return one.indicator->direction > 0   ? say("{}", "+")
         : one.indicator->direction < 0 ? say("{}", "−")
                                        : say("{}", "?");
}

// One scale for all dimensions, so that they can be compared.
chart::Interval range_of(const answer::ModelCard& card) {
  chart::Interval out;
  for (const CardDimension& dimension : card.dimensions)
    for (const CardWeight& one : dimension.weights) {
      out.low = std::min(out.low, *one.low);
      out.high = std::max(out.high, *one.high);
    }
  return out;
}

TableView table(const CardDesk& desk, const CardDimension& dimension) {
  TableView t{"t-weights-" + as_id(dimension.dimension->id),
              say("Weights of '{}'", desk.words(dimension.dimension->name)),
              {say("indicator"), say("unit"), say("expected"), say("weight"), say("standard error"),
               say("from"), say("to"), say("its sign"), say("variance inflation"),
               say("kept in half samples"), say("filled in")},
              {},
              {false, false, false, true, true, true, true, false, true, true, true}};
  for (const CardWeight& one : dimension.weights)
    t.rows.push_back({cell(desk.name(one)), cell(one.indicator->unit), expected(one),
                      cell(one.weight), cell(one.error), cell(one.low), cell(one.high),
                      sign_words(one.sign), cell(one.variance_inflation), cell(one.selected),
                      cell(one.filled_in)});
  t.notes.push_back(say("Table weights in card.json, and weights.csv."));
  return t;
}

Message title(const CardDesk& desk, const CardDimension& dimension) {
  const std::vector<CardWeight>& all = dimension.weights;
  if (std::all_of(all.begin(), all.end(),
                  [](const CardWeight& one) { return *one.low <= 0 && *one.high >= 0; }))
    return say("In '{}' no weight is clearly above or below zero",
               desk.words(dimension.dimension->name));
  if (all.size() == 1)
    return say("'{}' is all that counts in '{}': {} points", desk.name(all.front()),
               desk.words(dimension.dimension->name), shown(all.front().weight));
  return say("In '{}' '{}' has the largest weight: {} points",
             desk.words(dimension.dimension->name), desk.name(dimension.weights.front()),
             shown(dimension.weights.front().weight));
}

chart::DotInterval chart_of(const CardDesk& desk, const CardDimension& dimension,
                            const chart::Interval& range) {
  chart::DotInterval c;
  for (const CardWeight& one : dimension.weights)
    c.rows.push_back(
        {desk.name(one), {{optional(one.weight), chart::Interval{*one.low, *one.high}}}, ""});
  c.series = {desk.words(say("weight"))};
  c.axis.format = desk.format(3, true);
  c.axis.has_zero_line = true;
  c.axis.low = range.low;
  c.axis.high = range.high;
  c.absent_label = desk.words(say("not measured"));
  return c;
}

ChartView view_of(const CardDesk& desk, const CardDimension& dimension,
                  const chart::Interval& range) {
  ChartView view;
  view.id = "fig-weights-" + as_id(dimension.dimension->id);
  view.title = title(desk, dimension);
  view.subtitle = say("Weight in score points per standard deviation, with its {} interval: '{}'",
                      desk.confidence(), desk.words(dimension.dimension->name));
  view.description =
      say("Points to the right go together with a higher score, points to the left with a lower "
          "one. Where the bar crosses the zero line, the sign is not sure.");
  view.notes.push_back(
      say("Over all residents in {} this dimension spreads the scores by {} "
          "points (standard deviation).",
          desk.card.spread_wave.year, shown(dimension.spread)));
  view.source = desk.source();
  view.table = table(desk, dimension);
  draw(desk, view, [&](const chart::Frame& frame) {
    chart::DotInterval c = chart_of(desk, dimension, range);
    c.frame = frame;
    return chart::dot_interval(c);
  });
  return view;
}

TableView sources(const CardDesk& desk) {
  TableView t{"t-sources",
              say("Where each indicator comes from"),
              {say("indicator"), say("unit"), say("source"), say("reason")},
              {},
              {false, false, false, false}};
  for (const CardDimension& dimension : desk.card.dimensions) {
    if (dimension.weights.empty()) continue;
    t.rows.push_back({cell(desk.words(dimension.dimension->name))});
    std::vector<const CardWeight*> order;
    for (const CardWeight& one : dimension.weights)
      order.push_back(&one);
    std::stable_sort(order.begin(), order.end(), [](const CardWeight* a, const CardWeight* b) {
      return a->indicator < b->indicator;
    });
    for (const CardWeight* one : order)
      t.rows.push_back({cell(desk.name(*one)), cell(one->indicator->unit),
                        cell(one->indicator->source), cell(desk.words(one->indicator->reason))});
  }
  t.folded_as = say("Sources and units of all indicators");
  return t;
}

TableView coefficients(const CardDesk& desk) {
  TableView t{"t-coefficients",
              say("Coefficients per outcome, in its own units per standard deviation"),
              {say("indicator")},
              {}};
  for (const answer::CardOutcome& one : desk.card.outcomes) {
    t.head.push_back(say("{}", desk.words(one.outcome->name)));
    t.head.push_back(say("standard error"));
  }
  for (const CardDimension& dimension : desk.card.dimensions) {
    if (dimension.weights.empty()) continue;
    t.rows.push_back({cell(desk.words(dimension.dimension->name))});
    for (const CardWeight& one : dimension.weights) {
      std::vector<Message> row{cell(desk.name(one))};
      for (std::size_t o = 0; o < one.coefficients.size(); ++o) {
        row.push_back(cell(one.coefficients[o]));
        row.push_back(cell(one.coefficient_errors[o]));
      }
      t.rows.push_back(std::move(row));
    }
  }
  t.folded_as = say("Coefficients before they were merged");
  return t;
}

}  // namespace

Chapter card_weights_chapter(const CardDesk& desk) {
  Chapter out{"gewichten", say("What counts, and how much"), {}};
  out.blocks.emplace_back(Paragraph{
      {say("A weight says how many score points go together with one standard deviation more of "
           "an indicator, all others being equal. Means and standard deviations are those over "
           "residents in {}, and stay the same in every wave.",
           desk.card.instrument->base_wave.year)}});
  const chart::Interval range = range_of(desk.card);
  for (const CardDimension& dimension : desk.card.dimensions)
    if (!dimension.weights.empty()) out.blocks.emplace_back(view_of(desk, dimension, range));
  out.blocks.emplace_back(sources(desk));
  if (desk.card.outcomes.size() > 1) out.blocks.emplace_back(coefficients(desk));
  return out;
}

namespace {

Message why_words(answer::CardLeftOut::Why why) {
  using Why = answer::CardLeftOut::Why;
  switch (why) {
    case Why::contested:
      return say("contested, and off");
    case Why::by_choice:
      return say("left out by the definition");
    case Why::no_values:
      return say("no values in these data");
    case Why::not_selected:
      return say("got no weight in the fit");
  }
  return {};
}

}  // namespace

Chapter card_left_out_chapter(const CardDesk& desk) {
  Chapter out{"weggelaten", say("What does not count, and why"), {}};
  if (desk.card.left_out.empty()) return out;
  TableView t{"t-left-out",
              say("Indicators that do not count"),
              {say("indicator"), say("dimension"), say("why"), say("reason given")},
              {},
              {false, false, false, false}};
  for (const answer::CardLeftOut& one : desk.card.left_out) {
    const instrument::Dimension* dimension =
        desk.card.instrument->edition.find_dimension(one.indicator->dimension);
    t.rows.push_back(
        {cell(desk.words(one.indicator->name)),
         cell(dimension == nullptr ? one.indicator->dimension : desk.words(dimension->name)),
         why_words(one.why), cell(desk.words(one.indicator->reason))});
  }
  out.blocks.emplace_back(Paragraph{{say(
      "Indicators about people's origin, benefits or care stay off unless the definition "
      "switches them on and says why. 'wijkbeeld score --without' shows who changes class when "
      "an indicator that counts is taken out.")}});
  out.blocks.emplace_back(t);
  return out;
}

}  // namespace wijkbeeld::report::detail
