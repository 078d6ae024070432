// SPDX-License-Identifier: EUPL-1.2
#include "instrument/detail/no_fit_words.hpp"

#include "base/text.hpp"

namespace wijkbeeld::instrument::detail {
namespace {

using base::say;

class Words {
 public:
  Words(std::size_t first, const Outcome& outcome, const Observations& observations,
        const Standard& standard)
      : first_(first), outcome_(outcome), observations_(observations), standard_(standard) {}

  [[nodiscard]] std::string name(std::size_t column) const {
    if (column < first_) return "1";
    const std::size_t at = column - first_;
    if (at < observations_.terms.size()) return standard_.terms[observations_.terms[at]].id;
    return observations_.controls[at - observations_.terms.size()];
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
          .at(outcome_.place)
          .help(say("leave it out with include = false"));
    return base::Failure(say("'{}' follows from others: {}", name(one.column), others))
        .at(outcome_.place)
        .because(say("no data can tell the weights of these apart"))
        .help(say("leave one of them out, or fit with a penalty such as method = \"ridge\""));
  }

 private:
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

void throw_no_fit(const stats::NoFit& none, std::size_t first, const Outcome& outcome,
                  const Observations& observations, const Standard& standard) {
  using Why = stats::NoFit::Why;
  const Words words(first, outcome, observations, standard);
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
                           .help(say("leave that indicator out, or write model = \"ordinary\"")));
  throw base::Failures(say("the outcome '{}' cannot be fitted", outcome.id), std::move(failures));
}

void throw_one_answer(const Outcome& outcome, const std::vector<int>& given) {
  const std::string answer = given.empty() ? "" : std::to_string(given.front());
  throw base::Failure(say("everybody gave the answer {} in '{}'", answer, outcome.id))
      .at(outcome.place)
      .because(say("what does not vary cannot be explained"));
}

void throw_not_converged(const Outcome& outcome, std::size_t iterations) {
  throw base::Failure(say("the fit of '{}' found no end in {} steps", outcome.id, iterations))
      .at(outcome.place)
      .help(say("look for an indicator with extreme values, or write model = \"ordinary\""));
}

}  // namespace wijkbeeld::instrument::detail
