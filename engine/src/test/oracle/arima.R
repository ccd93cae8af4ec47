# Makes arima-series.csv, arima-fits.csv and arima-tests.csv in engine/src/test/resources/oracle. Run in that folder:
# Rscript <this file>. Needs R with the package forecast (written with 8.20).
# Series: classics that come with R and generated ones, two of them with gaps.
library(forecast)
set.seed(20261122)
rnd <- function(x) round(x, 3)
series <- list()
series$nile <- list(m = 1, y = as.numeric(Nile))
series$lynxlog <- list(m = 1, y = rnd(log(as.numeric(lynx))))
series$ukgaslog <- list(m = 4, y = rnd(log(as.numeric(UKgas))))
series$airlog <- list(m = 12, y = rnd(log(as.numeric(AirPassengers))))
series$deaths <- list(m = 12, y = as.numeric(USAccDeaths))
series$walk <- list(m = 1, y = rnd(50 + cumsum(rnorm(60, .2))))
series$signed <- list(m = 1, y = rnd(rnorm(40)))
series$arma <- list(m = 1, y = rnd(20 + as.numeric(arima.sim(list(ar = c(.6, .2), ma = .5), 120))))
series$week <- list(m = 7, y = rnd(30 + rep(c(4, 5, 6, 5, 3, -10, -13), 20) + cumsum(rnorm(140, 0, .4)) + rnorm(140)))
series$day <- list(m = 24, y = rnd(20 + 8 * sin(2 * pi * (1:360) / 24) + as.numeric(arima.sim(list(ar = .7), 360))))
series$curve <- list(m = 1, y = rnd(cumsum(cumsum(rnorm(70, 0.05, .3)))))
gappy <- series$nile$y; gappy[c(7, 30, 31, 32, 77)] <- NA
series$nilegaps <- list(m = 1, y = gappy)
gappy <- series$deaths$y; gappy[c(3, 20, 21, 40, 66)] <- NA
series$deathsgaps <- list(m = 12, y = gappy)
orders <- list(
  nile = list(c(0,0,0,0,0,0,1), c(1,0,1,0,0,0,1), c(0,1,1,0,0,0,0), c(1,1,1,0,0,0,1)),
  lynxlog = list(c(2,0,0,0,0,0,1), c(2,0,2,0,0,0,1), c(4,0,1,0,0,0,1)),
  ukgaslog = list(c(0,1,1,0,1,1,0), c(1,0,0,0,1,1,1), c(0,0,0,2,1,0,1)),
  airlog = list(c(0,1,1,0,1,1,0), c(2,1,1,0,1,1,0), c(1,0,0,1,1,0,1), c(2,1,0,0,0,0,1)),
  deaths = list(c(0,1,1,0,1,1,0), c(1,0,1,1,0,0,1), c(0,0,0,0,0,1,1)),
  walk = list(c(0,1,0,0,0,0,1), c(1,1,0,0,0,0,1), c(0,2,1,0,0,0,0)),
  signed = list(c(0,0,0,0,0,0,0), c(1,0,0,0,0,0,1), c(0,0,2,0,0,0,0)),
  arma = list(c(2,0,1,0,0,0,1), c(1,1,2,0,0,0,0), c(3,0,0,0,0,0,1)),
  week = list(c(1,1,1,1,0,0,0), c(0,1,1,0,1,1,0), c(1,0,0,1,1,0,1)),
  day = list(c(1,0,0,0,1,1,0), c(2,0,1,1,0,0,1)),
  curve = list(c(0,2,0,0,0,0,0), c(0,2,1,0,0,0,0)),
  nilegaps = list(c(0,0,0,0,0,0,1), c(1,0,1,0,0,0,1), c(0,1,1,0,0,0,0), c(1,1,0,0,0,0,1)),
  deathsgaps = list(c(0,1,1,0,1,1,0), c(1,0,1,1,0,0,1), c(1,0,0,0,1,0,1)))
out <- data.frame(); fits <- data.frame(); tests <- data.frame()
row <- function(name, kind, o, fit, h) {
  p <- forecast(fit, h = h, level = 80)
  se <- (as.numeric(p$upper) - as.numeric(p$mean)) / qnorm(.9)
  data.frame(series = name, kind = kind, p = o[1], d = o[2], q = o[3], P = o[4], D = o[5], Q = o[6], constant = o[7],
    loglik = fit$loglik, aicc = fit$aicc, mean1 = p$mean[1], meanH = p$mean[h], steps = h, se1 = se[1], seH = se[h])
}
for (name in names(series)) {
  s <- series[[name]]; y <- ts(s$y, frequency = s$m); h <- max(6, s$m + 2)
  out <- rbind(out, data.frame(series = name, m = s$m, t = seq_along(s$y) - 1, value = s$y))
  for (o in orders[[name]]) {
    fit <- Arima(y, order = o[1:3], seasonal = o[4:6], include.constant = o[7] == 1)
    fits <- rbind(fits, row(name, "fixed", o, fit, h))
  }
  fit <- auto.arima(y)
  a <- fit$arma
  fits <- rbind(fits, row(name, "auto", c(a[1], a[6], a[2], a[3], a[7], a[4], any(names(coef(fit)) %in% c("intercept", "drift"))), fit, h))
  if (!anyNA(s$y)) tests <- rbind(tests, data.frame(series = name, kpss = urca::ur.kpss(s$y, type = "mu", use.lag = trunc(3 * sqrt(length(s$y)) / 13))@teststat,
    strength = if (s$m > 1) forecast:::seas.heuristic(y) else 0, D = if (s$m > 1) nsdiffs(y) else 0, d = ndiffs(if (s$m > 1 && nsdiffs(y) > 0) diff(y, s$m) else y)))
}
write.csv(out, "arima-series.csv", row.names = FALSE, quote = FALSE)
cols <- c("loglik", "aicc", "mean1", "meanH", "se1", "seH")
fits[, cols] <- signif(fits[, cols], 9)
write.csv(fits, "arima-fits.csv", row.names = FALSE, quote = FALSE)
tests[, c("kpss", "strength")] <- signif(tests[, c("kpss", "strength")], 9)
write.csv(tests, "arima-tests.csv", row.names = FALSE, quote = FALSE)
