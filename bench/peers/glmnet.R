# SPDX-License-Identifier: EUPL-1.2
# What bench_elastic_net does, by R's glmnet on rows made alike. Run by hand: Rscript glmnet.R
# Prints processor seconds (user), median of three.
suppressPackageStartupMessages(library(glmnet))
set.seed(1)
n <- 67000; p <- 94
shared <- matrix(rnorm(3 * n), n)
x <- 0.7 * shared[, (0:(p - 1)) %% 3 + 1] + matrix(rnorm(n * p), n)
effect <- ifelse(0:(p - 1) %% 5 == 0, ifelse(0:(p - 1) %% 2 == 0, 0.2, -0.3), 0)
y <- drop(x %*% effect) + 3 * rnorm(n)
w <- 0.5 + runif(n)
place <- sample(0:999, n, replace = TRUE)
block <- ((place %% 32) * 1500) %/% 5000 + 100 * (((place %/% 32) * 1500) %/% 5000)
fold <- sample(rep_len(1:10, length(unique(block))))[match(block, unique(block))]

seconds <- function(job) median(replicate(3, system.time(job())[["user.self"]]))
cat("elastic net with ten folds", seconds(function() cv.glmnet(x, y, w, alpha = 0.5, foldid = fold)), "\n")
cat("ridge with ten folds", seconds(function() cv.glmnet(x, y, w, alpha = 0, foldid = fold)), "\n")
cat("ten bootstrap paths", seconds(function() for (r in 1:10) {
  times <- tabulate(sample(1000, replace = TRUE), 1000)[place + 1]
  glmnet(x[times > 0, ], y[times > 0], weights = (w * times)[times > 0], alpha = 0.5)
}), "\n")
cat("penalties", length(glmnet(x, y, weights = w, alpha = 0.5)$lambda), "\n")
