package dev.headroom.app.ui.adapter;

import dev.headroom.app.usecase.CostOutlook;
import dev.headroom.app.usecase.Hindsight;
import dev.headroom.app.usecase.SeriesForecast;
import dev.headroom.charts.axis.TimeAxis;
import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.data.EventData;
import dev.headroom.charts.data.LineData;
import dev.headroom.charts.layer.BandLevel;
import dev.headroom.charts.layer.BreachMarkerLayer;
import dev.headroom.charts.layer.EventLayer;
import dev.headroom.charts.layer.HistoryForecastDivider;
import dev.headroom.charts.layer.LimitLayer;
import dev.headroom.charts.layer.LineLayer;
import dev.headroom.charts.layer.LineStyle;
import dev.headroom.charts.layer.QuarterEndLayer;
import dev.headroom.charts.plot.Plot;
import dev.headroom.charts.plot.PlotBuilder;
import dev.headroom.charts.plot.Viewport;
import dev.headroom.charts.theme.Ink;
import dev.headroom.charts.theme.ThemeColor;
import dev.headroom.engine.capacity.BreachRisk;
import dev.headroom.engine.capacity.CapacityLimit;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.TimeGrid;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Draws a series with its forecast: history, bands, median, limit and breach marker.
public final class ForecastPlot {
    /// The past that is shown at first, as a multiple of the horizon.
    private static final double PAST_TO_FUTURE = 2.5;

    private static final double LEAST_PAST_SECONDS = 120 * 86_400.0;

    private ForecastPlot() {}

    /// The forecast of another model for the same series.
    ///
    /// @param category which of the category colours it has
    public record Beside(String name, QuantileForecast forecast, int category) {}

    /// What is drawn besides the forecast itself.
    ///
    /// @param model the name of the forecast's own model, written when others stand beside it
    public record Company(String model, List<Beside> others, List<EventData> events) {
        public Company {
            others = List.copyOf(others);
            events = List.copyOf(events);
        }

        static Company none() {
            return new Company("", List.of(), List.of());
        }
    }

    /// A forecast on its own.
    public static PlotBuilder of(SeriesForecast result) {
        return of(result, Company.none());
    }

    /// The chart of the Forecast panel. Beside other models only the 80 % band of the forecast's own is drawn.
    public static PlotBuilder of(SeriesForecast result, Company company) {
        TimeGrid history = result.history().grid();
        ValueAxis axis = result.unit() == MeasureUnit.PERCENT
                ? ValueAxis.fitted(PlotPoints.format(result.unit()))
                : ValueAxis.withZero(PlotPoints.format(result.unit()));
        double last = PlotPoints.second(history.at(history.length() - 1L));
        PlotBuilder builder = Plot.builder(TimeAxis.in(history.zone()), axis)
                .add(new QuarterEndLayer(history.zone()))
                .add(LineLayer.history("Observed", PlotPoints.line(result.history())));
        result.hindsight().ifPresent(hindsight -> builder.add(happened(result, hindsight)));
        LineData median = PlotPoints.median(result.history(), result.forecast());
        boolean alone = company.others().isEmpty();
        builder.add(
                alone
                        ? LineLayer.median("Median", median)
                        : LineLayer.median(company.model(), median).named(LineLayer.Naming.BOTH));
        company.others().forEach(other -> builder.add(beside(result, other)));
        PlotPoints.bands(result.history(), result.forecast()).stream()
                .filter(band -> alone || band.depth() == BandLevel.P80.depth())
                .forEach(builder::add);
        if (!company.events().isEmpty()) {
            builder.add(new EventLayer(company.events()));
        }
        result.limit().ifPresent(limit -> builder.add(new LimitLayer(limit.value(), limitLabel(limit, result.unit()))));
        builder.add(new HistoryForecastDivider(last));
        double end = PlotPoints.second(result.forecast().grid().end());
        result.limit().ifPresent(limit -> breach(result, limit, last, end).ifPresent(builder::add));
        return builder.home(home(PlotPoints.second(history.start()), last, lastStep(result.forecast())));
    }

    /// What followed the last known observation, drawn over the bands of the past forecast.
    private static LineLayer happened(SeriesForecast result, Hindsight hindsight) {
        LineData line = PlotPoints.startingAtLast(result.history(), PlotPoints.line(hindsight.actual()));
        return new LineLayer(
                "What happened", line, LineStyle.solid(Ink.of(ThemeColor.TEXT), 1.6), LineLayer.Naming.LEGEND);
    }

    private static LineLayer beside(SeriesForecast result, Beside other) {
        return new LineLayer(
                other.name(),
                PlotPoints.median(result.history(), other.forecast()),
                LineStyle.category(other.category()),
                LineLayer.Naming.BOTH);
    }

    /// The daily cost with its forecast.
    public static PlotBuilder of(CostOutlook outlook) {
        TimeGrid history = outlook.history().grid();
        double last = PlotPoints.second(history.at(history.length() - 1L));
        PlotBuilder builder = Plot.builder(
                        TimeAxis.in(history.zone()), ValueAxis.fitted(PlotPoints.money(outlook.currency())))
                .add(LineLayer.history("Actual", PlotPoints.line(outlook.history())))
                .add(LineLayer.median("Median", PlotPoints.median(outlook.history(), outlook.forecast()))
                        .named(LineLayer.Naming.END_LABEL));
        PlotPoints.bands(outlook.history(), outlook.forecast()).forEach(builder::add);
        return builder.add(new HistoryForecastDivider(last))
                .home(home(PlotPoints.second(history.start()), last, lastStep(outlook.forecast())));
    }

    private static double lastStep(QuantileForecast forecast) {
        return PlotPoints.second(forecast.grid().at(forecast.steps() - 1L));
    }

    private static Viewport home(double start, double last, double end) {
        double past = Math.max(LEAST_PAST_SECONDS, PAST_TO_FUTURE * (end - last));
        return new Viewport(Math.max(start, last - past), end);
    }

    /// "Limit 80 %", or with the value where the series is not a percentage.
    static String limitLabel(CapacityLimit limit, MeasureUnit unit) {
        String percent = String.format(Locale.ROOT, "Limit %.0f\u00a0%%", limit.percent());
        return unit == MeasureUnit.PERCENT
                ? percent
                : String.format(Locale.ROOT, "%s of %,.0f\u00a0%s", percent, limit.capacity(), unit.symbol());
    }

    private static Optional<BreachMarkerLayer> breach(
            SeriesForecast result, CapacityLimit limit, double last, double end) {
        if (result.risks().isEmpty()) {
            return Optional.empty();
        }
        BreachRisk risk = result.risks().getLast();
        return risk.p10().isEmpty()
                ? Optional.empty()
                : Optional.of(new BreachMarkerLayer(
                        limit.value(), second(risk.p10()), second(risk.p50()), second(risk.p90()), end, last));
    }

    private static OptionalDouble second(Optional<Instant> instant) {
        return instant.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(PlotPoints.second(instant.get()));
    }
}
