package dev.headroom.engine.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PooledCatalogTest {
    private static final int SEASON = 12;
    private static final int LENGTH = 60;
    private static final Horizon YEAR = new Horizon(SEASON);
    private static final SeasonLengths SEASONS = SeasonLengths.of(SEASON);
    private static final ModelSpec AUTO = new ModelSpec.Auto(SEASONS);
    private static final ModelSpec GLOBAL = new ModelSpec.Global(SEASONS);

    /// Monthly series that share the shape of the year: a jump in the tenth month that each has seen a few times only.
    private static TimeSeries series(int number, int length) {
        SeededStream noise = new SeededStream(5, number);
        double size = Math.exp(2 * noise.nextGaussian());
        double level = 10;
        double[] values = new double[length];
        for (int t = 0; t < length; t++) {
            level += 0.3 * noise.nextGaussian();
            values[t] = size * (level + (t % SEASON == 9 ? 6 : 0) + noise.nextGaussian());
        }
        return named(number, values);
    }

    private static TimeSeries named(int number, double[] values) {
        return new TimeSeries(
                new SeriesKey(String.format("series-%03d", number), "value", Statistic.MEAN),
                TimeGrid.utc(Instant.parse("2015-01-01T00:00:00Z"), Step.MONTH, values.length),
                values);
    }

    private static List<TimeSeries> fleet(int count) {
        return IntStream.range(0, count).mapToObj(i -> series(i, LENGTH)).toList();
    }

    private static FittedModel fitted(PooledCatalog catalog, TimeSeries whole, TimeSeries known, ModelSpec spec) {
        FitOutcome outcome = catalog.of(whole).fit(known, spec, 1);
        assertThat(outcome).isInstanceOf(FitOutcome.Fitted.class);
        return ((FitOutcome.Fitted) outcome).model();
    }

    private static double[] point(PooledCatalog catalog, TimeSeries whole, ModelSpec spec) {
        return fitted(catalog, whole, whole, spec).forecast(YEAR, 0.1, 0.9).point();
    }

    private static double error(List<TimeSeries> longer, ModelSpec spec) {
        List<TimeSeries> known =
                longer.stream().map(one -> one.slice(0, LENGTH)).toList();
        PooledCatalog catalog = new PooledCatalog(known, YEAR, 1);
        double sum = 0;
        for (int i = 0; i < known.size(); i++) {
            double[] point = point(catalog, known.get(i), spec);
            double mean = Arrays.stream(known.get(i).values()).average().orElseThrow();
            for (int k = 0; k < point.length; k++) {
                sum += Math.abs(point[k] - longer.get(i).value(LENGTH + k)) / mean;
            }
        }
        return sum;
    }

    @Test
    void seriesLearnFromEachOther() {
        List<TimeSeries> longer =
                IntStream.range(0, 60).mapToObj(i -> series(i, LENGTH + SEASON)).toList();
        double together = error(longer, AUTO);
        double alone = error(longer, ModelCatalog.parse("auto(pool=none)", SEASONS));
        assertThat(together).isLessThan(0.99 * alone);
        assertThat(error(longer, GLOBAL)).isLessThan(error(longer, new ModelSpec.SeasonalNaive(SEASONS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "global"})
    void orderAndThreadsDoNotMatter(String name) {
        ModelSpec spec = ModelCatalog.parse(name, SEASONS);
        List<TimeSeries> fleet = fleet(30);
        List<TimeSeries> shuffled = new ArrayList<>(fleet);
        Collections.reverse(shuffled);
        PooledCatalog first = new PooledCatalog(fleet, YEAR, 1);
        PooledCatalog second = new PooledCatalog(shuffled, YEAR, 1);
        List<double[]> one =
                fleet.stream().map(series -> point(first, series, spec)).toList();
        List<double[]> other = fleet.parallelStream()
                .map(series -> point(second, series, spec))
                .toList();
        for (int i = 0; i < one.size(); i++) {
            assertThat(other.get(i)).containsExactly(one.get(i));
        }
    }

    /// A power of two changes no digit of a value, so nothing may change but the size.
    @ParameterizedTest
    @ValueSource(strings = {"auto", "global"})
    void aSeriesOfAnotherSizeLeavesTheOthersAlone(String name) {
        ModelSpec spec = ModelCatalog.parse(name, SEASONS);
        double factor = Math.scalb(1.0, 30);
        List<TimeSeries> fleet = fleet(30);
        List<TimeSeries> scaled = new ArrayList<>(fleet);
        scaled.set(
                4,
                named(
                        4,
                        Arrays.stream(fleet.get(4).values())
                                .map(value -> factor * value)
                                .toArray()));
        PooledCatalog before = new PooledCatalog(fleet, YEAR, 1);
        PooledCatalog after = new PooledCatalog(scaled, YEAR, 1);
        assertThat(point(after, scaled.get(7), spec)).containsExactly(point(before, fleet.get(7), spec));
        double[] expected = Arrays.stream(point(before, fleet.get(4), spec))
                .map(value -> factor * value)
                .toArray();
        assertThat(point(after, scaled.get(4), spec)).containsExactly(expected);
    }

    @Test
    void aFitAtAnEarlierOriginKnowsNothingOfWhatFollows() {
        List<TimeSeries> fleet = fleet(30);
        List<TimeSeries> changed = fleet.stream()
                .map(series -> {
                    double[] values = series.values().clone();
                    for (int t = LENGTH - SEASON; t < LENGTH; t++) {
                        values[t] *= 3;
                    }
                    return new TimeSeries(series.key(), series.grid(), values);
                })
                .toList();
        TimeSeries known = fleet.getFirst().slice(0, LENGTH - SEASON);
        QuantileForecast one = fitted(new PooledCatalog(fleet, YEAR, 1), fleet.getFirst(), known, AUTO)
                .forecast(YEAR, 0.1);
        QuantileForecast other = fitted(new PooledCatalog(changed, YEAR, 1), changed.getFirst(), known, AUTO)
                .forecast(YEAR, 0.1);
        assertThat(other.point()).containsExactly(one.point());
        assertThat(other.quantile(0.1)).containsExactly(one.quantile(0.1));
    }

    @Test
    void aFewSeriesAreForecastAlone() {
        List<TimeSeries> fleet = fleet(3);
        FittedModel alone = ((FitOutcome.Fitted) new ModelCatalog().fit(fleet.getFirst(), AUTO, 1)).model();
        assertThat(point(new PooledCatalog(fleet, YEAR, 1), fleet.getFirst(), AUTO))
                .containsExactly(alone.forecast(YEAR, 0.5).point());
    }

    @Test
    void oneSeriesHasNothingToLearnFrom() {
        List<TimeSeries> fleet = fleet(1);
        FitOutcome outcome =
                new PooledCatalog(fleet, YEAR, 1).of(fleet.getFirst()).fit(fleet.getFirst(), GLOBAL, 1);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        FitOutcome.NotConverged.class,
                        failed -> assertThat(failed.reason()).contains("at least two series"));
    }

    @Test
    void oddSeriesAmongOthersAreForecastToo() {
        List<TimeSeries> fleet = new ArrayList<>(fleet(30));
        double[] gaps = fleet.get(3).values().clone();
        Arrays.fill(gaps, 0, 20, Double.NaN);
        Arrays.fill(gaps, 30, 41, Double.NaN);
        double[] five = new double[SEASON];
        Arrays.fill(five, 5);
        double[] constant = new double[LENGTH];
        Arrays.fill(constant, 5);
        fleet.set(3, named(3, gaps));
        fleet.set(4, named(4, constant));
        fleet.set(5, named(5, new double[] {7}));
        PooledCatalog catalog = new PooledCatalog(fleet, YEAR, 1);
        for (int i = 3; i <= 5; i++) {
            for (ModelSpec spec : List.of(AUTO, GLOBAL)) {
                QuantileForecast forecast =
                        fitted(catalog, fleet.get(i), fleet.get(i), spec).forecast(YEAR, 0.1, 0.5, 0.9);
                assertThat(forecast.point()).doesNotContain(Double.NaN);
                for (int k = 0; k < SEASON; k++) {
                    assertThat(forecast.quantile(0.1)[k]).isLessThanOrEqualTo(forecast.quantile(0.9)[k]);
                }
            }
        }
        assertThat(point(catalog, fleet.get(4), AUTO)).containsExactly(five, within(1e-9));
    }
}
