package dev.headroom.engine.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.Settings;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCatalogTest {
    @Test
    void everyNameGivesASpecificationOfThatName() {
        for (String name : ModelCatalog.NAMES) {
            assertThat(ModelCatalog.parse(name, SeasonLengths.of(7)).name()).isEqualTo(name);
        }
    }

    @Test
    void seasonsArePassedOn() {
        assertThat(ModelCatalog.parse("ets", SeasonLengths.of(7))).isEqualTo(new ModelSpec.Ets(SeasonLengths.of(7)));
        assertThat(ModelCatalog.parse("additive", SeasonLengths.none()))
                .isEqualTo(new ModelSpec.Additive(SeasonLengths.none(), ""));
        assertThat(ModelCatalog.parse("forest", SeasonLengths.of(7)))
                .isEqualTo(new ModelSpec.Regression(ModelSpec.Method.FOREST, SeasonLengths.of(7)));
    }

    @Test
    void anUnknownNameIsToldWithTheKnownOnes() {
        assertThatThrownBy(() -> ModelCatalog.parse("prophet", SeasonLengths.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("model (prophet) must be one of " + String.join(", ", ModelCatalog.NAMES)
                        + "; parameters follow in brackets, such as boosting(trees=300,depth=6).");
    }

    @Test
    void parametersAreReadInAnyOrderAndWrittenInOne() {
        ModelSpec spec = ModelCatalog.parse("boosting( trees=300, rate=0.030,depth=6)", SeasonLengths.of(7));
        assertThat(spec.name()).isEqualTo("boosting");
        assertThat(spec.text()).isEqualTo("boosting(depth=6,rate=0.03,trees=300)");
        assertThat(ModelCatalog.parse(spec.text(), SeasonLengths.of(7))).isEqualTo(spec);
        assertThat(ModelCatalog.parse("additive:us(yearly=3)", SeasonLengths.none())
                        .text())
                .isEqualTo("additive:US(yearly=3)");
        assertThat(ModelCatalog.parse("ets()", SeasonLengths.none()).text()).isEqualTo("ets");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "boosting(tree=3) | boosting) has no parameter (tree=3); known are trees (a whole number, 20 to 600)",
                "boosting(trees=3) | trees (3) must be a whole number, 20 to 600.",
                "boosting(trees=30.5) | trees (30.5) must be a whole number",
                "boosting(rate=fast) | rate (fast) must be 0.005 to 0.5.",
                "boosting(rate=NaN) | rate (NaN) must be 0.005 to 0.5.",
                "boosting(trees) | trees must be set once, as trees=value.",
                "boosting(trees=30,trees=40) | trees must be set once",
                "boosting(trees=30 | must end with a closing bracket",
                "ets(trend=B) | trend (B) must be one of auto, N, A, Ad.",
                "naive(x=1) | has no parameter (x=1); it has none.",
                "prophet(x=1) | model (prophet) must be one of",
            })
    void wrongParametersAreToldWithTheKnownOnes(String text, String message) {
        assertThatThrownBy(() -> ModelCatalog.parse(text, SeasonLengths.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "boosting(trees=20)",
                "boosting(depth=2)",
                "boosting(leaves=4)",
                "boosting(rows=50)",
                "boosting(rate=0.5)",
                "forest(trees=20)",
                "forest(depth=2)",
                "forest(leaves=8)",
                "forest(rows=50)",
                "forest(columns=0.1)",
                "linear(penalty=100)",
                "additive(change_scale=1)",
                "additive(change_points=0)",
                "additive(weekly=0)",
                "arima(max_p=0)",
                "arima(max_q=0)",
                "arima(max_seasonal=0)",
                "ets(error=M)",
                "ets(trend=Ad)",
                "ets(season=M)",
                "theta(theta=1)",
                "ces(form=none)",
                "mstl(robust=yes)",
            })
    void everyParameterChangesTheForecast(String text) {
        TimeSeries series = wavy();
        ModelSpec spec = ModelCatalog.parse(text, SeasonLengths.of(7));
        ModelSpec plain = ModelCatalog.with(spec, Settings.NONE);
        assertThat(point(series, spec)).isNotEqualTo(point(series, plain));
        assertThat(point(series, spec)).isEqualTo(point(series, spec));
    }

    @ParameterizedTest
    @CsvSource({"1e101, large", "1e300, large", "1e-102, small", "1e-300, small"})
    void valuesThatCannotBeSquaredAreRefusedByEveryFamily(double size, String word) {
        TimeSeries series = Edge.named("s", Edge.days(60), t -> size * Edge.usual(t));
        for (String name : ModelCatalog.NAMES) {
            FitOutcome outcome = new ModelCatalog().fit(series, ModelCatalog.parse(name, SeasonLengths.of(7)), 1);
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            FitOutcome.NotConverged.class,
                            failed -> assertThat(failed.reason())
                                    .contains("too " + word + " to compute with. Give the values in another unit"));
        }
    }

    private static double[] point(TimeSeries series, ModelSpec spec) {
        return ((FitOutcome.Fitted) new ModelCatalog().fit(series, spec, 3))
                .model()
                .forecast(new Horizon(14))
                .point();
    }

    private static TimeSeries wavy() {
        SeededStream noise = new SeededStream(5, 0);
        double[] values = new double[200];
        double slow = 0;
        double before = 0;
        for (int t = 0; t < values.length; t++) {
            double shock = noise.nextGaussian();
            slow = 0.7 * slow + shock + 0.5 * before;
            before = shock;
            double bend = t < 120 ? 0.2 * t : 24 - 0.1 * (t - 120);
            values[t] = 50 + bend + 6 * Math.sin(2 * Math.PI * t / 7) + 2 * slow;
        }
        return new TimeSeries(
                new SeriesKey("s", "value", Statistic.MEAN),
                TimeGrid.utc(Instant.parse("2025-01-01T00:00:00Z"), Step.DAY, values.length),
                values);
    }
}
