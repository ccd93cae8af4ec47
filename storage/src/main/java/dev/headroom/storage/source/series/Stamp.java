package dev.headroom.storage.source.series;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/// One time stamp as a series file writes it.
///
/// @param kind how it was written; all rows of a series must agree
/// @param local the wall clock of the writer; for an index, that many seconds after the epoch
/// @param instant the point on the time line; a stamp without a zone counts as UTC
public record Stamp(Kind kind, LocalDateTime local, Instant instant) {
    /// How a time stamp is written.
    public enum Kind {
        INDEX,
        DATE,
        TIME
    }

    private static final DateTimeFormatter LENIENT = DateTimeFormatter.ofPattern(
            "yyyy-MM-dd['T'][' ']HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][XXX][X]", Locale.ROOT);

    /// Reads an integer index, an ISO 8601 date or an ISO 8601 date and time with or without an offset.
    static Optional<Stamp> parse(String text) {
        String trimmed = text.strip();
        if (trimmed.matches("[+-]?\\d{1,15}")) {
            Instant instant = Instant.ofEpochSecond(Long.parseLong(trimmed));
            return Optional.of(new Stamp(Kind.INDEX, LocalDateTime.ofInstant(instant, ZoneOffset.UTC), instant));
        }
        try {
            if (trimmed.length() == 10) {
                LocalDateTime midnight = LocalDate.parse(trimmed).atStartOfDay();
                return Optional.of(new Stamp(Kind.DATE, midnight, midnight.toInstant(ZoneOffset.UTC)));
            }
            TemporalAccessor parsed = LENIENT.parseBest(trimmed, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    switch (parsed) {
                        case OffsetDateTime time -> new Stamp(Kind.TIME, time.toLocalDateTime(), time.toInstant());
                        case LocalDateTime time -> new Stamp(Kind.TIME, time, time.toInstant(ZoneOffset.UTC));
                        default -> throw new DateTimeException(trimmed);
                    });
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
