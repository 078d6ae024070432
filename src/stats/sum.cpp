// SPDX-License-Identifier: EUPL-1.2
#include "stats/sum.hpp"

namespace wijkbeeld::stats {

double sum(std::span<const double> xs) {
  Sum total;
  for (const double x : xs)
    total.add(x);
  return total.value();
}

}  // namespace wijkbeeld::stats
