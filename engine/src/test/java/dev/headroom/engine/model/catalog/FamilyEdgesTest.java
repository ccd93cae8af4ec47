package dev.headroom.engine.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.evaluation.CalibratedFitter;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.BoundedModel;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.series.Step;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every family on every edge: it gives a sound forecast, or says why not in an outcome; it never throws.
class FamilyEdgesTest {
    private static final double[] LEVELS = {0.025, 0.1, 0.5, 0.9, 0.975};
    private static final int PATHS = 20;
    // A band of a naive forecast of two values in turn is 6.4 ranges wide on each side after two weeks.
    private static final double BAND_ROOM = 7;
    private static final List<String> JUMPS = List.of(
            "zeros",
            "constant",
            "constant but for the last value",
            "a spike",
            "a spike at the end",
            "a step up near the end",
            "a step down near the end",
            "a hundred days with gaps",
            "a hundred days with a step up",
            "a hundred days with a spike",
            "a season without noise",
            "hours over the change to summer time");
    private static final List<Edge> EDGES = Edge.all();
    // Each step is one more pool to learn.
    private static final List<Step> POOLED_STEPS = List.of(Step.HOUR, Step.DAY, Step.MONTH);
    private static final PooledCatalog POOL =
            Family.pool(EDGES.stream().map(Edge::series).toList(), new Horizon(45));

    static Stream<Arguments> cells() {
        return Family.withForms().stream()
                .flatMap(family -> EDGES.stream()
                        .filter(edge -> !family.isMean() || JUMPS.contains(edge.name()))
                        .filter(edge -> !family.pooled()
                                || POOLED_STEPS.contains(edge.series().grid().step()))
                        .map(edge -> Arguments.of(family, edge)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cells")
    void aForecastIsSoundOrRefusedWithTheReason(Family family, Edge edge) {
        FitOutcome outcome = fit(family.fitter(POOL, edge.series()), family, edge);
        switch (outcome) {
            case FitOutcome.Fitted fitted -> {
                assertThat(edge.need()).isNotEqualTo(Edge.Need.REFUSAL);
                checkSound(edge, fitted.model());
                checkPoint(edge, fitted.model());
            }
            case FitOutcome.TooShort few -> {
                assertThat(few.observations())
                        .isEqualTo((int) edge.observed().count())
                        .isLessThan(few.needed());
                assertThat(mayRefuse(family, edge)).as(outcome.toString()).isTrue();
            }
            case FitOutcome.NotConverged failed -> {
                assertThat(failed.reason()).isNotBlank().doesNotContain("NaN");
                assertThat(mayRefuse(family, edge)).as(outcome.toString()).isTrue();
            }
            case FitOutcome.Constant constant ->
                assertThat(constant).as("a constant has a forecast").isNull();
        }
    }

    /// Calibration fits at earlier origins, where a jump was not yet known; it is tried where that can matter.
    static Stream<Arguments> calibrated() {
        return Family.withForms().stream()
                .filter(family -> !family.growsTrees())
                .flatMap(family -> EDGES.stream()
                        .filter(edge -> JUMPS.contains(edge.name()))
                        .map(edge -> Arguments.of(family, edge)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("calibrated")
    void calibratedBandsStayNearTheSeries(Family family, Edge edge) {
        FitOutcome outcome = fit(new CalibratedFitter(family.fitter(POOL, edge.series())), family, edge);
        if (!(outcome instanceof FitOutcome.Fitted fitted)) {
            assertThat(mayRefuse(family, edge)).as(outcome.toString()).isTrue();
            return;
        }
        checkSound(edge, fitted.model());
        checkPoint(edge, fitted.model());
        if (edge.isConstant()) {
            return;
        }
        double least = edge.observed().min().orElseThrow();
        double most = edge.observed().max().orElseThrow();
        double room = BAND_ROOM * (most - least);
        QuantileForecast forecast = fitted.model().forecast(edge.horizon(), LEVELS);
        assertBetween("lower", forecast.quantile(0.025), least - room, most + room);
        assertBetween("upper", forecast.quantile(0.975), least - room, most + room);
    }

    private static FitOutcome fit(Fitter fitter, Family family, Edge edge) {
        return fitter.fit(edge.series(), family.spec(edge.seasons()), 1);
    }

    private static boolean mayRefuse(Family family, Edge edge) {
        boolean notDemand = edge.observed().anyMatch(value -> value < 0)
                || edge.observed().filter(value -> value > 0).count() == 1;
        return edge.need() != Edge.Need.FORECAST || !family.isPlain() || (family.isForDemand() && notDemand);
    }

    private static void checkSound(Edge edge, FittedModel model) {
        QuantileForecast forecast = model.forecast(edge.horizon(), LEVELS);
        int steps = edge.horizon().steps();
        assertThat(forecast.grid()).isEqualTo(edge.series().grid().next(steps));
        assertThat(forecast.steps()).isEqualTo(steps);
        for (int k = 0; k < steps; k++) {
            double below = Double.NEGATIVE_INFINITY;
            for (double level : LEVELS) {
                double quantile = forecast.quantile(level)[k];
                assertThat(quantile)
                        .as("level " + level + ", step " + k)
                        .isFinite()
                        .isGreaterThanOrEqualTo(below);
                below = quantile;
            }
        }
        assertBetween("point", forecast.point(), -Double.MAX_VALUE, Double.MAX_VALUE);
        SamplePaths paths = model.simulate(edge.horizon(), PATHS, 3);
        assertThat(paths.count()).isEqualTo(PATHS);
        assertThat(paths.grid()).isEqualTo(forecast.grid());
        assertBetween("paths", allOf(paths), -Double.MAX_VALUE, Double.MAX_VALUE);
        assertThat(model.explanation()).isNotBlank();
        assertThat(model.provenance().seed()).isEqualTo(1);
    }

    /// The size of the forecast: a constant goes on, other series stay near what they were.
    private static void checkPoint(Edge edge, FittedModel model) {
        double least = edge.observed().min().orElseThrow();
        double most = edge.observed().max().orElseThrow();
        double range = most - least;
        QuantileForecast forecast = model.forecast(edge.horizon(), LEVELS);
        if (edge.isConstant()) {
            // Sums of many values round.
            double tolerance = 1e-9 * Math.abs(most);
            for (int k = 0; k < forecast.steps(); k++) {
                assertThat(forecast.point()[k]).isCloseTo(most, within(tolerance));
                assertThat(forecast.quantile(0.025)[k]).isCloseTo(most, within(tolerance));
                assertThat(forecast.quantile(0.975)[k]).isCloseTo(most, within(tolerance));
            }
            return;
        }
        double room = edge.room() * range;
        assertBetween("point", forecast.point(), least - room, most + room);
    }

    static Stream<Arguments> percentages() {
        List<String> names = List.of("full percentages", "stuck at 100", "stuck at 0", "either 0 or 100");
        return Family.withForms().stream()
                .flatMap(family -> EDGES.stream()
                        .filter(edge -> names.contains(edge.name()))
                        .map(edge -> Arguments.of(family, edge)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("percentages")
    void percentagesStayBetween0And100(Family family, Edge edge) {
        Fitter fitter = family.fitter(POOL, edge.series());
        if (!(fitter.fit(edge.series(), family.spec(edge.seasons()), 1) instanceof FitOutcome.Fitted fitted)) {
            assertThat(family.isPlain()).isFalse();
            return;
        }
        FittedModel model = new BoundedModel(fitted.model(), 0, 100);
        QuantileForecast forecast = model.forecast(edge.horizon(), LEVELS);
        assertBetween("point", forecast.point(), 0, 100);
        for (double level : LEVELS) {
            assertBetween("level " + level, forecast.quantile(level), 0, 100);
        }
        assertBetween("paths", allOf(model.simulate(edge.horizon(), PATHS, 3)), 0, 100);
    }

    private static void assertBetween(String what, double[] values, double least, double most) {
        assertThat(Arrays.stream(values))
                .as(what + " between " + least + " and " + most)
                .allMatch(value -> value >= least && value <= most);
    }

    private static double[] allOf(SamplePaths paths) {
        return IntStream.range(0, paths.count())
                .mapToObj(paths::path)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}
