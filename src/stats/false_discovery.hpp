// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace wijkbeeld::stats {

/// The q-value of each p-value: the smallest share of false discoveries, in expectation, at which
/// this one would still be called a discovery. An absent p-value was not tested: it does not count
/// and its q-value is absent. p-values lie between 0 and 1.
///
/// Benjamini and Hochberg (1995), "Controlling the false discovery rate: a practical and powerful
/// approach to multiple testing", JRSS B 57, p. 289-300: for tests that are independent or
/// positively dependent. R: p.adjust(p, "BH").
std::vector<std::optional<double>> benjamini_hochberg(
    std::span<const std::optional<double>> p_values);

/// The same under any dependence, at the price of a factor 1 + 1/2 + ... + 1/n: Benjamini and
/// Yekutieli (2001), "The control of the false discovery rate in multiple testing under
/// dependency", Annals of Statistics 29, p. 1165-1188. R: p.adjust(p, "BY").
std::vector<std::optional<double>> benjamini_yekutieli(
    std::span<const std::optional<double>> p_values);

}  // namespace wijkbeeld::stats
