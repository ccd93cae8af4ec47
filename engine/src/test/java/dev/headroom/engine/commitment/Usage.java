package dev.headroom.engine.commitment;

import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

/// Invented usage for the tests of commitments.
final class Usage {
    static final LocalDate START = LocalDate.of(2026, 11, 23);
    static final UsagePool ALL = UsagePool.whole("AWS", CurrencyCode.USD);

    private Usage() {}

    /// Paths with the same cost an hour on every day.
    static SamplePaths level(int days, double... perHour) {
        return paths(Arrays.stream(perHour)
                .mapToObj(value -> {
                    double[] path = new double[days];
                    Arrays.fill(path, 24 * value);
                    return path;
                })
                .toArray(double[][]::new));
    }

    /// Independent normal days, in cost an hour.
    static SamplePaths normal(int count, int days, double mean, double deviation) {
        double[][] paths = new double[count][days];
        for (int path = 0; path < count; path++) {
            SeededStream random = new SeededStream(7, path);
            for (int day = 0; day < days; day++) {
                paths[path][day] = 24 * (mean + deviation * random.nextGaussian());
            }
        }
        return paths(paths);
    }

    static SamplePaths paths(double[]... daily) {
        return new SamplePaths(
                TimeGrid.utc(START.atStartOfDay().toInstant(ZoneOffset.UTC), Step.DAY, daily[0].length), daily);
    }

    static UsagePaths of(SamplePaths daily) {
        return UsagePaths.of(daily, START, new double[daily.steps()], HourShape.level());
    }

    static PoolForecast forecast(UsagePaths usage) {
        return new PoolForecast(ALL, usage, 730, "auto");
    }

    static CommitmentRate rate(CommitmentKind kind, CommitmentTerm term, Payment payment, String percent) {
        return new CommitmentRate(
                "AWS", kind, "", term, payment, new BigDecimal(percent), LocalDate.of(2026, 1, 1), "test");
    }
}
