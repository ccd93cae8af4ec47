# Makes mstl.csv in engine/src/test/resources/oracle. Run in that folder: Rscript <this file>
# Needs R with the package forecast (written with 8.20). One row a value: the decomposition of mstl() with equal weights
# and with robust ones. Series: one that comes with R, and six weeks of invented hours with outliers and a new level.
library(forecast)
set.seed(20261123)
n <- 24 * 7 * 6
hour <- 0:(n - 1)
load <- 50 + 0.01 * hour + 12 * sin(2 * pi * hour / 24) - 15 * ((hour %/% 24) %% 7 >= 5) + rnorm(n, 0, 2) +
  10 * (hour > 600)
load[sample(n, 12)] <- load[sample(n, 12)] + 60
series <- list(
  airpassengers = list(periods = 12, y = as.numeric(AirPassengers)),
  load = list(periods = c(24, 168), y = round(load, 3)))
rows <- data.frame()
for (name in names(series)) {
  s <- series[[name]]
  y <- msts(s$y, seasonal.periods = s$periods)
  plain <- mstl(y)
  robust <- mstl(y, robust = TRUE)
  second <- function(fit) if (length(s$periods) > 1) as.numeric(fit[, 4]) else 0
  rows <- rbind(rows, data.frame(series = name, t = seq_along(s$y) - 1, value = s$y,
    trend = as.numeric(plain[, 2]), season1 = as.numeric(plain[, 3]), season2 = second(plain),
    robustTrend = as.numeric(robust[, 2]), robustSeason1 = as.numeric(robust[, 3]), robustSeason2 = second(robust)))
}
rows[, -(1:3)] <- round(rows[, -(1:3)], 6)
write.csv(rows, "mstl.csv", row.names = FALSE, quote = FALSE)
