package dev.headroom.engine.model.intermittent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.evaluation.CalibratedFitter;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.ModelSpec.Demand;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class IntermittentFitterTest {
    private static final double NAN = Double.NaN;
    private static final Offset<Double> EXACT = within(1e-12);

    private static TimeSeries series(double... values) {
        return new TimeSeries(
                new SeriesKey("queue", "jobs", Statistic.SUM), TimeGrid.ordinal(1, values.length), values);
    }

    private static FitOutcome outcome(Demand method, double... values) {
        return new IntermittentFitter().fit(series(values), new ModelSpec.Intermittent(method), 5);
    }

    private static FittedModel model(Demand method, double... values) {
        return ((FitOutcome.Fitted) outcome(method, values)).model();
    }

    private static double rate(FittedModel model) {
        return model.forecast(new Horizon(1)).point()[0];
    }

    /// Demands of 1 to 9 with the given probability.
    private static double[] demands(int length, double probability, long seed) {
        SeededStream stream = new SeededStream(seed, 0);
        return IntStream.range(0, length)
                .mapToDouble(t -> {
                    double size = 1 + Math.floor(9 * stream.nextDouble());
                    return stream.nextDouble() < probability ? size : 0;
                })
                .toArray();
    }

    private static DemandState after(DemandState state, double... values) {
        Arrays.stream(values).forEach(state::observe);
        return state;
    }

    @Test
    void crostonByHand() {
        DemandConstants constants = new DemandConstants(0.5, 0.25);
        DemandState state = after(new DemandState(Demand.CROSTON, constants, 4, 2), 0, 0, NAN, 6, 0);
        // Size 4 + .5 (6 - 4) = 5; the interval was 3 (the missing period does not count): 2 + .25 (3 - 2) = 2.25.
        assertThat(state.size()).isCloseTo(5, EXACT);
        assertThat(state.rate()).isCloseTo(5 / 2.25, EXACT);
        // The next interval counts from the demand: 2 periods, 2.25 + .25 (2 - 2.25) = 2.1875.
        assertThat(after(state, 5).rate()).isCloseTo(5 / 2.1875, EXACT);
    }

    @Test
    void syntetosAndBoylanTakeOffHalfTheConstantOfTheIntervals() {
        DemandConstants constants = new DemandConstants(0.5, 0.25);
        DemandState state = after(new DemandState(Demand.SBA, constants, 4, 2), 0, 0, 6);
        assertThat(state.rate()).isCloseTo((1 - 0.125) * 5 / 2.25, EXACT);
    }

    @Test
    void teunterSyntetosAndBabaiByHand() {
        DemandConstants constants = new DemandConstants(0.5, 0.25);
        DemandState state = after(new DemandState(Demand.TSB, constants, 4, 2), 0, 6, NAN, 0);
        // Probability .5, .375, .375 + .25 .625 = .53125, .3984375; the size is updated by the demand alone.
        assertThat(state.probability()).isCloseTo(0.3984375, EXACT);
        assertThat(state.rate()).isCloseTo(0.3984375 * 5, EXACT);
    }

    /// R starts at the first demand and the first interval, counted from before the first period.
    @Test
    void ratesAreThoseOfR() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                IntermittentFitterTest.class.getResourceAsStream("/oracle/croston.csv"), "croston.csv")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
            assertThat(lines).hasSize(12);
            for (String line : lines) {
                String[] row = line.split(",", -1);
                double[] values = Arrays.stream(row[1].split(" ", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                int first = 0;
                while (values[first] == 0) {
                    first++;
                }
                double alpha = Double.parseDouble(row[2]);
                DemandConstants constants = new DemandConstants(alpha, alpha);
                DemandState state = new DemandState(Demand.CROSTON, constants, values[first], first + 1);
                after(state, Arrays.copyOfRange(values, first + 1, values.length));
                double expected = Double.parseDouble(row[3]);
                assertThat(state.rate()).as(row[0] + " " + alpha).isCloseTo(expected, within(1e-9 * expected));
            }
        }
    }

    @Test
    void theConstantsAreNoWorseThanAnyOfAGrid() {
        double[] values = demands(150, 0.3, 4);
        for (int t = 100; t < 150; t++) {
            values[t] *= 3;
        }
        for (Demand method : Demand.values()) {
            DemandFit best = DemandFit.of(method, values);
            for (double size = 0.02; size < 0.5; size += 0.04) {
                for (double occurrence = 0.02; occurrence < 0.5; occurrence += 0.04) {
                    double error = DemandFit.with(method, values, new DemandConstants(size, occurrence))
                            .squaredError();
                    assertThat(best.squaredError()).isLessThanOrEqualTo(error * (1 + 1e-6));
                }
            }
        }
    }

    @Test
    void theRateOfSteadyDemandIsFound() {
        double[] values = demands(2000, 0.2, 9);
        double mean = Arrays.stream(values).average().orElseThrow();
        assertThat(rate(model(Demand.SBA, values))).isCloseTo(mean, within(0.25 * mean));
        assertThat(rate(model(Demand.CROSTON, values))).isCloseTo(mean, within(0.25 * mean));
        assertThat(rate(model(Demand.TSB, values))).isCloseTo(mean, within(0.25 * mean));
    }

    @Test
    void onlyTheProbabilityFallsWhenDemandEnds() {
        double[] values = Arrays.copyOf(demands(120, 0.5, 2), 240);
        double alive = Arrays.stream(values, 0, 120).average().orElseThrow();
        assertThat(rate(model(Demand.TSB, values))).isLessThan(0.05 * alive);
        assertThat(rate(model(Demand.CROSTON, values))).isGreaterThan(0.3 * alive);
    }

    @Test
    void bandsAreCountedOverDrawnDemands() {
        double[] values = demands(400, 0.25, 7);
        FittedModel model = model(Demand.SBA, values);
        QuantileForecast forecast = model.forecast(new Horizon(30), 0.1, 0.5, 0.975);
        assertThat(forecast.quantile(0.1)).containsOnly(0);
        assertThat(forecast.quantile(0.5)).containsOnly(0);
        // A quarter of all periods has a demand of 1 to 9: its 90 % quantile is about 8 or 9.
        assertThat(Arrays.stream(forecast.quantile(0.975))).allMatch(value -> value > 6 && value < 12);
        SamplePaths paths = model.simulate(new Horizon(30), 4000, 3);
        double zeros = 0;
        double sum = 0;
        for (int i = 0; i < 4000; i++) {
            zeros += Arrays.stream(paths.path(i)).filter(value -> value == 0).count();
            sum += Arrays.stream(paths.path(i)).sum();
        }
        // The state drifts along a path, independent only between the 4000 paths.
        assertThat(zeros / 120_000)
                .isCloseTo(1 - model.provenance().parameters().getOrDefault("probability", NAN), within(0.03));
        assertThat(sum / 120_000).isCloseTo(forecast.point()[0], within(0.06 * forecast.point()[0]));
    }

    /// Four fifths of futures must lie at or below the 80 % quantile, for demand that follows the assumptions.
    @Test
    void quantilesCoverWhatComes() {
        int below = 0;
        int count = 0;
        for (int seed = 0; seed < 60; seed++) {
            double[] whole = demands(112, 0.4, 100 + seed);
            double[] limit = model(Demand.SBA, Arrays.copyOf(whole, 100))
                    .forecast(new Horizon(12), 0.8)
                    .quantile(0.8);
            for (int k = 0; k < 12; k++) {
                below += whole[100 + k] <= limit[k] ? 1 : 0;
                count++;
            }
        }
        // 720 cases, nearly independent: standard error .015; sizes are whole numbers.
        assertThat((double) below / count).isBetween(0.74, 0.88);
    }

    @Test
    void sameSeedSameBits() {
        double[] values = demands(90, 0.3, 1);
        FittedModel one = model(Demand.TSB, values);
        FittedModel two = model(Demand.TSB, values);
        assertThat(one.forecast(new Horizon(9), 0.9).quantile(0.9))
                .isEqualTo(two.forecast(new Horizon(9), 0.9).quantile(0.9));
        assertThat(one.simulate(new Horizon(9), 5, 8).path(3))
                .isEqualTo(two.simulate(new Horizon(9), 50, 8).path(3));
    }

    @Test
    void theUnitDoesNotMatter() {
        double[] values = demands(90, 0.3, 1);
        double plain = rate(model(Demand.SBA, values));
        for (double unit : new double[] {1e-12, 1e12}) {
            double[] other = Arrays.stream(values).map(value -> unit * value).toArray();
            assertThat(rate(model(Demand.SBA, other))).isCloseTo(unit * plain, within(1e-4 * unit * plain));
        }
    }

    @Test
    void aSeriesWithoutDemandGoesOnWithoutDemand() {
        for (Demand method : Demand.values()) {
            FittedModel model = model(method, 0, 0, NAN, 0, 0, 0);
            QuantileForecast forecast = model.forecast(new Horizon(3), 0.1, 0.9);
            assertThat(forecast.point()).containsExactly(0, 0, 0);
            assertThat(forecast.quantile(0.9)).containsExactly(0, 0, 0);
            assertThat(model.simulate(new Horizon(3), 2, 1).path(1)).containsExactly(0, 0, 0);
            assertThat(model.explanation()).startsWith("No demand was ever seen");
        }
    }

    @Test
    void demandInEveryPeriodNeedsNoCorrection() {
        for (Demand method : Demand.values()) {
            assertThat(rate(model(method, 5, 5, 5, 5, 5, 5))).isCloseTo(5, EXACT);
        }
    }

    @Test
    void seriesWithoutTwoDemandsAreToldWithTheReason() {
        for (Demand method : Demand.values()) {
            assertThat(outcome(method)).isEqualTo(new FitOutcome.TooShort(0, 4));
            assertThat(outcome(method, 3)).isEqualTo(new FitOutcome.TooShort(1, 4));
            assertThat(outcome(method, 3, 0)).isEqualTo(new FitOutcome.TooShort(2, 4));
            assertThat(outcome(method, NAN, NAN, NAN, NAN, NAN)).isEqualTo(new FitOutcome.TooShort(0, 4));
            assertThat(outcome(method, 0, 0, 0, 7, 0, 0))
                    .isEqualTo(new FitOutcome.NotConverged(
                            "Only one value is above 0; methods for intermittent demand need two or more."));
            assertThat(((FitOutcome.NotConverged) outcome(method, 0, 1, -2, 3, 0, 1)).reason())
                    .startsWith("Demand cannot be negative, but value 3 is -2.0.");
        }
    }

    @Test
    void constantsGapsAndLeadingZerosAreFitted() {
        for (Demand method : Demand.values()) {
            assertThat(rate(model(method, 5, 5, NAN, 5, 5))).isCloseTo(5, EXACT);
            double[] late = new double[60];
            System.arraycopy(demands(20, 0.8, 3), 0, late, 40, 20);
            for (int t = 45; t < 50; t++) {
                late[t] = NAN;
            }
            assertThat(rate(model(method, late))).isPositive();
            QuantileForecast far = model(method, 0, 1, 0, 2).forecast(new Horizon(50), 0.025, 0.975);
            assertThat(far.quantile(0.975)).hasSize(50).doesNotContain(NAN);
        }
    }

    @Test
    void calibrationLeavesTheDrawnBandAlone() {
        double[] values = demands(200, 0.25, 7);
        ModelSpec spec = new ModelSpec.Intermittent(Demand.TSB);
        FitOutcome outcome = new CalibratedFitter(new IntermittentFitter()).fit(series(values), spec, 5);
        assertThat(((FitOutcome.Fitted) outcome).model()).isInstanceOf(IntermittentModel.class);
    }

    @Test
    void anotherSpecificationIsRefused() {
        assertThatThrownBy(() -> new IntermittentFitter().fit(series(1, 2), new ModelSpec.Naive(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("naive");
    }
}
