// SPDX-License-Identifier: EUPL-1.2
#include "instrument/detail/sample_reader.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>

#include "base/number.hpp"
#include "base/text.hpp"

namespace wijkbeeld::instrument::detail {
namespace {

using base::say;
using series::SampleColumn;

// At most this many wrong values are told one by one.
constexpr std::size_t kToldApart = 8;

std::string text_at(const SampleColumn& column, std::size_t row) {
  if (column.is_text) return column.texts[row];
  return column.absences[row] == 0 ? base::to_text(column.numbers[row]) : std::string();
}

// All words of a column but the commonest (the first of those in a tie), sorted.
std::vector<std::string> contrasts(const SampleColumn& column) {
  std::map<std::string, std::size_t> counts;
  for (std::size_t row = 0; row < column.absences.size() || row < column.texts.size(); ++row)
    if (const std::string word = text_at(column, row); !word.empty()) ++counts[word];
  std::string commonest;
  std::size_t most = 0;
  std::vector<std::string> words;
  for (const auto& [word, count] : counts) {
    words.push_back(word);
    if (count > most) {
      most = count;
      commonest = word;
    }
  }
  std::erase(words, commonest);
  return words;
}

}  // namespace

std::optional<double> years_since(std::string_view date, int year) {
  const auto parts = base::split(date.substr(0, 10), '-');
  if (parts.size() != 3 || parts[0].size() != 4) return std::nullopt;
  const auto y = base::parse_integer(parts[0]);
  const auto m = base::parse_integer(parts[1]);
  const auto d = base::parse_integer(parts[2]);
  if (!y || !m || !d || *m < 1 || *d < 1) return std::nullopt;
  using namespace std::chrono;
  const year_month_day day{std::chrono::year(static_cast<int>(*y)),
                           month(static_cast<unsigned>(*m)),
                           std::chrono::day(static_cast<unsigned>(*d))};
  if (!day.ok()) return std::nullopt;
  const sys_days start = std::chrono::year(year) / 1 / 1;
  return static_cast<double>((sys_days(day) - start).count()) / 365.25;
}

SampleReader::SampleReader(const Outcome& outcome, const series::Project& project,
                           const Units& units, base::Ledger& ledger)
    : outcome_(outcome), project_(project), units_(units), ledger_(ledger) {
  sample_ = project.find_sample(outcome.sample);
  if (sample_ == nullptr) {
    std::vector<std::string> names;
    for (const series::Sample& one : project.samples)
      names.push_back(one.id);
    base::Failure failure(say("the project has no sample '{}'", outcome.sample));
    failure.at(outcome.place);
    if (names.empty())
      failure.because(say("it has no samples at all"))
          .help(say("import the survey and the sales, without --without-samples"));
    else if (const auto near = base::did_you_mean(outcome.sample, names))
      failure.help(say("did you mean '{}'?", *near));
    else
      failure.because(say("its samples are: {}", base::join(names, ", ")))
          .help(
              say("ask 'wijkbeeld check' with --table ledger which files and rows were not read"));
    throw failure;
  }
  y_ = &column(outcome.column, outcome.place, false);
  if (!outcome.weight.empty()) weight_ = &column(outcome.weight, outcome.place, false);
  if (!outcome.stratum.empty()) stratum_ = &column(outcome.stratum, outcome.place, true);
  if (!outcome.cluster.empty()) cluster_ = &column(outcome.cluster, outcome.place, true);
  for (const Control& control : outcome.controls) {
    const bool is_text =
        control.kind == Control::Kind::category || control.kind == Control::Kind::time;
    ControlColumn one{&control, &column(control.column, control.place, is_text)};
    if (control.kind == Control::Kind::category) one.words = contrasts(*one.column);
    controls_.push_back(std::move(one));
  }
}

const SampleColumn& SampleReader::column(const std::string& name, const base::Place& place,
                                         bool is_text) const {
  const SampleColumn* found = sample_->find(name);
  if (found == nullptr) {
    std::vector<std::string> names;
    for (const SampleColumn& one : sample_->columns)
      names.push_back(one.name);
    base::Failure failure(say("the sample '{}' has no column '{}'", sample_->id, name));
    failure.at(place).because(say("its columns are: {}", base::join(names, ", ")));
    if (const auto near = base::did_you_mean(name, names))
      failure.help(say("did you mean '{}'?", *near));
    throw failure;
  }
  if (!is_text && found->is_text)
    throw base::Failure(say("the column '{}' of '{}' holds words, not numbers", name, sample_->id))
        .at(place)
        .help(say("as a control it can be used as a category"));
  return *found;
}

std::vector<std::string> SampleReader::control_names() const {
  std::vector<std::string> names;
  for (const ControlColumn& one : controls_) {
    if (one.control->kind != Control::Kind::category) {
      names.push_back(one.control->column);
      continue;
    }
    for (const std::string& word : one.words)
      names.push_back(one.control->column + ":" + word);
  }
  return names;
}

void SampleReader::wrong(base::Failure failure) {
  ++wrong_count_;
  if (failures_.size() < kToldApart) failures_.push_back(std::move(failure));
}

std::optional<double> SampleReader::outcome_value(std::size_t at) {
  if (y_->absences[at] != 0) {
    ++without_value_;
    return std::nullopt;
  }
  const double value = y_->numbers[at];
  if (outcome_.kind == Outcome::Kind::revealed) {
    if (value > 0) return std::log(value);
    wrong(base::Failure(say("row {} of '{}', in {}, has the price {}", at + 1, sample_->id,
                            sample_->areas[at].text, base::as_found(value)))
              .at(outcome_.place)
              .because(say("a price is more than nothing")));
    return std::nullopt;
  }
  if (value != std::floor(value) || value < outcome_.lowest || value > outcome_.highest) {
    wrong(base::Failure(say("row {} of '{}', in {}, has the answer {}", at + 1, sample_->id,
                            sample_->areas[at].text, base::as_found(value)))
              .at(outcome_.place)
              .because(say("answers are whole numbers from {} to {}", outcome_.lowest,
                           outcome_.highest)));
    return std::nullopt;
  }
  return outcome_.is_reversed ? outcome_.lowest + outcome_.highest - value : value;
}

bool SampleReader::add_control(const ControlColumn& one, std::size_t at,
                               std::vector<double>& into) {
  using Kind = Control::Kind;
  const SampleColumn& column = *one.column;
  if (one.control->kind == Kind::category) {
    const std::string word = text_at(column, at);
    if (word.empty()) return false;
    for (const std::string& other : one.words)
      into.push_back(word == other ? 1 : 0);
    return true;
  }
  if (one.control->kind == Kind::time) {
    const std::string text = text_at(column, at);
    if (text.empty()) return false;
    const auto years = years_since(text, outcome_.wave.year);
    if (years)
      into.push_back(*years);
    else
      wrong(base::Failure(say("row {} of '{}', in {}, has the date '{}'", at + 1, sample_->id,
                              sample_->areas[at].text, text))
                .at(one.control->place)
                .because(say("a date is written as 2012-07-31")));
    return years.has_value();
  }
  if (column.absences[at] != 0) return false;
  const double x = column.numbers[at];
  const double least = one.control->kind == Kind::log ? 0 : -1;
  if (one.control->kind != Kind::number && x <= least) {
    wrong(base::Failure(say("row {} of '{}', in {}, has {} as '{}'", at + 1, sample_->id,
                            sample_->areas[at].text, base::as_found(x), column.name))
              .at(one.control->place)
              .because(say("its logarithm is asked for")));
    return false;
  }
  into.push_back(one.control->kind == Kind::log     ? std::log(x)
                 : one.control->kind == Kind::log1p ? std::log1p(x)
                                                    : x);
  return true;
}

std::optional<SampleReader::Row> SampleReader::row(std::size_t at) {
  Row out;
  std::optional<area::AreaCode> place = sample_->areas[at];
  if (sample_->level != units_.level)
    place = ancestor_of(project_, *place, sample_->level, units_.level, units_.vintage);
  const auto unit = place ? units_.find(*place) : std::nullopt;
  if (!unit) {
    ++without_place_;
    return std::nullopt;
  }
  const auto y = outcome_value(at);
  if (!y) return std::nullopt;
  out.unit = *unit;
  out.y = *y;
  if (weight_ != nullptr) out.weight = weight_->absences[at] == 0 ? weight_->numbers[at] : 0;
  if (stratum_ != nullptr) out.stratum = text_at(*stratum_, at);
  if (cluster_ != nullptr) out.cluster = text_at(*cluster_, at);
  const std::size_t wrong_before = wrong_count_;
  for (const ControlColumn& one : controls_) {
    if (add_control(one, at, out.controls)) continue;
    if (wrong_count_ == wrong_before) ++without_value_;
    return std::nullopt;
  }
  if (out.weight <= 0) {
    ++without_value_;
    return std::nullopt;
  }
  return out;
}

void SampleReader::throw_none_left() const {
  throw base::Failure(say("no row of '{}' can be used for '{}'", sample_->id, outcome_.id))
      .at(outcome_.place)
      .because(say("{} stand in no known area, {} lack a value or have no weight", without_place_,
                   without_value_))
      .help(say("look whether the definition names the right level and columns"));
}

void SampleReader::finish() {
  if (wrong_count_ > failures_.size())
    failures_.emplace_back(say("and {} more", wrong_count_ - failures_.size()));
  if (!failures_.empty())
    throw base::Failures(say("the sample '{}' cannot be used for '{}'", sample_->id, outcome_.id),
                         std::move(failures_));
  const auto tell = [&](std::string code, std::size_t count, base::Message message) {
    if (count > 0)
      ledger_.add({std::move(code), base::Severity::warning, {sample_->id}, std::move(message)});
  };
  if (without_place_ + without_value_ == rows()) throw_none_left();
  tell(
      "observation-without-place", without_place_,
      say("{} rows of '{}' stand in no known area and were left out", without_place_, sample_->id));
  tell("observation-without-value", without_value_,
       say("{} rows of '{}' lack a value and were left out", without_value_, sample_->id));
}

}  // namespace wijkbeeld::instrument::detail
