package dev.headroom.engine.commitment;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/// When a commitment ends, and how that is known. Bills state neither start nor end of a commitment, so both
/// are told from its first day on the bills and its name, or stated by the customer.
public sealed interface Expiry {
    /// The day after the last one that is assumed in advice; empty when not even a bound is known.
    Optional<LocalDate> end();

    /// How it is known, in words.
    String reason();

    /// One word for tables: `stated`, `inferred`, `latest` or `unknown`.
    String certainty();

    /// The customer said so.
    record Stated(LocalDate day) implements Expiry {
        public Stated {
            Objects.requireNonNull(day, "day");
        }

        @Override
        public Optional<LocalDate> end() {
            return Optional.of(day);
        }

        @Override
        public String reason() {
            return "stated";
        }

        @Override
        public String certainty() {
            return "stated";
        }
    }

    /// It began within the bills, and its name tells the term.
    record Inferred(LocalDate day, String reason) implements Expiry {
        @Override
        public Optional<LocalDate> end() {
            return Optional.of(day);
        }

        @Override
        public String certainty() {
            return "inferred";
        }
    }

    /// It ran already on the first day of the bills, so that it ends on a day or earlier.
    record Latest(LocalDate day, String reason) implements Expiry {
        @Override
        public Optional<LocalDate> end() {
            return Optional.of(day);
        }

        @Override
        public String certainty() {
            return "latest";
        }
    }

    /// Neither name nor bills tell.
    record Unknown(String reason) implements Expiry {
        @Override
        public Optional<LocalDate> end() {
            return Optional.empty();
        }

        @Override
        public String certainty() {
            return "unknown";
        }
    }

    /// What first day and words tell.
    ///
    /// @param first the first day on which the bills have it
    /// @param firstBill the first day of all bills
    /// @param words names and descriptions of the commitment on the bills
    static Expiry told(LocalDate first, LocalDate firstBill, String words) {
        Optional<CommitmentTerm> term = TermWords.find(words);
        if (term.isEmpty()) {
            return new Unknown("the bills do not say how long it runs");
        }
        LocalDate end = term.get().endOf(first);
        return first.isAfter(firstBill)
                ? new Inferred(
                        end,
                        "first on the bills on " + first + ", for " + term.get().words() + " by its name")
                : new Latest(
                        end,
                        "already running on the first day of the bills, " + firstBill + ", for "
                                + term.get().words() + " by its name");
    }
}
