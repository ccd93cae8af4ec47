package dev.headroom.app.ui.adapter;

import dev.headroom.charts.axis.TimeAxis;
import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.data.BandData;
import dev.headroom.charts.layer.BandLayer;
import dev.headroom.charts.layer.BandLevel;
import dev.headroom.charts.layer.BreachMarkerLayer;
import dev.headroom.charts.layer.HistoryForecastDivider;
import dev.headroom.charts.layer.LimitLayer;
import dev.headroom.charts.layer.LineLayer;
import dev.headroom.charts.layer.LineStyle;
import dev.headroom.charts.plot.Caption;
import dev.headroom.charts.plot.Plot;
import dev.headroom.charts.plot.PlotBuilder;
import dev.headroom.charts.plot.Viewport;
import dev.headroom.engine.capacity.BreachRisk;
import dev.headroom.engine.forecast.Futures;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.scenario.CostOutcome;
import dev.headroom.engine.scenario.LoadOutcome;
import dev.headroom.engine.scenario.PathBand;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// The two charts of a scenario, utilization and cost, on one span of time: baseline in neutral, scenario in
/// accent.
public final class ScenarioPlots {
    private static final double LEAST_TOP_PERCENT = 100;
    private static final int OTHER = 0;

    private ScenarioPlots() {}

    /// Another scenario, drawn as one line.
    public record Beside(String name, Futures futures) {}

    /// Futures as they are drawn; bands that do not change with the scenario are computed once.
    ///
    /// @param history what was observed
    /// @param baseline the bands without the events
    public record Before(TimeSeries history, QuantileForecast baseline) {}

    /// How much of the past is shown.
    ///
    /// @param days how far the futures reach
    public static Viewport span(Instant start, int days, int pastDays) {
        double from = PlotPoints.second(start);
        return new Viewport(from - 86_400.0 * pastDays, from + 86_400.0 * (days - 1));
    }

    public static Plot load(
            Before base,
            LoadOutcome load,
            double limitPercent,
            Optional<Beside> other,
            Viewport span,
            Caption caption) {
        QuantileForecast scenario = PathBand.of(load.futures());
        PlotBuilder builder =
                builder(ValueAxis.fixed(ValueFormat.percent(), 0, top(base, scenario)), base, scenario, other, span);
        builder.add(new LimitLayer(limitPercent, String.format(Locale.ROOT, "Limit %.0f\u00a0%%", limitPercent)));
        BreachRisk risk = load.scenario().longest().p10().isPresent()
                ? load.scenario().longest()
                : load.baseline().longest();
        if (risk.p10().isPresent()) {
            builder.add(new BreachMarkerLayer(
                    limitPercent,
                    second(risk.p10()),
                    second(risk.p50()),
                    second(risk.p90()),
                    span.to(),
                    PlotPoints.second(scenario.grid().at(-1))));
        }
        return builder.legend(Plot.Legend.ABOVE_RIGHT).caption(caption).build();
    }

    private static double top(Before base, QuantileForecast scenario) {
        double highest = LEAST_TOP_PERCENT;
        for (double value : scenario.quantile(0.9)) {
            highest = Math.max(highest, value);
        }
        for (double value : base.baseline().quantile(0.9)) {
            highest = Math.max(highest, value);
        }
        return Math.ceil(highest / 20) * 20;
    }

    public static Plot cost(Before base, CostOutcome cost, Optional<Beside> other, Viewport span, Caption caption) {
        CurrencyCode currency = cost.currency();
        return builder(ValueAxis.fitted(PlotPoints.money(currency)), base, PathBand.of(cost.scenario()), other, span)
                .legend(Plot.Legend.NONE)
                .caption(caption)
                .build();
    }

    private static PlotBuilder builder(
            ValueAxis axis, Before base, QuantileForecast scenario, Optional<Beside> other, Viewport span) {
        TimeSeries history = base.history();
        PlotBuilder builder = Plot.builder(TimeAxis.in(history.grid().zone()), axis)
                .add(LineLayer.history("Observed", PlotPoints.line(since(history, span))))
                .add(new LineLayer(
                        "Baseline",
                        PlotPoints.median(history, base.baseline()),
                        LineStyle.baseline(),
                        LineLayer.Naming.LEGEND))
                .add(LineLayer.median("Scenario", PlotPoints.median(history, scenario)));
        other.ifPresent(one -> builder.add(new LineLayer(
                one.name(),
                PlotPoints.median(history, PathBand.of(one.futures())),
                LineStyle.category(OTHER + 1),
                LineLayer.Naming.LEGEND)));
        builder.add(BandLayer.baseline("Baseline, 80\u00a0%", band(history, base.baseline())));
        builder.add(BandLayer.forecast(BandLevel.P80, band(history, scenario)));
        builder.add(new HistoryForecastDivider(PlotPoints.second(history.grid().at(history.length() - 1L))));
        return builder.span(span).home(span);
    }

    private static TimeSeries since(TimeSeries history, Viewport span) {
        int from = 0;
        while (from < history.length() - 1 && PlotPoints.second(history.grid().at(from)) < span.from()) {
            from++;
        }
        return history.slice(from, history.length());
    }

    private static BandData band(TimeSeries history, QuantileForecast forecast) {
        BandData band =
                new BandData(PlotPoints.seconds(forecast.grid()), forecast.quantile(0.1), forecast.quantile(0.9));
        int last = PlotPoints.lastObservation(history);
        return last < 0
                ? band
                : band.startingAt(PlotPoints.second(history.grid().at(last)), history.value(last));
    }

    private static OptionalDouble second(Optional<Instant> instant) {
        return instant.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(PlotPoints.second(instant.get()));
    }
}
