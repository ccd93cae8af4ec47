package dev.headroom.engine.model.ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EtsFitterTest {
    private static final double NAN = Double.NaN;

    private static FitOutcome fit(SeasonLengths seasons, double... values) {
        TimeSeries series =
                new TimeSeries(new SeriesKey("a", "cpu", Statistic.MEAN), TimeGrid.ordinal(0, values.length), values);
        return new EtsFitter().fit(series, new ModelSpec.Ets(seasons), 1);
    }

    private static EtsModel model(SeasonLengths seasons, double... values) {
        FitOutcome outcome = fit(seasons, values);
        assertThat(outcome).isInstanceOf(FitOutcome.Fitted.class);
        return (EtsModel) ((FitOutcome.Fitted) outcome).model();
    }

    private static double[] noisy(int length, int season, double slope) {
        SeededStream noise = new SeededStream(5, season);
        return IntStream.range(0, length)
                .mapToDouble(t -> 40
                        + slope * t
                        + (season > 1 ? 10 * Math.sin(2 * Math.PI * t / season) : 0)
                        + noise.nextGaussian())
                .toArray();
    }

    @Test
    void theRecursionOfSimpleSmoothingByHand() {
        double[] values = {4, 8, NAN, 6};
        EtsRecursion recursion = new EtsRecursion(EtsForm.parse("ANN"), 1, values);
        double[] errors = new double[4];
        boolean fits = recursion.run(new EtsParameters(0.5, 0, 0, 1, 2, 0, new double[0]), 4, errors);
        // Levels 2, 3, 5.5, 5.5, 5.75: the missing value leaves the level as it is.
        assertThat(fits).isTrue();
        assertThat(errors).containsExactly(2, 5, NAN, 0.5);
        assertThat(recursion.state(4).level()).isEqualTo(5.75);
        assertThat(recursion.observed()).isEqualTo(3);
        assertThat(recursion.statistic()).isCloseTo(3 * Math.log(4 + 25 + 0.25), within(1e-12));
    }

    @Test
    void theRecursionOfAMultiplicativeFormByHand() {
        double[] values = {12, 9};
        EtsRecursion recursion = new EtsRecursion(EtsForm.parse("MAM"), 2, values);
        double[] errors = new double[2];
        EtsParameters parameters = new EtsParameters(0.5, 0.25, 0.1, 1, 9, 1, new double[] {1.5, 0.5});
        recursion.run(parameters, 2, errors);
        // Forecast (9 + 1) 1.5 = 15; level 10 + .5 (8 - 10) = 9; slope 1 + .5 (9 - 9 - 1) = .5;
        // then (9 + .5) .5 = 4.75.
        assertThat(errors[0]).isCloseTo(12 / 15.0 - 1, within(1e-12));
        assertThat(errors[1]).isCloseTo(9 / 4.75 - 1, within(1e-12));
        assertThat(recursion.state(2).seasonal()[0]).isCloseTo(1.5 + 0.1 * (12 / 10.0 - 1.5), within(1e-12));
    }

    @Test
    void formsAreAdmittedByTheData() {
        assertThat(EtsForm.admissible(EtsForm.Data.POSITIVE, 12)).hasSize(15);
        assertThat(EtsForm.admissible(EtsForm.Data.POSITIVE, 1)).hasSize(6);
        assertThat(EtsForm.admissible(EtsForm.Data.ANY_SIGN, 12)).hasSize(6);
        assertThat(EtsForm.admissible(EtsForm.Data.POSITIVE, 12)).doesNotContain(EtsForm.parse("ANM"));
        assertThat(EtsForm.parse("MAdN").parameterCount(1)).isEqualTo(6);
        assertThat(EtsForm.parse("AAA").parameterCount(12)).isEqualTo(4 + 12 + 1);
    }

    @Test
    void aSeasonAndATrendAreContinued() {
        EtsModel model = model(SeasonLengths.of(12), noisy(96, 12, 0.5));
        double[] point = model.forecast(new Horizon(12), 0.5).point();
        for (int k = 0; k < 12; k++) {
            double truth = 40 + 0.5 * (96 + k) + 10 * Math.sin(2 * Math.PI * (96 + k) / 12.0);
            assertThat(point[k]).isCloseTo(truth, within(2.0));
        }
        assertThat(model.form()).matches("ETS\\([AM],(A|Ad),[AM]\\)");
        assertThat(model.explanation()).contains(model.form(), "trend", "season of 12 steps");
    }

    @Test
    void aLongSeasonIsTakenOutAsAProfile() {
        EtsModel model = model(SeasonLengths.of(52), noisy(260, 52, 0));
        double[] point = model.forecast(new Horizon(52), 0.5).point();
        for (int k = 0; k < 52; k++) {
            assertThat(point[k]).isCloseTo(40 + 10 * Math.sin(2 * Math.PI * (260 + k) / 52.0), within(2.5));
        }
        assertThat(model.explanation()).contains("52 steps is taken out first");
    }

    @Test
    void aWeekOnTopOfADayIsTakenOutAsAProfile() {
        SeededStream noise = new SeededStream(5, 1);
        double[] values = IntStream.range(0, 24 * 7 * 5)
                .mapToDouble(t ->
                        50 + 10 * Math.sin(2 * Math.PI * t / 24) - (t / 24 % 7 >= 5 ? 15 : 0) + noise.nextGaussian())
                .toArray();
        double[] point = model(SeasonLengths.of(24, 168), values)
                .forecast(new Horizon(168), 0.5)
                .point();
        for (int k = 0; k < 168; k++) {
            double truth = 50 + 10 * Math.sin(2 * Math.PI * k / 24) - (k / 24 % 7 >= 5 ? 15 : 0);
            assertThat(point[k]).as("hour " + k).isCloseTo(truth, within(4.0));
        }
    }

    @Test
    void ofAVeryLongSeriesTheLastStretchIsSmoothed() {
        double[] values = noisy(3001, 7, 0);
        Arrays.fill(values, 0, 400, 1000);
        double[] point = model(SeasonLengths.of(7), values)
                .forecast(new Horizon(14), 0.5)
                .point();
        for (int k = 0; k < 14; k++) {
            assertThat(point[k]).isCloseTo(40 + 10 * Math.sin(2 * Math.PI * (3001 + k) / 7.0), within(1.5));
        }
    }

    @Test
    void gapsAreToleratedAnywhere() {
        double[] values = noisy(96, 12, 0.5);
        double[] whole = model(SeasonLengths.of(12), values)
                .forecast(new Horizon(6), 0.5)
                .point();
        for (int t : new int[] {0, 1, 17, 40, 41, 42, 43, 70, 94, 95}) {
            values[t] = NAN;
        }
        double[] gappy = model(SeasonLengths.of(12), values)
                .forecast(new Horizon(6), 0.5)
                .point();
        for (int k = 0; k < 6; k++) {
            assertThat(gappy[k]).isCloseTo(whole[k], within(2.5));
        }
    }

    @Test
    void tooFewObservationsAreAnOutcome() {
        assertThat(fit(SeasonLengths.none())).isEqualTo(new FitOutcome.TooShort(0, 5));
        assertThat(fit(SeasonLengths.none(), 1)).isEqualTo(new FitOutcome.TooShort(1, 5));
        assertThat(fit(SeasonLengths.none(), NAN, NAN, NAN, NAN, NAN, NAN)).isEqualTo(new FitOutcome.TooShort(0, 5));
        assertThat(fit(SeasonLengths.of(12), 1, 3, 2, 4, 3, 5)).isInstanceOf(FitOutcome.Fitted.class);
    }

    @Test
    void constantsAndZerosAreFittedAsSuch() {
        for (double value : new double[] {5, 0, -3}) {
            QuantileForecast forecast = model(SeasonLengths.of(4), value, value, NAN, value, value, value, value)
                    .forecast(new Horizon(3), 0.025, 0.975);
            assertThat(forecast.point()).containsExactly(new double[] {value, value, value}, within(1e-12));
            assertThat(forecast.quantile(0.975)[2]).isCloseTo(value, within(1e-12));
        }
    }

    @Test
    void negativesAreAllowed() {
        double[] values =
                Arrays.stream(noisy(60, 4, 0)).map(value -> value - 45).toArray();
        EtsModel model = model(SeasonLengths.of(4), values);
        assertThat(model.form()).startsWith("ETS(A");
    }

    /// Multiplicative errors fit bursts best, but grow beyond all bounds within two days.
    @Test
    void theUncertaintyOfALoadInBurstsStaysInReason() {
        SeededStream random = new SeededStream(9, 1);
        double[] load = new double[551];
        double state = 0;
        for (int t = 0; t < load.length; t++) {
            state = 0.7 * state + random.nextGaussian();
            load[t] = Math.exp(state);
        }
        EtsModel model = model(SeasonLengths.of(24), load);
        assertThat(model.forecast(new Horizon(168), 0.975).quantile(0.975)[167])
                .isBetween(5.0, 3 * Arrays.stream(load).max().orElseThrow());
        SamplePaths paths = model.simulate(new Horizon(168), 200, 1);
        double largest = IntStream.range(0, paths.count())
                .mapToDouble(i -> Arrays.stream(paths.path(i)).max().orElseThrow())
                .max()
                .orElseThrow();
        assertThat(largest).isBetween(20.0, 5 * Arrays.stream(load).max().orElseThrow());
    }

    @Test
    void theUnitDoesNotMatter() {
        double[] values = noisy(80, 4, 0.3);
        double[] large = Arrays.stream(values).map(value -> value * 1024).toArray();
        QuantileForecast one = model(SeasonLengths.of(4), values).forecast(new Horizon(8), 0.1, 0.9);
        QuantileForecast two = model(SeasonLengths.of(4), large).forecast(new Horizon(8), 0.1, 0.9);
        for (int k = 0; k < 8; k++) {
            assertThat(two.quantile(0.1)[k]).isCloseTo(1024 * one.quantile(0.1)[k], within(1e-3));
            assertThat(two.point()[k]).isCloseTo(1024 * one.point()[k], within(1e-3));
        }
    }

    @Test
    void pathsSpreadAsTheForecastSays() {
        for (int season : new int[] {1, 4}) {
            EtsModel model = model(SeasonLengths.of(season), noisy(80, season, 0.4));
            SamplePaths paths = model.simulate(new Horizon(8), 3000, 11);
            QuantileForecast forecast = model.forecast(new Horizon(8), 0.1, 0.9);
            for (int k = 0; k < 8; k++) {
                int step = k;
                double[] limits = {forecast.quantile(0.1)[k], forecast.quantile(0.9)[k]};
                double inside = IntStream.range(0, 3000)
                        .filter(i -> paths.value(i, step) >= limits[0] && paths.value(i, step) <= limits[1])
                        .count();
                // Standard error .0073, and the distribution of relative errors is only nearly normal.
                assertThat(inside / 3000).isCloseTo(0.8, within(0.035));
            }
            assertThat(model.simulate(new Horizon(8), 2, 11).path(1)).isEqualTo(paths.path(1));
        }
    }

    @Test
    void anEarlierOriginSeesOnlyWhatCameBefore() {
        double[] values = noisy(80, 4, 0.4);
        EtsModel model = model(SeasonLengths.of(4), values);
        assertThat(model.asOf(80).forecast(new Horizon(3), 0.9).point())
                .isEqualTo(model.forecast(new Horizon(3), 0.9).point());
        QuantileForecast early = model.asOf(60).forecast(new Horizon(3), 0.9);
        assertThat(early.grid()).isEqualTo(TimeGrid.ordinal(60, 3));
        assertThat(early.point()[0]).isCloseTo(values[60], within(4.0));
    }
}
