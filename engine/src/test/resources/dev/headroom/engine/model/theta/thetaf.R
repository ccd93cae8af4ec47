# Makes thetaf.csv: forecasts of R's forecast::thetaf for three series that ThetaFitterTest builds by the same formulas.
# Run: Rscript thetaf.R > thetaf.csv   (made with R forecast 8.20)
suppressMessages(library(forecast))
trend <- 20 + 0.5 * (1:30) + 3 * sin((1:30)^2)
months <- (100 + 0.8 * (1:72)) * (1 + 0.2 * sin(2 * pi * (1:72) / 12)) + 4 * sin((1:72)^2)
flat <- 50 + 5 * cos((1:40)^2)
cat("series,h,mean,lo95,hi95\n")
show <- function(name, y, h) {
  f <- thetaf(y, h = h, level = 95)
  cat(sprintf("%s,%d,%.8f,%.8f,%.8f\n", name, 1:h, f$mean, f$lower[, 1], f$upper[, 1]), sep = "")
}
show("trend", ts(trend), 6)
show("months", ts(months, frequency = 12), 14)
show("flat", ts(flat), 6)
