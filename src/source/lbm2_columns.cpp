// SPDX-License-Identifier: EUPL-1.2
#include "source/lbm2_columns.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace wijkbeeld::source {
namespace {

using series::Period;

struct Prefix {
  std::string_view text;
  std::string_view quantity;
  ValueRule rule;
  std::size_t years;    // how many two-digit years follow
  bool may_lack_years;  // the long sheets have the years in columns of their own
};
constexpr std::array<Prefix, 14> kPrefixes = {
    {{"kl", "class", ValueRule::situation_class, 1, false},
     {"vkl", "development", ValueRule::development_class, 2, false},
     {"rlbrmtr", "deviation", ValueRule::number, 1, true},
     {"rlbwon", "contribution.won", ValueRule::number, 1, true},
     {"rlbbev", "contribution.bev", ValueRule::number, 1, true},
     {"rlbvrz", "contribution.vrz", ValueRule::number, 1, true},
     {"rlbvei", "contribution.vei", ValueRule::number, 1, true},
     {"rlbfys", "contribution.fys", ValueRule::number, 1, true},
     {"dlbrmtr", "change", ValueRule::number, 2, true},
     {"dlbwon", "contribution_change.won", ValueRule::number, 2, true},
     {"dlbbev", "contribution_change.bev", ValueRule::number, 2, true},
     {"dlbvrz", "contribution_change.vrz", ValueRule::number, 2, true},
     {"dlbvei", "contribution_change.vei", ValueRule::number, 2, true},
     {"dlbfys", "contribution_change.fys", ValueRule::number, 2, true}}};

// Two digits mean 1990 to 2089.
int year_of(std::string_view two_digits) {
  const int year = (two_digits[0] - '0') * 10 + (two_digits[1] - '0');
  return year < 90 ? 2000 + year : 1900 + year;
}

std::optional<ValueColumn> match(const Prefix& prefix, std::string_view name) {
  if (!name.starts_with(prefix.text)) return std::nullopt;
  const std::string_view years = name.substr(prefix.text.size());
  ValueColumn column{0, std::string(prefix.quantity), prefix.rule, {}};
  if (years.empty() && prefix.may_lack_years) return column;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (years.size() != 2 * prefix.years || !std::all_of(years.begin(), years.end(), is_digit))
    return std::nullopt;
  const int from = year_of(years);
  const int to = year_of(years.substr(years.size() - 2));
  if (from > to) return std::nullopt;
  column.period = Period{{from}, {to}};
  return column;
}

}  // namespace

std::optional<ValueColumn> lbm2_column(std::string_view name) {
  const std::string wanted = base::lower(base::trim(name));
  for (const Prefix& prefix : kPrefixes)
    if (auto column = match(prefix, wanted)) return column;
  return std::nullopt;
}

}  // namespace wijkbeeld::source
