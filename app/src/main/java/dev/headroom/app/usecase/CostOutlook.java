package dev.headroom.app.usecase;

import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.series.TimeSeries;
import java.time.YearMonth;

/// The daily cost of usage and commitments in one currency, without tax, credits and adjustments, its forecast and the
/// expected total of the running month.
///
/// @param history daily effective cost
/// @param forecast has the levels .025, .1, .25, .5, .75, .9 and .975
/// @param previousMonthTotal exact to the cent of display; NaN when the month before is not complete
public record CostOutlook(
        CurrencyCode currency,
        TimeSeries history,
        QuantileForecast forecast,
        YearMonth month,
        MonthEnd monthEnd,
        double previousMonthTotal) {

    /// The total of the month: what is known plus what is forecast, from sample paths, so that the daily errors add up
    /// as they really do.
    public record MonthEnd(
            double low95, double low80, double low50, double median, double high50, double high80, double high95) {}
}
