package dev.headroom.engine.rightsizing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/// Where prices come from.
///
/// @param source in words, such as `AWS Price List`
/// @param date a day on which they were valid
public record PriceOrigin(String source, LocalDate date) implements Comparable<PriceOrigin> {
    private static final Comparator<PriceOrigin> ORDER =
            Comparator.comparing(PriceOrigin::source).thenComparing(PriceOrigin::date);

    public PriceOrigin {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(date, "date");
    }

    @Override
    public int compareTo(PriceOrigin other) {
        return ORDER.compare(this, other);
    }
}
