package dev.headroom.app.usecase;

import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.series.TimeSeries;
import java.time.YearMonth;

/// The daily cost of usage and commitments in one currency, without tax, credits and adjustments, its forecast and the
/// expected total of the running month.
///
/// @param query the scope and the basis of all its amounts
/// @param history daily cost; a day on which a charge does not state the basis is missing
/// @param forecast has the levels .025, .1, .25, .5, .75, .9 and .975
/// @param previousMonthTotal exact to the cent of display; NaN when the month before is not complete or a day of it is
///     missing
public record CostOutlook(
        CostQuery query,
        CurrencyCode currency,
        TimeSeries history,
        QuantileForecast forecast,
        YearMonth month,
        MonthEnd monthEnd,
        double previousMonthTotal) {

    /// The total of the month: what is known plus what is forecast, from sample paths, so that the daily errors add up
    /// as they really do. All are NaN when a day of the month is missing.
    public record MonthEnd(
            double low95, double low80, double low50, double median, double high50, double high80, double high95) {}
}
