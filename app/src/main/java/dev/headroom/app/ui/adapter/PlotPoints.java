package dev.headroom.app.ui.adapter;

import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.data.BandData;
import dev.headroom.charts.data.LineData;
import dev.headroom.charts.layer.BandLayer;
import dev.headroom.charts.layer.BandLevel;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/// The points that a series and its forecast draw.
public final class PlotPoints {
    private static final List<BandLevel> BANDS = List.of(BandLevel.P50, BandLevel.P80, BandLevel.P95);

    private PlotPoints() {}

    public static double second(Instant instant) {
        return instant.getEpochSecond();
    }

    /// The abscissae of a grid in epoch seconds.
    public static double[] seconds(TimeGrid grid) {
        double[] x = new double[grid.length()];
        for (int i = 0; i < x.length; i++) {
            x[i] = second(grid.at(i));
        }
        return x;
    }

    public static LineData line(TimeSeries series) {
        return new LineData(seconds(series.grid()), series.values());
    }

    /// The median, starting at the last observation so that history and forecast meet.
    public static LineData median(TimeSeries history, QuantileForecast forecast) {
        return startingAtLast(history, new LineData(seconds(forecast.grid()), forecast.quantile(0.5)));
    }

    /// A line that follows the history, starting at the last observation.
    static LineData startingAtLast(TimeSeries history, LineData line) {
        int last = lastObservation(history);
        return last < 0 ? line : line.startingAt(second(history.grid().at(last)), history.value(last));
    }

    /// The 50, 80 and 95 % bands in the order of the legend, each starting at the last observation.
    public static List<BandLayer> bands(TimeSeries history, QuantileForecast forecast) {
        double[] x = seconds(forecast.grid());
        int last = lastObservation(history);
        return BANDS.stream()
                .map(level -> {
                    double tail = (100 - level.percent()) / 200.0;
                    BandData band = new BandData(x, forecast.quantile(tail), forecast.quantile(1 - tail));
                    return BandLayer.forecast(
                            level,
                            last < 0
                                    ? band
                                    : band.startingAt(second(history.grid().at(last)), history.value(last)));
                })
                .toList();
    }

    /// The index of the last value that is not missing, or -1.
    public static int lastObservation(TimeSeries series) {
        int index = series.length() - 1;
        while (index >= 0 && Double.isNaN(series.value(index))) {
            index--;
        }
        return index;
    }

    public static ValueFormat format(MeasureUnit unit) {
        return unit == MeasureUnit.PERCENT ? ValueFormat.percent() : ValueFormat.number(unit.symbol());
    }

    /// Money with the currency's symbol in English, or its code when it has none.
    public static ValueFormat money(CurrencyCode currency) {
        return ValueFormat.money(symbol(currency));
    }

    public static String symbol(CurrencyCode currency) {
        try {
            return Currency.getInstance(currency.value()).getSymbol(Locale.US);
        } catch (IllegalArgumentException virtualCurrency) {
            return currency.value() + " ";
        }
    }
}
