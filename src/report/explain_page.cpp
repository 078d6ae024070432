// SPDX-License-Identifier: EUPL-1.2
#include "report/explain_page.hpp"

#include <algorithm>
#include <cmath>

#include "report/detail/area_words.hpp"
#include "report/detail/desk.hpp"

namespace wijkbeeld::report {

using answer::ExplainedDimension;
using answer::ExplainedIndicator;
using answer::Explanation;
using answer::shown;
using answer::shown_size;
using base::Message;
using base::say;
using detail::cell;

namespace {

struct Part {
  const ExplainedDimension* dimension;
  const ExplainedIndicator* indicator;
};

// Of all dimensions together, largest first, whatever their sign.
std::vector<Part> parts_of(const std::vector<ExplainedDimension>& dimensions) {
  std::vector<Part> out;
  for (const ExplainedDimension& dimension : dimensions)
    for (const ExplainedIndicator& one : dimension.indicators)
      out.push_back({&dimension, &one});
  std::stable_sort(out.begin(), out.end(), [](const Part& a, const Part& b) {
    return std::abs(*a.indicator->contribution) > std::abs(*b.indicator->contribution);
  });
  return out;
}

class ExplanationWriter {
 public:
  ExplanationWriter(const Explanation& found, base::Language language,
                    const base::Catalogue& catalogue)
      : found_(found), language_(language), catalogue_(catalogue) {}

  Document take(const std::string& program_version) const {
    Document out;
    out.language = language_;
    out.title = words(say("What the score of {} is made of", name()));
    out.summary = words(say("{}, {}", found_.instrument->edition.title.in(language_),
                            std::string(to_text(found_.level))));
    out.running_head = out.title;
    out.imprint = {say("Wijkbeeld {}.", program_version)};
    out.lede.emplace_back(Paragraph{lede(), Paragraph::Kind::lede});
    out.chapters.push_back(situation());
    if (found_.change) out.chapters.push_back(change());
    return out;
  }

 private:
  [[nodiscard]] std::string words(const Message& message) const {
    return base::render(message, catalogue_, language_);
  }
  [[nodiscard]] const std::string& name() const {
    return found_.name.empty() ? found_.code.text : found_.name;
  }

  // The indicator that adds most, or takes most, when there is one.
  void add_outer(const std::vector<Part>& parts, bool is_high, std::vector<Message>& out) const {
    for (const Part& one : parts) {
      const double value = *one.indicator->contribution;
      if (value == 0 || (value > 0) != is_high) continue;
      const std::string indicator = one.indicator->indicator->name.in(language_);
      out.push_back(is_high ? say("'{}' adds most ({} points).", indicator,
                                  shown_size(one.indicator->contribution))
                            : say("'{}' takes off most ({} points).", indicator,
                                  shown_size(one.indicator->contribution)));
      return;
    }
  }

  [[nodiscard]] std::vector<Message> lede() const {
    const bool is_above = *found_.deviation >= 0;
    std::vector<Message> out{
        say("In {} the score was {}, with {} confidence between {} and {}.", found_.wave.year,
            shown(found_.score), base::Percent{found_.confidence}, shown(found_.low),
            shown(found_.high)),
        is_above ? say("That is {} points above the reference of {}.", shown_size(found_.deviation),
                       shown(found_.reference))
                 : say("That is {} points below the reference of {}.", shown_size(found_.deviation),
                       shown(found_.reference))};
    const std::vector<Part> parts = parts_of(found_.dimensions);
    add_outer(parts, true, out);
    add_outer(parts, false, out);
    return out;
  }

  // With its unit: "Groen (%)".
  [[nodiscard]] Message named(const instrument::Indicator& indicator) const {
    const std::string& name = indicator.name.in(language_);
    return indicator.unit.empty() ? say("{}", name) : say("{} ({})", name, indicator.unit);
  }

  [[nodiscard]] std::vector<Message> row_of(const Part& part, bool is_change) const {
    const ExplainedIndicator& one = *part.indicator;
    std::vector<Message> out{named(*one.indicator), cell(one.contribution)};
    if (is_change)
      out.insert(out.end(), {cell(one.before), cell(one.value)});
    else
      out.insert(out.end(), {cell(one.value), cell(one.national)});
    out.push_back(say("{}", part.dimension->dimension->name.in(language_)));
    return out;
  }

  [[nodiscard]] TableView table_of(std::string id, Message caption, std::vector<Message> head,
                                   const std::vector<ExplainedDimension>& dimensions,
                                   bool is_change) const {
    TableView t{
        std::move(id), std::move(caption), std::move(head), {}, {false, true, true, true, false}};
    for (const Part& part : parts_of(dimensions))
      t.rows.push_back(row_of(part, is_change));
    return t;
  }

  [[nodiscard]] Chapter situation() const {
    Chapter out{"opbouw", say("The score in {}", found_.wave.year), {}};
    out.blocks.emplace_back(table_of(
        "t-explained",
        say("What each indicator adds to the score in {}, largest first", found_.wave.year),
        {say("indicator"), say("contribution"), say("here"), say("mean of the country"),
         say("dimension")},
        found_.dimensions, false));
    out.blocks.emplace_back(Paragraph{
        {say("The mean of the country is that over all residents in {}: who measures as much adds "
             "nothing.",
             found_.instrument->base_wave.year),
         say("The contributions add up to the score; they do not say what would follow if one of "
             "them were changed.")},
        Paragraph::Kind::note});
    return out;
  }

  [[nodiscard]] Chapter change() const {
    const answer::ExplainedChange& change = *found_.change;
    const int from = change.period.from.year;
    const int to = change.period.to.year;
    Chapter out{"verandering", say("The change from {} to {}", from, to), {}};
    out.blocks.emplace_back(Paragraph{
        {*change.change >= 0
             ? say("The score rose by {} points, with {} confidence between {} and {}.",
                   shown_size(change.change), base::Percent{found_.confidence}, shown(change.low),
                   shown(change.high))
             : say("The score fell by {} points; with {} confidence the change lies between {} and "
                   "{}.",
                   shown_size(change.change), base::Percent{found_.confidence}, shown(change.low),
                   shown(change.high))}});
    out.blocks.emplace_back(table_of(
        "t-explained-change",
        say("What each indicator adds to the change from {} to {}, largest first", from, to),
        {say("indicator"), say("contribution"), say("in {}", from), say("in {}", to),
         say("dimension")},
        change.dimensions, true));
    return out;
  }

  const Explanation& found_;
  base::Language language_;
  const base::Catalogue& catalogue_;
};

}  // namespace

Document explanation_document(const Explanation& found, base::Language language,
                              const std::string& program_version,
                              const base::Catalogue& catalogue) {
  return ExplanationWriter(found, language, catalogue).take(program_version);
}

}  // namespace wijkbeeld::report
