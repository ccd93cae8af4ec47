package dev.headroom.app.usecase;

/// How good the forecasts of the automatic model were lately, over all series.
///
/// @param source which forecasts were scored
/// @param forecasts how many
/// @param mase mean of their mean absolute scaled errors; NaN when none is defined
/// @param coverage80 share of what happened that lay inside the 80 % bands, 0..1; NaN when unknown
public record ForecastAccuracy(Source source, int forecasts, double mase, double coverage80) {
    /// Which forecasts were scored.
    public enum Source {
        /// Forecasts that were made and kept before it happened.
        LEDGER,
        /// Forecasts made afterwards with the last month held back, because no kept one has come due.
        BACKTEST
    }
}
