package dev.headroom.engine.rightsizing;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Where a recommendation stands after the decisions so far. A decision holds for the target it was made for:
/// when another type is recommended later, the recommendation is open again.
///
/// @param why what explains the status in words; empty for a recommendation that nobody decided about
/// @param last the latest decision about the server
public record Standing(Status status, String why, Optional<DecisionEvent> last) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    public Standing {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(last, "last");
    }

    /// @param last the latest decision about the server of the recommendation
    /// @param today the day of the user, which ends a snooze
    public static Standing of(Recommendation recommendation, Optional<DecisionEvent> last, LocalDate today) {
        if (last.isPresent() && DecisionEvent.target(recommendation).isEmpty()) {
            DecisionEvent event = last.get();
            return carriedOut(recommendation, event)
                    ? new Standing(Status.DONE, "Carried out: it runs on " + event.toType() + " now.", last)
                    : new Standing(Status.NOTHING, "", last);
        }
        return of(DecisionSubject.of(recommendation), last, today);
    }

    /// @param last the latest decision about the same thing
    /// @param today the day of the user, which ends a snooze
    public static Standing of(DecisionSubject subject, Optional<DecisionEvent> last, LocalDate today) {
        if (last.isEmpty() || subject.target().isEmpty()) {
            return new Standing(subject.target().isPresent() ? Status.OPEN : Status.NOTHING, "", last);
        }
        DecisionEvent event = last.get();
        if (!subject.isHeldFor(event.toType()) && !(event.decision() instanceof Decision.Reopen)) {
            String why = "Open again: %s on %s for %s, but %s is recommended now."
                    .formatted(
                            event.decision().word(),
                            day(event),
                            event.toType(),
                            subject.target().get());
            return new Standing(Status.OPEN, why, last);
        }
        return standing(event, today, last);
    }

    private static Standing standing(DecisionEvent event, LocalDate today, Optional<DecisionEvent> last) {
        return switch (event.decision()) {
            case Decision.Accept accept -> new Standing(Status.ACCEPTED, "Accepted on " + day(event) + ".", last);
            case Decision.Dismiss(String reason) ->
                new Standing(Status.DISMISSED, "Dismissed on " + day(event) + ": " + reason, last);
            case Decision.Snooze(LocalDate until)
            when today.isBefore(until) ->
                new Standing(Status.SNOOZED, "Snoozed until " + DAY.format(until) + ".", last);
            case Decision.Snooze(LocalDate until) ->
                new Standing(Status.OPEN, "Open again: the snooze ended on " + DAY.format(until) + ".", last);
            case Decision.Reopen(String reason) ->
                new Standing(Status.OPEN, "Reopened on " + day(event) + (reason.isBlank() ? "." : ": " + reason), last);
            case Decision.Done done -> new Standing(Status.DONE, "Done on " + day(event) + ".", last);
        };
    }

    private static boolean carriedOut(Recommendation recommendation, DecisionEvent event) {
        boolean wanted = event.decision() instanceof Decision.Accept || event.decision() instanceof Decision.Done;
        return wanted
                && recommendation
                        .from()
                        .filter(present -> present.instanceType().equals(event.toType()))
                        .isPresent();
    }

    private static String day(DecisionEvent event) {
        return DAY.format(event.at().atZone(ZoneOffset.UTC));
    }

    /// The states of a recommendation. A server is in exactly one.
    public enum Status {
        OPEN("open"),
        ACCEPTED("accepted"),
        DISMISSED("dismissed"),
        SNOOZED("snoozed"),
        DONE("done"),
        /// There is nothing to decide.
        NOTHING("nothing to decide");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /// Whether its saving can still be had: it is open or accepted, not dismissed, put off or done.
        public boolean countsAsPotential() {
            return switch (this) {
                case OPEN, ACCEPTED -> true;
                case DISMISSED, SNOOZED, DONE, NOTHING -> false;
            };
        }
    }
}
