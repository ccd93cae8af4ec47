package dev.headroom.engine.benchmark;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// Invented series of the usual lengths: a level that wanders or grows, a season, weekends on days and hours, and noise
/// that remembers. The same number gives the same series.
public enum SeriesKind {
    MONTHLY(115, 12, 18, Step.MONTH),
    DAILY(735, 7, 56, Step.DAY),
    HOURLY(960, 24, 168, new Step.Physical(Duration.ofHours(1)));

    private static final Instant START = Instant.parse("2022-01-03T00:00:00Z");

    private final int length;
    private final int season;
    private final int steps;
    private final Step step;

    SeriesKind(int length, int season, int steps, Step step) {
        this.length = length;
        this.season = season;
        this.steps = steps;
        this.step = step;
    }

    /// The kind of a name in lower case.
    public static SeriesKind of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// How many values a series has.
    public int length() {
        return length;
    }

    /// The season in steps.
    public int season() {
        return season;
    }

    public SeasonLengths seasons() {
        return SeasonLengths.of(season);
    }

    /// How far it is forecast.
    public Horizon horizon() {
        return new Horizon(steps);
    }

    /// One series of the usual length.
    public TimeSeries series(int number) {
        return series(number, length);
    }

    /// One series of any length.
    public TimeSeries series(int number, int values) {
        SeededStream stream = new SeededStream(17 + ordinal(), number);
        double size = 20 + 40 * stream.nextDouble();
        double swing = 0.3 * size * stream.nextDouble();
        double growth = number % 2 == 0 ? 0.3 * size * stream.nextDouble() / values : 0;
        double wander = number % 3 == 0 ? 0.01 * size : 0.001 * size;
        double noise = (0.02 + 0.05 * stream.nextDouble()) * size;
        double[] result = new double[values];
        double level = size;
        double rest = 0;
        for (int t = 0; t < values; t++) {
            level += growth + wander * stream.nextGaussian();
            rest = 0.6 * rest + noise * stream.nextGaussian();
            double angle = 2 * Math.PI * t / season;
            double shape = swing * (Math.sin(angle) + 0.4 * Math.cos(2 * angle + number));
            result[t] = Math.round(1e3 * Math.max(0.1, level + shape + rest - weekend(t, swing))) / 1e3;
        }
        SeriesKey key = new SeriesKey(code() + "-" + number, "value", Statistic.MEAN);
        return new TimeSeries(key, TimeGrid.utc(START, step, values), result);
    }

    private double weekend(int t, double swing) {
        long day = step.typicalLength().multipliedBy(t).toDays();
        return this != MONTHLY && day % 7 >= 5 ? 0.5 * swing : 0;
    }
}
