# Makes croston.csv in engine/src/test/resources/oracle. Run in that folder: Rscript <this file>
# Needs R with the package forecast (written with 8.20). One row a series and smoothing constant: the values separated by
# spaces, the constant for sizes and intervals alike, and the demand rate that croston() forecasts.
library(forecast)
set.seed(20261122)
draw <- function(n, p, mean) rbinom(n, 1, p) * (1 + rpois(n, mean - 1))
series <- list(
  hand = c(0, 3, 0, 0, 5, 4, 0),
  rare = draw(80, 0.08, 6),
  lumpy = round(draw(120, 0.2, 2) * rexp(120, 0.1), 2),
  often = draw(60, 0.7, 12),
  every = c(7, 9, 8, 6, 11, 10),
  dying = draw(100, seq(0.6, 0.02, length.out = 100), 5))
rows <- data.frame()
for (name in names(series)) {
  y <- series[[name]]
  for (alpha in c(0.1, 0.3)) {
    rate <- as.numeric(croston(ts(y), h = 1, alpha = alpha)$mean)
    rows <- rbind(rows, data.frame(series = name, values = paste(y, collapse = " "), alpha = alpha, rate = signif(rate, 12)))
  }
}
write.csv(rows, "croston.csv", row.names = FALSE, quote = FALSE)
