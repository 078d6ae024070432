// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "answer/answers.hpp"
#include "base/catalogue.hpp"
#include "chart/drawing.hpp"
#include "chart/lines.hpp"
#include "report/document.hpp"
#include "report/study_output.hpp"
#include "study/findings.hpp"

namespace wijkbeeld::report::detail {

/// What a chapter is written with: the findings, the answers, and the language of the reader.
struct Desk {
  const study::Findings& findings;
  const answer::Answers& answers;
  const OutputOptions& options;
  const base::Catalogue& catalogue;

  [[nodiscard]] base::Language language() const { return options.language; }
  [[nodiscard]] std::string words(const base::Message& message) const;
  [[nodiscard]] const std::string& words(const base::Words& words) const {
    return words.in(options.language);
  }
  /// What a group is called, as part of a sentence.
  [[nodiscard]] std::string group(const std::string& id) const;
  /// "wijken": the areas of an edition.
  [[nodiscard]] std::string areas(const study::EditionUsed& used) const;
  /// "ruim voldoende"; the number where the edition has no names.
  [[nodiscard]] std::string class_name(const instrument::Edition& edition, int number) const;
  [[nodiscard]] std::string dimension(const instrument::Edition& edition,
                                      const std::string& id) const;
  [[nodiscard]] chart::NumberFormat format(int digits, bool percent = false,
                                           bool with_sign = false) const {
    return {options.language, digits, percent, with_sign};
  }
  /// "Source: publisher, edition. Residents: ... ."
  [[nodiscard]] base::Message source(const study::EditionUsed& used) const;
  /// "2002 to 2012".
  [[nodiscard]] base::Message period(series::Period period) const;
  /// True when the study uses more than one edition, so that names and ids must tell them apart.
  [[nodiscard]] bool has_editions() const { return findings.editions.size() > 1; }
};

/// Letters, digits and hyphens only: for ids.
std::string as_id(std::string_view text);

/// What the options of a desk say of widths; both where they say nothing.
template <class AnyDesk>
Widths widths_of(const AnyDesk& desk) {
  if constexpr (requires { desk.options.widths; })
    return desk.options.widths;
  else
    return Widths::both;
}

/// Fills title, description and the widths of a chart that are asked for; `make` draws for a frame.
template <class AnyDesk, class Make>
void draw(const AnyDesk& desk, ChartView& view, Make make) {
  chart::Frame frame{view.id + "-l", desk.words(view.title), desk.words(view.description), 680};
  if (widths_of(desk) == Widths::both) view.wide = make(frame);
  frame.id = view.id + "-s";
  frame.width = 360;
  view.narrow = make(frame);
}

std::vector<chart::Wave> chart_waves(const std::vector<series::Wave>& waves);

std::optional<double> optional(const answer::Figure& figure);

/// A cell of a table.
base::Message cell(const answer::Figure& figure);
base::Message cell(const std::string& text);

}  // namespace wijkbeeld::report::detail
