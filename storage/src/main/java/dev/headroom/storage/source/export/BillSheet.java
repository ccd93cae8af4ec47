package dev.headroom.storage.source.export;

import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.RowIdentity;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceRow;
import dev.headroom.storage.source.csv.Columns;
import dev.headroom.storage.source.csv.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The columns of one bill and the texts and amounts of its rows. Two spellings of a name are the same when
/// their letters and digits are: `usage.amount`, `usage_amount` and `Usage Amount`. Where a portal in another
/// language adds the English name in parentheses, as in `Abonnement-GUID (SubscriptionGuid)`, that name counts;
/// a currency in parentheses, as in `Cost (USD)`, does not.
final class BillSheet {
    private static final Pattern IN_PARENTHESES = Pattern.compile("(.*)\\(([^()]+)\\)\\s*");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}|[A-Z]{0,2}\\$|[€£]");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z][A-Za-z0-9]{3,}");
    private static final Pattern TOTAL = Pattern.compile("(?i)\"?\\s*((grand |sub ?)?totals?|sum)\\b.*");

    private final Columns columns;
    private final RowIdentity.Hasher hasher;
    private final List<Supplier<List<String>>> notes = new ArrayList<>();

    BillSheet(List<String> header) {
        columns = new Columns(header, BillSheet::normal);
        hasher = new RowIdentity.Hasher(header);
    }

    static String normal(String name) {
        Matcher parts = IN_PARENTHESES.matcher(name);
        String counts = name;
        if (parts.matches()) {
            counts = ENGLISH.matcher(parts.group(2)).matches() ? parts.group(2) : parts.group(1);
        }
        String plain = counts.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
        return plain.startsWith("properties") ? plain.substring("properties".length()) : plain;
    }

    /// The currency that a column name ends with, as in `Cost (EUR)`, as it stands there.
    static Optional<String> currencyIn(String name) {
        Matcher parts = IN_PARENTHESES.matcher(name);
        return parts.matches()
                ? Optional.of(parts.group(2).strip())
                        .filter(text -> CURRENCY.matcher(text).matches())
                : Optional.empty();
    }

    boolean has(String... names) {
        for (String name : names) {
            if (columns.has(name)) {
                return true;
            }
        }
        return false;
    }

    int find(String... names) {
        return columns.find(names);
    }

    /// The position of the first of `names`.
    ///
    /// @param what the kind of file, for the message
    /// @throws SourceException when the file has none of them
    int require(String what, String... names) throws SourceException {
        int position = columns.find(names);
        if (position < 0) {
            throw new SourceException(
                    ErrorCode.FILE_MISSING_COLUMN,
                    "This is " + what + " without the column " + String.join(" or ", names)
                            + "; export the file with it.");
        }
        return position;
    }

    List<String> header() {
        return columns.header();
    }

    List<String> used() {
        return columns.used();
    }

    /// Adds to what is said about the sheet once its rows have been read.
    @SafeVarargs
    final void tells(Supplier<List<String>>... more) {
        notes.addAll(List.of(more));
    }

    /// What had to be assumed or left out.
    List<String> notes() {
        return notes.stream().flatMap(note -> note.get().stream()).toList();
    }

    void use(int column) {
        columns.use(column);
    }

    String name(int column) {
        return columns.name(column);
    }

    /// The first of the columns that has a value in the row; empty when none has.
    static String text(SourceRow row, int... choices) {
        for (int column : choices) {
            String text = row.text(column);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /// The amount of a field, or empty when it has no value. Accountants' parentheses are a minus.
    Optional<BigDecimal> amount(SourceRow row, int column) throws RowRefusedException {
        String text = row.text(column);
        boolean negative = text.length() > 2 && text.startsWith("(") && text.endsWith(")");
        if (!negative) {
            return Numbers.amount(name(column), text);
        }
        return Numbers.amount(name(column), text.substring(1, text.length() - 1).strip())
                .map(BigDecimal::negate);
    }

    BigDecimal required(SourceRow row, int column) throws RowRefusedException {
        Optional<BigDecimal> amount = amount(row, column);
        if (amount.isEmpty()) {
            throw new RowRefusedException(name(column), "", "A value is required.");
        }
        return amount.get();
    }

    RowIdentity identity(SourceRow row) {
        return hasher.of(row);
    }

    /// Refuses what stands between or below the charges: a sum of them, or the header again.
    ///
    /// @param date the column that every charge has a value in
    void expectCharge(SourceRow row, int date) throws RowRefusedException {
        if (row.text(date).equalsIgnoreCase(name(date))) {
            throw new RowRefusedException(name(date), row.text(date), "This is the header again and no charge.");
        }
        for (int i = 0; row.text(date).isEmpty() && i < row.size(); i++) {
            if (TOTAL.matcher(row.text(i)).matches()) {
                throw new RowRefusedException(name(i), row.text(i), "A total of other rows is no charge of its own.");
            }
        }
    }
}
