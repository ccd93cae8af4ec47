package dev.headroom.storage.source.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricPlanTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aBackfillAsksForFewMetricsOverTheWholeWindow() {
        // 455 days are 10,920 hours; nine metrics are 98,280 points, ten would be too many.
        List<MetricPlan.Block> blocks =
                MetricPlan.blocks(4_000, _ -> false, NOW.minus(Duration.ofDays(455)), NOW, HOUR, NOW);
        assertThat(blocks).hasSize(445);
        assertThat(blocks.getFirst().metrics()).isEqualTo(9);
        assertThat(blocks.getFirst().points()).isEqualTo(98_280);
        assertThat(blocks.getLast().metrics()).isEqualTo(4);
        assertThat(MetricPlan.usd(blocks)).isCloseTo(0.04, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"120, 54, 0.0048", "1000, 445, 0.04", "10000, 4445, 0.4"})
    void aBackfillOfFourMetricsAServerIsCheap(int servers, int calls, double usd) {
        List<MetricPlan.Block> blocks =
                MetricPlan.blocks(4 * servers, _ -> false, NOW.minus(Duration.ofDays(455)), NOW, HOUR, NOW);
        assertThat(blocks).hasSize(calls);
        assertThat(MetricPlan.usd(blocks)).isCloseTo(usd, within(1e-9));
    }

    @Test
    void metricsThatCountTogetherComeInTheSameCall() {
        List<MetricPlan.Block> blocks = MetricPlan.blocks(
                800, metric -> metric % 8 == 5 || metric % 8 == 7, NOW.minus(Duration.ofDays(455)), NOW, HOUR, NOW);
        assertThat(blocks)
                .allSatisfy(block -> assertThat(block.firstMetric() % 8).isNotIn(5, 7));
        assertThat(blocks.stream().mapToInt(MetricPlan.Block::metrics).sum()).isEqualTo(800);
    }

    @ParameterizedTest
    @CsvSource({"1, 4, 1", "120, 4, 54", "1000, 4, 445", "1000, 6, 667"})
    void metricsByThemselvesFillTheRestOfACall(int servers, int each, int calls) {
        List<MetricWanted> wanted = new ArrayList<>();
        for (int i = 0; i < servers; i++) {
            wanted.addAll(ServerMetrics.of("i-" + i, List.of()).subList(0, each));
        }
        Instant from = NOW.minus(Duration.ofDays(455));
        List<MetricWanted> packed = MetricPlan.packed(wanted, from, NOW, HOUR, NOW);
        assertThat(packed).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(MetricPlan.blocks(packed.size(), metric -> packed.get(metric).joined(), from, NOW, HOUR, NOW))
                .hasSize(calls)
                .noneMatch(block -> packed.get(block.firstMetric()).joined());
    }

    @Test
    void anIncrementAsksForManyMetricsAtOnce() {
        List<MetricPlan.Block> blocks =
                MetricPlan.blocks(4_000, _ -> false, NOW.minus(Duration.ofDays(1)), NOW, HOUR, NOW);
        assertThat(blocks).hasSize(8).allMatch(block -> block.metrics() == 500);
        assertThat(MetricPlan.usd(blocks)).isCloseTo(0.04, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"1, 3600, 455", "7, 300, 63", "1234, 60, 15", "501, 60, 71"})
    void theBlocksCoverEachMetricAndStepOnceAndKeepTheLimits(int metrics, long seconds, int days) {
        Duration step = Duration.ofSeconds(seconds);
        Instant from = NOW.minus(
                Duration.ofDays(Math.min(days, (int) MetricPlan.kept(step).toDays())));
        List<MetricPlan.Block> blocks =
                MetricPlan.blocks(metrics, _ -> false, NOW.minus(Duration.ofDays(days)), NOW, step, NOW);
        Set<String> seen = new HashSet<>();
        for (MetricPlan.Block block : blocks) {
            assertThat(block.points()).isLessThanOrEqualTo(MetricPlan.MOST_POINTS);
            assertThat(block.metrics()).isBetween(1, MetricPlan.MOST_METRICS);
            for (Instant at = block.from(); at.isBefore(block.until()); at = at.plus(Duration.ofDays(1))) {
                assertThat(seen.add(block.firstMetric() + "@" + at)).isTrue();
            }
        }
        long points = blocks.stream().mapToLong(MetricPlan.Block::points).sum();
        assertThat(points).isEqualTo(metrics * (Duration.between(from, NOW).toSeconds() / seconds));
    }

    @Test
    void whatIsNotKeptAnyMoreIsNotAskedFor() {
        List<MetricPlan.Block> blocks =
                MetricPlan.blocks(1, _ -> false, NOW.minus(Duration.ofDays(500)), NOW, Duration.ofMinutes(5), NOW);
        assertThat(blocks.getFirst().from()).isEqualTo(NOW.minus(Duration.ofDays(63)));
        assertThat(MetricPlan.blocks(
                        1, _ -> false, NOW.minus(Duration.ofDays(500)), NOW.minus(Duration.ofDays(460)), HOUR, NOW))
                .isEmpty();
        assertThat(MetricPlan.blocks(0, _ -> false, NOW.minus(Duration.ofDays(1)), NOW, HOUR, NOW))
                .isEmpty();
    }

    @Test
    void stepsStartOnTheirOwnMultiples() {
        Instant odd = NOW.minus(Duration.ofDays(2)).plusSeconds(1_234);
        assertThat(MetricPlan.blocks(1, _ -> false, odd, NOW, HOUR, NOW)
                        .getFirst()
                        .from())
                .isEqualTo(NOW.minus(Duration.ofDays(2)).plusSeconds(3_600));
        assertThat(MetricPlan.finest(Duration.ofDays(15))).isEqualTo(Duration.ofMinutes(1));
        assertThat(MetricPlan.finest(Duration.ofDays(16))).isEqualTo(Duration.ofMinutes(5));
        assertThat(MetricPlan.finest(Duration.ofDays(64))).isEqualTo(HOUR);
    }
}
