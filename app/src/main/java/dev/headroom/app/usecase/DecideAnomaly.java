package dev.headroom.app.usecase;

import dev.headroom.engine.anomaly.AnomalyEvent;
import dev.headroom.engine.anomaly.Expectation;
import dev.headroom.engine.anomaly.Feedback;
import dev.headroom.storage.cache.AnomalyEntry;
import dev.headroom.storage.cache.CacheException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Acknowledges anomalies, marks them as expected, keeps known events, takes all of that back, and tells what was said
/// so far. Everything goes into a log that is only added to.
public final class DecideAnomaly {
    /// The longest reason, in characters.
    public static final int LONGEST_REASON = 500;

    private final OpenWorkspace workspace;
    private final Clock clock;

    public DecideAnomaly(OpenWorkspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /// An entry of the log.
    public record Logged(long number, AnomalyEvent event, String hash) {}

    /// @return everything that was said, with this
    public AnomalyFeedback acknowledge(List<FoundAnomaly> anomalies, String reason) throws UseCaseException {
        check(reason, false);
        return append(anomalies.stream()
                .map(anomaly -> event(anomaly, new Feedback.Acknowledge(reason)))
                .toList());
    }

    /// Marks as expected and learns a pattern from each; a reason is needed, because alerts end by it.
    public AnomalyFeedback expect(List<FoundAnomaly> anomalies, Optional<Expectation.Pattern> pattern, String reason)
            throws UseCaseException {
        check(reason, true);
        return append(anomalies.stream()
                .map(anomaly -> event(anomaly, new Feedback.Expect(lesson(anomaly, pattern), reason)))
                .toList());
    }

    /// What would be learnt of an anomaly.
    ///
    /// @param pattern empty for the one that its shape and its day suggest
    public static Expectation lesson(FoundAnomaly anomaly, Optional<Expectation.Pattern> pattern) {
        return Expectation.of(anomaly.episode(), pattern.orElseGet(() -> Expectation.suggested(anomaly.episode())));
    }

    /// What was said of these anomalies no longer holds.
    public AnomalyFeedback reopen(List<FoundAnomaly> anomalies, String reason) throws UseCaseException {
        check(reason, false);
        return append(anomalies.stream()
                .map(anomaly -> event(anomaly, new Feedback.Reopen(reason)))
                .toList());
    }

    /// Keeps a known event: what begins on one of its days is not alerted. Both days are inclusive.
    public AnomalyFeedback suppress(WatchScope scope, LocalDate from, LocalDate to, String reason)
            throws UseCaseException {
        check(reason, true);
        if (to.isBefore(from)) {
            throw new UseCaseException(
                    UseCaseException.Kind.USAGE,
                    "HR-3311",
                    "A known event cannot end on " + to + ", before it begins on " + from + ".");
        }
        return append(List.of(new AnomalyEvent(
                scope.text(), Optional.empty(), new Feedback.Suppress(from, to, reason), clock.instant())));
    }

    /// Takes a known event back.
    public AnomalyFeedback lift(WatchScope scope, LocalDate from, LocalDate to) throws UseCaseException {
        boolean known = current().windows().stream()
                .anyMatch(window -> window.scope().equals(scope)
                        && window.from().equals(from)
                        && window.to().equals(to));
        if (!known) {
            throw new UseCaseException(
                    UseCaseException.Kind.USAGE,
                    "HR-3312",
                    "There is no known event of " + scope.text() + " from " + from + " to " + to
                            + "; anomalies log lists them.");
        }
        return append(List.of(
                new AnomalyEvent(scope.text(), Optional.empty(), new Feedback.Lift(from, to), clock.instant())));
    }

    /// Notes that anomalies were sent over a channel.
    AnomalyFeedback sent(List<FoundAnomaly> anomalies, String channel) throws UseCaseException {
        return append(anomalies.stream()
                .map(anomaly -> event(anomaly, new Feedback.Sent(channel)))
                .toList());
    }

    /// Something to be said.
    public sealed interface Saying {
        /// Of one anomaly.
        record About(FoundAnomaly anomaly, Feedback feedback) implements Saying {}

        /// Of a part of what is watched.
        record Known(WatchScope scope, Feedback feedback) implements Saying {}
    }

    /// Says several things, all or none.
    public AnomalyFeedback say(List<Saying> sayings) throws UseCaseException {
        List<AnomalyEvent> events = new ArrayList<>();
        for (Saying saying : sayings) {
            events.add(
                    switch (saying) {
                        case Saying.About(FoundAnomaly anomaly, Feedback feedback) -> event(anomaly, feedback);
                        case Saying.Known(WatchScope scope, Feedback feedback) ->
                            new AnomalyEvent(scope.text(), Optional.empty(), feedback, clock.instant());
                    });
        }
        for (AnomalyEvent event : events) {
            check(
                    event.feedback().reason(),
                    event.feedback() instanceof Feedback.Expect || event.feedback() instanceof Feedback.Suppress);
        }
        return append(events);
    }

    private AnomalyEvent event(FoundAnomaly anomaly, Feedback feedback) {
        return new AnomalyEvent(anomaly.subject().key(), Optional.of(anomaly.start()), feedback, clock.instant());
    }

    private static void check(String reason, boolean needed) throws UseCaseException {
        if (reason.length() > LONGEST_REASON || needed && reason.isBlank()) {
            throw new UseCaseException(
                    UseCaseException.Kind.USAGE,
                    "HR-3313",
                    "A reason of at most " + LONGEST_REASON + " characters is needed; say why this is no alert.");
        }
    }

    private AnomalyFeedback append(List<AnomalyEvent> events) throws UseCaseException {
        try {
            workspace
                    .storage()
                    .anomalies()
                    .append(events.stream()
                            .map(event -> new AnomalyEvent(
                                    event.subject(),
                                    event.start(),
                                    event.feedback(),
                                    Instant.ofEpochMilli(event.at().toEpochMilli())))
                            .toList());
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
        return current();
    }

    /// Everything that was said so far.
    public AnomalyFeedback current() throws UseCaseException {
        return new AnomalyFeedback(log().stream().map(Logged::event).toList());
    }

    /// The entries of the log, the first one first.
    public List<Logged> log() throws UseCaseException {
        try {
            return workspace.storage().anomalies().entries().stream()
                    .map((AnomalyEntry entry) -> new Logged(entry.number(), entry.event(), entry.hash()))
                    .toList();
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }
}
