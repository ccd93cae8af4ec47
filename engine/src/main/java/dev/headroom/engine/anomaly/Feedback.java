package dev.headroom.engine.anomaly;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What was said or done about an anomaly. Text that is not needed is empty.
public sealed interface Feedback {
    /// Somebody has seen it.
    record Acknowledge(String reason) implements Feedback {}

    /// It is no anomaly, and what is learnt of it.
    record Expect(Expectation expectation, String reason) implements Feedback {}

    /// Episodes that begin on these days are not alerted, both inclusive: a known event.
    record Suppress(LocalDate from, LocalDate to, String reason) implements Feedback {
        public Suppress {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("to (" + to + ") must not be before from (" + from + ").");
            }
        }
    }

    /// It is open, whatever was said of it or learnt of others.
    record Reopen(String reason) implements Feedback {}

    /// As if nothing had been said of an episode: the way back of what was said first.
    record Retract() implements Feedback {}

    /// A suppression no longer holds.
    record Lift(LocalDate from, LocalDate to) implements Feedback {}

    /// It was sent.
    ///
    /// @param channel such as `webhook` or `mail`; never an address
    record Sent(String channel) implements Feedback {}

    /// The words under which feedback is kept.
    enum Word {
        ACKNOWLEDGE,
        EXPECT,
        SUPPRESS,
        REOPEN,
        RETRACT,
        LIFT,
        SENT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    default Word word() {
        return switch (this) {
            case Acknowledge _ -> Word.ACKNOWLEDGE;
            case Expect _ -> Word.EXPECT;
            case Suppress _ -> Word.SUPPRESS;
            case Reopen _ -> Word.REOPEN;
            case Retract _ -> Word.RETRACT;
            case Lift _ -> Word.LIFT;
            case Sent _ -> Word.SENT;
        };
    }

    /// Why, or where to.
    default String reason() {
        return switch (this) {
            case Acknowledge acknowledge -> acknowledge.reason;
            case Expect expect -> expect.reason;
            case Suppress suppress -> suppress.reason;
            case Reopen reopen -> reopen.reason;
            case Retract _, Lift _ -> "";
            case Sent sent -> sent.channel;
        };
    }

    /// What is learnt as text ([Expectation#text]); empty when nothing is.
    default String learnt() {
        return this instanceof Expect expect ? expect.expectation.text() : "";
    }

    default Optional<LocalDate> firstDay() {
        return switch (this) {
            case Suppress suppress -> Optional.of(suppress.from);
            case Lift lift -> Optional.of(lift.from);
            case Acknowledge _, Expect _, Reopen _, Retract _, Sent _ -> Optional.empty();
        };
    }

    default Optional<LocalDate> lastDay() {
        return switch (this) {
            case Suppress suppress -> Optional.of(suppress.to);
            case Lift lift -> Optional.of(lift.to);
            case Acknowledge _, Expect _, Reopen _, Retract _, Sent _ -> Optional.empty();
        };
    }

    /// Puts together what was kept; empty when the parts do not fit.
    static Optional<Feedback> parse(
            String word, String learnt, Optional<LocalDate> from, Optional<LocalDate> to, String reason) {
        Optional<Word> known = Arrays.stream(Word.values())
                .filter(each -> each.word().equals(word))
                .findFirst();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        return switch (known.get()) {
            case ACKNOWLEDGE -> Optional.of(new Acknowledge(reason));
            case EXPECT -> Expectation.parse(learnt).map(expectation -> new Expect(expectation, reason));
            case SUPPRESS ->
                from.isPresent() && to.isPresent() && !to.get().isBefore(from.get())
                        ? Optional.of(new Suppress(from.get(), to.get(), reason))
                        : Optional.empty();
            case REOPEN -> Optional.of(new Reopen(reason));
            case RETRACT -> Optional.of(new Retract());
            case LIFT ->
                from.isPresent() && to.isPresent() ? Optional.of(new Lift(from.get(), to.get())) : Optional.empty();
            case SENT -> Optional.of(new Sent(reason));
        };
    }
}
