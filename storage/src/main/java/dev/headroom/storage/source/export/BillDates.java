package dev.headroom.storage.source.export;

import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.RowScan;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.csv.TimestampReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the dates of a bill in UTC: ISO 8601, eight digits, and numbers of day, month and year as `9/2/2023` or
/// `02.09.2023`. Whether the day or the month comes first is decided once for a file, from its rows: a number
/// above 12 can only be a day, and points are only written between day and month in that order. When no row
/// decides, the month comes first, as the exports document it, and [#notes] says so. A row that contradicts
/// the order is refused.
final class BillDates {
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})"
            + "(?:[ T]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)? ?([AaPp][Mm])?)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private final Map<String, TimestampReader> iso = new HashMap<>();
    private final Order order;
    private boolean guessed;

    /// What a file says about the order of day and month.
    private enum Order {
        MONTH_FIRST,
        DAY_FIRST,
        UNDECIDED
    }

    private BillDates(Order order) {
        this.order = order;
    }

    /// Reads as many rows ahead as it takes to decide the order.
    ///
    /// @param columns the columns with dates; negative ones are ignored
    static BillDates of(RowScan rows, int... columns) throws SourceException {
        Order[] found = {Order.UNDECIDED};
        rows.each(row -> {
            boolean open = false;
            boolean any = false;
            for (int column : columns) {
                String text = row.text(column);
                Matcher numbers = NUMBERS.matcher(text);
                any |= !text.isEmpty();
                if (numbers.matches()) {
                    open = true;
                    found[0] = found[0] == Order.UNDECIDED ? evidence(numbers) : found[0];
                }
            }
            return found[0] == Order.UNDECIDED && (open || !any);
        });
        return new BillDates(found[0]);
    }

    private static Order evidence(Matcher numbers) {
        if (numbers.group(2).equals(".") || Integer.parseInt(numbers.group(1)) > 12) {
            return Order.DAY_FIRST;
        }
        return Integer.parseInt(numbers.group(3)) > 12 ? Order.MONTH_FIRST : Order.UNDECIDED;
    }

    /// The instant of a text.
    ///
    /// @param field the column as the file names it
    Instant read(String field, String text) throws RowRefusedException {
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            return ofNumbers(field, text, numbers);
        }
        Matcher digits = DIGITS.matcher(text);
        try {
            return digits.matches()
                    ? LocalDate.of(number(digits, 1), number(digits, 2), number(digits, 3))
                            .atStartOfDay()
                            .toInstant(ZoneOffset.UTC)
                    : iso.computeIfAbsent(field, TimestampReader::utc)
                            .read(text)
                            .at();
        } catch (DateTimeException impossible) {
            throw new RowRefusedException(field, text, "There is no such date.");
        }
    }

    private Instant ofNumbers(String field, String text, Matcher numbers) throws RowRefusedException {
        int first = number(numbers, 1);
        int second = number(numbers, 3);
        boolean dayFirst = order == Order.DAY_FIRST || order == Order.UNDECIDED && evidence(numbers) == Order.DAY_FIRST;
        guessed |= order == Order.UNDECIDED && evidence(numbers) == Order.UNDECIDED && first != second;
        int year = number(numbers, 4);
        try {
            LocalDate date =
                    LocalDate.of(year < 100 ? 2000 + year : year, dayFirst ? second : first, dayFirst ? first : second);
            return time(date, numbers).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException impossible) {
            throw new RowRefusedException(
                    field,
                    text,
                    "There is no such date; the dates of this file are "
                            + (dayFirst ? "day/month/year." : "month/day/year."));
        }
    }

    private static LocalDateTime time(LocalDate date, Matcher numbers) {
        if (numbers.group(5) == null) {
            return date.atStartOfDay();
        }
        int hour = number(numbers, 5);
        if (numbers.group(8) != null) {
            hour = hour % 12 + (numbers.group(8).equalsIgnoreCase("pm") ? 12 : 0);
        }
        return date.atTime(hour, number(numbers, 6), numbers.group(7) == null ? 0 : number(numbers, 7));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /// What had to be assumed, if anything.
    List<String> notes() {
        return guessed
                ? List.of("No date of the file tells whether the day or the month comes first; they are read as"
                        + " month/day/year, as the exports document it.")
                : List.of();
    }
}
