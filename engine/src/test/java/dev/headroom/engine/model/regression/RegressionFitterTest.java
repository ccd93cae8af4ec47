package dev.headroom.engine.model.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.evaluation.CalibratedFitter;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.Contribution;
import dev.headroom.engine.model.ExplainedModel;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.Rewindable;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.baseline.BaselineFitter;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RegressionFitterTest {
    private static final Instant START = Instant.parse("2021-01-01T00:00:00Z");
    private static final Fitter FITTER = new RegressionFitter();

    @ParameterizedTest
    @EnumSource
    void weeklyShapeAndQuarterEndsAreLearned(ModelSpec.Method method) {
        // Three years less eleven days: the held-out days are the end of a quarter.
        int known = 1095 - 11;
        TimeSeries all = daily(1095, t -> (100 + weekday(t) + quarterEnd(t)) * (1 + 0.02 * noise(t)));
        FittedModel model = fit(all.slice(0, known), method);
        double error = error(model, all, known);
        FittedModel naive = fitted(
                new BaselineFitter().fit(all.slice(0, known), new ModelSpec.SeasonalNaive(SeasonLengths.of(7)), 1));
        assertThat(error).isLessThan(0.7 * error(naive, all, known));
    }

    @ParameterizedTest
    @EnumSource
    void aTrendGoesOnBeyondWhatWasSeen(ModelSpec.Method method) {
        TimeSeries all = daily(760, t -> 50 + 0.5 * t + weekday(t) + noise(t));
        FittedModel model = fit(all.slice(0, 700), method);
        double[] point = model.forecast(new Horizon(60)).point();
        double highest = Arrays.stream(all.values(), 0, 700).max().orElseThrow();
        assertThat(Arrays.stream(point, 53, 60).average().orElseThrow()).isGreaterThan(highest);
        assertThat(error(model, all, 700)).isLessThan(8);
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameForecastInAnyThread(ModelSpec.Method method) {
        TimeSeries series = daily(300, t -> 20 + weekday(t) + noise(t));
        double[] alone = fit(series, method).forecast(new Horizon(20)).point();
        List<double[]> together = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> fit(series, method).forecast(new Horizon(20)).point())
                .toList();
        assertThat(together).allSatisfy(point -> assertThat(point).isEqualTo(alone));
    }

    @ParameterizedTest
    @EnumSource
    void theScaleOfTheSeriesMakesNoDifference(ModelSpec.Method method) {
        double[] small = fit(daily(300, t -> weekday(t) + noise(t) - 5), method)
                .forecast(new Horizon(20))
                .point();
        double[] large = fit(daily(300, t -> 1024 * 1024 * (weekday(t) + noise(t) - 5)), method)
                .forecast(new Horizon(20))
                .point();
        for (int k = 0; k < 20; k++) {
            assertThat(large[k] / (1024 * 1024)).isCloseTo(small[k], within(1e-6));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConstantStaysWhatItIs(ModelSpec.Method method) {
        QuantileForecast forecast = fit(daily(200, t -> 7), method).forecast(new Horizon(30), 0.1, 0.9);
        assertThat(forecast.point()).containsOnly(7);
        assertThat(forecast.quantile(0.9)).containsOnly(7);
        assertThat(fit(daily(200, t -> 0), method).forecast(new Horizon(3)).point())
                .containsOnly(0);
    }

    @ParameterizedTest
    @EnumSource
    void missingRunsAreNotLearned(ModelSpec.Method method) {
        TimeSeries series = daily(
                400, t -> t < 20 || (t >= 100 && t < 140) || t >= 390 ? Double.NaN : 40 + weekday(t) + 0.5 * noise(t));
        FittedModel model = fit(series, method);
        double[] point = model.forecast(new Horizon(14)).point();
        for (int k = 0; k < 14; k++) {
            assertThat(point[k]).isCloseTo(40 + weekday(400 + k), within(2.5));
        }
    }

    @ParameterizedTest
    @EnumSource
    void negativeValuesAreForecast(ModelSpec.Method method) {
        double[] point = fit(daily(300, t -> -60 + weekday(t) + 0.3 * noise(t)), method)
                .forecast(new Horizon(14))
                .point();
        for (int k = 0; k < 14; k++) {
            assertThat(point[k]).isCloseTo(-60 + weekday(300 + k), within(2.0));
        }
    }

    @Test
    void everyLengthFromOneOnGivesAForecast() {
        Fitter calibrated = new CalibratedFitter(FITTER);
        for (int length = 1; length <= 80; length += length < 12 ? 1 : 9) {
            ModelSpec spec = spec(ModelSpec.Method.ENSEMBLE);
            FittedModel model = fitted(calibrated.fit(daily(length, t -> 5 + weekday(t)), spec, 1));
            QuantileForecast forecast = model.forecast(new Horizon(10), 0.1, 0.5, 0.9);
            assertThat(forecast.steps()).isEqualTo(10);
            assertThat(model.simulate(new Horizon(10), 5, 1).count()).isEqualTo(5);
            assertThat(model.provenance().spec()).isEqualTo(spec);
        }
        assertThat(fit(daily(1, t -> 5), ModelSpec.Method.FOREST).explanation())
                .contains("too short", "only observation");
        assertThat(fit(daily(20, t -> 5 + t), ModelSpec.Method.FOREST).explanation())
                .contains("too short", "last season of 7");
    }

    @Test
    void withoutAnyObservationThereIsNoForecast() {
        for (int length : new int[] {0, 1, 50}) {
            assertThat(FITTER.fit(daily(length, t -> Double.NaN), spec(ModelSpec.Method.BOOSTING), 1))
                    .isEqualTo(new FitOutcome.TooShort(0, 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void partsAddUpToTheForecastAndFindTheWeek(ModelSpec.Method method) {
        TimeSeries series = daily(400, t -> t < 10 ? Double.NaN : 100 + 4 * weekday(t) + noise(t));
        ExplainedModel model = (ExplainedModel) fit(series, method);
        double[] point = model.forecast(new Horizon(40)).point();
        List<Contribution> parts = model.contributions(0, 440);
        assertThat(parts.getFirst().name()).isEqualTo("level");
        for (int k = 0; k < 40; k++) {
            int t = 400 + k;
            double sum = parts.stream().mapToDouble(part -> part.values()[t]).sum();
            assertThat(sum).isCloseTo(point[k], within(1e-6));
        }
        double[] weekly = parts.stream()
                .filter(part -> part.name().equals("weekly"))
                .findFirst()
                .orElseThrow()
                .values();
        // Sundays stand out from Wednesdays mostly for being in the week where they are.
        int sunday = 401;
        while (weekday(sunday) != 0) {
            sunday++;
        }
        assertThat(weekly[sunday + 3] - weekly[sunday]).isGreaterThan(8);
    }

    @Test
    void fromAnEarlierOriginOnlyWhatWasKnownThenIsUsed() {
        TimeSeries series = daily(400, t -> 100 + weekday(t) + noise(t));
        double[] changed = series.values();
        for (int t = 375; t < 400; t++) {
            changed[t] += 500;
        }
        TimeSeries other = new TimeSeries(series.key(), series.grid(), changed);
        for (int known : new int[] {375, 360, 300, 210, 150}) {
            double[] here = asOf(series, known).forecast(new Horizon(10)).point();
            assertThat(asOf(other, known).forecast(new Horizon(10)).point()).isEqualTo(here);
        }
    }

    @Test
    void pathsSpreadAsTheIntervalsDo() {
        FittedModel model = fit(daily(400, t -> 100 + weekday(t) + 3 * noise(t)), ModelSpec.Method.LINEAR);
        QuantileForecast forecast = model.forecast(new Horizon(10), 0.1, 0.9);
        SamplePaths paths = model.simulate(new Horizon(10), 4000, 3);
        for (int k : new int[] {0, 9}) {
            double low = forecast.quantile(0.1)[k];
            double high = forecast.quantile(0.9)[k];
            long inside = IntStream.range(0, 4000)
                    .filter(i -> paths.value(i, k) > low && paths.value(i, k) < high)
                    .count();
            // Two standard errors of a share of 0.8 of 4,000 are 0.013.
            assertThat(inside / 4000.0).isCloseTo(0.8, within(0.02));
        }
    }

    @Test
    void whichLibraryGrewTheTreesIsSaid() {
        TimeSeries series = daily(200, t -> 100 + weekday(t) + noise(t));
        FittedModel smile =
                fitted(new RegressionFitter(new SmileLearner()).fit(series, spec(ModelSpec.Method.ENSEMBLE), 1));
        assertThat(smile.explanation()).contains("Trees by Smile", "random forest", "earlier origins");
        assertThat(smile.provenance().parameters()).containsKey("trees by Smile");
        FittedModel here = fit(series, ModelSpec.Method.BOOSTING);
        assertThat(here.explanation()).contains("Trees by " + TreeLibrary.here().library());
        assertThat(fit(series, ModelSpec.Method.LINEAR).explanation()).doesNotContain("Trees");
    }

    @Test
    void weightsOfTheEnsembleAddUpToOne() {
        FittedModel model = fit(daily(300, t -> 100 + weekday(t) + noise(t)), ModelSpec.Method.ENSEMBLE);
        assertThat(model.provenance().parameters().entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("weight of"))
                        .mapToDouble(Map.Entry::getValue)
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    private static FittedModel asOf(TimeSeries series, int known) {
        return ((Rewindable) fit(series, ModelSpec.Method.BOOSTING)).asOf(known);
    }

    private static double error(FittedModel model, TimeSeries all, int known) {
        double[] point = model.forecast(new Horizon(all.length() - known)).point();
        double sum = 0;
        for (int k = 0; k < point.length; k++) {
            sum += Math.abs(point[k] - all.value(known + k)) / point.length;
        }
        return sum;
    }

    private static ModelSpec.Regression spec(ModelSpec.Method method) {
        return new ModelSpec.Regression(method, SeasonLengths.of(7));
    }

    private static FittedModel fit(TimeSeries series, ModelSpec.Method method) {
        return fitted(FITTER.fit(series, spec(method), 42));
    }

    private static FittedModel fitted(FitOutcome outcome) {
        return ((FitOutcome.Fitted) outcome).model();
    }

    /// From 0 on Sundays to 9 on Wednesdays and back.
    private static double weekday(int t) {
        int day = Math.floorMod(t + 5, 7);
        return 3 * Math.min(day, 7 - day);
    }

    private static double quarterEnd(int t) {
        LocalDate day = LocalDate.of(2021, 1, 1).plusDays(t);
        boolean last = day.getMonthValue() % 3 == 0 && day.lengthOfMonth() - day.getDayOfMonth() < 10;
        return last ? 40 : 0;
    }

    private static double noise(int t) {
        return new SeededStream(11, t).nextGaussian();
    }

    private static TimeSeries daily(int length, IntToDoubleFunction value) {
        double[] values = new double[length];
        Arrays.setAll(values, value);
        return new TimeSeries(new SeriesKey("m", "cpu", Statistic.MEAN), TimeGrid.utc(START, Step.DAY, length), values);
    }
}
