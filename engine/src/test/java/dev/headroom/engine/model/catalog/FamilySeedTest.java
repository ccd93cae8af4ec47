package dev.headroom.engine.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.evaluation.CalibratedFitter;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.series.TimeSeries;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same series, specification and seed give the same numbers to the last bit; another seed gives others where
/// numbers are drawn.
class FamilySeedTest {
    private static final Horizon HORIZON = new Horizon(10);
    private static final SeasonLengths WEEK = SeasonLengths.of(7);
    private static final TimeSeries SERIES = Edge.named("a", Edge.days(Edge.LENGTH), Edge::usual);

    /// What one fit says: point, two quantiles and a path.
    private record Said(double[] point, double[] low, double[] high, double[] path) {
        static Said by(Family family, long seed, long pathSeed) {
            PooledCatalog pool = Family.pool(List.of(SERIES), HORIZON);
            FitOutcome outcome = new CalibratedFitter(family.fitter(pool, SERIES)).fit(SERIES, family.spec(WEEK), seed);
            assertThat(outcome).isInstanceOf(FitOutcome.Fitted.class);
            FittedModel model = ((FitOutcome.Fitted) outcome).model();
            assertThat(model.provenance().seed()).isEqualTo(seed);
            QuantileForecast forecast = model.forecast(HORIZON, 0.1, 0.9);
            return new Said(
                    forecast.point(),
                    forecast.quantile(0.1),
                    forecast.quantile(0.9),
                    model.simulate(HORIZON, 3, pathSeed).path(2));
        }
    }

    static Stream<Family> families() {
        return Family.ofCatalog().stream();
    }

    @ParameterizedTest
    @MethodSource("families")
    void theSameSeedGivesTheSameAndAnotherDrawsOtherNumbers(Family family) {
        Said one = Said.by(family, 7, 11);
        Said again = Said.by(family, 7, 11);
        assertThat(again.point()).containsExactly(one.point());
        assertThat(again.low()).containsExactly(one.low());
        assertThat(again.high()).containsExactly(one.high());
        assertThat(again.path()).containsExactly(one.path());
        Said other = Said.by(family, 8, 12);
        assertThat(other.path()).isNotEqualTo(one.path());
        ModelSpec spec = family.spec(WEEK);
        boolean drawsWhileFitting = family.isForDemand()
                || (spec instanceof ModelSpec.Regression regression
                        && regression.method().members().contains(ModelSpec.Method.FOREST));
        if (drawsWhileFitting) {
            assertThat(other.high()).isNotEqualTo(one.high());
        } else if (!family.growsTrees()) {
            assertThat(other.point()).containsExactly(one.point());
            assertThat(other.high()).containsExactly(one.high());
        }
    }
}
