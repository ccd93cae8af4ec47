# Makes prophet-series.csv in engine/src/test/resources/oracle. Run in that folder: Rscript <this file>.
# Needs R with the package prophet (written with 1.0). Series: 300 generated days, 30 days ahead; `truth` has no noise.
suppressMessages(library(prophet))
set.seed(20261121)
n <- 300; h <- 30; t <- 0:(n + h - 1)
ds <- as.Date("2024-01-01") + t
week <- c(3, 4, 3, 2, 1, -6, -7)[(t %% 7) + 1]
bend <- 20 + .1 * t - .15 * pmax(0, t - 150)
campaign <- as.numeric(t %% 23 %in% c(4, 5, 6)); traffic <- round(50 + 20 * sin(t / 9) + 10 * cos(t / 4), 2)
cases <- list(
  linear = list(truth = bend + week, sd = 1),
  logistic = list(truth = 10 + 90 / (1 + exp(-(t - 160) / 40)) + week, sd = 2, cap = 100, floor = 10),
  regressors = list(truth = bend + week + 8 * campaign + .3 * traffic, sd = 1, x = TRUE),
  multiplied = list(truth = (20 + .2 * t) * (1 + week / 30), sd = 1, mode = "multiplicative"))
out <- data.frame()
for (name in names(cases)) {
  case <- cases[[name]]
  all <- data.frame(ds = ds, y = round(case$truth + rnorm(n + h, 0, case$sd), 3), campaign = campaign, traffic = traffic)
  if (!is.null(case$cap)) { all$cap <- case$cap; all$floor <- case$floor }
  m <- prophet(growth = if (is.null(case$cap)) "linear" else "logistic", yearly.seasonality = FALSE, weekly.seasonality = TRUE,
    daily.seasonality = FALSE, seasonality.mode = if (is.null(case$mode)) "additive" else case$mode)
  if (!is.null(case$x)) { m <- add_regressor(m, "campaign"); m <- add_regressor(m, "traffic") }
  m <- fit.prophet(m, all[1:n, ]); p <- predict(m, all)
  out <- rbind(out, data.frame(series = name, t = t, y = all$y, truth = round(case$truth, 3), campaign = campaign,
    traffic = traffic, trend = round(p$trend, 4), yhat = round(p$yhat, 4)))
}
write.csv(out, "prophet-series.csv", row.names = FALSE, quote = FALSE)
