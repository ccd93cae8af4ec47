package dev.headroom.storage.pull;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.storage.ingest.Cover;
import dev.headroom.storage.pull.CostAsks.Ask;
import dev.headroom.storage.source.aws.AwsCosts.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostAsksTest {
    private static final Place PAYER = new Place("111122223333", "us-east-1");
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private static Map<String, Cover> kept(String subject, String from, String until) {
        return Map.of(
                subject,
                new Cover(
                        PAYER.name(),
                        subject,
                        Instant.parse(from + "T00:00:00Z"),
                        Instant.parse(until + "T00:00:00Z")));
    }

    private static List<String> words(List<Ask> asks) {
        return asks.stream()
                .map(ask -> ask.span() + " " + ask.from() + " " + ask.until())
                .toList();
    }

    @Test
    void theFirstPullAsksMonthByMonthAndTheNewestFirst() {
        assertThat(words(CostAsks.of(Map.of(), Instant.parse("2026-09-20T00:00:00Z"), NOW)))
                .containsExactly("DAY 2026-11-01 2026-11-22", "DAY 2026-10-01 2026-11-01", "DAY 2026-09-01 2026-10-01");
    }

    @Test
    void daysReachThirteenMonthsBackAndMonthsBeforeThatThirtyEight() {
        List<Ask> asks = CostAsks.of(Map.of(), Instant.parse("2019-01-01T00:00:00Z"), NOW);
        assertThat(asks).hasSize(15);
        assertThat(asks.get(13)).isEqualTo(new Ask(Span.DAY, LocalDate.of(2025, 10, 1), LocalDate.of(2025, 11, 1)));
        assertThat(asks.get(14)).isEqualTo(new Ask(Span.MONTH, LocalDate.of(2023, 9, 1), LocalDate.of(2025, 10, 1)));
    }

    @Test
    void aLaterPullAsksForTheLastThreeDaysAndWhatIsNew() {
        Map<String, Cover> covers = kept(CostAsks.DAILY, "2026-09-01", "2026-11-20");
        assertThat(words(CostAsks.of(covers, Instant.parse("2026-09-01T00:00:00Z"), NOW)))
                .containsExactly("DAY 2026-11-17 2026-11-22");
    }

    @Test
    void untilTheFifteenthTheMonthBeforeIsAskedForAgain() {
        Map<String, Cover> covers = kept(CostAsks.DAILY, "2026-09-01", "2026-11-13");
        Instant since = Instant.parse("2026-09-01T00:00:00Z");
        assertThat(words(CostAsks.of(covers, since, Instant.parse("2026-11-14T00:00:00Z"))))
                .containsExactly("DAY 2026-10-01 2026-11-01", "DAY 2026-11-01 2026-11-14");
        assertThat(words(CostAsks.of(covers, since, Instant.parse("2026-11-15T00:00:00Z"))))
                .containsExactly("DAY 2026-11-10 2026-11-15");
    }

    @Test
    void onTheFirstOfAMonthThereIsNoDayOfItToAskFor() {
        Map<String, Cover> covers = kept(CostAsks.DAILY, "2027-01-01", "2027-02-28");
        assertThat(words(CostAsks.of(
                        covers, Instant.parse("2027-01-01T00:00:00Z"), Instant.parse("2027-03-01T00:00:00Z"))))
                .containsExactly("DAY 2027-02-01 2027-03-01");
    }

    @Test
    void whatIsWantedFromBeforeIsAskedForOnce() {
        Map<String, Cover> covers = kept(CostAsks.DAILY, "2026-09-01", "2026-11-22");
        assertThat(words(CostAsks.of(covers, Instant.parse("2026-07-04T00:00:00Z"), NOW)))
                .containsExactly("DAY 2026-11-19 2026-11-22", "DAY 2026-08-01 2026-09-01", "DAY 2026-07-01 2026-08-01");
    }

    @Test
    void whatIsKeptByDayIsNotReplacedByMonthsWhenItGetsOld() {
        Map<String, Cover> covers = new HashMap<>(kept(CostAsks.DAILY, "2025-10-01", "2026-11-22"));
        covers.putAll(kept(CostAsks.MONTHLY, "2023-09-01", "2025-10-01"));
        assertThat(words(CostAsks.of(
                        covers, Instant.parse("2023-12-01T00:00:00Z"), Instant.parse("2027-02-22T00:00:00Z"))))
                .noneMatch(ask -> ask.startsWith("MONTH"))
                .startsWith("DAY 2026-11-19 2026-12-01");
    }

    @Test
    void afterALongPauseEverythingIsAskedForAnew() {
        Map<String, Cover> covers = kept(CostAsks.DAILY, "2024-01-01", "2024-05-01");
        assertThat(words(CostAsks.of(covers, Instant.parse("2026-10-01T00:00:00Z"), NOW)))
                .containsExactly("DAY 2026-11-01 2026-11-22", "DAY 2026-10-01 2026-11-01");
    }
}
