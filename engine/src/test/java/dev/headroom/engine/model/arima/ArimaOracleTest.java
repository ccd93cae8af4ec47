package dev.headroom.engine.model.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.model.Settings;
import dev.headroom.engine.model.arima.ArimaOrder.Constant;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/// Compares with R's `arima`, `auto.arima`, `ndiffs` and `nsdiffs`; `engine/src/test/oracle/arima.R` made the files.
class ArimaOracleTest {
    private record Series(int season, double[] values) {
        ArimaWindow window() {
            return ArimaWindow.of(values, values.length, season);
        }
    }

    private record Fit(
            String series, String kind, ArimaOrder order, double loglik, double aicc, double[] forecast, int steps) {}

    private static List<String[]> rows(String name) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ArimaOracleTest.class.getResourceAsStream("/oracle/" + name)),
                StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
        }
    }

    private static Map<String, Series> series() throws IOException {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        Map<String, Integer> seasons = new LinkedHashMap<>();
        for (String[] row : rows("arima-series.csv")) {
            values.computeIfAbsent(row[0], name -> new ArrayList<>())
                    .add(row[3].equals("NA") ? Double.NaN : Double.parseDouble(row[3]));
            seasons.put(row[0], Integer.parseInt(row[1]));
        }
        Map<String, Series> all = new LinkedHashMap<>();
        values.forEach((name, list) -> all.put(
                name,
                new Series(
                        Objects.requireNonNull(seasons.get(name)),
                        list.stream().mapToDouble(Double::doubleValue).toArray())));
        return all;
    }

    private static List<Fit> fits(String kind) throws IOException {
        Map<String, Series> all = series();
        return rows("arima-fits.csv").stream()
                .filter(row -> row[1].equals(kind))
                .map(row -> new Fit(
                        row[0],
                        row[1],
                        new ArimaOrder(
                                integer(row[2]),
                                integer(row[3]),
                                integer(row[4]),
                                integer(row[5]),
                                integer(row[6]),
                                integer(row[7]),
                                Objects.requireNonNull(all.get(row[0])).season(),
                                integer(row[8]) == 1 ? Constant.PRESENT : Constant.ABSENT),
                        number(row[9]),
                        number(row[10]),
                        new double[] {number(row[11]), number(row[12]), number(row[14]), number(row[15])},
                        integer(row[13])))
                .toList();
    }

    private static int integer(String text) {
        return Integer.parseInt(text);
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    @Test
    void fixedOrdersAreAtLeastAsLikely() throws IOException {
        Map<String, Series> all = series();
        SoftAssertions soft = new SoftAssertions();
        int equal = 0;
        List<Fit> fits = fits("fixed");
        for (Fit fit : fits) {
            ArimaEstimate own = ArimaEstimate.exact(
                    fit.order(), Objects.requireNonNull(all.get(fit.series())).window());
            double loglik = -0.5 * own.statistic();
            // R's diffuse start is a large variance, which moves the likelihood a little.
            double room = Math.max(0.005, 1e-5 * Math.abs(fit.loglik()));
            soft.assertThat(loglik)
                    .as(fit.series() + " " + fit.order().shortName())
                    .isGreaterThan(fit.loglik() - room);
            equal += Math.abs(loglik - fit.loglik()) <= 1e-3 * Math.abs(fit.loglik()) ? 1 : 0;
        }
        soft.assertAll();
        // Elsewhere the search of R stops at a lower likelihood.
        assertThat(equal).isGreaterThanOrEqualTo(fits.size() - 2);
    }

    /// Where both searches end at the same likelihood, means and standard errors must agree.
    @Test
    void equalOptimaGiveEqualForecasts() throws IOException {
        Map<String, Series> all = series();
        SoftAssertions soft = new SoftAssertions();
        int compared = 0;
        for (Fit fit : fits("fixed")) {
            Series series = Objects.requireNonNull(all.get(fit.series()));
            ArimaEstimate own = ArimaEstimate.exact(fit.order(), series.window());
            if (Math.abs(-0.5 * own.statistic() - fit.loglik()) > 0.005) {
                continue;
            }
            ArimaState state = ArimaState.of(own, series.values(), series.values().length);
            double[] mean = state.mean(fit.steps());
            double[] deviation = state.deviation(fit.steps());
            int last = fit.steps() - 1;
            double[] values = {mean[0], mean[last], deviation[0], deviation[last]};
            for (int i = 0; i < values.length; i++) {
                // A flat likelihood leaves room of a few hundredths of a standard error.
                double room = 0.02 * fit.forecast()[i < 2 ? i + 2 : i];
                soft.assertThat(values[i])
                        .as(fit.series() + " " + fit.order().shortName() + " value " + i)
                        .isCloseTo(fit.forecast()[i], within(room));
            }
            compared++;
        }
        soft.assertAll();
        assertThat(compared).isGreaterThan(30);
    }

    /// The order itself may differ where the race is close; the AICc tells how close.
    @Test
    void theChosenOrderHasNearlyTheAiccOfR() throws IOException {
        Map<String, Series> all = series();
        SoftAssertions soft = new SoftAssertions();
        int same = 0;
        for (Fit fit : fits("auto")) {
            Series series = Objects.requireNonNull(all.get(fit.series()));
            ArimaEstimate own = ArimaChoice.of(series.window(), series.season(), Settings.NONE)
                    .estimate();
            String name = fit.series() + " " + own.order().shortName() + " against "
                    + fit.order().shortName();
            soft.assertThat(own.order().d()).as(name).isEqualTo(fit.order().d());
            soft.assertThat(own.order().seasonalD())
                    .as(name)
                    .isEqualTo(fit.order().seasonalD());
            soft.assertThat(own.aicc()).as(name).isLessThan(fit.aicc() + 2);
            same += own.order().equals(fit.order()) ? 1 : 0;
        }
        soft.assertAll();
        assertThat(same).isGreaterThanOrEqualTo(8);
    }

    @Test
    void theTestsBehindTheDifferencesAgree() throws IOException {
        Map<String, Series> all = series();
        SoftAssertions soft = new SoftAssertions();
        for (String[] row : rows("arima-tests.csv")) {
            Series series = Objects.requireNonNull(all.get(row[0]));
            soft.assertThat(KpssTest.statistic(series.values()))
                    .as("kpss " + row[0])
                    .isCloseTo(number(row[1]), within(1e-6));
            if (series.season() > 1) {
                soft.assertThat(SeasonalStrength.of(series.values(), series.season()))
                        .as("strength " + row[0])
                        .isCloseTo(number(row[2]), within(1e-6));
            }
            soft.assertThat(DifferenceChoice.of(series.values(), series.season()))
                    .as("differences " + row[0])
                    .isEqualTo(new DifferenceChoice(integer(row[4]), integer(row[3])));
        }
        soft.assertAll();
    }
}
