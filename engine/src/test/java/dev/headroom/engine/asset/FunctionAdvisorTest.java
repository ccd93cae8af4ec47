package dev.headroom.engine.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.asset.Advice.Change;
import dev.headroom.engine.asset.Advice.Keep;
import dev.headroom.engine.asset.Advice.Remove;
import dev.headroom.engine.asset.Advice.Undecided;
import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.MigrationEffort;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeSeries;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// 100,000 calls a day of 200 ms on 1,024 MB: 3,041,667 calls and 608,333 GB-seconds a month, 6.083 and
/// 0.608.
final class FunctionAdvisorTest {
    private static final double MIB = 1 << 20;

    private static Asset function(String... facts) {
        return Assets.of(AssetKind.FUNCTION, "fn-1", "", facts);
    }

    private static Asset usual() {
        return function("memory_mb", "1024", "timeout_s", "30", "runtime", "python3.12", "architecture", "x86_64");
    }

    private static Advice advise(Asset function, TimeSeries... more) {
        List<TimeSeries> series = new ArrayList<>(List.of(
                Assets.daily(function, "invocations", Statistic.SUM, 60, 100_000),
                Assets.daily(function, "duration", Statistic.MEAN, 60, 200),
                Assets.daily(function, "duration", Statistic.MAX, 60, 2_000)));
        series.addAll(List.of(more));
        return FunctionAdvisor.advise(
                Assets.usage(function, series.toArray(TimeSeries[]::new)), Assets.prices(), SizingPolicy.standard());
    }

    private static TimeSeries used(Asset function, double mib) {
        return Assets.daily(function, "used_memory", Statistic.MAX, 60, mib * MIB);
    }

    private static double amount(Money money) {
        return money.amount().doubleValue();
    }

    @Test
    void memoryGoesDownToWhatIsUsedWithHeadroomAndTheSavingIsAnInterval() {
        Asset function = function("memory_mb", "1024", "timeout_s", "30", "architecture", "arm64");
        Change change = (Change) advise(function, used(function, 200));
        // 200 x 1.2 / 0.9 = 267, 320 in steps of 64, would be 3.2 times slower at worst; 576 is 1.8 times
        // slower.
        assertThat(change.to()).isEqualTo("576 MB, arm64");
        // At 0.8 of the prices: 4.867 now; as long as now 2.7375, in the proportion of the memory the same.
        assertThat(amount(change.saving().most())).isCloseTo(4.8667 - 2.7375, within(1e-3));
        assertThat(amount(change.saving().least())).isCloseTo(0, within(1e-9));
        assertThat(amount(change.saving().gross())).isCloseTo((4.8667 - 2.7375) / 2, within(1e-3));
        assertThat(change.reason())
                .contains("3,041,667 calls a month of 200 ms", "at most 200 MB", "between as long as now, 200 ms, and")
                .contains("and 356 ms");
        assertThat(change.evidence().risk().grades()).containsEntry(Dimension.DURATION, 2);
        assertThat(change.evidence().rejected())
                .anySatisfy(refusal ->
                        assertThat(refusal.alternative() + refusal.words()).contains("320 MB", "at high risk"));
    }

    @Test
    void otherProcessorsCostAFifthLess() {
        Asset function = usual();
        Change change = (Change) advise(function);
        assertThat(change.to()).isEqualTo("1,024 MB, arm64");
        assertThat(amount(change.saving().gross())).isCloseTo(6.0833 * 0.2, within(1e-3));
        assertThat(change.saving().isCertain()).isTrue();
        assertThat(change.evidence().effort()).isEqualTo(MigrationEffort.LOW);
        Asset compiled = function("memory_mb", "1024", "runtime", "java21");
        assertThat(((Change) advise(compiled)).evidence().effort()).isEqualTo(MigrationEffort.MEDIUM);
    }

    @Test
    void bothTogetherAreTakenWhenBothFit() {
        Asset function = usual();
        Change change = (Change) advise(function, used(function, 200));
        assertThat(change.to()).isEqualTo("576 MB, arm64");
        // 6.0833 less the middle of 2.7375 and 4.8667.
        assertThat(amount(change.saving().gross())).isCloseTo(6.0833 - 3.8021, within(1e-3));
    }

    @Test
    void theTimeoutIsNeverAtRisk() {
        // 2 s x 1,024 / 576 = 3.6 s, above 80 % of 4.
        Asset function = function("memory_mb", "1024", "timeout_s", "4", "architecture", "arm64");
        Keep keep = (Keep) advise(function, used(function, 200));
        assertThat(keep.evidence().rejected())
                .anySatisfy(refusal -> assertThat(refusal.words()).contains("3.6 s, above 80 % of the timeout of 4 s"));
        Asset unknown = function("memory_mb", "1024", "architecture", "arm64");
        assertThat(advise(unknown, used(unknown, 200)))
                .isInstanceOfSatisfying(
                        Keep.class,
                        kept -> assertThat(kept.evidence().rejected())
                                .anySatisfy(
                                        refusal -> assertThat(refusal.words()).contains("timeout_s")));
    }

    @Test
    void aFunctionThatNearlyFillsItsMemoryGetsMore() {
        Asset function = function("memory_mb", "1024", "timeout_s", "30", "architecture", "arm64");
        Change change = (Change) advise(function, used(function, 1_000));
        assertThat(change.relievesShortage()).isTrue();
        // 1,000 x 1.2 / 0.9 = 1,333.
        assertThat(change.to()).isEqualTo("1,344 MB, arm64");
        assertThat(amount(change.saving().least())).isNegative();
        assertThat(amount(change.saving().most())).isCloseTo(0, within(1e-9));
    }

    @Test
    void memoryInPercentIsAsGood() {
        Asset function = function("memory_mb", "1024", "timeout_s", "30", "architecture", "arm64");
        assertThat(advise(function, Assets.daily(function, "memory", Statistic.MAX, 60, 200 / 10.24))
                        .target())
                .contains("576 MB, arm64");
    }

    @Test
    void aFunctionThatNobodyCallsCostsNothingAndIsToBeDeleted() {
        Asset function = usual();
        Remove remove = (Remove) FunctionAdvisor.advise(
                Assets.usage(function, Assets.daily(function, "invocations", Statistic.SUM, 40, 0)),
                Assets.prices(),
                SizingPolicy.standard());
        assertThat(remove.idleness()).isEqualTo(Idleness.UNUSED_FUNCTION);
        assertThat(amount(remove.gross().orElseThrow())).isZero();
    }

    @Test
    void withoutCallsAndDurationTheCostIsNotKnown() {
        assertThat(FunctionAdvisor.advise(Assets.usage(usual()), Assets.prices(), SizingPolicy.standard()))
                .isInstanceOf(Undecided.class)
                .extracting(Advice::reason)
                .asString()
                .contains("invocations, sum");
        assertThat(advise(function()).reason()).contains("memory_mb");
    }
}
