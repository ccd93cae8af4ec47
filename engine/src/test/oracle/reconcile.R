# Makes reconcile.csv in engine/src/test/resources/oracle. Run in that folder: Rscript <this file>
# Needs R only: the formulas of Wickramasuriya, Athanasopoulos and Hyndman (2019) written out with dense matrices, and the
# shrinkage of Schaefer and Strimmer (2005) as a double loop over the correlations. One row a case and method: the summing
# matrix of the aggregates by row, base forecasts of all nodes, errors by time point, reconciled forecasts of all nodes.
set.seed(20261121)
shrink <- function(errors) {
  n <- nrow(errors); p <- ncol(errors)
  cov <- t(errors) %*% errors / n
  x <- sweep(errors, 2, sqrt(diag(cov)), "/")
  top <- 0; bottom <- 0
  for (i in 1:p) for (j in 1:p) if (i != j) {
    w <- x[, i] * x[, j]
    top <- top + sum((w - mean(w))^2) / (n * (n - 1))
    bottom <- bottom + mean(w)^2
  }
  lambda <- max(0, min(1, top / bottom))
  lambda * diag(diag(cov)) + (1 - lambda) * cov
}
reconcile <- function(summing, base, weights) {
  inverse <- solve(weights)
  as.numeric(summing %*% solve(t(summing) %*% inverse %*% summing, t(summing) %*% inverse %*% base))
}
cases <- list(
  tree = rbind(c(1, 1, 1, 1, 1), c(1, 1, 0, 0, 0), c(0, 0, 1, 1, 1)),
  crossing = rbind(rep(1, 6), c(1, 1, 1, 0, 0, 0), c(0, 0, 0, 1, 1, 1), c(1, 0, 1, 0, 1, 0), c(0, 1, 0, 1, 0, 1)),
  pair = rbind(c(1, 1)))
times <- c(tree = 30, crossing = 12, pair = 40)
out <- data.frame()
text <- function(x) paste(format(x, digits = 15, trim = TRUE, scientific = FALSE), collapse = ";")
for (name in names(cases)) {
  upper <- cases[[name]]; leaves <- ncol(upper); n <- times[[name]]
  summing <- rbind(upper, diag(leaves))
  base <- round(as.numeric(summing %*% runif(leaves, 10, 50)) + rnorm(nrow(summing), 0, 4), 4)
  common <- rnorm(n)
  errors <- round(sapply(1:nrow(summing), function(i) runif(1, 0.5, 3) * (0.7 * common + rnorm(n))), 4)
  weights <- list(
    ols = diag(nrow(summing)),
    "wls-struct" = diag(rowSums(summing)),
    "wls-var" = diag(colMeans(errors^2)),
    mint = shrink(errors))
  for (method in names(weights)) {
    out <- rbind(out, data.frame(case = name, method = method,
      summing = paste(apply(upper, 1, paste, collapse = ";"), collapse = "|"), base = text(base),
      errors = paste(apply(errors, 1, paste, collapse = ";"), collapse = "|"),
      reconciled = text(reconcile(summing, base, weights[[method]]))))
  }
}
write.csv(out, "reconcile.csv", row.names = FALSE, quote = FALSE)
