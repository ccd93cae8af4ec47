package dev.headroom.engine.model.arima;

import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.lang.management.ManagementFactory;

/// Prints the processor time of one automatic fit, by kind of series; run by hand, see docs/performance.md.
@SuppressWarnings("SystemOut")
final class ArimaTimes {
    private static final int SERIES = 12;

    private ArimaTimes() {}

    public static void main(String[] args) {
        for (int round = 0; round < 2; round++) {
            // The first round warms up.
            System.out.println(round == 0 ? "first round" : "second round");
            time("monthly, 115 values", 115, 0, 12);
            time("quarterly, 44 values", 44, 0, 4);
            time("daily, 735 values", 735, 0, 7);
            time("hourly, 960 values", 960, 0, 24);
            time("hourly with weeks, 2016 values", 2016, 0, 24, 168);
            time("weekly, 934 values", 934, 0, 52);
            time("hourly, 960 values, 30 missing", 960, 30, 24);
            time("hourly, 960 values, 150 missing", 960, 150, 24);
        }
    }

    private static void time(String name, int length, int missing, int... seasons) {
        double slowest = 0;
        double sum = 0;
        String last = "";
        for (int i = 0; i < SERIES; i++) {
            TimeSeries series = series(length, missing, seasons[0], i);
            long start = processorNanos();
            FitOutcome outcome = new ArimaFitter().fit(series, new ModelSpec.Arima(SeasonLengths.of(seasons)), 1);
            double seconds = (processorNanos() - start) / 1e9;
            sum += seconds;
            slowest = Math.max(slowest, seconds);
            last = outcome instanceof FitOutcome.Fitted fitted && fitted.model() instanceof ArimaModel model
                    ? model.form()
                    : outcome.toString();
        }
        System.out.printf("%-36s mean %.4f s, slowest %.4f s, last %s%n", name, sum / SERIES, slowest, last);
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /// A season, an autoregression, and for every third series a random walk.
    private static TimeSeries series(int length, int missing, int season, int number) {
        SeededStream stream = new SeededStream(17, number);
        double[] values = new double[length];
        double level = 50;
        double rest = 0;
        for (int t = 0; t < length; t++) {
            level += number % 3 == 0 ? 0.3 * stream.nextGaussian() : 0.02;
            rest = 0.6 * rest + stream.nextGaussian();
            values[t] = level + 0.5 * number * Math.sin(2 * Math.PI * t / season) + rest;
        }
        for (int i = 0; i < missing; i++) {
            values[1 + (int) (stream.nextDouble() * (length - 2))] = Double.NaN;
        }
        return new TimeSeries(new SeriesKey("a", "cpu", Statistic.MEAN), TimeGrid.ordinal(0, length), values);
    }
}
