# The expected numbers of src/instrument/index_maker_test.cpp, made with R 4.2.2 (Debian 12):
# Rscript composite_index.R
people <- c(1200, 300, 4500, 800, 2500, 150, 990, 3100, 640, 1800, 700, 220)
z <- cbind(
  groen = c(0.3, -1.2, 0.8, 1.1, -0.4, 0.0, 2.1, -0.9, 0.5, -1.6, 0.7, -0.2),
  lucht = c(-0.1, 0.2, 0.0, -0.3, 0.4, 0.1, -0.2, 0.3, 6.5, 0.0, -0.4, 0.2),
  diefstal = c(1.0, 0.4, -0.7, -1.1, 0.9, 0.2, -0.6, 1.3, -0.2, 0.1, -1.4, 0.6),
  overlast = c(0.5, -0.5, 0.5, -1.5, 0.0, 1.5, -0.5, 1.0, -1.0, 0.5, -0.5, 0.0))
weight <- c(0.10, 0.04, -0.15, -0.06)
dimension <- c(1, 2, 2, 2)

wmean <- function(x) sum(people * x) / sum(people)
wsd <- function(x) sqrt(wmean((x - wmean(x))^2))
turned <- z %*% diag(sign(weight))
score <- 4 + drop(z %*% weight)

skewness <- function(x) { n <- length(x); d <- x - mean(x)
  mean(d^3) / mean(d^2)^1.5 * sqrt(n * (n - 1)) / (n - 2) }
kurtosis <- function(x) { n <- length(x); d <- x - mean(x)
  ((n + 1) * (mean(d^4) / mean(d^2)^2 - 3) + 6) * (n - 1) / ((n - 2) * (n - 3)) }
treat <- list(
  none = identity,
  winsorise = function(x) pmin(pmax(x, quantile(x, 0.025)), quantile(x, 0.975)),
  log = function(x) {
    if (abs(skewness(x)) <= 2 || kurtosis(x) <= 3.5) return(x)
    least <- diff(range(x)) / 100
    if (skewness(x) > 0) log(x - min(x) + least) else -log(max(x) - x + least)
  })
normalise <- list(
  z = function(x) (x - wmean(x)) / wsd(x),
  "min-max" = function(x) 1 + 99 * (x - min(x)) / diff(range(x)),
  rank = function(x) 1 + 99 * (rank(x) - 1) / (length(x) - 1))

index <- function(treatment, normalisation, weighting, aggregation) {
  x <- apply(turned, 2, function(column) normalise[[normalisation]](treat[[treatment]](column)))
  importance <- abs(weight) * apply(turned, 2, wsd)
  e <- switch(weighting, model = importance, equal = rep(1 / 4, 4),
              "equal-within-dimension" = c(3, 1, 1, 1) / 6)
  parts <- sapply(1:2, function(d) {
    own <- e[dimension == d] / sum(e[dimension == d])
    columns <- x[, dimension == d, drop = FALSE]
    if (aggregation == "geometric") exp(drop(log(columns) %*% own)) else drop(columns %*% own)
  })
  share <- tapply(e, dimension, sum) / sum(e)
  if (aggregation == "arithmetic") drop(parts %*% share) else exp(drop(log(parts) %*% share))
}
matched <- function(values) wmean(score) + wsd(score) * (values - wmean(values)) / wsd(values)
show <- function(...) {
  values <- index(...)
  cat("{", paste0('"', c(...), '"', collapse = ", "), "}\n")
  cat("  values", paste(format(values[c(1, 7, 9)], digits = 15), collapse = ", "), "\n")
  cat("  scores", paste(format(matched(values)[c(1, 7, 9)], digits = 15), collapse = ", "), "\n")
  cat("  ranks ", paste(rank(values), collapse = ", "), "\n")
}
cat("skewness", format(apply(turned, 2, skewness), digits = 15), "\n")
cat("kurtosis", format(apply(turned, 2, kurtosis), digits = 15), "\n")
show("none", "z", "model", "arithmetic")
show("winsorise", "z", "model", "arithmetic")
show("log", "z", "model", "arithmetic")
show("none", "min-max", "model", "arithmetic")
show("none", "rank", "model", "mixed")
show("log", "min-max", "model", "geometric")
show("winsorise", "rank", "equal", "geometric")
show("log", "min-max", "equal-within-dimension", "mixed")
cat("rank correlation of none/z with winsorise/rank/equal/geometric",
    format(cor(score, index("winsorise", "rank", "equal", "geometric"), method = "spearman"),
           digits = 15), "\n")
