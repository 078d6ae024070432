// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/issue.hpp"
#include "instrument/units.hpp"

namespace wijkbeeld::instrument::detail {

/// Reads the rows of a sample as an outcome wants them.
class SampleReader {
 public:
  /// Throws Failure when the sample or one of its columns is not there, is of another kind, or
  /// stands on other areas than the units.
  SampleReader(const Outcome& outcome, const series::Project& project, const Units& units,
               base::Ledger& ledger);

  struct Row {
    std::size_t unit = 0;
    double y = 0;
    double weight = 1;
    std::string cluster = {};
    std::string stratum = {};
    std::vector<double> controls = {};
  };

  [[nodiscard]] std::size_t rows() const { return sample_->rows(); }
  /// One name for a number, one for each word but the commonest of a category.
  [[nodiscard]] std::vector<std::string> control_names() const;
  /// Nothing when the row cannot be used; why is counted.
  std::optional<Row> row(std::size_t at);
  /// Tells the ledger how many rows were left out and why. Throws Failures for values that are
  /// wrong, not absent: an answer outside its scale, a price of nothing, a date that is none.
  void finish();

 private:
  struct ControlColumn {
    const Control* control;
    const series::SampleColumn* column;
    std::vector<std::string> words = {};  // of a category, without the commonest
  };

  const series::SampleColumn& column(const std::string& name, const base::Place& place,
                                     bool is_text) const;
  std::optional<double> outcome_value(std::size_t at);
  bool add_control(const ControlColumn& one, std::size_t at, std::vector<double>& into);
  void wrong(base::Failure failure);
  [[noreturn]] void throw_none_left() const;

  const Outcome& outcome_;
  const series::Project& project_;
  const Units& units_;
  base::Ledger& ledger_;
  const series::Sample* sample_ = nullptr;
  const series::SampleColumn* y_ = nullptr;
  const series::SampleColumn* weight_ = nullptr;
  const series::SampleColumn* stratum_ = nullptr;
  const series::SampleColumn* cluster_ = nullptr;
  std::vector<ControlColumn> controls_;
  std::size_t without_place_ = 0;
  std::size_t without_value_ = 0;
  std::size_t wrong_count_ = 0;
  std::vector<base::Failure> failures_;
};

/// Years since the first day of `year` of an ISO 8601 date, in parts of 365.25 days; nothing when
/// the text is no date.
std::optional<double> years_since(std::string_view date, int year);

}  // namespace wijkbeeld::instrument::detail
