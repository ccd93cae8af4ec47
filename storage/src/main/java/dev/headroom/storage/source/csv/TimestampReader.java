package dev.headroom.storage.source.csv;

import dev.headroom.storage.source.Recent;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.RowSink.Extent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the timestamps of one column: ISO 8601 with or without zone, dates, and seconds or milliseconds
/// since 1970.
///
/// Zones may differ from row to row as long as every row names its own. A column without zones is taken as
/// UTC, or as the local time of the zone that the header names, and [#notes] says so. The first row decides
/// which of the two a file is; rows of the other kind are refused, because their zone would be a guess. In a
/// named zone, a local time that the change to daylight saving skips or repeats is refused.
public final class TimestampReader {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final Pattern SHAPE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})"
            + "(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?"
            + " ?(Z|UTC|[+-]\\d{2}(?::?\\d{2})?)? ?(?:\\[?([A-Za-z_]+/[A-Za-z_/+-]+)]?)?)?");
    private static final Pattern COUNT = Pattern.compile("\\d{1,8}");
    private static final Pattern SLASHED = Pattern.compile("\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}\\b");
    private static final Pattern EPOCH = Pattern.compile("\\d{9,10}(?:\\.0+)?|\\d{12,13}");

    private final String field;
    private final Optional<ZoneId> headerZone;
    private final Form unzoned;
    private final Mixing mixing;
    private final Recent<Stamp> recent = new Recent<>();
    private Optional<Form> form = Optional.empty();

    /// Whether rows may write their timestamps in different forms.
    private enum Mixing {
        ALLOWED,
        REFUSED
    }

    private enum Form {
        ZONED,
        LOCAL,
        ASSUMED_UTC,
        DATE,
        EPOCH
    }

    private TimestampReader(String field, Optional<ZoneId> headerZone, Mixing mixing) {
        this.field = field;
        this.headerZone = headerZone;
        this.mixing = mixing;
        this.unzoned = headerZone.isPresent() ? Form.LOCAL : Form.ASSUMED_UTC;
    }

    /// @param field the column as the file names it, for the reject report
    /// @param headerZone the zone that the header names, if any
    public static TimestampReader of(String field, Optional<ZoneId> headerZone) {
        return new TimestampReader(field, headerZone, Mixing.REFUSED);
    }

    /// For columns that are in UTC by the specification of their format, whichever form each row takes.
    public static TimestampReader utc(String field) {
        return new TimestampReader(field, Optional.of(ZoneOffset.UTC), Mixing.ALLOWED);
    }

    /// A timestamp and how far it reaches.
    public record Stamp(Instant at, Extent extent) {}

    /// @throws RowRefusedException when the text is no timestamp of this column
    public Stamp read(String text) throws RowRefusedException {
        Optional<Stamp> known = recent.of(text);
        if (known.isPresent()) {
            return known.get();
        }
        Stamp stamp = stamp(text);
        recent.add(text, stamp);
        return stamp;
    }

    private Stamp stamp(String text) throws RowRefusedException {
        if (text.isEmpty()) {
            throw refused(text, "A timestamp is required.");
        }
        Matcher shape = SHAPE.matcher(text);
        Stamp stamp;
        if (shape.matches()) {
            stamp = iso(text, shape);
        } else if (EPOCH.matcher(text).matches()) {
            expect(text, Form.EPOCH);
            long number = Long.parseLong(text.contains(".") ? text.substring(0, text.indexOf('.')) : text);
            stamp = new Stamp(
                    number >= 100_000_000_000L ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number),
                    Extent.INSTANT);
        } else if (SLASHED.matcher(text).lookingAt()) {
            throw refused(
                    text,
                    "Which number is the day and which the month is not said; write it as 2026-01-31 13:00"
                            + " (ISO 8601).");
        } else if (COUNT.matcher(text).matches()) {
            throw refused(
                    text,
                    "A count is no time; write the time that it stands for, such as 2026-01-31T13:00:00Z, or forecast"
                            + " the file as it is with headroom forecast.");
        } else {
            throw refused(text, "Not an ISO 8601 timestamp such as 2026-01-31T13:00:00Z.");
        }
        if (stamp.at().isBefore(EARLIEST) || !stamp.at().isBefore(LATEST)) {
            throw refused(text, "Outside the years 1990 to 2099.");
        }
        return stamp;
    }

    private Stamp iso(String text, Matcher shape) throws RowRefusedException {
        try {
            LocalDate date = LocalDate.of(number(shape, 1), number(shape, 2), number(shape, 3));
            if (shape.group(4) == null) {
                expect(text, Form.DATE);
                return new Stamp(
                        date.atStartOfDay(headerZone.orElse(ZoneOffset.UTC)).toInstant(), Extent.DAY);
            }
            LocalDateTime local =
                    date.atTime(number(shape, 4), number(shape, 5), number(shape, 6), nanos(shape.group(7)));
            return new Stamp(instant(text, local, shape.group(8), shape.group(9)), Extent.INSTANT);
        } catch (DateTimeException impossible) {
            throw refused(text, "There is no such date, time or zone.");
        }
    }

    private Instant instant(String text, LocalDateTime local, @Nullable String offset, @Nullable String region)
            throws RowRefusedException {
        if (offset != null) {
            expect(text, Form.ZONED);
            boolean utc = offset.equals("Z") || offset.equals("UTC");
            return local.toInstant(utc ? ZoneOffset.UTC : ZoneOffset.of(offset));
        }
        if (region != null) {
            expect(text, Form.ZONED);
            return resolved(text, local, ZoneId.of(region));
        }
        expect(text, unzoned);
        return resolved(text, local, headerZone.orElse(ZoneOffset.UTC));
    }

    private Instant resolved(String text, LocalDateTime local, ZoneId zone) throws RowRefusedException {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return switch (offsets.size()) {
            case 0 -> throw refused(text, "This local time does not exist in " + zone + ": clocks went forward.");
            case 1 -> local.toInstant(offsets.getFirst());
            default -> throw refused(text, "This local time exists twice in " + zone + ": give the offset from UTC.");
        };
    }

    private void expect(String text, Form found) throws RowRefusedException {
        if (form.isEmpty()) {
            form = Optional.of(found);
        } else if (form.get() != found && mixing == Mixing.REFUSED) {
            throw refused(
                    text,
                    found == Form.ZONED
                            ? "This row names its zone and earlier rows do not."
                            : form.get() == Form.ZONED && found == unzoned
                                    ? "This row names no zone and earlier rows do."
                                    : "This row writes its timestamp in another form than earlier rows.");
        }
    }

    /// What was assumed about the zone, if anything.
    public List<String> notes() {
        return form.filter(Form.ASSUMED_UTC::equals).isPresent()
                ? List.of("The timestamps in " + field + " name no zone and are taken as UTC"
                        + (field.indexOf('[') < 0
                                ? "; name the column " + field + "[Europe/Berlin] or the like if they are local times."
                                : "."))
                : List.of();
    }

    private static int number(Matcher shape, int group) {
        String digits = shape.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }

    private RowRefusedException refused(String text, String reason) {
        return new RowRefusedException(field, text, reason);
    }
}
