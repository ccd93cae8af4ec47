package dev.headroom.storage.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.anomaly.AnomalyEvent;
import dev.headroom.engine.anomaly.Direction;
import dev.headroom.engine.anomaly.Expectation;
import dev.headroom.engine.anomaly.Feedback;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnomalyLogTest {
    private static final Instant AT = Instant.parse("2026-11-20T10:14:00.123Z");
    private static final Optional<Instant> START = Optional.of(Instant.parse("2026-11-13T00:00:00Z"));
    private static final List<Feedback> EVERY_KIND = List.of(
            new Feedback.Acknowledge("seen; \"really\", für März"),
            new Feedback.Expect(
                    new Expectation(Expectation.Pattern.MONTH_END, Direction.UP, 0.4512345678901), "month end"),
            new Feedback.Suppress(LocalDate.of(2026, 11, 27), LocalDate.of(2026, 11, 30), "sale"),
            new Feedback.Lift(LocalDate.of(2026, 11, 27), LocalDate.of(2026, 11, 30)),
            new Feedback.Reopen(""),
            new Feedback.Retract(),
            new Feedback.Sent("webhook"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static List<AnomalyEvent> events() {
        return EVERY_KIND.stream()
                .map(feedback -> new AnomalyEvent(
                        "cost/USD/Amazon S3/prod",
                        feedback.firstDay().isPresent() ? Optional.empty() : START,
                        feedback,
                        AT))
                .toList();
    }

    @Test
    void everyKindIsReadAsItWasWrittenAndAudited() throws Exception {
        try (Cache cache = Cache.open(folder)) {
            cache.anomalies().append(events());
        }
        try (Cache cache = Cache.open(folder)) {
            assertThat(cache.anomalies().entries())
                    .extracting(AnomalyEntry::event)
                    .isEqualTo(events());
            assertThat(cache.verify().problems()).isEmpty();
            assertThat(cache.audit().since(Instant.EPOCH).getLast().action()).isEqualTo("anomaly noted");
        }
    }

    @Test
    void aChangedAndAMissingEntryAreFound() throws Exception {
        try (Cache cache = Cache.open(folder)) {
            cache.anomalies().append(events());
        }
        change("UPDATE anomaly_event SET reason = 'other' WHERE number = 2");
        try (Cache cache = Cache.open(folder)) {
            assertThat(cache.verify().problems())
                    .anyMatch(problem -> problem.contains("The entry 2 about anomalies of cost/USD/Amazon S3/prod"));
        }
        change("DELETE FROM anomaly_event WHERE number <= 2");
        try (Cache cache = Cache.open(folder)) {
            assertThat(cache.verify().problems())
                    .anyMatch(problem -> problem.contains("The entry 1 is missing from the log of anomalies."));
        }
    }

    private void change(String statement) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("headroom"), "headroom", "");
                Statement change = connection.createStatement()) {
            change.executeUpdate(statement);
            change.execute("SHUTDOWN");
        }
    }
}
