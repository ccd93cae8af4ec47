package dev.headroom.app.usecase;

import dev.headroom.engine.anomaly.AnomalyEvent;
import dev.headroom.engine.anomaly.Episode;
import dev.headroom.engine.anomaly.Feedback;
import dev.headroom.engine.quantity.CurrencyCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What was said about anomalies so far, and what follows for each.
///
/// @param events all of them, the first one first
public record AnomalyFeedback(List<AnomalyEvent> events) {
    private static final Duration PAST_AFTER = Duration.ofDays(30);
    private static final Duration SAME = Duration.ofHours(12);

    public AnomalyFeedback {
        events = List.copyOf(events);
    }

    public static AnomalyFeedback none() {
        return new AnomalyFeedback(List.of());
    }

    /// Where an anomaly stands when the data end on a day.
    public AnomalyStanding standing(FoundAnomaly anomaly, Optional<LocalDate> dataTo) {
        Optional<AnomalyEvent> own = said(anomaly.subject().key(), anomaly.start());
        if (own.isPresent()) {
            switch (own.get().feedback()) {
                case Feedback.Acknowledge(String reason) -> {
                    return new AnomalyStanding(AnomalyStanding.Status.ACKNOWLEDGED, reason);
                }
                case Feedback.Expect expect -> {
                    return new AnomalyStanding(AnomalyStanding.Status.EXPECTED, expect.reason());
                }
                case Feedback.Reopen _ -> {
                    return AnomalyStanding.OPEN;
                }
                case Feedback.Retract _, Feedback.Suppress _, Feedback.Lift _, Feedback.Sent _ -> {}
            }
        }
        Optional<AnomalyStanding> known = suppressed(anomaly).or(() -> learnt(anomaly));
        if (known.isPresent()) {
            return known.get();
        }
        boolean past = anomaly.episode().state() == Episode.State.RECOVERED
                && dataTo.map(day -> Duration.between(anomaly.last(), WatchAnomalies.start(day))
                                        .compareTo(PAST_AFTER)
                                > 0)
                        .orElse(false);
        return past
                ? new AnomalyStanding(AnomalyStanding.Status.PAST, "Over for more than 30 days.")
                : AnomalyStanding.OPEN;
    }

    /// What holds of an episode because somebody said it; empty when nothing does.
    public Optional<Feedback> own(FoundAnomaly anomaly) {
        return said(anomaly.subject().key(), anomaly.start()).map(AnomalyEvent::feedback);
    }

    /// The last word about an episode that is not about sending it.
    private Optional<AnomalyEvent> said(String subject, Instant start) {
        return events.stream()
                .filter(event -> event.subject().equals(subject)
                        && event.start().filter(start::equals).isPresent()
                        && !(event.feedback() instanceof Feedback.Sent))
                .reduce((_, later) -> later);
    }

    private Optional<AnomalyStanding> suppressed(FoundAnomaly anomaly) {
        return windows().stream()
                .filter(window -> window.scope().takes(anomaly.subject())
                        && !anomaly.startDay().isBefore(window.from())
                        && !anomaly.startDay().isAfter(window.to()))
                .findFirst()
                .map(window -> new AnomalyStanding(AnomalyStanding.Status.SUPPRESSED, window.reason()));
    }

    private Optional<AnomalyStanding> learnt(FoundAnomaly anomaly) {
        return lessons().stream()
                .filter(lesson -> covers(lesson, anomaly.subject())
                        && lesson.expect.expectation().covers(lesson.start.getEpochSecond(), anomaly.episode()))
                .findFirst()
                .map(lesson -> new AnomalyStanding(AnomalyStanding.Status.EXPECTED, lesson.sentence()));
    }

    /// The same series, or a part of it.
    private static boolean covers(Lesson lesson, AnomalySubject subject) {
        return lesson.subject.equals(subject.key())
                || subject instanceof AnomalySubject.Cost cost
                        && (lesson.subject.equals(new AnomalySubject.Cost(cost.currency(), cost.service(), "").key())
                                || lesson.subject.equals(whole(cost.currency())));
    }

    private static String whole(CurrencyCode currency) {
        return new AnomalySubject.Cost(currency, "", "").key();
    }

    /// What was learnt and still holds.
    public List<Lesson> lessons() {
        Map<String, Lesson> lessons = new LinkedHashMap<>();
        for (AnomalyEvent event : events) {
            String key =
                    event.subject() + "@" + event.start().map(Instant::toString).orElse("");
            switch (event.feedback()) {
                case Feedback.Expect expect ->
                    event.start().ifPresent(start -> lessons.put(key, new Lesson(event.subject(), start, expect)));
                case Feedback.Acknowledge _, Feedback.Reopen _, Feedback.Retract _ -> lessons.remove(key);
                case Feedback.Suppress _, Feedback.Lift _, Feedback.Sent _ -> {}
            }
        }
        return List.copyOf(lessons.values());
    }

    /// The known events that hold.
    public List<Window> windows() {
        List<Window> windows = new ArrayList<>();
        for (AnomalyEvent event : events) {
            Optional<WatchScope> scope = WatchScope.parse(event.subject());
            if (scope.isEmpty()) {
                continue;
            }
            switch (event.feedback()) {
                case Feedback.Suppress suppress ->
                    windows.add(new Window(scope.get(), suppress.from(), suppress.to(), suppress.reason()));
                case Feedback.Lift lift ->
                    windows.removeIf(window -> window.scope.equals(scope.get())
                            && window.from.equals(lift.from())
                            && window.to.equals(lift.to()));
                case Feedback.Acknowledge _,
                        Feedback.Expect _,
                        Feedback.Reopen _,
                        Feedback.Retract _,
                        Feedback.Sent _ -> {}
            }
        }
        return windows;
    }

    /// True when the anomaly, or one of the same series that began within 12 hours of it, was sent over a channel.
    public boolean wasSent(FoundAnomaly anomaly, String channel) {
        return events.stream()
                .anyMatch(event -> event.subject().equals(anomaly.subject().key())
                        && event.feedback() instanceof Feedback.Sent(String sent)
                        && sent.equals(channel)
                        && event.start()
                                .filter(start -> Duration.between(start, anomaly.start())
                                                .abs()
                                                .compareTo(SAME)
                                        <= 0)
                                .isPresent());
    }

    /// What was said and sent about one episode, the first one first.
    public List<AnomalyEvent> about(FoundAnomaly anomaly) {
        return events.stream()
                .filter(event -> event.subject().equals(anomaly.subject().key())
                        && event.start().filter(anomaly.start()::equals).isPresent())
                .toList();
    }

    /// What was learnt of an episode that was marked as expected.
    public record Lesson(String subject, Instant start, Feedback.Expect expect) {
        /// In a sentence.
        public String sentence() {
            return expect.expectation().sentence(start.getEpochSecond());
        }

        LocalDate day() {
            return LocalDate.ofInstant(start, ZoneOffset.UTC);
        }
    }

    /// A known event.
    public record Window(WatchScope scope, LocalDate from, LocalDate to, String reason) {
        public Window {
            Objects.requireNonNull(scope, "scope");
        }
    }
}
