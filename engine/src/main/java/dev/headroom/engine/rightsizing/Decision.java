package dev.headroom.engine.rightsizing;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/// What a person decided about a recommendation.
public sealed interface Decision {
    /// It will be done.
    record Accept() implements Decision {}

    /// It will not be done.
    ///
    /// @param reason why not
    record Dismiss(String reason) implements Decision {
        public Dismiss {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /// It is not to be shown before a date.
    record Snooze(LocalDate until) implements Decision {
        public Snooze {
            Objects.requireNonNull(until, "until");
        }
    }

    /// An earlier decision is taken back.
    ///
    /// @param reason why; may be empty
    record Reopen(String reason) implements Decision {
        public Reopen {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /// It was done.
    record Done() implements Decision {}

    /// One word for tables and the log, such as `accepted`.
    default String word() {
        return switch (this) {
            case Accept accept -> "accepted";
            case Dismiss dismiss -> "dismissed";
            case Snooze snooze -> "snoozed";
            case Reopen reopen -> "reopened";
            case Done done -> "done";
        };
    }

    /// The words that were given with it; empty where none are.
    default String reasonText() {
        return switch (this) {
            case Dismiss(String reason) -> reason;
            case Reopen(String reason) -> reason;
            case Accept accept -> "";
            case Snooze snooze -> "";
            case Done done -> "";
        };
    }

    /// The day on which a snoozed recommendation is open again; empty for all others.
    default Optional<LocalDate> untilDay() {
        return this instanceof Snooze(LocalDate until) ? Optional.of(until) : Optional.empty();
    }

    /// The decision that [#word], [#reasonText] and [#untilDay] came from; empty when there is no such word
    /// or a day is missing.
    static Optional<Decision> parse(String word, String reason, Optional<LocalDate> until) {
        return switch (word) {
            case "accepted" -> Optional.of(new Accept());
            case "dismissed" -> Optional.of(new Dismiss(reason));
            case "snoozed" -> until.map(Snooze::new);
            case "reopened" -> Optional.of(new Reopen(reason));
            case "done" -> Optional.of(new Done());
            default -> Optional.empty();
        };
    }
}
