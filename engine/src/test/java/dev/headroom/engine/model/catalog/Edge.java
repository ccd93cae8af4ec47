package dev.headroom.engine.model.catalog;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;

/// A series at the edge of what a model family has to cope with, and what may be asked of its forecast.
///
/// @param need whether there has to be a forecast
/// @param room how far a point forecast may leave the range of the series, in units of that range
record Edge(String name, TimeSeries series, SeasonLengths seasons, Horizon horizon, Need need, double room) {
    enum Need {
        /// Every family forecasts it.
        FORECAST,
        /// A family may say why not.
        OUTCOME,
        /// Nothing was observed: no family can.
        REFUSAL
    }

    static final int LENGTH = 56;
    private static final double ROOM = 1.6;
    private static final double GROWING = 4;
    // Through two or three values a line may lead anywhere.
    private static final double ANYWHERE = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;
    private static final Horizon TWO_WEEKS = new Horizon(14);
    private static final SeasonLengths WEEK = SeasonLengths.of(7);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /// Around 50, with a weekly wave and noise; the same value at the same place, always.
    static double usual(int t) {
        return 50 + 8 * Math.sin(2 * Math.PI * t / 7) + 2 * new SeededStream(11, t).nextGaussian();
    }

    private static double dayWave(int t) {
        return 50 + 8 * Math.sin(2 * Math.PI * t / 24) + new SeededStream(12, t).nextGaussian();
    }

    static TimeGrid days(int length) {
        return TimeGrid.utc(Instant.parse("2025-01-01T00:00:00Z"), Step.DAY, length);
    }

    static TimeSeries named(String name, TimeGrid grid, IntToDoubleFunction value) {
        double[] values = new double[grid.length()];
        Arrays.setAll(values, value::applyAsDouble);
        return new TimeSeries(new SeriesKey(name, "value", Statistic.MEAN), grid, values);
    }

    DoubleStream observed() {
        return Arrays.stream(series.values()).filter(value -> !Double.isNaN(value));
    }

    boolean isConstant() {
        return observed().distinct().count() == 1;
    }

    private static Edge daily(String name, IntToDoubleFunction value) {
        return new Edge(name, named(name, days(LENGTH), value), WEEK, TWO_WEEKS, Need.FORECAST, ROOM);
    }

    private static Edge of(String name, TimeGrid grid, SeasonLengths seasons, int steps, IntToDoubleFunction value) {
        return new Edge(name, named(name, grid, value), seasons, new Horizon(steps), Need.FORECAST, ROOM);
    }

    private Edge needing(Need other) {
        return new Edge(name, series, seasons, horizon, other, room);
    }

    private Edge within(double other) {
        return new Edge(name, series, seasons, horizon, need, other);
    }

    private static Edge tiny(int length, IntToDoubleFunction value) {
        String name = (value.applyAsDouble(0) == value.applyAsDouble(1) ? "constant of length " : "length ") + length;
        Edge edge = of(name, days(length), WEEK, 7, value).within(ANYWHERE);
        return edge.needing(length == 0 ? Need.REFUSAL : Need.OUTCOME);
    }

    static List<Edge> all() {
        List<Edge> edges = new ArrayList<>();
        edges.add(daily("plain", Edge::usual));
        gaps(edges);
        zerosAndConstants(edges);
        jumps(edges);
        longOnes(edges);
        shortOnes(edges);
        signs(edges);
        shapes(edges);
        grids(edges);
        return List.copyOf(edges);
    }

    private static void gaps(List<Edge> edges) {
        edges.add(daily("missing at the start", t -> t < 14 ? NAN : usual(t)));
        edges.add(daily("missing in the middle", t -> t >= 20 && t < 33 ? NAN : usual(t)));
        edges.add(daily("missing at the end", t -> t >= LENGTH - 10 ? NAN : usual(t)));
        edges.add(daily("every third missing", t -> t % 3 == 1 ? NAN : usual(t)));
        edges.add(daily("one weekday missing", t -> t % 7 == 1 ? NAN : usual(t)));
        edges.add(daily("one weekday known", t -> t % 7 == 3 ? usual(t) : NAN)
                .needing(Need.OUTCOME)
                .within(GROWING));
        edges.add(daily("one value known", t -> t == 30 ? 5 : NAN).needing(Need.OUTCOME));
        edges.add(daily("two values known", t -> t == 3 ? 5 : t == 50 ? 9 : NAN).needing(Need.OUTCOME));
        edges.add(daily("nothing known", t -> NAN).needing(Need.REFUSAL));
    }

    private static void zerosAndConstants(List<Edge> edges) {
        edges.add(daily("leading zeros", t -> t < 24 ? 0 : usual(t)));
        edges.add(daily("trailing zeros", t -> t >= 32 ? 0 : usual(t)));
        edges.add(daily("rare demand", t -> t % 11 == 3 ? 4 + t % 3 : 0));
        edges.add(daily("zeros", t -> 0));
        edges.add(daily("zeros with gaps", t -> t % 5 == 0 ? NAN : 0));
        edges.add(daily("constant", t -> 42.1));
        edges.add(daily("constant with gaps", t -> t % 5 == 0 || t > 52 ? NAN : 0.1));
        edges.add(daily("negative constant", t -> -7.3));
        edges.add(daily("large constant", t -> 1e12 / 3));
        edges.add(daily("small constant", t -> 1e-12 / 3));
        edges.add(daily("constant but for the last value", t -> t == LENGTH - 1 ? 43 : 42));
    }

    private static void jumps(List<Edge> edges) {
        edges.add(daily("a spike", t -> t == 30 ? 1e4 : usual(t)));
        edges.add(daily("a spike at the end", t -> t == LENGTH - 1 ? 1e4 : usual(t)));
        edges.add(daily("a spike among zeros", t -> t == 30 ? 1e4 : 0));
        edges.add(daily("a step up near the end", t -> t >= LENGTH - 8 ? usual(t) + 150 : usual(t)));
        edges.add(daily("a step down near the end", t -> t >= LENGTH - 8 ? usual(t) / 10 : usual(t)));
    }

    /// Long enough for calibration to go back to earlier origins without a new fit.
    private static void longOnes(List<Edge> edges) {
        TimeGrid grid = days(100);
        edges.add(of("a hundred days with gaps", grid, WEEK, 14, t -> t < 40 || t > 90 || t % 9 == 4 ? NAN : usual(t)));
        edges.add(of("a hundred days with a step up", grid, WEEK, 14, t -> t >= 92 ? usual(t) + 150 : usual(t)));
        edges.add(of("a hundred days with a spike", grid, WEEK, 14, t -> t == 50 ? 1e4 : usual(t)));
    }

    private static void shortOnes(List<Edge> edges) {
        for (int length : new int[] {0, 1, 2, 3, 5, 8, 12}) {
            edges.add(tiny(length, Edge::usual));
        }
        for (int length : new int[] {1, 2, 3, 5, 12}) {
            edges.add(tiny(length, t -> 5));
        }
        edges.add(of("fewer than two seasons", days(13), WEEK, 14, Edge::usual).within(GROWING));
        edges.add(of("longer ahead than back", days(20), WEEK, 45, Edge::usual).within(GROWING));
        edges.add(
                of("a season longer than the history", TimeGrid.ordinal(0, 40), SeasonLengths.of(365), 14, Edge::usual)
                        .needing(Need.OUTCOME));
    }

    private static void signs(List<Edge> edges) {
        edges.add(daily("around zero", t -> usual(t) - 50));
        edges.add(daily("negative", t -> usual(t) - 200));
        edges.add(daily("full percentages", t -> Math.min(100, 50 + usual(t))));
        edges.add(daily("stuck at 100", t -> t < 20 ? usual(t) : 100));
        edges.add(daily("stuck at 0", t -> t < 20 ? usual(t) : 0));
        edges.add(daily("either 0 or 100", t -> t * 7919 / 13 % 2 == 0 ? 0 : 100));
    }

    private static void shapes(List<Edge> edges) {
        edges.add(daily("a line up", t -> 3.0 * t + 5));
        edges.add(daily("a line down to zero", t -> 3.0 * (LENGTH - t)));
        edges.add(daily("growth by a tenth", t -> Math.exp(0.1 * t)).within(GROWING));
        edges.add(daily("a season without noise", t -> 50 + 8 * (t % 7)));
        edges.add(daily("two values in turn", t -> t % 2 == 0 ? 1 : 3));
        edges.add(daily("small changes of large values", t -> 1e9 + usual(t)));
        edges.add(daily("times 1e12", t -> 1e12 * usual(t)));
        edges.add(daily("times 1e-12", t -> 1e-12 * usual(t)));
        edges.add(daily("times 1e300", t -> 1e300 * usual(t)).needing(Need.OUTCOME));
        edges.add(daily("times 1e-300", t -> 1e-300 * usual(t)).needing(Need.OUTCOME));
    }

    private static void grids(List<Edge> edges) {
        TimeGrid hours = new TimeGrid(Instant.parse("2025-03-04T05:00:00Z"), Step.HOUR, 24 * 6, NEW_YORK);
        edges.add(of("hours over the change to summer time", hours, SeasonLengths.of(24), 24, Edge::dayWave));
        Instant midnight = LocalDate.parse("2025-01-20").atStartOfDay(NEW_YORK).toInstant();
        TimeGrid days = new TimeGrid(midnight, Step.DAY, 44, NEW_YORK);
        edges.add(of("days before the change to summer time", days, WEEK, 14, Edge::usual));
        TimeGrid leap = TimeGrid.utc(Instant.parse("2024-01-10T00:00:00Z"), Step.DAY, 46);
        edges.add(of("days before a leap day", leap, WEEK, 14, Edge::usual));
        TimeGrid leapHours = TimeGrid.utc(Instant.parse("2024-02-25T00:00:00Z"), Step.HOUR, 96);
        edges.add(of("hours before a leap day", leapHours, SeasonLengths.of(24), 24, Edge::dayWave));
        TimeGrid months = TimeGrid.utc(Instant.parse("2021-03-01T00:00:00Z"), Step.MONTH, 35);
        edges.add(of("months over a leap year", months, SeasonLengths.of(12), 12, Edge::usual)
                .within(GROWING));
        Step monthEnd = new Step.MonthEnd(Period.ofMonths(1));
        TimeGrid ends = TimeGrid.utc(Instant.parse("2021-02-28T00:00:00Z"), monthEnd, 35);
        edges.add(of("ends of months", ends, SeasonLengths.of(12), 12, Edge::usual)
                .within(GROWING));
        TimeGrid years = TimeGrid.utc(Instant.parse("2004-01-01T00:00:00Z"), Step.YEAR, 20);
        edges.add(of("years", years, SeasonLengths.none(), 5, Edge::usual));
        edges.add(of("numbered values", TimeGrid.ordinal(0, 40), SeasonLengths.none(), 5, Edge::usual));
    }

    @Override
    public String toString() {
        return name;
    }
}
