// SPDX-License-Identifier: EUPL-1.2
#include "answer/cohort_choices.hpp"

#include "answer/detail/row_figures.hpp"
#include "answer/mean_path.hpp"
#include "base/number.hpp"
#include "base/text.hpp"

namespace wijkbeeld::answer {

using base::Message;
using base::say;
using series::Wave;
using study::Panel;

namespace {

// The group of the study of 2017, on the scale of nine classes.
constexpr int kManyResidents = 1000;
constexpr int kWeak = 4;
constexpr int kNineClasses = 9;

std::string path_id(const Panel& panel, const std::string& group) {
  return "group_path/" + panel.edition().id.text + "/" + group;
}

// Puts together the rules to begin with: those that a person asks first.
class RuleOffers {
 public:
  explicit RuleOffers(const Panel& panel) : panel_(panel) {}

  std::vector<RuleChoice> take() {
    const std::vector<Wave>& waves = panel_.waves();
    if (waves.empty()) return {};
    const int first = waves.front().year;
    const int last = waves.back().year;
    const std::string low_then = low(waves.front());
    if (const auto& classes = panel_.edition().classes; classes && classes->count() == kNineClasses)
      offer(fmt::format("class <= {} in {} and residents >= {}", kWeak, first, kManyResidents),
            say("weak or lower in {}, with {} residents or more", first,
                base::Count{kManyResidents}));
    if (!low_then.empty()) {
      offer(low_then, say("low in {}", first));
      offer(fmt::format("{} and residents >= {}", low_then, kManyResidents),
            say("low in {}, with {} residents or more", first, base::Count{kManyResidents}));
    }
    if (panel_.has_scores(waves.back()))
      offer(fmt::format("score in {} < nation", last), say("below the national mean in {}", last));
    if (waves.size() > 1) {
      const int before = waves[waves.size() - 2].year;
      offer(fmt::format("declined from {} to {}", before, last),
            say("declined from {} to {}", before, last));
      if (panel_.has_scores(waves.back()))
        offer(fmt::format("score in {} < nation and declined from {} to {}", last, before, last),
              say("below the national mean in {} and declined since {}", last, before));
      if (!low_then.empty())
        offer(fmt::format("{} and improved from {} to {}", low_then, first, last),
              say("low in {} and improved since", first));
    }
    return std::move(out_);
  }

 private:
  // What the edition calls low, as a rule; empty when it does not tell.
  [[nodiscard]] std::string low(Wave wave) const {
    const instrument::Edition& edition = panel_.edition();
    if (edition.low_class) return fmt::format("class <= {} in {}", *edition.low_class, wave.year);
    if (edition.low_score)
      return fmt::format("score <= {} in {}", base::to_text(*edition.low_score), wave.year);
    return "";
  }

  // A rule that takes nobody, or everybody, is no example.
  void offer(const std::string& text, Message title) {
    const study::Rule rule = study::Rule::parse(text, {});
    const std::vector<std::size_t> rows = study::rows_where(rule, panel_);
    if (rows.empty() || rows.size() == panel_.size()) return;
    const detail::RowFigures row("cohort_choices", {panel_.edition().id.text, text});
    out_.push_back({rule, std::move(title), row.count("areas", rows.size()),
                    mean_path(panel_, rows, path_id(panel_, text))});
  }

  const Panel& panel_;
  std::vector<RuleChoice> out_;
};

std::vector<ListChoice> lists_on(const Panel& panel, const series::Project& project) {
  std::vector<ListChoice> out;
  for (const series::AreaList& list : project.lists) {
    std::vector<std::size_t> rows;
    for (const series::ListMember& one : list.members)
      if (const auto at = panel.find(one.code)) rows.push_back(*at);
    if (rows.empty()) continue;
    const detail::RowFigures row("cohort_choices", {panel.edition().id.text, list.id});
    out.push_back({&list, row.count("areas", rows.size())});
    if (list.vintage == panel.vintage())
      out.back().means = mean_path(panel, rows, path_id(panel, list.id));
  }
  return out;
}

}  // namespace

CohortChoices cohort_choices(const Panel& panel, const series::Project& project) {
  return {lists_on(panel, project), RuleOffers(panel).take()};
}

std::vector<Message> rule_help(const Panel& panel, base::Language language) {
  if (panel.waves().empty()) return {};
  std::vector<std::string> waves;
  for (const Wave wave : panel.waves())
    waves.push_back(std::to_string(wave.year));
  std::vector<std::string> dimensions;
  for (const instrument::Dimension& one : panel.edition().dimensions)
    dimensions.push_back(one.id + " (" + one.name.in(language) + ")");
  std::vector<Message> out{
      say("A rule asks of a wave: class, score, contribution.DIMENSION; such as: {}",
          "class <= 4 in " + waves.back()),
      say("of two waves: change, development, improved, declined; and of an area: residents >= "
          "1000."),
      say("The waves are: {}.", base::join(waves, ", "))};
  if (!dimensions.empty())
    out.push_back(say("The dimensions are: {}.", base::join(dimensions, ", ")));
  out.push_back(say(
      "Signs are < <= > >= =; a score can also be compared with nation, the mean of that wave."));
  out.push_back(say("Join with and, or, not and brackets; 'all' takes every area."));
  out.push_back(say("Or choose by rank of the score: {}",
                    "the 100 lowest in " + waves.back() + " among areas with all waves"));
  return out;
}

}  // namespace wijkbeeld::answer
