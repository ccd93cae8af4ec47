# Makes ets-series.csv and ets-fits.csv in engine/src/test/resources/oracle. Run in that folder: Rscript <this file>
# Needs R with the package forecast (written with 8.20). Series: three classics that come with R and generated ones.
library(forecast)
set.seed(20261121)
rnd <- function(x) round(x, 3)
series <- list()
series$nile <- list(m = 1, y = as.numeric(Nile))
series$lynxlog <- list(m = 1, y = rnd(log(as.numeric(lynx))))
series$ukgas <- list(m = 4, y = as.numeric(UKgas))
series$airpassengers <- list(m = 12, y = as.numeric(AirPassengers))
series$walk <- list(m = 1, y = rnd(50 + cumsum(rnorm(60))))
series$signed <- list(m = 1, y = rnd(rnorm(40)))
series$damped <- list(m = 1, y = rnd(100 * (1 - 0.93^(1:50)) + rnorm(50)))
series$weekshape <- list(m = 7, y = rnd(30 + rep(c(4, 5, 6, 5, 3, -10, -13), 12) + cumsum(rnorm(84, 0, .4)) + rnorm(84)))
series$dayshape <- list(m = 24, y = rnd(20 + 8 * sin(2 * pi * (1:240) / 24) + rnorm(240)))
out <- data.frame(); fits <- data.frame()
for (name in names(series)) {
  s <- series[[name]]; y <- ts(s$y, frequency = s$m)
  out <- rbind(out, data.frame(series = name, m = s$m, t = seq_along(s$y) - 1, value = s$y))
  forms <- if (s$m == 1) c("ANN", "AAN", "AAdN", "MNN", "MAN", "MAdN") else
    c("ANN", "ANA", "AAA", "AAdA", "MNA", "MAA", "MNM", "MAM", "MAdM")
  if (any(s$y <= 0)) forms <- forms[substr(forms, 1, 1) == "A" & !grepl("M$", forms)]
  for (f in c("auto", forms)) {
    letters <- if (f == "auto") c("Z", "Z", "Z", NA) else c(substr(f, 1, 1), substr(f, 2, 2), substr(f, nchar(f), nchar(f)), nchar(f) == 4)
    fit <- try(ets(y, model = paste0(letters[1:3], collapse = ""),
      damped = if (f == "auto") NULL else as.logical(letters[4])), silent = TRUE)
    if (inherits(fit, "try-error")) next
    p <- forecast(fit, h = max(6, s$m), level = 80)
    h <- length(p$mean); c0 <- fit$components
    fits <- rbind(fits, data.frame(series = name, form = f,
      chosen = paste0(c0[1], c0[2], if (c0[4] == "TRUE") "d" else "", c0[3]),
      loglik = fit$loglik, aicc = fit$aicc, forecast1 = p$mean[1], forecastH = p$mean[h], steps = h,
      upper1 = p$upper[1], upperH = p$upper[h]))
  }
}
write.csv(out, "ets-series.csv", row.names = FALSE, quote = FALSE)
fits[, c("loglik", "aicc", "forecast1", "forecastH", "upper1", "upperH")] <- signif(fits[, c("loglik", "aicc", "forecast1", "forecastH", "upper1", "upperH")], 9)
write.csv(fits, "ets-fits.csv", row.names = FALSE, quote = FALSE)
