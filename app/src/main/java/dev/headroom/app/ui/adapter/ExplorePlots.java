package dev.headroom.app.ui.adapter;

import dev.headroom.charts.axis.TimeAxis;
import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.data.LineData;
import dev.headroom.charts.layer.BarLayer;
import dev.headroom.charts.layer.CellLayer;
import dev.headroom.charts.layer.DotLayer;
import dev.headroom.charts.layer.LineLayer;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.explore.CorrelationMatrix;
import dev.headroom.engine.explore.Decomposition;
import dev.headroom.engine.explore.Distribution;
import dev.headroom.engine.explore.SeasonalView;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Profiles, distributions and parts of series as charts.
public final class ExplorePlots {
    private static final int HOURS = 24;
    private static final double BAR = 0.72;
    private static final List<String> DAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
            .toList();
    private static final List<String> MONTHS = Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
            .toList();

    private ExplorePlots() {}

    /// Weekdays down, hours across.
    ///
    /// @param figure which figure of a place is shaded
    public static Plot hours(
            List<SeasonalView.Cell> cells, ToDoubleFunction<SeasonalView.Cell> figure, MeasureUnit unit) {
        double[][] values = new double[DAYS.size()][HOURS];
        for (int i = 0; i < cells.size(); i++) {
            values[i / HOURS][i % HOURS] = figure.applyAsDouble(cells.get(i));
        }
        List<String> names = IntStream.range(0, HOURS)
                .mapToObj(hour -> String.format(Locale.ROOT, "%02d:00", hour))
                .toList();
        return Plot.builder(
                        ValueAxis.fixed(ValueFormat.names(names), -0.5, HOURS - 0.5, 3),
                        ValueAxis.fixed(ValueFormat.names(DAYS.reversed()), -0.5, DAYS.size() - 0.5, 1))
                .add(new CellLayer(DAYS, values, PlotPoints.format(unit)))
                .legend(Plot.Legend.NONE)
                .build();
    }

    public static Plot weekdays(List<SeasonalView.Cell> cells, MeasureUnit unit) {
        return seasons(DAYS, cells, unit);
    }

    public static Plot months(List<SeasonalView.Cell> cells, MeasureUnit unit) {
        return seasons(MONTHS, cells, unit);
    }

    /// Bars of the means, and the 95th percentiles as a line.
    private static Plot seasons(List<String> names, List<SeasonalView.Cell> cells, MeasureUnit unit) {
        double[] positions = IntStream.range(0, cells.size()).asDoubleStream().toArray();
        return Plot.builder(
                        ValueAxis.fixed(ValueFormat.names(names), -0.5, cells.size() - 0.5, cells.size() > 7 ? 2 : 1),
                        ValueAxis.withZero(PlotPoints.format(unit)))
                .add(BarLayer.of("Mean", BAR, figures(cells, SeasonalView.Cell::mean)))
                .add(LineLayer.history(
                        "95th percentile", new LineData(positions, figures(cells, SeasonalView.Cell::p95))))
                .build();
    }

    /// Days before and after the last day of a quarter.
    public static Plot quarterEnds(List<SeasonalView.Cell> cells, MeasureUnit unit) {
        int reach = SeasonalView.REACH;
        double[] days = IntStream.rangeClosed(-reach, reach).asDoubleStream().toArray();
        return Plot.builder(
                        ValueAxis.fixed(ValueFormat.number(""), -reach, reach, 5)
                                .titled("Days after the last day of a quarter"),
                        ValueAxis.fitted(PlotPoints.format(unit)))
                .add(LineLayer.median("Mean", new LineData(days, figures(cells, SeasonalView.Cell::mean))))
                .add(LineLayer.history("95th percentile", new LineData(days, figures(cells, SeasonalView.Cell::p95))))
                .build();
    }

    private static double[] figures(List<SeasonalView.Cell> cells, ToDoubleFunction<SeasonalView.Cell> figure) {
        return cells.stream().mapToDouble(figure).toArray();
    }

    public static Plot histogram(Distribution known, MeasureUnit unit) {
        List<Distribution.Bin> bins = known.bins();
        return Plot.builder(
                        ValueAxis.fitted(PlotPoints.format(unit)).titled("Value of a day"),
                        ValueAxis.withZero(ValueFormat.number("")).titled("Days"))
                .add(new BarLayer(
                        "Days",
                        bins.stream().mapToDouble(Distribution.Bin::from).toArray(),
                        bins.stream().mapToDouble(Distribution.Bin::to).toArray(),
                        bins.stream().mapToDouble(Distribution.Bin::count).toArray()))
                .legend(Plot.Legend.NONE)
                .build();
    }

    /// One part of a decomposition over time.
    public static Plot part(String name, TimeGrid grid, Decomposition.Part part, MeasureUnit unit) {
        return line(name, new LineData(PlotPoints.seconds(grid), part.values()), grid, unit);
    }

    /// A series over time.
    public static Plot series(String name, TimeSeries series, MeasureUnit unit) {
        return line(name, PlotPoints.line(series), series.grid(), unit);
    }

    private static Plot line(String name, LineData data, TimeGrid grid, MeasureUnit unit) {
        return Plot.builder(TimeAxis.in(grid.zone()), ValueAxis.fitted(PlotPoints.format(unit)))
                .add(LineLayer.history(name, data))
                .legend(Plot.Legend.NONE)
                .build();
    }

    /// A square of correlations, the first series at the top and at the left.
    ///
    /// @param names of the series in their order
    /// @param figure which correlation of a pair is shown
    public static Plot correlation(
            List<String> names, CorrelationMatrix matrix, ToDoubleFunction<CorrelationMatrix.Pair> figure) {
        int size = names.size();
        double[][] values = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                values[row][column] = figure.applyAsDouble(matrix.pair(row, column));
            }
        }
        return Plot.builder(
                        ValueAxis.fixed(ValueFormat.names(names), -0.5, size - 0.5, 1),
                        ValueAxis.fixed(ValueFormat.names(names.reversed()), -0.5, size - 0.5, 1))
                .add(new CellLayer(names, values, ValueFormat.number(""), CellLayer.Shading.CORRELATION))
                .legend(Plot.Legend.NONE)
                .build();
    }

    /// Each common day of two series as a dot.
    public static Plot pair(Stream<TimeSeries> both, List<String> names) {
        List<TimeSeries> pair = both.toList();
        Map<Long, Double> first = new HashMap<>();
        TimeSeries a = pair.getFirst();
        TimeSeries b = pair.getLast();
        for (int t = 0; t < a.length(); t++) {
            if (!Double.isNaN(a.value(t))) {
                first.put(a.grid().at(t).getEpochSecond(), a.value(t));
            }
        }
        int[] common = IntStream.range(0, b.length())
                .filter(t -> !Double.isNaN(b.value(t))
                        && first.containsKey(b.grid().at(t).getEpochSecond()))
                .toArray();
        double[] x = Arrays.stream(common)
                .mapToDouble(t -> first.getOrDefault(b.grid().at(t).getEpochSecond(), Double.NaN))
                .toArray();
        double[] y = Arrays.stream(common).mapToDouble(b::value).toArray();
        return Plot.builder(
                        ValueAxis.fitted(ValueFormat.number("")).titled(names.getFirst()),
                        ValueAxis.fitted(ValueFormat.number("")).titled(names.getLast()))
                .add(new DotLayer(x, y))
                .legend(Plot.Legend.NONE)
                .build();
    }
}
