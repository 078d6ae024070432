# SPDX-License-Identifier: EUPL-1.2
# The expected numbers of src/stats/{resample,false_discovery}_test.cpp, made with R 4.2.2 and survey
# 4.1.1 (Debian 12): Rscript resampling.R
suppressPackageStartupMessages(library(survey))

# The generator of Park and Miller, as in penalised.R.
state <- 20160101
uniform <- function() {
  state <<- (state * 16807) %% 2147483647
  state / 2147483647
}
sizes <- c(2, 3, 5, 12)  # clusters per stratum
rows <- NULL; cluster <- 0
for (h in seq_along(sizes)) for (c in 1:sizes[h]) {
  own <- uniform()
  for (i in 1:(2 + floor(4 * uniform())))
    rows <- rbind(rows, data.frame(stratum = h, cluster = cluster, w = 1 + uniform(), y = h + 2 * own + uniform()))
  cluster <- cluster + 1
}
in_strata <- svydesign(ids = ~cluster, strata = ~stratum, weights = ~w, data = rows)
plain <- svydesign(ids = ~cluster, weights = ~w, data = rows)
print(c(nrow(rows), format(c(coef(svymean(~y, in_strata)), SE(svymean(~y, in_strata)),
                             SE(svymean(~y, plain)), SE(svytotal(~y, in_strata))), digits = 15)))

p <- c(0.01, 0.02, NA, 0.03, 0.04, 0.05, 0.9, 0.001, 1, 0.02)
cat(format(p.adjust(p, "BH"), digits = 15), "\n")
cat(format(p.adjust(p, "BY"), digits = 15), "\n")
