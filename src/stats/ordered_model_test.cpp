// SPDX-License-Identifier: EUPL-1.2
// Expected numbers: tests/reference/regression.R (R 4.2.2). MASS::polr finds its maximum and its
// errors by differences, to six digits; ordinal::clm by derivatives, to eleven.
#include "stats/ordered_model.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "base/random.hpp"
#include "stats/detail/ordered_likelihood.hpp"
#include "stats/formula_data_test.hpp"
#include "stats/near_test.hpp"

namespace wijkbeeld::stats {
namespace {

Matrix columns(const FormulaData& d) {
  return matrix_of({d.a, d.b, d.c});
}

OrderedModel fit(const Matrix& x, std::span<const std::size_t> answers, std::size_t categories,
                 std::span<const double> w = {}, const OrderedSettings& settings = {}) {
  OrderedModel model = std::get<OrderedModel>(ordered_model(x, answers, categories, w, settings));
  EXPECT_TRUE(model.is_converged);
  return model;
}

NoFit refusal(const Matrix& x, std::span<const std::size_t> answers, std::size_t categories,
              std::span<const double> w = {}, const OrderedSettings& settings = {}) {
  return std::get<NoFit>(ordered_model(x, answers, categories, w, settings));
}

std::vector<double> parameters(const OrderedModel& model) {
  std::vector<double> all = model.coefficients;
  all.insert(all.end(), model.thresholds.begin(), model.thresholds.end());
  return all;
}

TEST(OrderedModel, MatchesPolrAndClmForLogit) {
  const FormulaData d = formula_data();
  const OrderedModel m = fit(columns(d), d.answer, 4, d.weight);
  EXPECT_TRUE(are_near(parameters(m),
                       {3.6532825172904446, -0.7291424850047723, 1.1162913665482166,
                        -1.019366901438475, 3.1516174115517943, 8.8836484100557147},
                       1e-8));
  EXPECT_TRUE(are_near(m.standard_errors(),
                       {0.65044751536286027, 0.068034394899326278, 0.19228504201975444,
                        0.43442142332880301, 0.48278520412937892, 0.8805008527417546},
                       1e-6));
  EXPECT_TRUE(
      are_near(parameters(m), {3.6532825174825696, -0.72914248240628832, 1.1162913666417318,
                               -1.0193669008560318, 3.1516174224915288, 8.8836484107138514}));
  EXPECT_TRUE(are_near(m.standard_errors(),
                       {0.65044781716461886, 0.068034431512057028, 0.19228506171869839,
                        0.43442148681010989, 0.48278540736670944, 0.88050116509540577}));
  EXPECT_NEAR(m.log_likelihood, -146.71829453089649, 1e-10);
  EXPECT_NEAR(m.null_log_likelihood, -310.90605057709791, 1e-10);
  EXPECT_NEAR(m.pseudo_r_squared(), 1 - 146.71829453089649 / 310.90605057709791, 1e-12);
}

TEST(OrderedModel, MatchesPolrAndClmForProbit) {
  const FormulaData d = formula_data();
  const OrderedModel m = fit(columns(d), d.answer, 4, d.weight, {.link = Link::probit});
  EXPECT_TRUE(are_near(parameters(m),
                       {2.0402825061284955, -0.40499708338193852, 0.61253060717424279,
                        -0.61231952593035532, 1.7575305136878467, 4.9282534938910931},
                       1e-8));
  EXPECT_TRUE(
      are_near(parameters(m), {2.0402825061759784, -0.40499708408325369, 0.61253060752134159,
                               -0.61231952616992835, 1.7575305122075311, 4.9282534907259432}));
  EXPECT_TRUE(are_near(m.standard_errors(),
                       {0.35012096514229302, 0.033897484352672931, 0.10254062705512895,
                        0.23642353949976821, 0.26195958183272833, 0.4376147622842439},
                       1e-8));
  EXPECT_NEAR(m.log_likelihood, -146.95485158677778, 1e-10);
}

TEST(OrderedModel, GivesClusterErrorsAsVcovCL) {
  const FormulaData d = formula_data();
  OrderedSettings settings{.errors = Errors::cluster, .design = {d.cluster, {}}};
  EXPECT_TRUE(are_near(fit(columns(d), d.answer, 4, {}, settings).standard_errors(),
                       {0.88582519766409795, 0.10448835180081455, 0.45907575480956964,
                        0.67026240082273736, 0.77401204081247044, 1.6985697457888955},
                       1e-5));
  const OrderedModel weighted = fit(columns(d), d.answer, 4, d.weight, settings);
  EXPECT_TRUE(are_near(weighted.standard_errors(),
                       {0.94711647321352599, 0.11084233174274372, 0.53116408159692885,
                        0.75163149140812713, 1.0071164182992864, 1.9604493494174544}));
  EXPECT_EQ(weighted.error_degrees_of_freedom, 14U);
  settings.link = Link::probit;
  EXPECT_TRUE(are_near(fit(columns(d), d.answer, 4, d.weight, settings).standard_errors(),
                       {0.52453089603225167, 0.051768213869365629, 0.26379664202002528,
                        0.39135929881989351, 0.52204958030532989, 0.91558933693948863},
                       1e-8));
}

TEST(OrderedModel, LinearisesWithinStrataAsSvyolr) {
  const FormulaData d = formula_data();
  OrderedSettings settings{.errors = Errors::cluster, .design = {d.cluster, d.stratum}};
  const OrderedModel m = fit(columns(d), d.answer, 4, d.weight, settings);
  // svyolr itself, which takes its Hessian by differences:
  EXPECT_TRUE(are_near(m.standard_errors(),
                       {0.88782875507590253, 0.10919247955465046, 0.52968460265458273,
                        0.73321975053123534, 0.82675564763717091, 1.6614653716723216},
                       2e-6));
  EXPECT_TRUE(
      are_near(m.standard_errors(), {0.88782964934867126, 0.10919249335051252, 0.52968457067776198,
                                     0.73322004636787852, 0.8267560136001203, 1.6614652562306103}));
  settings.link = Link::probit;
  EXPECT_TRUE(are_near(fit(columns(d), d.answer, 4, d.weight, settings).standard_errors(),
                       {0.47821394242027876, 0.05087854405391027, 0.26301596854313686,
                        0.38624854440276124, 0.40713009243533932, 0.7206383514472694},
                       1e-8));
}

TEST(OrderedModel, TakesEachRowAsAUnitForHc1) {
  const FormulaData d = formula_data();
  const OrderedModel m = fit(columns(d), d.answer, 4, d.weight, {.errors = Errors::hc1});
  EXPECT_TRUE(are_near(m.standard_errors(),
                       {1.2783597702159342, 0.14872024747435589, 0.44651163047942116,
                        0.96755365078101341, 0.99135286620262497, 2.0063674450048574}));
}

TEST(OrderedModel, IsALogisticRegressionForTwoAnswers) {
  const FormulaData d = formula_data();
  std::vector<std::size_t> high;
  for (const std::size_t k : d.answer)
    high.push_back(k > 1 ? 1 : 0);
  const OrderedModel m = fit(columns(d), high, 2, d.weight);
  EXPECT_TRUE(are_near(parameters(m), {5.2849329441133257, -0.8923014046844252, 1.1054099614694968,
                                       3.7335436325238942}));
  EXPECT_TRUE(are_near(
      m.standard_errors(),
      {1.461378782671559, 0.14175051008244643, 0.31205224400188486, 0.80408268565288799}, 1e-8));
}

TEST(OrderedModel, HasScoresOfClustersThatAddUpToZero) {
  const FormulaData d = formula_data();
  const OrderedModel m = fit(columns(d), d.answer, 4, d.weight, {.design = {d.cluster, {}}});
  ASSERT_EQ(m.scores.rows(), 15U);
  std::vector<double> first;
  for (std::size_t j = 0; j < 6; ++j) {
    first.push_back(m.scores.at(0, j));
    double total = 0;
    for (const double s : m.scores.column(j))
      total += s;
    EXPECT_NEAR(total, 0, 1e-7);
  }
  EXPECT_TRUE(are_near(first,
                       {-1.3244102604964363, -17.177446469586371, -0.90430367297783043,
                        3.0049520865453818, 0.29492768114540779, 0.08313710935605638},
                       1e-8));
}

TEST(OrderedModel, IsTheSameInOtherUnits) {
  const FormulaData d = formula_data();
  std::vector<double> far = d.b;
  for (double& x : far)
    x = 2015 + x * 1e-3;
  const OrderedModel plain = fit(columns(d), d.answer, 4);
  const OrderedModel moved = fit(matrix_of({d.a, far, d.c}), d.answer, 4);
  EXPECT_NEAR(moved.coefficients[1] * 1e-3, plain.coefficients[1], 1e-8);
  EXPECT_NEAR(moved.thresholds[0] - 2015 * moved.coefficients[1], plain.thresholds[0], 1e-6);
  EXPECT_NEAR(moved.log_likelihood, plain.log_likelihood, 1e-9);
  EXPECT_NEAR(moved.standard_errors()[1] * 1e-3, plain.standard_errors()[1], 1e-8);
}

TEST(OrderedModel, HasThresholdsOnlyWithoutColumns) {
  const FormulaData d = formula_data();
  const OrderedModel m = fit(Matrix(60, 0), d.answer, 4);
  EXPECT_NEAR(m.thresholds[0], std::log(12.0 / 48.0), 1e-12);
  EXPECT_NEAR(m.log_likelihood, m.null_log_likelihood, 1e-10);
}

TEST(OrderedModel, GivesWhatAOneStepBootstrapNeeds) {
  const FormulaData d = formula_data();
  const OrderedModel m = fit(columns(d), d.answer, 4, d.weight, {.design = {d.cluster, {}}});
  // Cluster 3 a little heavier: the step goes all the way to the new maximum but for its square.
  std::vector<double> heavier = d.weight;
  for (std::size_t i = 0; i < 60; ++i)
    if (d.cluster[i] == 3) heavier[i] *= 1.001;
  const OrderedModel again = fit(columns(d), d.answer, 4, heavier);
  const std::vector<double> before = parameters(m);
  const std::vector<double> after = parameters(again);
  double error = 0;
  double length = 0;
  for (std::size_t j = 0; j < 6; ++j) {
    double step = 0;
    for (std::size_t k = 0; k < 6; ++k)
      step += 0.001 * m.inverse_information.at(j, k) * m.scores.at(3, k);
    error += std::abs(step - (after[j] - before[j]));
    length += std::abs(after[j] - before[j]);
  }
  EXPECT_GT(length, 1e-4);
  EXPECT_LT(error, 0.01 * length);
}

TEST(OrderedModel, FindsTheTruthItWasMadeFrom) {
  const std::size_t n = 20000;
  const base::Seed seed{20240501};
  for (const Link link : {Link::logit, Link::probit}) {
    base::Stream stream(seed, 1, link == Link::logit ? 0 : 1);
    Matrix x(n, 2);
    std::vector<std::size_t> answers(n);
    for (std::size_t i = 0; i < n; ++i) {
      x.at(i, 0) = stream.normal();
      x.at(i, 1) = stream.chance(0.3) ? 1 : 0;
      const double u = stream.uniform();
      const double noise = link == Link::probit ? stream.normal() : std::log(u / (1 - u));
      const double latent = 0.8 * x.at(i, 0) - 0.5 * x.at(i, 1) + noise;
      answers[i] = (latent > -1 ? 1U : 0U) + (latent > 0.5 ? 1U : 0U) + (latent > 2 ? 1U : 0U);
    }
    const OrderedModel m = fit(x, answers, 4, {}, {.link = link});
    const std::vector<double> truth{0.8, -0.5, -1, 0.5, 2};
    const std::vector<double> errors = m.standard_errors();
    for (std::size_t j = 0; j < 5; ++j)
      EXPECT_LT(std::abs(parameters(m)[j] - truth[j]), 4 * errors[j]) << j << " " << seed.value;
  }
}

TEST(OrderedModel, IsTheSameOnAnyNumberOfWorkers) {
  const std::size_t n = 20000;
  base::Stream stream({3}, 1);
  Matrix x(n, 3);
  std::vector<std::size_t> answers(n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < 3; ++j)
      x.at(i, j) = stream.normal();
    answers[i] = x.at(i, 0) + stream.normal() > 0 ? 2 : stream.below(2);
  }
  const OrderedModel one = fit(x, answers, 3);
  const OrderedModel three = fit(x, answers, 3, {}, {.workers = {3}});
  EXPECT_EQ(one.coefficients, three.coefficients);
  EXPECT_EQ(one.thresholds, three.thresholds);
  EXPECT_EQ(one.covariance, three.covariance);
}

TEST(OrderedModel, NamesTheColumnThatSeparates) {
  const FormulaData d = formula_data();
  std::vector<double> island(60);
  for (std::size_t i = 0; i < 60; ++i)
    island[i] = d.answer[i] == 3 && i % 2 == 0 ? 1 : 0;  // only the highest answer there
  for (const Link link : {Link::logit, Link::probit}) {
    const NoFit none =
        refusal(matrix_of({d.a, d.b, island}), d.answer, 4, d.weight, {.link = link});
    EXPECT_EQ(none.why, NoFit::Why::separation);
    EXPECT_EQ(none.separated, std::vector<std::size_t>{2});
  }
}

TEST(OrderedModel, SeesThatAColumnOrdersAllAnswers) {
  const FormulaData d = formula_data();
  for (const Link link : {Link::logit, Link::probit}) {
    const NoFit none = refusal(matrix_of({d.y}), d.answer, 4, {}, {.link = link});
    EXPECT_EQ(none.why, NoFit::Why::separation);
    EXPECT_EQ(none.separated, std::vector<std::size_t>{0});
  }
}

TEST(OrderedModel, HasAnEstimateWhenOneRowIsAnException) {
  const FormulaData d = formula_data();
  std::vector<double> island(60);
  bool is_placed = false;
  for (std::size_t i = 0; i < 60; ++i) {
    const bool is_exception = d.answer[i] == 2 && !is_placed;
    is_placed = is_placed || is_exception;
    island[i] = (d.answer[i] == 3 && i % 2 == 0) || is_exception ? 1 : 0;
  }
  for (const Link link : {Link::logit, Link::probit})
    EXPECT_GT(fit(matrix_of({d.b, island}), d.answer, 4, {}, {.link = link}).coefficients[1], 1);
}

/// Forty rows of three columns with few values, so that separation is common.
struct Small {
  Matrix x{40, 3};
  std::vector<std::size_t> answers;
};

Small small(base::Stream& stream, std::size_t categories) {
  Small result;
  for (std::size_t i = 0; i < 40; ++i) {
    for (std::size_t j = 0; j < 3; ++j)
      result.x.at(i, j) = stream.chance(0.06 * static_cast<double>(j + 1)) ? 1 : 0;
    result.answers.push_back(stream.below(categories));
  }
  return result;
}

double largest_total(const Matrix& scores) {
  double largest = 0;
  for (std::size_t j = 0; j < scores.columns(); ++j) {
    double total = 0;
    for (const double s : scores.column(j))
      total += s;
    largest = std::max(largest, std::abs(total));
  }
  return largest;
}

TEST(OrderedModel, EndsInAMaximumOrSaysWhyThereIsNone) {
  const base::Seed seed{11};
  std::size_t separated = 0;
  std::size_t fitted = 0;
  std::vector<std::size_t> rows(40);
  for (std::size_t i = 0; i < 40; ++i)
    rows[i] = i;
  for (std::size_t k = 0; k < 400; ++k) {
    base::Stream stream(seed, 2, k);
    const Small data = small(stream, 2 + k % 4);
    const OrderedSettings settings{.link = k % 2 == 0 ? Link::logit : Link::probit,
                                   .design = {rows, {}}};
    const auto found = ordered_model(data.x, data.answers, 2 + k % 4, {}, settings);
    if (const NoFit* none = std::get_if<NoFit>(&found)) {
      separated += none->why == NoFit::Why::separation ? 1 : 0;
      continue;
    }
    const OrderedModel& model = std::get<OrderedModel>(found);
    EXPECT_TRUE(model.is_converged) << "seed " << seed.value << ", data " << k;
    EXPECT_LT(largest_total(model.scores), 1e-7) << "seed " << seed.value << ", data " << k;
    ++fitted;
  }
  EXPECT_GT(separated, 10U);
  EXPECT_GT(fitted, 100U);
}

TEST(OrderedModel, FindsSeparationByAShareJustWhereACellIsEmpty) {
  const base::Seed seed{12};
  std::size_t empty = 0;
  for (std::size_t k = 0; k < 300; ++k) {
    base::Stream stream(seed, 3, k);
    Matrix x(30, 1);
    std::vector<std::size_t> answers;
    std::array<std::array<int, 2>, 2> cells{};
    for (std::size_t i = 0; i < 30; ++i) {
      const bool is_in = stream.chance(0.15);
      x.at(i, 0) = is_in ? 1 : 0;
      answers.push_back(stream.below(2));
      ++cells.at(is_in ? 1 : 0).at(answers.back());
    }
    if (cells[1][0] + cells[1][1] == 0) continue;  // a column of zeros
    const bool has_empty = cells[1][0] == 0 || cells[1][1] == 0;
    empty += has_empty ? 1 : 0;
    const OrderedSettings settings{.link = k % 2 == 0 ? Link::logit : Link::probit};
    const auto found = ordered_model(x, answers, 2, {}, settings);
    EXPECT_EQ(std::holds_alternative<NoFit>(found), has_empty)
        << "seed " << seed.value << ", data " << k;
  }
  EXPECT_GT(empty, 20U);
}

TEST(OrderedModel, NamesAnswersThatNobodyGave) {
  const FormulaData d = formula_data();
  const NoFit none = refusal(columns(d), d.answer, 6, d.weight);
  EXPECT_EQ(none.why, NoFit::Why::empty_categories);
  EXPECT_EQ(none.categories, (std::vector<std::size_t>{4, 5}));
  std::vector<double> weights = d.weight;
  for (std::size_t i = 0; i < 60; ++i)
    if (d.answer[i] == 1) weights[i] = 0;
  EXPECT_EQ(refusal(columns(d), d.answer, 4, weights).categories, (std::vector<std::size_t>{1}));
}

TEST(OrderedModel, NamesColumnsThatFollowFromOthersAndConstants) {
  const FormulaData d = formula_data();
  std::vector<double> rest(60);
  for (std::size_t i = 0; i < 60; ++i)
    rest[i] = 1 - d.a[i];
  const NoFit none = refusal(matrix_of({d.a, ones(60), d.b, rest}), d.answer, 4);
  EXPECT_EQ(none.why, NoFit::Why::dependent_columns);
  EXPECT_EQ(none.dependent, (std::vector<Dependence>{{1, {}}, {3, {0}}}));
}

TEST(OrderedModel, NeedsMoreRowsThanParametersAndMoreClustersThanStrata) {
  const std::vector<std::size_t> answers{0, 1, 0};
  EXPECT_EQ(refusal(matrix_of({{1, 2, 3}, {1, 4, 9}}), answers, 2).why, NoFit::Why::too_few_rows);
  EXPECT_EQ(refusal(Matrix(0, 1), {}, 2).why, NoFit::Why::too_few_rows);
  const FormulaData d = formula_data();
  EXPECT_EQ(refusal(columns(d), d.answer, 4, {},
                    {.errors = Errors::cluster, .design = {d.stratum, d.stratum}})
                .why,
            NoFit::Why::too_few_clusters);
}

TEST(OrderedModel, SaysWhenItWasStoppedTooEarly) {
  const FormulaData d = formula_data();
  const auto model =
      std::get<OrderedModel>(ordered_model(columns(d), d.answer, 4, {}, {.max_iterations = 2}));
  EXPECT_FALSE(model.is_converged);
  EXPECT_EQ(model.iterations, 2U);
}

/// The derivatives of one answer against differences of its log-probability.
TEST(AnswerTerm, HasTheDerivativesOfItsLogarithm) {
  const double h = 1e-5;
  for (const Link link : {Link::logit, Link::probit})
    for (const double lower : {-3.0, -0.2, 0.7, 4.0})
      for (const double gap : {0.1, 1.0, 3.0}) {
        const auto at = [&](double l, double u) {
          return detail::answer_term(link, {lower + l, lower + gap + u, true, true});
        };
        const detail::AnswerTerm term = at(0, 0);
        const double size = 1 + std::abs(term.upper_upper);
        EXPECT_NEAR(term.upper, (at(0, h).log_p - at(0, -h).log_p) / (2 * h), 1e-5 * size);
        EXPECT_NEAR(term.lower, (at(h, 0).log_p - at(-h, 0).log_p) / (2 * h), 1e-5 * size);
        EXPECT_NEAR(term.upper_upper, (at(0, h).upper - at(0, -h).upper) / (2 * h), 1e-5 * size);
        EXPECT_NEAR(term.lower_lower, (at(h, 0).lower - at(-h, 0).lower) / (2 * h), 1e-5 * size);
        EXPECT_NEAR(term.upper_lower, (at(h, 0).upper - at(-h, 0).upper) / (2 * h), 1e-5 * size);
      }
}

TEST(AnswerTerm, HasFiniteTermsFarAway) {
  const detail::AnswerTerm far = detail::answer_term(Link::logit, {-900, -899, true, true});
  EXPECT_TRUE(far.is_possible);
  EXPECT_NEAR(far.log_p, -899 + std::log(1 - std::exp(-1)), 1e-9);
  EXPECT_FALSE(detail::answer_term(Link::logit, {1, 1, true, true}).is_possible);
  EXPECT_FALSE(detail::answer_term(Link::probit, {60, 61, true, true}).is_possible);
}

}  // namespace
}  // namespace wijkbeeld::stats
