package dev.headroom.app.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import picocli.CommandLine;

/// Reads `2026-10-03`, which is the end of that day in UTC, or an instant such as `2026-10-03T08:00:00Z`.
final class KnownOnConverter implements CommandLine.ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
        try {
            if (text.indexOf('T') < 0) {
                return LocalDate.parse(text)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .minusMillis(1);
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new CommandLine.TypeConversionException(
                    "'" + text + "' is neither a day such as 2026-10-03 nor a time such as 2026-10-03T08:00:00Z");
        }
    }
}
