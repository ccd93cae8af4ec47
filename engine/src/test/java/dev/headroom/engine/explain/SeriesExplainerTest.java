package dev.headroom.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.ExplainedModel;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesExplainerTest {
    /// A Monday.
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private static TimeSeries series(TimeGrid grid, IntToDoubleFunction shape, double noise) {
        SeededStream stream = new SeededStream(2, 0);
        double[] values = new double[grid.length()];
        Arrays.setAll(values, t -> shape.applyAsDouble(t) + noise * stream.nextGaussian());
        return new TimeSeries(new SeriesKey("a", "cpu", Statistic.MEAN), grid, values);
    }

    private static TimeGrid days(int length) {
        return TimeGrid.utc(START, Step.DAY, length);
    }

    private static Explanation explain(TimeSeries series, String model, int steps, int... seasons) {
        SeasonLengths lengths = SeasonLengths.of(seasons);
        FittedModel fitted =
                ((FitOutcome.Fitted) new ModelCatalog().fit(series, ModelCatalog.parse(model, lengths), 1)).model();
        Optional<ExplainedModel> parts =
                fitted instanceof ExplainedModel explained ? Optional.of(explained) : Optional.empty();
        return SeriesExplainer.explain(series, fitted, parts, new Horizon(steps), MeasureUnit.PERCENT, lengths, "");
    }

    @Test
    void levelTrendBendAndWeekAreTold() {
        TimeSeries series = series(
                days(400), t -> (t < 200 ? 20 : 20 + 0.1 * (t - 200)) + (t % 7 == 4 ? 5 : t % 7 == 6 ? -5 : 0), 0.5);
        Explanation known = explain(series, "auto", 30, 7);
        Explanation.Trend trend = known.trend().orElseThrow();
        assertThat(trend.level().value()).isCloseTo(40, within(1.0));
        assertThat(trend.change().value()).isCloseTo(3.04, within(0.3));
        assertThat(trend.change().low()).isBetween(2.7, trend.change().value());
        assertThat(known.bends()).hasSize(1);
        assertThat(known.bends().getFirst().before()).isCloseTo(0, within(0.3));
        assertThat(known.seasons()).anySatisfy(season -> {
            assertThat(season.name()).isEqualTo("weekly");
            assertThat(season.strongest()).isEqualTo("on Friday");
            assertThat(season.weakest()).isEqualTo("on Sunday");
            assertThat(season.swing()).isCloseTo(10, within(1.0));
        });
        assertThat(known.paragraph())
                .startsWith("400 observations from 1 Jan 2024 to 3 Feb 2025 are known. The level is now 4")
                .contains("and rises by 3.", " % a month (", "The trend bent once: at ")
                .contains("The weekly pattern swings by ", "highest on Friday, lowest on Sunday.")
                .contains("For 5 Mar 2025, 30 steps ahead, the model auto expects ")
                .contains("in 4 of 5 cases it should lie between ")
                .contains("trend adds ")
                .endsWith("launches, migrations and other plans.");
        assertThat(known.unknown())
                .contains(
                        "the course of a year, because the history has 400 days and needs 730",
                        "holidays, because no country was named");
    }

    @ParameterizedTest
    @ValueSource(strings = {"naive", "ets", "arima", "theta", "additive", "boosting", "linear", "croston"})
    void everyModelIsExplained(String model) {
        Explanation known = explain(series(days(120), t -> 30 + t % 7, 0.5), model, 14, 7);
        assertThat(known.model()).isEqualTo(model);
        assertThat(known.ahead().within().low())
                .isLessThanOrEqualTo(known.ahead().within().high());
        assertThat(known.paragraph())
                .contains("the model " + model + " expects ")
                .doesNotContain("NaN");
    }

    /// Nominal is 80 %; of 150 series the share is good to about 7 %.
    @Test
    void theIntervalOfTheTrendCoversIt() {
        int covered = 0;
        for (int seed = 0; seed < 150; seed++) {
            SeededStream stream = new SeededStream(seed, 1);
            double[] values = new double[200];
            double noise = 0;
            for (int t = 0; t < 200; t++) {
                noise = 0.4 * noise + stream.nextGaussian();
                values[t] = 20 + 0.05 * t + noise;
            }
            TimeSeries series = new TimeSeries(new SeriesKey("a", "cpu", Statistic.MEAN), days(200), values);
            Explanation.Range change =
                    explain(series, "naive", 3).trend().orElseThrow().change();
            covered += change.low() <= 0.05 * 30.436875 && 0.05 * 30.436875 <= change.high() ? 1 : 0;
        }
        assertThat(covered / 150.0).isBetween(0.6, 0.97);
    }

    @Test
    void aRegressionIsExplainedByItsOwnParts() {
        Explanation known = explain(series(days(200), t -> 30 + 0.2 * t + t % 7, 0.5), "linear", 3, 7);
        assertThat(known.drivers())
                .extracting(Explanation.Driver::name)
                .contains("level")
                .doesNotContain("trend");
    }

    @Test
    void hoursAreToldWithTheirClock() {
        TimeGrid grid = TimeGrid.utc(START, Step.HOUR, 24 * 21);
        Explanation known = explain(series(grid, t -> 40 + (t % 24 == 9 ? 20 : 0), 0.2), "snaive", 24, 24);
        assertThat(known.seasons().getFirst().strongest()).isEqualTo("at 09:00");
        assertThat(known.lastTime()).isEqualTo("21 Jan 2024 23:00");
    }

    @Test
    void whatIsNotKnownIsSaid() {
        double[] values = new double[40];
        Arrays.setAll(values, t -> t % 4 == 1 ? Double.NaN : t);
        TimeSeries series = new TimeSeries(new SeriesKey("a", "cpu", Statistic.MEAN), TimeGrid.ordinal(1, 40), values);
        Explanation known = explain(series, "drift", 30, 52);
        assertThat(known.unknown())
                .contains(
                        "a season of 52 steps, which the history does not hold twice",
                        "10 of 40 values (25.0 %), which are missing",
                        "errors over so long a time, because the forecast is more than half as long as the history",
                        "how it behaves above 39, its highest value so far");
        assertThat(known.paragraph()).contains("from step 1 to step 40", "a hundred steps");
    }

    @Test
    void shortConstantAndEmptySeries() {
        for (int length : List.of(1, 2, 5)) {
            Explanation known = explain(series(days(length), t -> 7, 0), "auto", 3, 7);
            assertThat(known.trend()).isEmpty();
            assertThat(known.paragraph()).doesNotContain("NaN").contains("expects 7 %");
        }
        Explanation constant = explain(series(days(60), t -> 7, 0), "auto", 3, 7);
        assertThat(constant.seasons()).isEmpty();
        assertThat(constant.bends()).isEmpty();
        assertThat(constant.paragraph()).contains("shows no clear trend");
        TimeSeries empty = series(days(20), t -> Double.NaN, 0);
        FittedModel other = ((FitOutcome.Fitted) new ModelCatalog()
                        .fit(series(days(20), t -> t, 0), ModelCatalog.parse("naive", SeasonLengths.none()), 1))
                .model();
        assertThatThrownBy(() -> SeriesExplainer.explain(
                        empty, other, Optional.empty(), new Horizon(1), MeasureUnit.UNKNOWN, SeasonLengths.none(), ""))
                .hasMessageContaining("must have an observation");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e12})
    void figuresFollowTheUnit(double unit) {
        TimeSeries plain = series(days(200), t -> 30 + 0.2 * t + t % 7, 0.5);
        double[] scaled = Arrays.stream(plain.values()).map(v -> v * unit).toArray();
        Explanation one = explain(plain, "theta", 14, 7);
        Explanation other = explain(new TimeSeries(plain.key(), plain.grid(), scaled), "theta", 14, 7);
        assertThat(other.trend().orElseThrow().change().value() / unit)
                .isCloseTo(one.trend().orElseThrow().change().value(), within(1e-3));
        assertThat(other.bends()).hasSameSizeAs(one.bends());
    }
}
