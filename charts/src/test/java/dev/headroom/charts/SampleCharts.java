package dev.headroom.charts;

import dev.headroom.charts.axis.TimeAxis;
import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.data.BandData;
import dev.headroom.charts.data.EventData;
import dev.headroom.charts.data.HeatmapData;
import dev.headroom.charts.data.LineData;
import dev.headroom.charts.data.ReliabilityBin;
import dev.headroom.charts.layer.BandLayer;
import dev.headroom.charts.layer.BandLevel;
import dev.headroom.charts.layer.BreachMarkerLayer;
import dev.headroom.charts.layer.EventLayer;
import dev.headroom.charts.layer.FrontierLayer;
import dev.headroom.charts.layer.HistoryForecastDivider;
import dev.headroom.charts.layer.LimitLayer;
import dev.headroom.charts.layer.LineLayer;
import dev.headroom.charts.layer.LineStyle;
import dev.headroom.charts.layer.QuarterEndLayer;
import dev.headroom.charts.layer.ReliabilityLayer;
import dev.headroom.charts.plot.Caption;
import dev.headroom.charts.plot.Plot;
import dev.headroom.charts.plot.Viewport;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;

/// Synthetic charts shaped like the ones the product shows, the same in every run.
public final class SampleCharts {
    public static final ZoneId UTC = ZoneId.of("UTC");
    private static final double DAY = 86_400;

    private SampleCharts() {}

    /// The epoch second of a midnight in UTC.
    public static double second(int year, int month, int day) {
        return LocalDate.of(year, month, day).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    /// Four years of daily history and six months of forecast with everything a forecast chart can show.
    public static Plot forecast() {
        double start = second(2023, 1, 1);
        double last = second(2026, 11, 19);
        int days = (int) ((last - start) / DAY) + 1;
        Random random = new Random(7);
        double[] x = new double[days];
        double[] y = new double[days];
        double noise = 0;
        for (int i = 0; i < days; i++) {
            x[i] = start + i * DAY;
            noise = 0.55 * noise + 1.9 * random.nextGaussian();
            y[i] = level(x[i]) + noise;
            if (i > 590 && i < 594) {
                y[i] = Double.NaN;
            }
        }
        int ahead = 182;
        double[] fx = new double[ahead];
        double[] median = new double[ahead];
        double[][] low = new double[3][ahead];
        double[][] high = new double[3][ahead];
        double[] z = {1.96, 1.2816, 0.6745};
        for (int i = 0; i < ahead; i++) {
            fx[i] = last + (i + 1) * DAY;
            median[i] = level(fx[i]);
            double sigma = 1.8 + 0.028 * i;
            for (int b = 0; b < 3; b++) {
                low[b][i] = median[i] - z[b] * sigma;
                high[b][i] = median[i] + z[b] * sigma;
            }
        }
        double anchor = y[days - 1];
        return Plot.builder(TimeAxis.in(UTC), ValueAxis.fitted(ValueFormat.percent()))
                .add(
                        new QuarterEndLayer(UTC),
                        LineLayer.history("Observed", new LineData(x, y)),
                        LineLayer.median("Median", new LineData(fx, median).startingAt(last, anchor)),
                        band(BandLevel.P50, fx, low[2], high[2], last, anchor),
                        band(BandLevel.P80, fx, low[1], high[1], last, anchor),
                        band(BandLevel.P95, fx, low[0], high[0], last, anchor),
                        new LimitLayer(80, "Limit 80\u00a0%"),
                        new HistoryForecastDivider(last),
                        events(),
                        new BreachMarkerLayer(
                                80,
                                OptionalDouble.of(second(2026, 12, 22)),
                                OptionalDouble.of(second(2026, 12, 28)),
                                OptionalDouble.of(second(2027, 3, 30)),
                                second(2027, 5, 20),
                                second(2026, 11, 20)))
                .home(new Viewport(second(2026, 3, 1), second(2027, 5, 20)))
                .caption(new Caption(
                        "db-eu-07: CPU p95 is likely to pass 80\u00a0% around 28 Dec",
                        "Daily p95 in percent, prod-eu, r6i.2xlarge. History to 19 Nov 2026, forecast to 20 May 2027",
                        List.of(
                                "As of 20 Nov 2026. Scope: AWS, prod-eu, EC2, db-eu-07. Limit 80\u00a0%."
                                        + " Model: additive with quarter end, v14, seed 42.",
                                "Backtest, 15 origins: MASE 0.71, 80\u00a0% band covered 81\u00a0%."
                                        + " Data 9f3c 71d2, forecast a41e 08bb."),
                        List.of("Headroom 1.0", "ledger entry F-2026-0412")))
                .build();
    }

    private static EventLayer events() {
        return new EventLayer(List.of(
                new EventData(second(2026, 4, 13), "Replica added"),
                new EventData(second(2026, 9, 9), "Release 26.9"),
                new EventData(second(2026, 11, 27), "Black Friday")));
    }

    private static BandLayer band(
            BandLevel level, double[] x, double[] low, double[] high, double start, double anchor) {
        return BandLayer.forecast(level, new BandData(x, low, high).startingAt(start, anchor));
    }

    /// Trend, week and quarter end of a busy database.
    private static double level(double x) {
        LocalDate day = LocalDate.ofEpochDay((long) (x / DAY));
        double trend = 46 + 24 * (x - second(2023, 1, 1)) / (second(2026, 12, 1) - second(2023, 1, 1));
        double week = day.getDayOfWeek().getValue() >= 6 ? -4.5 : 1.5;
        LocalDate quarterEnd = day.withDayOfMonth(1)
                .withMonth((day.getMonthValue() - 1) / 3 * 3 + 1)
                .plusMonths(3);
        long left = quarterEnd.toEpochDay() - day.toEpochDay();
        return trend + week + (left <= 13 ? 8 * (1 - left / 20.0) : 0);
    }

    /// A fleet of four groups by three horizons of four metrics, with risk concentrated in a few rows.
    public static HeatmapData risk() {
        List<HeatmapData.Row> rows = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        Random random = new Random(5);
        String[] groups = {"Database", "API", "Web", "Batch"};
        String[] prefixes = {"db", "api", "web", "batch"};
        int[] sizes = {18, 24, 44, 20};
        for (int g = 0; g < groups.length; g++) {
            for (int i = 1; i <= sizes[g]; i++) {
                String name = prefixes[g] + (i % 2 == 0 ? "-us-" : "-eu-") + String.format("%02d", i);
                rows.add(new HeatmapData.Row(name, name, groups[g]));
                values.add(row(random, g == 0 ? 0.5 : 0.12));
            }
        }
        values.get(3)[7] = Double.NaN;
        values.get(3)[8] = Double.NaN;
        List<String> horizons = List.of("30 d", "60 d", "90 d");
        return new HeatmapData(
                rows,
                List.of(
                        new HeatmapData.ColumnGroup("CPU", horizons),
                        new HeatmapData.ColumnGroup("Memory", horizons),
                        new HeatmapData.ColumnGroup("Disk I/O", horizons),
                        new HeatmapData.ColumnGroup("Network", horizons)),
                values.toArray(new double[0][]));
    }

    private static double[] row(Random random, double share) {
        double[] row = new double[12];
        boolean risky = random.nextDouble() < share;
        int metric = random.nextInt(4);
        for (int m = 0; m < 4; m++) {
            double strength = risky && m == metric ? random.nextDouble() * random.nextDouble() * 2.2 : 0;
            for (int h = 0; h < 3; h++) {
                row[3 * m + h] = Math.min(0.999, 0.02 * random.nextDouble() + strength * (h + 1) / 3);
            }
        }
        return row;
    }

    /// Ten bins of a well calibrated forecaster.
    public static Plot reliability() {
        long[] counts = {2200, 900, 420, 210, 150, 120, 110, 108, 125, 300};
        long[] hits = {70, 120, 97, 76, 65, 65, 74, 80, 103, 281};
        List<ReliabilityBin> bins = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            bins.add(ReliabilityBin.wilson((i + 0.5) / 10, hits[i], counts[i]));
        }
        return Plot.builder(
                        ValueAxis.fixed(ValueFormat.share(), 0, 1, 0.25).titled("Shown probability"),
                        ValueAxis.fixed(ValueFormat.share(), 0, 1, 0.25).titled("Really breached"))
                .add(new ReliabilityLayer(bins, OptionalInt.of(7)))
                .shape(Plot.Shape.SQUARE)
                .legend(Plot.Legend.NONE)
                .span(new Viewport(0, 1))
                .build();
    }

    /// Savings against expected breaches.
    public static Plot frontier() {
        double[] x = new double[31];
        double[] y = new double[31];
        for (int i = 0; i < 31; i++) {
            double t = i / 30.0;
            x[i] = 5.2 * t * t;
            y[i] = 5_343 * Math.pow(t, 1.1) * (2 - Math.pow(t, 1.1)) + 160 * (1 - t);
        }
        return Plot.builder(
                        ValueAxis.withZero(ValueFormat.number("")).titled("Expected breaches in 12 months"),
                        ValueAxis.withZero(ValueFormat.money("$")))
                .add(new FrontierLayer(
                        "Net saving",
                        new LineData(x, y),
                        OptionalInt.of(13),
                        "Now: 15 of 31 inside policy",
                        "$2,510 net, 1.0 breaches",
                        "All 31: $5,343"))
                .legend(Plot.Legend.NONE)
                .span(new Viewport(0, x[30] * 1.12))
                .build();
    }

    /// Daily cost with a spike, a stepped budget and names at the line ends.
    public static Plot cost() {
        double start = second(2026, 8, 1);
        double last = second(2026, 11, 18);
        int days = (int) ((last - start) / DAY) + 1;
        double[] x = new double[days];
        double[] y = new double[days];
        for (int i = 0; i < days; i++) {
            x[i] = start + i * DAY;
            y[i] = 2_560 + 2 * i + 110 * Math.sin(2 * Math.PI * i / 7) + (i == 104 ? 1_180 : 0);
        }
        int ahead = 100;
        double[] fx = new double[ahead];
        double[] median = new double[ahead];
        double[] low = new double[ahead];
        double[] high = new double[ahead];
        for (int i = 0; i < ahead; i++) {
            fx[i] = last + (i + 1) * DAY;
            median[i] = 2_780 + i + 110 * Math.sin(2 * Math.PI * (i + days) / 7);
            low[i] = median[i] - 90 - 2 * i;
            high[i] = median[i] + 90 + 2 * i;
        }
        double[] bx = new double[8];
        double[] by = new double[8];
        for (int i = 0; i < 8; i++) {
            bx[i] = LocalDate.of(2026, 8, 1).plusMonths(i).toEpochDay() * DAY;
            by[i] = 2_650 + 35 * i;
        }
        LineLayer median2 = LineLayer.median("Median", new LineData(fx, median).startingAt(last, y[days - 1]));
        return Plot.builder(TimeAxis.in(UTC), ValueAxis.fitted(ValueFormat.money("$")))
                .add(
                        LineLayer.history("Actual", new LineData(x, y)),
                        band(BandLevel.P80, fx, low, high, last, y[days - 1]),
                        median2.named(LineLayer.Naming.END_LABEL),
                        new LineLayer("Budget", new LineData(bx, by), LineStyle.budget(), LineLayer.Naming.END_LABEL),
                        new HistoryForecastDivider(last))
                .span(new Viewport(start, fx[ahead - 1]))
                .build();
    }
}
