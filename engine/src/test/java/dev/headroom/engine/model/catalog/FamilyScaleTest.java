package dev.headroom.engine.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.series.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The unit of a series makes no difference: its forecast in another unit is the same forecast.
class FamilyScaleTest {
    private static final Horizon HORIZON = new Horizon(14);
    private static final SeasonLengths WEEK = SeasonLengths.of(7);
    private static final double[] FACTORS = {1e12, 1e-12};
    private static final PooledCatalog POOL = pool();
    // Relative to values of size 50. A factor rounds each value; searches of parameters end a little elsewhere then.
    private static final double TOLERANCE = 50 * 1e-6;

    /// What is scaled.
    enum Kind {
        PLAIN {
            @Override
            double value(int t) {
                return Edge.usual(t);
            }
        },
        AROUND_ZERO {
            @Override
            double value(int t) {
                return Edge.usual(t) - 50;
            }
        },
        WITH_GAPS {
            @Override
            double value(int t) {
                return t % 5 == 0 ? Double.NaN : Edge.usual(t);
            }
        },
        WITH_ZEROS {
            @Override
            double value(int t) {
                return t % 4 == 0 ? 0 : Edge.usual(t);
            }
        };

        abstract double value(int t);

        TimeSeries times(double factor) {
            return Edge.named(this + " times " + factor, Edge.days(Edge.LENGTH), t -> factor * value(t));
        }
    }

    static Stream<Arguments> cells() {
        return Family.withForms().stream()
                .flatMap(family -> Arrays.stream(Kind.values()).map(kind -> Arguments.of(family, kind)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cells")
    void theForecastInAnotherUnitIsTheSame(Family family, Kind kind) {
        FitOutcome outcome = fit(family, kind.times(1));
        if (!(outcome instanceof FitOutcome.Fitted own)) {
            assertThat(fit(family, kind.times(1e12))).isInstanceOf(outcome.getClass());
            return;
        }
        for (double factor : FACTORS) {
            FitOutcome other = fit(family, kind.times(factor));
            assertThat(other).isInstanceOf(FitOutcome.Fitted.class);
            FittedModel scaled = ((FitOutcome.Fitted) other).model();
            QuantileForecast expected = own.model().forecast(HORIZON, 0.1, 0.9);
            QuantileForecast found = scaled.forecast(HORIZON, 0.1, 0.9);
            assertSame("point", found.point(), expected.point(), factor);
            assertSame("lower", found.quantile(0.1), expected.quantile(0.1), factor);
            assertSame("upper", found.quantile(0.9), expected.quantile(0.9), factor);
            assertSame(
                    "path",
                    scaled.simulate(HORIZON, 2, 5).path(1),
                    own.model().simulate(HORIZON, 2, 5).path(1),
                    factor);
        }
    }

    private static FitOutcome fit(Family family, TimeSeries series) {
        return family.fitter(POOL, series).fit(series, family.spec(WEEK), 1);
    }

    /// All scaled series and others of very different sizes learn together.
    private static PooledCatalog pool() {
        List<TimeSeries> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            all.add(kind.times(1));
            Arrays.stream(FACTORS).mapToObj(kind::times).forEach(all::add);
        }
        for (int i = 1; i <= 12; i++) {
            int number = i;
            double size = number % 2 == 0 ? 1e12 : 1e-12;
            all.add(Edge.named("other " + i, Edge.days(Edge.LENGTH), t -> size * Edge.usual(t + 500 * number)));
        }
        return new PooledCatalog(all, HORIZON, 1);
    }

    private static void assertSame(String what, double[] found, double[] expected, double factor) {
        assertThat(IntStream.range(0, found.length)
                        .mapToDouble(k -> found[k] / factor)
                        .toArray())
                .as(what + " times " + factor)
                .containsExactly(expected, within(TOLERANCE));
    }
}
