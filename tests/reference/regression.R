# The expected numbers of src/stats/{least_squares,ordered_model,variance_inflation,influence,moran,
# distributions}_test.cpp, made with R 4.2.2, sandwich 3.0.2, survey 4.1.1, MASS 7.3.58.2, ordinal
# 2022.11.16 and spdep 1.2.7 (Debian 12): Rscript regression.R
# The data are a formula of whole numbers, the same one as in src/stats/formula_data_test.hpp.
suppressMessages({library(sandwich); library(survey); library(MASS); library(ordinal); library(spdep)})
show <- function(name, value) cat(name, paste(sapply(value, format, digits = 17), collapse = ", "), "\n")
errors <- function(v) sqrt(diag(v))

i <- 1:60
d <- data.frame(
  a = ((7 * i) %% 23) / 23, b = ((11 * i) %% 17) - 8, c = ((i * i) %% 29) / 10,
  w = 1 + (5 * i) %% 7, cluster = (i - 1) %/% 4)
d$stratum <- d$cluster %/% 3
d$lone <- pmin(d$cluster, 3)  # strata 0, 1 and 2 have one cluster each
d$y <- 2 + 1.5 * d$a - 0.3 * d$b + 0.8 * d$c + ((13 * i) %% 31 - 15) / 10 +
  ((7 * d$cluster) %% 5 - 2) / 4
d$k <- findInterval(d$y, c(2, 4, 6))  # 0, 1, 2, 3
d$f <- factor(d$k, ordered = TRUE)

cat("-- least squares\n")
m <- lm(y ~ a + b + c, d, weights = w)
show("coefficients", coef(m)); show("classic", errors(vcov(m)))
show("variance", summary(m)$sigma^2)
show("r2", c(summary(m)$r.squared, summary(m)$adj.r.squared))
show("hc1", errors(vcovHC(m, type = "HC1")))
show("cluster", errors(vcovCL(m, ~cluster)))
show("leverage 1 2 60", hatvalues(m)[c(1, 2, 60)])
show("rstudent 1 2 60", rstudent(m)[c(1, 2, 60)])
show("cook 1 2 60", cooks.distance(m)[c(1, 2, 60)])
design <- svydesign(~cluster, strata = ~stratum, weights = ~w, data = d, nest = TRUE)
show("svyglm", errors(vcov(svyglm(y ~ a + b + c, design))))
show("svyglm no strata", errors(vcov(svyglm(y ~ a + b + c, svydesign(~cluster, weights = ~w, data = d)))))
options(survey.lonely.psu = "adjust")
lone <- svydesign(~cluster, strata = ~lone, weights = ~w, data = d, nest = TRUE)
show("svyglm lone", errors(vcov(svyglm(y ~ a + b + c, lone))))
show("svyglm rows in strata", errors(vcov(svyglm(y ~ a + b + c, svydesign(~1, strata = ~stratum, weights = ~w, data = d)))))
m0 <- lm(y ~ 0 + a + b, d)
show("no intercept", c(coef(m0), summary(m0)$r.squared, summary(m0)$adj.r.squared))
z <- transform(d, w = ifelse(i %% 3 == 0, 0, w))
mz <- lm(y ~ a + b + c, z, weights = w)
show("zero weights", c(coef(mz), errors(vcov(mz)), df.residual(mz)))
show("zero weights svyglm", errors(vcov(svyglm(y ~ a + b + c, subset(design, i %% 3 != 0)))))

cat("-- variance inflation, from R2 of each column on the others\n")
e <- transform(d, e = a + 0.1 * b + c * c / 20, one = 1)
vif <- function(weights) sapply(c("a", "b", "c", "e"), function(one) {
  e$weights <- e[[weights]]
  f <- reformulate(setdiff(c("a", "b", "c", "e"), one), one)
  1 / (1 - summary(lm(f, e, weights = weights))$r.squared)
})
show("unweighted", vif("one")); show("weighted", vif("w"))

cat("-- ordered model\n")
print(table(d$k))
for (link in c("logit", "probit")) {
  method <- if (link == "logit") "logistic" else "probit"
  p <- polr(f ~ a + b + c, d, weights = w, method = method, Hess = TRUE,
            control = list(reltol = 1e-16, maxit = 10000))
  show(paste(link, "polr"), c(coef(p), p$zeta)); show("  errors", errors(vcov(p)))
  o <- clm(f ~ a + b + c, data = d, weights = w, link = link, control = clm.control(gradTol = 1e-12, maxIter = 100))
  order <- c(4:6, 1:3)
  show(paste(link, "clm"), coef(o)[order]); show("  errors", errors(vcov(o))[order])
  show("  log likelihood", c(o$logLik, clm(f ~ 1, data = d, weights = w, link = link)$logLik))
  # With weights vcovCL takes their sum for the number of rows, so it is asked without.
  plain <- polr(f ~ a + b + c, d, method = method, Hess = TRUE, control = list(reltol = 1e-16, maxit = 10000))
  show("  unweighted", c(coef(plain), plain$zeta)); show("  vcovCL", errors(vcovCL(plain, ~cluster)))
  s <- estfun(o); v <- vcov(o)
  g <- rowsum(s, d$cluster)
  show("  cluster", errors(v %*% crossprod(g) %*% v * 15 / 14)[order])
  show("  hc1", errors(v %*% crossprod(s) %*% v * 60 / 59)[order])
  show("  scores of cluster 0", g[1, order])
  q <- svyolr(f ~ a + b + c, design, method = method, control = list(reltol = 1e-16, maxit = 10000))
  show("  svyolr", errors(q$var))
  h <- sapply(split(seq_len(15), unique(d[c("cluster", "stratum")])$stratum), function(r) {
    x <- scale(g[r, ], scale = FALSE); crossprod(x) * length(r) / (length(r) - 1) })
  show("  strata", errors(v %*% matrix(rowSums(h), 6) %*% v)[order])
}
b2 <- glm(k > 1 ~ a + b + c, binomial, transform(d, k = k), weights = w, epsilon = 1e-15)
show("two answers", c(coef(b2), errors(vcov(b2))))

cat("-- Longley\n")
l <- lm(Employed ~ ., longley)
show("coefficients", coef(l)); show("errors", errors(vcov(l)))

cat("-- Moran: 6 rows of 10 places, neighbours above, below, left and right\n")
row <- (i - 1) %/% 10; column <- (i - 1) %% 10
rook <- 1 * (abs(outer(row, row, "-")) + abs(outer(column, column, "-")) == 1)
moran <- function(name, x, m) {
  t <- moran.test(x, mat2listw(m, style = "W"))
  show(name, c(t$estimate, t$statistic, t$p.value))
}
moran("rook y", d$y, rook); moran("rook c", d$c, rook)
# Lists that are not mutual: the two places behind, in a circle.
behind <- 1 * outer(i, i, function(p, q) (q - p) %% 60 %in% 1:2)
moran("behind, residuals", residuals(m), behind)
# Without neighbours for the first and last place: the others as if those were not there.
keep <- 2:59
moran("two isolates", d$y[keep], rook[keep, keep])
set.seed(1); show("moran.mc c", moran.mc(d$c, mat2listw(rook, style = "W"), 99999)$p.value)

cat("-- distributions\n")
show("pnorm", pnorm(c(-37, -8, -1.96, 0, 0.5, 3))); show("upper", pnorm(c(1, 10), lower.tail = FALSE))
show("qnorm", qnorm(c(1e-300, 1e-10, 0.025, 0.5, 0.975)))
show("pt", c(pt(-2, 3), pt(1.5, 12.5), pt(40, 2), pt(-30, 50))); show("qt", c(qt(0.975, 3), qt(0.975, 67000), qt(1e-8, 5), qt(0.5, 4)))
show("chisq", pchisq(c(3.84, 100, 0.01), c(1, 30, 4), lower.tail = FALSE))
show("F", pf(c(4, 50, 0.2), c(2, 5, 7), c(10, 60, 3.5), lower.tail = FALSE))
