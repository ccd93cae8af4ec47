package dev.headroom.engine.commitment;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/// When a commitment ends, and how that is known: stated by the customer, or told by [BilledTerm].
public sealed interface Expiry {
    /// How it is known, in words.
    String reason();

    /// The customer said so.
    record Stated(LocalDate day) implements Expiry {
        public Stated {
            Objects.requireNonNull(day, "day");
        }

        @Override
        public String reason() {
            return "stated";
        }
    }

    /// It began within the bills, and its name tells the term.
    record Inferred(LocalDate day, String reason) implements Expiry {}

    /// It ran already on the first day of the bills, so that it ends on a day or earlier.
    record Latest(LocalDate day, String reason) implements Expiry {}

    /// Neither name nor bills tell.
    record Unknown(String reason) implements Expiry {}

    /// The day after the last one that is assumed in advice; empty when not even a bound is known.
    default Optional<LocalDate> end() {
        return switch (this) {
            case Stated(LocalDate day) -> Optional.of(day);
            case Inferred(LocalDate day, String _) -> Optional.of(day);
            case Latest(LocalDate day, String _) -> Optional.of(day);
            case Unknown _ -> Optional.empty();
        };
    }

    /// One word for tables: `stated`, `inferred`, `latest` or `unknown`.
    default String certainty() {
        return switch (this) {
            case Stated _ -> "stated";
            case Inferred _ -> "inferred";
            case Latest _ -> "latest";
            case Unknown _ -> "unknown";
        };
    }
}
