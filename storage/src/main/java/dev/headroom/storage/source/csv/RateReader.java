package dev.headroom.storage.source.csv;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.DatedRate;
import dev.headroom.storage.source.RowReader;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.RowSink;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.SourceRow;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads tables of currency rates: `date,from,to,rate`, one day and pair a row. One unit of `from` is worth
/// `rate` units of `to`.
public final class RateReader implements RowReader {
    private final Columns columns;
    private final int date;
    private final int from;
    private final int to;
    private final int rate;
    private final Map<Key, BigDecimal> read = new HashMap<>();

    private RateReader(Columns columns) throws SourceException {
        this.columns = columns;
        date = columns.require("date");
        from = columns.require("from");
        to = columns.require("to");
        rate = columns.require("rate");
    }

    private record Key(LocalDate day, CurrencyCode from, CurrencyCode to) {}

    /// True when the header is that of a table of currency rates.
    public static boolean recognises(List<String> header) {
        Columns columns = Columns.inAnyCase(header);
        return columns.has("date") && columns.has("from") && columns.has("to") && columns.has("rate");
    }

    public static RateReader of(List<String> header) throws SourceException {
        return new RateReader(Columns.inAnyCase(header));
    }

    @Override
    public SourceFormat format() {
        return SourceFormat.RATES;
    }

    @Override
    public List<String> recognised() {
        return columns.used();
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public void read(SourceRow row, RowSink sink) throws RowRefusedException {
        LocalDate day = day(row.text(date));
        CurrencyCode base = currency(row, from);
        CurrencyCode other = currency(row, to);
        BigDecimal worth = Numbers.required(columns.name(rate), row.text(rate));
        if (worth.signum() <= 0) {
            throw new RowRefusedException(columns.name(rate), row.text(rate), "A rate is greater than 0.");
        }
        if (base.equals(other)) {
            throw new RowRefusedException(columns.name(to), row.text(to), "A rate is between two currencies.");
        }
        BigDecimal before = read.putIfAbsent(new Key(day, base, other), worth);
        if (before != null && before.compareTo(worth) != 0) {
            throw new RowRefusedException(
                    columns.name(rate),
                    row.text(rate),
                    "The file has " + before.toPlainString() + " for this day and pair already.");
        }
        sink.rate(row.line(), new DatedRate(day, base, other, worth));
    }

    private LocalDate day(String text) throws RowRefusedException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException invalid) {
            throw new RowRefusedException(columns.name(date), text, "A day such as 2026-10-03 is required.");
        }
    }

    private CurrencyCode currency(SourceRow row, int column) throws RowRefusedException {
        try {
            String text = row.text(column);
            return new CurrencyCode(text.length() == 3 ? text.toUpperCase(Locale.ROOT) : text);
        } catch (IllegalArgumentException invalid) {
            throw new RowRefusedException(
                    columns.name(column), row.text(column), "A currency code such as USD is required.");
        }
    }
}
