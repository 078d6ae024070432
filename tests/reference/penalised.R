# SPDX-License-Identifier: EUPL-1.2
# The expected numbers of src/stats/{moments,normal_equations,elastic_net,cross_validation}_test.cpp,
# made with R 4.2.2 and glmnet 4.1.6 (Debian 12): Rscript penalised.R
suppressPackageStartupMessages(library(glmnet))

# Park and Miller's generator, whose integers are exact in both languages; the same rows are made by
# tests/support/made_rows.hpp.
state <- 20160101
uniform <- function() {
  state <<- (state * 16807) %% 2147483647
  state / 2147483647
}
n <- 60; p <- 6
x <- matrix(0, n, p); y <- numeric(n); w <- numeric(n); fold <- integer(n)
for (i in 1:n) {
  base <- uniform()
  for (j in 1:p) x[i, j] <- j * (uniform() + 0.5 * base) + 10 * j
  y[i] <- 3 + x[i, 1] - 0.5 * x[i, 2] + 0.25 * x[i, 4] + uniform() - 0.5
  w[i] <- 0.5 + uniform()
  fold[i] <- floor(5 * uniform())
}
show <- function(name, values) {
  cat("// ", name, "\n", paste(formatC(values, digits = 12, format = "g"), collapse = ", "), "\n", sep = "")
}

show("moments: mean x2, mean y, cov(x1,x3), cov(x2,y), var y",
     c(weighted.mean(x[, 2], w), weighted.mean(y, w),
       cov.wt(cbind(x, y), w, method = "ML")$cov[cbind(c(1, 2, 7), c(3, 7, 7))]))
line <- lm(y ~ x, weights = w)
show("lm: coefficients", coef(line))
show("lm: weighted residual squares, total squares",
     c(sum(w * resid(line)^2), sum(w * (y - weighted.mean(y, w))^2)))

factors <- c(1, 0.5, 2, 1, 0, 1.5)
lambdas <- c(0.2, 0.05, 0.001)
glmnet.control(fdev = 0, devmax = 1)
for (mix in c(1, 0.5, 0)) for (plain in c(TRUE, FALSE)) {
  fit <- if (plain) glmnet(x, y, alpha = mix, lambda = lambdas, thresh = 1e-20, maxit = 1e7)
  else glmnet(x, y, alpha = mix, lambda = lambdas, weights = w, penalty.factor = factors,
              thresh = 1e-20, maxit = 1e7)
  show(paste("glmnet: mix", mix, if (plain) "plain" else "weights and factors",
             "- intercept and coefficients per lambda"), as.vector(rbind(fit$a0, as.matrix(fit$beta))))
  show("deviance ratios", fit$dev.ratio)
}
fit <- glmnet(x, y, weights = w, lambda = lambdas, standardize = FALSE, thresh = 1e-20)
show("glmnet: lasso, weights, not standardised", as.vector(rbind(fit$a0, as.matrix(fit$beta))))

glmnet.control(factory = TRUE)
fit <- glmnet(x, y, weights = w, penalty.factor = factors, thresh = 1e-14)
show("glmnet: own path, first two and last lambda, length",
     c(fit$lambda[1], fit$lambda[2], tail(fit$lambda, 1), length(fit$lambda)))
fit <- glmnet(x, y, alpha = 0, weights = w, thresh = 1e-14)
show("glmnet: own ridge path, first two and last lambda, length",
     c(fit$lambda[1], fit$lambda[2], tail(fit$lambda, 1), length(fit$lambda)))

many <- 0.5 * 0.9^(0:59)
for (mix in c(1, 0.5, 0)) {
  cv <- cv.glmnet(x, y, weights = w, alpha = mix, lambda = many, foldid = fold + 1, thresh = 1e-20,
                  keep = TRUE)
  show(paste("cv.glmnet: mix", mix, "- cvm at 1, 11, ..., 51"), cv$cvm[seq(1, 60, 10)])
  show("cvsd at the same", cv$cvsd[seq(1, 60, 10)])
  show("places of lambda.min and lambda.1se, from 0",
       c(which(cv$lambda == cv$lambda.min), which(cv$lambda == cv$lambda.1se)) - 1)
  show("out-of-fold predictions of rows 1, 2, 60 at lambda.min",
       cv$fit.preval[c(1, 2, 60), which(cv$lambda == cv$lambda.min)])
}
