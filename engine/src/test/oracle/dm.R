# Makes dm-tests.csv in engine/src/test/resources/oracle. Run in that folder: Rscript <this file>
# Needs R with the package forecast (written with 8.20). One row a test: name, overlap, statistic, p-value, differences.
library(forecast)
set.seed(20261121)
cases <- list(
  independent = list(h = 1, d = rnorm(20, 0.3)),
  clear = list(h = 1, d = rnorm(30, 1)),
  five = list(h = 2, d = c(0.4, 0.1, 0.3, -0.2, 0.5)),
  overlapping = list(h = 2, d = as.numeric(arima.sim(list(ma = 0.8), 24)) + 0.4),
  wide = list(h = 4, d = as.numeric(arima.sim(list(ma = c(0.8, 0.6, 0.3)), 60)) + 0.7),
  large = list(h = 3, d = as.numeric(arima.sim(list(ma = c(0.5, 0.3)), 301)) - 0.1),
  alternating = list(h = 2, d = c(1, -0.9, 1.1, -1, 0.9, -1.2, 1, -0.7)))
out <- data.frame()
for (name in names(cases)) {
  case <- cases[[name]]; d <- round(case$d, 6)
  # Losses, not errors: their difference is d, and the power 1 leaves them as they are.
  result <- suppressWarnings(dm.test(d - min(d) + 1, rep(1 - min(d), length(d)), h = case$h, power = 1))
  out <- rbind(out, data.frame(name = name, overlap = case$h, statistic = format(unname(result$statistic), digits = 15),
    p = format(unname(result$p.value), digits = 15), differences = paste(d, collapse = ";")))
}
write.csv(out, "dm-tests.csv", row.names = FALSE, quote = FALSE)
