package dev.headroom.storage.source.aws;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What answers tell as text, as values.
final class Told {
    private static final int DATE = 10;

    private Told() {}

    static String text(@Nullable String told) {
        return told == null ? "" : told;
    }

    /// Null for what is no number.
    static @Nullable BigDecimal number(@Nullable String told) {
        if (told == null || told.isBlank()) {
            return null;
        }
        try {
            return new BigDecimal(told.strip());
        } catch (NumberFormatException _) {
            return null;
        }
    }

    static @Nullable BigDecimal number(@Nullable Double told) {
        return told == null || !Double.isFinite(told) ? null : BigDecimal.valueOf(told);
    }

    /// The day of a date or a time; null for what is none.
    static @Nullable LocalDate day(@Nullable String told) {
        if (told == null || told.length() < DATE) {
            return null;
        }
        try {
            return LocalDate.parse(told.substring(0, DATE));
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    static YearMonth month(String start) {
        return YearMonth.from(LocalDate.parse(start));
    }

    /// All pages of an answer, one after the other.
    ///
    /// @param page asks for a page; null for the first one
    /// @param next the token of the next page; null or empty on the last one
    static <P> List<P> pages(Function<@Nullable String, P> page, Function<P, @Nullable String> next) {
        List<P> pages = new ArrayList<>();
        String token = null;
        do {
            P one = page.apply(token);
            pages.add(one);
            token = next.apply(one);
        } while (token != null && !token.isEmpty());
        return pages;
    }
}
