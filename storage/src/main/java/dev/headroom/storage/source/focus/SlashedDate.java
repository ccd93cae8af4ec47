package dev.headroom.storage.source.focus;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates such as 4/1/25, which spreadsheets write and which mean two different days.
final class SlashedDate {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})");

    private SlashedDate() {}

    /// Which number comes first.
    enum Order {
        MONTH_FIRST("month/day/year"),
        DAY_FIRST("day/month/year");

        private final String words;

        Order(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /// The only order in which two dates begin and end a calendar month; empty when both orders do, or none.
    static Optional<Order> orderOfMonth(String start, String end) {
        if (start.indexOf('/') < 0) {
            return Optional.empty();
        }
        List<Order> fitting = new ArrayList<>();
        for (Order order : Order.values()) {
            Optional<LocalDate> from = read(start, order);
            Optional<LocalDate> to = read(end, order);
            boolean month = from.isPresent()
                    && to.isPresent()
                    && from.get().getDayOfMonth() == 1
                    && from.get().plusMonths(1).equals(to.get());
            if (month) {
                fitting.add(order);
            }
        }
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /// The date, or empty when the text is none in this order.
    static Optional<LocalDate> read(String text, Order order) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(shape.group(1));
        int second = Integer.parseInt(shape.group(2));
        int year = Integer.parseInt(shape.group(3)) + (shape.group(3).length() == 2 ? 2000 : 0);
        try {
            return Optional.of(
                    order == Order.MONTH_FIRST ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
