package dev.headroom.engine.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.evaluation.Backtest;
import dev.headroom.engine.evaluation.RollingOrigin;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// From a backtest to a verdict, on noise about a weekly pattern whose truth is known.
class DriftReportTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final int KNOWN = 200;
    private static final int SINCE = 30;
    private static final ModelSpec SPEC = new ModelSpec.Theta(SeasonLengths.of(7));

    private static TimeSeries series(long run, double shift) {
        SeededStream random = new SeededStream(21, run);
        double[] values = new double[KNOWN + SINCE];
        for (int t = 0; t < values.length; t++) {
            values[t] =
                    50 + 6 * Math.sin(2 * Math.PI * t / 7) + 2 * random.nextGaussian() + (t >= KNOWN + 8 ? shift : 0);
        }
        return new TimeSeries(
                new SeriesKey("db-" + run, "cpu", Statistic.P95), TimeGrid.utc(START, Step.DAY, values.length), values);
    }

    private static DriftReport report(TimeSeries whole) {
        TimeSeries known = whole.slice(0, KNOWN);
        Horizon horizon = new Horizon(SINCE);
        ErrorPromise promise = ErrorPromise.of(new Backtest(new ModelCatalog(), RollingOrigin.usual(KNOWN, horizon), 7)
                        .run(known, SPEC, 42, () -> false))
                .orElseThrow();
        FittedModel model = ((FitOutcome.Fitted) new ModelCatalog().fit(known, SPEC, 42)).model();
        IssuedForecast issued = new IssuedForecast(known.grid().at(KNOWN - 1L), model.forecast(horizon, 0.1, 0.9));
        return DriftReport.of(
                promise,
                LiveError.of(whole, List.of(issued), SINCE),
                DistributionShift.of(whole.values(), KNOWN, 7),
                42);
    }

    @Test
    void modelsThatKeepTheirPromiseAreRarelyCalledDrifted() {
        int drifted = 0;
        for (int run = 0; run < 150; run++) {
            drifted += report(series(run, 0)).verdict() == DriftVerdict.DRIFTED ? 1 : 0;
        }
        assertThat(drifted).isLessThanOrEqualTo(5);
    }

    @Test
    void aLevelShiftIsDriftWithAReasonInWords() {
        int drifted = 0;
        for (int run = 0; run < 50; run++) {
            DriftReport report = report(series(run, 10));
            if (report.verdict() == DriftVerdict.DRIFTED) {
                drifted++;
                assertThat(report.reasons().getFirst())
                        .startsWith("Since 2024-07-")
                        .contains("too low", "times the promised error");
            }
        }
        assertThat(drifted).isGreaterThan(45);
        assertThat(DriftVerdict.DRIFTED.advice()).contains("Train");
    }

    @Test
    void sixDaysAreTooLittleEvidence() {
        TimeSeries shifted = series(1, 30).slice(0, KNOWN + 6);
        DriftReport report = report(shifted);
        assertThat(report.verdict()).isEqualTo(DriftVerdict.TOO_LITTLE_EVIDENCE);
        assertThat(report.reasons()).containsExactly("6 forecast days have come due since the training; 7 are needed.");
    }

    @Test
    void eachDayIsTakenFromTheLatestForecastThatWasIssuedBeforeIt() {
        TimeSeries series = series(1, 0).slice(0, 10);
        IssuedForecast early = issued(series, 4, 5, 1);
        IssuedForecast late = issued(series, 6, 2, 2);
        List<LiveError> errors = LiveError.of(series, List.of(late, early), 9);
        assertThat(errors).extracting(LiveError::step).containsExactly(1, 2, 1, 2, 5);
        assertThat(errors.getFirst().error()).isCloseTo(series.value(4) - 1, within(1e-12));
        assertThat(errors.get(2).error()).isCloseTo(series.value(6) - 2, within(1e-12));
        assertThat(LiveError.of(series, List.of(late, early), 4)).hasSize(4);
    }

    private static IssuedForecast issued(TimeSeries series, int known, int steps, double value) {
        double[] point = new double[steps];
        java.util.Arrays.fill(point, value);
        TimeSeries before = series.slice(0, known);
        return new IssuedForecast(
                before.grid().at(known - 1L),
                new QuantileForecast(before.grid().next(steps), point, new double[0], new double[0][]));
    }

    @Test
    void aPromiseIsReadBackToTheSameNumbers() {
        ErrorPromise promise = new ErrorPromise(new double[] {0.1 + 0.2, 1e-300, 3}, 1 / 3.0, 0.77, 0.5, 12);
        assertThat(ErrorPromise.parse(promise.text())).contains(promise);
        assertThat(ErrorPromise.parse("")).isEqualTo(Optional.empty());
        assertThat(ErrorPromise.parse(promise.text().replace("degrees=12", "degrees=x")))
                .isEmpty();
    }
}
