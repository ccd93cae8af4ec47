# Makes tbats-series.csv and tbats-fits.csv in engine/src/test/resources/oracle. Run in that folder: Rscript <this file>
# Needs R with the package forecast (written with 8.20). Three series that come with R and 40 invented days of hours.
library(forecast)
set.seed(20261124)
hour <- 0:959
load <- 50 + 12 * sin(2 * pi * hour / 24) + 4 * cos(4 * pi * hour / 24) - 9 * sin(2 * pi * hour / 168) +
  as.numeric(arima.sim(list(ar = 0.7), 960, sd = 1.5))
series <- list(
  deaths = list(periods = 12, y = as.numeric(USAccDeaths)),
  temperature = list(periods = 12, y = as.numeric(nottem)),
  passengers = list(periods = 12, y = as.numeric(AirPassengers)),
  load = list(periods = c(24, 168), y = round(load, 3)))
values <- data.frame(); fits <- data.frame()
for (name in names(series)) {
  s <- series[[name]]
  seconds <- system.time(fit <- tbats(msts(s$y, seasonal.periods = s$periods), use.parallel = FALSE))[["elapsed"]]
  point <- as.numeric(forecast(fit, h = 24)$mean)
  values <- rbind(values, data.frame(series = name, value = s$y))
  fits <- rbind(fits, data.frame(series = name, periods = paste(s$periods, collapse = " "), aic = signif(fit$AIC, 9),
    seconds = round(seconds, 1), forecast = paste(signif(point, 8), collapse = " ")))
  cat(name, as.character(fit), seconds, "\n", file = stderr())
}
write.csv(values, "tbats-series.csv", row.names = FALSE, quote = FALSE)
write.csv(fits, "tbats-fits.csv", row.names = FALSE, quote = FALSE)
