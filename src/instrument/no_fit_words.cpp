// SPDX-License-Identifier: EUPL-1.2
#include "instrument/detail/no_fit_words.hpp"

#include "base/text.hpp"

namespace wijkbeeld::instrument::detail {
namespace {

using base::say;

class Words {
 public:
  Words(const Instrument& instrument, std::size_t first, const Outcome& outcome,
        const Observations& observations, const Standard& standard)
      : instrument_(instrument),
        first_(first),
        outcome_(outcome),
        observations_(observations),
        standard_(standard) {}

  [[nodiscard]] std::string name(std::size_t column) const {
    if (column < first_) return "1";
    const std::size_t at = column - first_;
    if (at < observations_.terms.size()) return standard_.terms[observations_.terms[at]].id;
    return observations_.controls[at - observations_.terms.size()];
  }
  // Where the definition speaks of a column: at its indicator or control.
  [[nodiscard]] base::Place place(std::size_t column) const {
    const std::size_t at = column - first_;
    if (column >= first_ && at < observations_.terms.size())
      return instrument_.indicators[standard_.terms[observations_.terms[at]].indicator].place;
    const std::string name = this->name(column);
    for (const Control& one : outcome_.controls)
      if (name == one.column || name.starts_with(one.column + ":")) return one.place;
    return outcome_.place;
  }
  [[nodiscard]] std::string names(const std::vector<std::size_t>& columns) const {
    std::vector<std::string> all;
    for (const std::size_t one : columns)
      if (one >= first_) all.push_back(name(one));
    return base::join(all, ", ");
  }
  [[nodiscard]] base::Failure dependence(const stats::Dependence& one) const {
    const std::string others = names(one.on);
    if (others.empty())
      return base::Failure(
                 say("'{}' is the same for all rows of '{}'", name(one.column), outcome_.id))
          .at(place(one.column))
          .help(say("leave it out"));
    return base::Failure(say("'{}' follows from others: {}", name(one.column), others))
        .at(place(one.column))
        .because(say("no data can tell the weights of these apart"))
        .help(say("leave one of them out, or fit with a penalty such as method = \"ridge\""));
  }

 private:
  const Instrument& instrument_;
  std::size_t first_;
  const Outcome& outcome_;
  const Observations& observations_;
  const Standard& standard_;
};

base::Failure few_rows(const stats::NoFit& none, const Outcome& outcome) {
  return base::Failure(
             say("'{}' has {} rows for {} columns", outcome.id, none.rows, none.parameters))
      .at(outcome.place)
      .because(say("with no more rows than columns every weight fits"))
      .help(say("leave indicators out, or use a sample with more rows"));
}

base::Failure few_clusters(const stats::NoFit& none, const Outcome& outcome) {
  return base::Failure(
             say("'{}' has {} clusters in {} strata", outcome.id, none.clusters, none.strata))
      .at(outcome.place)
      .because(say("with one cluster a stratum nothing shows how clusters differ"))
      .help(say("leave out 'stratum', or name smaller clusters"));
}

}  // namespace

void throw_no_fit(const Instrument& instrument, const stats::NoFit& none, std::size_t first,
                  const Outcome& outcome, const Observations& observations,
                  const Standard& standard) {
  using Why = stats::NoFit::Why;
  const Words words(instrument, first, outcome, observations, standard);
  std::vector<base::Failure> failures;
  if (none.why == Why::too_few_rows) failures.push_back(few_rows(none, outcome));
  if (none.why == Why::too_few_clusters) failures.push_back(few_clusters(none, outcome));
  for (const stats::Dependence& one : none.dependent)
    failures.push_back(words.dependence(one));
  if (none.why == Why::separation)
    failures.push_back(base::Failure(say("the answers in '{}' follow without exception from: {}",
                                         outcome.id, words.names(none.separated)))
                           .at(outcome.place)
                           .because(say("a weight then grows without end"))
                           .help(say("leave them out, or write model = \"ordinary\"")));
  throw base::Failures(say("the outcome '{}' cannot be fitted", outcome.id), std::move(failures));
}

void throw_one_answer(const Outcome& outcome, int answer) {
  throw base::Failure(say("everybody gave the answer {} in '{}'", answer, outcome.id))
      .at(outcome.place)
      .because(say("what does not vary cannot be explained"))
      .help(say("look whether '{}' is the right column, or leave the outcome out", outcome.column));
}

void throw_no_variation(const Outcome& outcome, std::size_t rows) {
  base::Failure failure(say("all {} rows of '{}' have the same value",
                            base::Count{static_cast<std::int64_t>(rows)}, outcome.id));
  failure.at(outcome.place).because(say("what does not vary cannot be explained"));
  const bool is_published = outcome.kind == Outcome::Kind::published;
  failure.help(say("look whether '{}' is the right column, or leave the outcome out",
                   is_published ? outcome.quantity : outcome.column));
  throw failure;
}

void throw_not_converged(const Outcome& outcome, std::size_t iterations) {
  throw base::Failure(say("the fit of '{}' found no end in {} steps", outcome.id, iterations))
      .at(outcome.place)
      .help(say("look for an indicator with extreme values, or write model = \"ordinary\""));
}

}  // namespace wijkbeeld::instrument::detail
