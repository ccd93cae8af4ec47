package dev.headroom.engine.model.ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.numeric.NormalDistribution;
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

/// Compares with R's `forecast::ets`; `engine/src/test/oracle/ets.R` made the two files.
class EtsOracleTest {
    private record Series(int season, double[] values) {}

    private record Fit(
            String series, String form, String chosen, double loglik, double aicc, double[] forecast, int steps) {}

    private static List<String[]> rows(String name) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(EtsOracleTest.class.getResourceAsStream("/oracle/" + name)),
                StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
        }
    }

    private static Map<String, Series> series() throws IOException {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        Map<String, Integer> seasons = new LinkedHashMap<>();
        for (String[] row : rows("ets-series.csv")) {
            values.computeIfAbsent(row[0], name -> new ArrayList<>()).add(Double.parseDouble(row[3]));
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

    private static List<Fit> fits() throws IOException {
        return rows("ets-fits.csv").stream()
                .map(row -> new Fit(
                        row[0],
                        row[1],
                        row[2],
                        Double.parseDouble(row[3]),
                        Double.parseDouble(row[4]),
                        new double[] {
                            Double.parseDouble(row[5]), Double.parseDouble(row[6]),
                            Double.parseDouble(row[8]), Double.parseDouble(row[9])
                        },
                        Integer.parseInt(row[7])))
                .toList();
    }

    /// The likelihood of scaled values differs by a constant: `-n log scale`.
    private static double logLikelihood(EtsEstimate estimate, EtsData data) {
        return -0.5 * estimate.statistic() - data.scaled().length * Math.log(data.scale());
    }

    @Test
    void fixedFormsAreAtLeastAsLikely() throws IOException {
        Map<String, Series> all = series();
        SoftAssertions soft = new SoftAssertions();
        for (Fit fit : fixedForms()) {
            Series series = Objects.requireNonNull(all.get(fit.series()));
            EtsData data = EtsData.of(series.values(), new double[1]);
            double own = logLikelihood(estimate(fit, series, data), data);
            // The file has nine digits; nothing else separates equal optima.
            soft.assertThat(own).as(fit.series() + " " + fit.form()).isGreaterThan(fit.loglik() - 0.002);
        }
        soft.assertAll();
    }

    /// Where both searches end at the same likelihood, the forecasts and the 80 % band must agree.
    @Test
    void equalOptimaGiveEqualForecasts() throws IOException {
        Map<String, Series> all = series();
        SoftAssertions soft = new SoftAssertions();
        int compared = 0;
        for (Fit fit : fixedForms()) {
            Series series = Objects.requireNonNull(all.get(fit.series()));
            EtsData data = EtsData.of(series.values(), new double[1]);
            EtsEstimate estimate = estimate(fit, series, data);
            if (Math.abs(logLikelihood(estimate, data) - fit.loglik()) > 0.02) {
                continue;
            }
            EtsRecursion recursion = new EtsRecursion(estimate.form(), series.season(), data.scaled());
            recursion.run(estimate.parameters(), data.scaled().length, new double[0]);
            EtsMoments moments = EtsMoments.of(estimate, recursion.state(data.scaled().length), fit.steps());
            double z = NormalDistribution.quantile(0.9);
            int last = fit.steps() - 1;
            double[] own = {
                moments.mean()[0],
                moments.mean()[last],
                moments.mean()[0] + z * moments.deviation()[0],
                moments.mean()[last] + z * moments.deviation()[last]
            };
            // A flat likelihood leaves room of a few hundredths of a standard deviation; R draws the bands of
            // multiplicative seasons at random.
            double room = (fit.form().endsWith("M") ? 0.15 : 0.05) * data.scale() * moments.deviation()[last];
            for (int i = 0; i < own.length; i++) {
                soft.assertThat(own[i] * data.scale())
                        .as(fit.series() + " " + fit.form() + " value " + i)
                        .isCloseTo(fit.forecast()[i], within(room));
            }
            compared++;
        }
        soft.assertAll();
        assertThat(compared).isGreaterThan(15);
    }

    @Test
    void theChosenFormHasNoLargerAiccThanThatOfR() throws IOException {
        Map<String, Series> all = series();
        SoftAssertions soft = new SoftAssertions();
        int same = 0;
        for (Fit fit : fits()) {
            if (!fit.form().equals("auto")) {
                continue;
            }
            Series series = Objects.requireNonNull(all.get(fit.series()));
            EtsData data = EtsData.of(series.values(), new double[1]);
            EtsForm.Data sign = data.isPositive() ? EtsForm.Data.POSITIVE : EtsForm.Data.ANY_SIGN;
            List<EtsForm> forms = EtsForm.admissible(sign, series.season());
            EtsEstimate best = EtsFitter.best(forms, series.season(), data.scaled());
            double aicc = best.aicc() + 2 * data.scaled().length * Math.log(data.scale());
            soft.assertThat(aicc).as(fit.series()).isLessThan(fit.aicc() + 0.005);
            same += best.form().equals(EtsForm.parse(fit.chosen())) ? 1 : 0;
        }
        soft.assertAll();
        // Better optima change the winner of close races, never all of them.
        assertThat(same).isGreaterThanOrEqualTo(5);
    }

    private static List<Fit> fixedForms() throws IOException {
        return fits().stream().filter(fit -> !fit.form().equals("auto")).toList();
    }

    private static EtsEstimate estimate(Fit fit, Series series, EtsData data) {
        return EtsEstimate.of(EtsForm.parse(fit.form()), series.season(), data.scaled());
    }
}
