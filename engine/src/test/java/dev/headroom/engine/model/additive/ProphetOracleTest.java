package dev.headroom.engine.model.additive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.AdditiveOptions;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.Growth;
import dev.headroom.engine.model.KnownColumn;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Compares with R's `prophet`; `engine/src/test/oracle/prophet.R` made the file.
class ProphetOracleTest {
    private static final int KNOWN = 300;
    private static final int AHEAD = 30;
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private static double[] column(String series, int column) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ProphetOracleTest.class.getResourceAsStream("/oracle/prophet-series.csv")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.split(",", -1))
                    .filter(row -> row[0].equals(series))
                    .mapToDouble(row -> Double.parseDouble(row[column]))
                    .toArray();
        }
    }

    private static KnownColumn known(String name, double... values) {
        return new KnownColumn(
                name,
                new TimeSeries(
                        new SeriesKey(name, name, Statistic.MEAN),
                        TimeGrid.utc(START, Step.DAY, values.length),
                        values));
    }

    private static AdditiveOptions options(String name) throws IOException {
        AdditiveOptions usual = AdditiveOptions.usual();
        return switch (name) {
            case "logistic" -> usual.withGrowth(new Growth.Logistic(new Growth.Always(10), new Growth.Always(100)));
            case "regressors" ->
                usual.withRegressors(List.of(known("campaign", column(name, 4)), known("traffic", column(name, 5))));
            case "multiplied" -> usual.withSeasonality(AdditiveOptions.Seasonality.MULTIPLIES);
            default -> usual;
        };
    }

    private static double distance(double[] one, double[] two, int from, int to) {
        double squares = 0;
        for (int t = from; t < to; t++) {
            squares += (one[t] - two[t]) * (one[t] - two[t]);
        }
        return Math.sqrt(squares / (to - from));
    }

    /// The curves differ where priors, ends of months and quarters and the fading slope do: by a part of the noise.
    @ParameterizedTest
    @CsvSource({"linear,1", "logistic,2", "regressors,1", "multiplied,1"})
    void findsTheSameCurve(String name, double noise) throws IOException {
        double[] y = column(name, 2);
        double[] truth = column(name, 3);
        double[] theirTrend = column(name, 6);
        double[] theirs = column(name, 7);
        TimeSeries series = new TimeSeries(
                new SeriesKey("a", "cpu", Statistic.MEAN),
                TimeGrid.utc(START, Step.DAY, KNOWN),
                java.util.Arrays.copyOf(y, KNOWN));
        ModelSpec spec = new ModelSpec.Additive(SeasonLengths.of(7), "").withOptions(options(name));
        AdditiveModel model = (AdditiveModel) ((FitOutcome.Fitted) new AdditiveFitter().fit(series, spec, 1)).model();
        double[] trend = model.contributions(0, KNOWN).getFirst().values();
        double[] ours = new double[KNOWN + AHEAD];
        model.contributions(0, KNOWN + AHEAD).forEach(part -> {
            for (int t = 0; t < ours.length; t++) {
                ours[t] += part.values()[t];
            }
        });
        assertThat(distance(ours, theirs, 0, KNOWN)).isLessThan(0.35 * noise);
        assertThat(distance(trend, theirTrend, 0, KNOWN)).isLessThan(0.35 * noise);
        // Five columns more, for ends of months and quarters that the series does not have, cost a little.
        assertThat(distance(ours, truth, 0, KNOWN)).isLessThan(1.4 * distance(theirs, truth, 0, KNOWN));
        assertThat(distance(ours, truth, KNOWN, KNOWN + AHEAD)).isLessThan(noise);
        assertThat(model.forecast(new Horizon(AHEAD)).point()[AHEAD - 1])
                .isEqualTo(ours[KNOWN + AHEAD - 1], org.assertj.core.api.Assertions.within(1e-9));
    }
}
