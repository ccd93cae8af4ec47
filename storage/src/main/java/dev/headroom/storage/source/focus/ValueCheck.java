package dev.headroom.storage.source.focus;

import dev.headroom.storage.source.FindingLog;
import dev.headroom.storage.source.Recent;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.SourceRow;
import dev.headroom.storage.source.csv.Columns;
import dev.headroom.storage.source.csv.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Holds every value of a row to what the specification says about its column alone: no nulls where none are
/// allowed, allowed values, formats of numbers, dates and currencies, ranges.
final class ValueCheck {
    private static final Pattern UTC = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");
    private static final Set<String> ISO_4217 = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private final List<Present> present = new ArrayList<>();
    private final FindingLog log;
    private final Recent<Boolean> instants = new Recent<>();

    /// A column of the specification that the file has.
    ///
    /// @param values what is said of a value that is not allowed
    private record Present(FocusColumn column, String name, int position, String values) {}

    ValueCheck(Columns columns, FindingLog log) {
        this.log = log;
        for (FocusColumn column : FocusColumn.all()) {
            int position = columns.position(column.name());
            if (position >= 0) {
                present.add(new Present(column, columns.name(position), position, values(column)));
            }
        }
    }

    private static String values(FocusColumn column) {
        String values = column.allowed().stream().sorted().collect(Collectors.joining(", "));
        return values.length() < 120
                ? "The value is none of " + values + "."
                : "The value is none of those that the specification allows.";
    }

    void check(SourceRow row) {
        for (Present place : present) {
            String text = row.text(place.position);
            if (!text.isEmpty()) {
                check(row.line(), place, text);
            } else if (place.column.nulls() == FocusColumn.Nulls.REQUIRED) {
                log.add("null", place.name, row.line(), "", "The column must have a value in every row.");
            }
        }
    }

    private void check(long line, Present place, String text) {
        FocusColumn column = place.column;
        if (!column.allowed().isEmpty() && !column.allowed().contains(text)) {
            log.add("allowed-value", place.name, line, text, place.values);
        }
        switch (column.kind()) {
            case TEXT -> {}
            case DECIMAL, PRICE -> checkNumber(line, place, text);
            case TIME -> {
                if (!isUtc(text)) {
                    log.add(
                            "date-format",
                            place.name,
                            line,
                            text,
                            "Dates are written in UTC such as 2026-01-31T13:00:00Z.");
                }
            }
            case CURRENCY -> checkCurrency(line, place, text);
            case OBJECT -> {
                if (!text.startsWith("{") || !text.endsWith("}")) {
                    log.add("key-value-format", place.name, line, text, "The value must be a JSON object.");
                }
            }
        }
    }

    private boolean isUtc(String text) {
        if (instants.of(text).isPresent()) {
            return true;
        }
        boolean matches = UTC.matcher(text).matches();
        if (matches) {
            instants.add(text, true);
        }
        return matches;
    }

    private void checkNumber(long line, Present place, String text) {
        Optional<BigDecimal> number = number(place.name, text);
        if (number.isEmpty()) {
            log.add("number-format", place.name, line, text, "The value is not a number.");
        } else if (place.column.kind() == FocusColumn.Kind.PRICE && number.get().signum() < 0) {
            log.add("number-range", place.name, line, text, "The value must not be negative.");
        }
    }

    /// The number, or empty when there is none or it is no number.
    static Optional<BigDecimal> number(String field, String text) {
        try {
            return Numbers.amount(field, text);
        } catch (RowRefusedException noNumber) {
            return Optional.empty();
        }
    }

    /// Prices may be in a virtual currency, invoices are in a national one.
    private void checkCurrency(long line, Present place, String text) {
        if (place.column.name().equals("BillingCurrency") && !ISO_4217.contains(text)) {
            log.add("currency-code", place.name, line, text, "The value is no currency code of ISO 4217.");
        }
    }
}
