package dev.headroom.engine.model.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.feature.CalendarTerms;
import dev.headroom.engine.feature.Holidays;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.Contribution;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdditiveFitterTest {
    private static final double NAN = Double.NaN;
    private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");

    private static TimeGrid days(int length) {
        return TimeGrid.utc(START, Step.DAY, length);
    }

    private static TimeSeries series(TimeGrid grid, LongToDoubleFunction shape, double noise) {
        SeededStream stream = new SeededStream(3, 0);
        double[] values = IntStream.range(0, grid.length())
                .mapToDouble(t -> shape.applyAsDouble(t) + noise * stream.nextGaussian())
                .toArray();
        return new TimeSeries(new SeriesKey("a", "cpu", Statistic.P95), grid, values);
    }

    private static FitOutcome fit(TimeSeries series, String country, int... seasons) {
        return new AdditiveFitter().fit(series, new ModelSpec.Additive(SeasonLengths.of(seasons), country), 1);
    }

    private static AdditiveModel model(TimeSeries series, String country, int... seasons) {
        FitOutcome outcome = fit(series, country, seasons);
        assertThat(outcome).isInstanceOf(FitOutcome.Fitted.class);
        return (AdditiveModel) ((FitOutcome.Fitted) outcome).model();
    }

    private static double[] part(AdditiveModel model, String name, int from, int to) {
        return model.contributions(from, to).stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow()
                .values();
    }

    private static CalendarTerms calendar(TimeGrid grid, long t) {
        return CalendarTerms.of(grid.at(t), grid.zone());
    }

    private static double fleetDay(TimeGrid grid, long t) {
        CalendarTerms day = calendar(grid, t);
        boolean weekend = day.weekday() == DayOfWeek.SATURDAY || day.weekday() == DayOfWeek.SUNDAY;
        return 30 + 0.01 * t - (weekend ? 8 : 0) + (day.isQuarterEnd() ? 12 : 0);
    }

    @Test
    void partsAreFoundAndAddUp() {
        TimeGrid grid = days(1200);
        AdditiveModel model = model(series(grid, t -> fleetDay(grid, t), 1), "");
        double[] point = model.forecast(new Horizon(90), 0.5).point();
        List<Contribution> parts = model.contributions(1200, 1290);
        assertThat(parts)
                .extracting(Contribution::name)
                .containsExactly(
                        "trend", "weekly", "yearly", "month end", "quarter end", AdditiveModel.RECENT_DEVIATION);
        for (int k = 0; k < 90; k++) {
            int step = k;
            double sum = parts.stream().mapToDouble(part -> part.values()[step]).sum();
            assertThat(sum).isCloseTo(point[k], within(1e-9));
            assertThat(point[k]).isCloseTo(fleetDay(grid, 1200 + k), within(3.0));
        }
        double[] quarter = part(model, "quarter end", 1180, 1290);
        double inside = IntStream.range(0, 110)
                .filter(i -> calendar(grid, 1180 + i).isQuarterEnd())
                .mapToDouble(i -> quarter[i])
                .average()
                .orElseThrow();
        assertThat(inside).isCloseTo(12, within(1.0));
        assertThat(IntStream.range(0, 110)
                        .filter(i -> !calendar(grid, 1180 + i).isQuarterEnd())
                        .mapToDouble(i -> quarter[i]))
                .allMatch(value -> value == 0);
    }

    @Test
    void aBrokenTrendIsFollowed() {
        TimeGrid grid = days(600);
        TimeSeries series = series(grid, t -> t < 240 ? 20 + 0.1 * t : 44 - 0.02 * (t - 240), 0.5);
        AdditiveModel model = model(series, "");
        double[] trend = part(model, "trend", 0, 630);
        assertThat(trend[120]).isCloseTo(32, within(1.0));
        assertThat(trend[240]).isCloseTo(44, within(1.0));
        assertThat(trend[599]).isCloseTo(44 - 0.02 * 359, within(1.0));
        assertThat(trend[629] - trend[599]).isCloseTo(-0.6, within(0.3));
    }

    @Test
    void theYearIsLearnedFromTwoYearsOn() {
        TimeGrid grid = days(1100);
        LongToDoubleFunction shape =
                t -> 50 + 10 * Math.sin(2 * Math.PI * calendar(grid, t).yearFraction());
        double[] point = model(series(grid, shape, 1), "")
                .forecast(new Horizon(180), 0.5)
                .point();
        for (int k = 0; k < 180; k++) {
            assertThat(point[k]).isCloseTo(shape.applyAsDouble(1100 + k), within(3.0));
        }
        assertThat(model(series(days(729), shape, 1), "").explanation()).doesNotContain("yearly");
        assertThat(model(series(days(730), shape, 1), "").explanation()).contains("yearly");
    }

    @Test
    void holidaysAreLearnedByName() {
        TimeGrid grid = days(1400);
        Set<LocalDate> off = Holidays.of("US").between(2023, 2027).keySet();
        LongToDoubleFunction shape =
                t -> 50 - (off.contains(calendar(grid, t).time().toLocalDate()) ? 15 : 0);
        AdditiveModel model = model(series(grid, shape, 1), "US");
        double[] point = model.forecast(new Horizon(300), 0.5).point();
        double[] without = model(series(grid, shape, 1), "")
                .forecast(new Horizon(300), 0.5)
                .point();
        double with = 0;
        double plain = 0;
        for (int k = 0; k < 300; k++) {
            if (off.contains(calendar(grid, 1400 + k).time().toLocalDate())) {
                with += Math.abs(point[k] - 35);
                plain += Math.abs(without[k] - 35);
            }
        }
        assertThat(with).isLessThan(0.4 * plain);
    }

    @Test
    void hoursHaveADayAndAWeekOnTheWallClock() {
        TimeGrid grid = TimeGrid.utc(START, Step.HOUR, 24 * 28);
        LongToDoubleFunction shape =
                t -> 40 + 10 * Math.sin(2 * Math.PI * calendar(grid, t).dayFraction());
        AdditiveModel model = model(series(grid, shape, 0.5), "");
        assertThat(model.explanation()).contains("daily", "weekly");
        double[] point = model.forecast(new Horizon(48), 0.5).point();
        for (int k = 0; k < 48; k++) {
            assertThat(point[k]).isCloseTo(shape.applyAsDouble(grid.length() + k), within(1.0));
        }
    }

    @Test
    void aGridWithoutACalendarHasOnlyTheGivenSeasons() {
        TimeGrid grid = TimeGrid.ordinal(0, 240);
        LongToDoubleFunction shape = t -> 40 + 10 * Math.sin(2 * Math.PI * t / 24.0);
        AdditiveModel model = model(series(grid, shape, 0.5), "US", 24, 168);
        assertThat(model.contributions(0, 1))
                .extracting(Contribution::name)
                .containsExactly("trend", "season of 24 steps", AdditiveModel.RECENT_DEVIATION);
        double[] point = model.forecast(new Horizon(24), 0.5).point();
        for (int k = 0; k < 24; k++) {
            assertThat(point[k]).isCloseTo(shape.applyAsDouble(240 + k), within(1.5));
        }
    }

    @Test
    void missingValuesAreLeftOut() {
        TimeGrid grid = days(400);
        double[] values = series(grid, t -> fleetDay(grid, t), 0.5).values();
        double[] gappy = values.clone();
        Arrays.fill(gappy, 100, 160, NAN);
        Arrays.fill(gappy, 395, 400, NAN);
        gappy[0] = NAN;
        SeriesKey key = new SeriesKey("a", "cpu", Statistic.P95);
        double[] one = model(new TimeSeries(key, grid, values), "")
                .forecast(new Horizon(20), 0.5)
                .point();
        double[] two = model(new TimeSeries(key, grid, gappy), "")
                .forecast(new Horizon(20), 0.5)
                .point();
        for (int k = 0; k < 20; k++) {
            assertThat(two[k]).isCloseTo(one[k], within(2.0));
        }
    }

    @Test
    void shortSeriesAreAnOutcomeAndConstantsAreConstant() {
        assertThat(fit(series(days(0), t -> 1, 0), "")).isEqualTo(new FitOutcome.TooShort(0, 8));
        assertThat(fit(series(days(1), t -> 1, 0), "")).isEqualTo(new FitOutcome.TooShort(1, 8));
        assertThat(fit(series(days(60), t -> NAN, 0), "")).isEqualTo(new FitOutcome.TooShort(0, 8));
        QuantileForecast forecast = model(series(days(40), t -> -7, 0), "").forecast(new Horizon(5), 0.025, 0.975);
        assertThat(forecast.point()).containsExactly(new double[] {-7, -7, -7, -7, -7}, within(1e-9));
        assertThat(forecast.quantile(0.975)[4]).isCloseTo(-7, within(1e-6));
        assertThat(fit(series(days(8), t -> t, 1), "")).isInstanceOf(FitOutcome.Fitted.class);
    }

    @Test
    void shiftAndScaleCarryOver() {
        TimeGrid grid = days(300);
        TimeSeries series = series(grid, t -> fleetDay(grid, t), 2);
        double[] moved =
                Arrays.stream(series.values()).map(value -> 3 * value - 500).toArray();
        QuantileForecast one = model(series, "").forecast(new Horizon(30), 0.1);
        QuantileForecast two =
                model(new TimeSeries(series.key(), grid, moved), "").forecast(new Horizon(30), 0.1);
        for (int k = 0; k < 30; k++) {
            assertThat(two.point()[k]).isCloseTo(3 * one.point()[k] - 500, within(1e-6));
            assertThat(two.quantile(0.1)[k]).isCloseTo(3 * one.quantile(0.1)[k] - 500, within(1e-6));
        }
    }

    @Test
    void uncertaintyGrowsAndPathsShowIt() {
        TimeGrid grid = days(600);
        TimeSeries series = series(grid, t -> t < 200 ? 20 + 0.2 * t : 60 - 0.1 * (t - 200), 1);
        AdditiveModel model = model(series, "");
        QuantileForecast forecast = model.forecast(new Horizon(300), 0.1, 0.9);
        double early = forecast.quantile(0.9)[0] - forecast.quantile(0.1)[0];
        double late = forecast.quantile(0.9)[299] - forecast.quantile(0.1)[299];
        assertThat(late).isGreaterThan(1.5 * early);
        SamplePaths paths = model.simulate(new Horizon(300), 2000, 9);
        for (int step : new int[] {0, 50, 150, 299}) {
            double deviation = (forecast.quantile(0.9)[step] - forecast.point()[step]) / 1.2815516;
            double squares = 0;
            for (int i = 0; i < 2000; i++) {
                double error = paths.value(i, step) - forecast.point()[step];
                squares += error * error / 2000;
            }
            // The sum of Laplace changes has heavy tails: the sample variance is good to about a tenth.
            assertThat(Math.sqrt(squares)).isCloseTo(deviation, within(0.12 * deviation));
        }
    }
}
