# Times R's automatic models on the series of a folder. Called by engine/src/jmh/compare: Rscript peers.R FOLDER
# Reads series.csv (kind, season, steps, series, value; the last `steps` values are to be forecast) and writes peers.csv
# (kind, model, series, processor seconds of fit and forecast with two bands, MASE). Needs R with the package forecast, and
# prophet for its rows; what is not installed is left out.
folder <- commandArgs(trailingOnly = TRUE)[1]
suppressMessages(library(forecast))
seconds <- function() { p <- proc.time(); unname(p[["user.self"]] + p[["sys.self"]]) }
bands <- c(80, 95)
models <- list(
  ets = function(y, h) forecast(ets(y), h = h, level = bands)$mean,
  auto.arima = function(y, h) forecast(auto.arima(y), h = h, level = bands)$mean,
  thetaf = function(y, h) thetaf(y, h = h, level = bands)$mean,
  tbats = function(y, h) forecast(tbats(y, use.parallel = FALSE), h = h, level = bands)$mean)
if (requireNamespace("prophet", quietly = TRUE)) {
  models$prophet <- function(y, h) {
    n <- length(y)
    monthly <- frequency(y) == 12
    from <- as.POSIXct("2022-01-01", tz = "UTC")
    at <- if (monthly) seq(from, by = "month", length.out = n + h) else from + 3600 * (0:(n + h - 1))
    m <- suppressMessages(prophet::prophet(data.frame(ds = at[1:n], y = as.numeric(y))))
    predict(m, data.frame(ds = at))$yhat[n + 1:h]
  }
}
data <- read.csv(file.path(folder, "series.csv"))
out <- data.frame()
for (name in unique(data$series)) {
  rows <- data[data$series == name, ]
  h <- rows$steps[1]; m <- rows$season[1]; n <- nrow(rows) - h
  y <- ts(rows$value[1:n], frequency = m); actual <- rows$value[n + 1:h]
  for (model in names(models)) {
    start <- seconds()
    point <- as.numeric(suppressWarnings(models[[model]](y, h)))
    spent <- seconds() - start
    mase <- mean(abs(point - actual)) / mean(abs(diff(as.numeric(y), lag = m)))
    out <- rbind(out, data.frame(kind = rows$kind[1], model = model, series = name, seconds = spent, mase = mase))
    cat(name, model, round(spent, 3), "\n", file = stderr())
  }
}
write.csv(out, file.path(folder, "peers.csv"), row.names = FALSE, quote = FALSE)
