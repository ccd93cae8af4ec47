package dev.headroom.storage.ingest;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.SourceFormat;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The account of one file while it is read.
final class RowAccount {
    private final SortedMap<CurrencyCode, BigDecimal> billed = new TreeMap<>();
    private final List<RejectedRow> rejects = new ArrayList<>();
    private long accepted;
    private long rejected;
    private long duplicates;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /// What becomes of a row, from the weakest to the strongest claim on its count.
    enum Outcome {
        DUPLICATE,
        ACCEPTED,
        REJECTED
    }

    void count(Outcome outcome) {
        count(outcome, 1);
    }

    void count(Outcome outcome, long rows) {
        switch (outcome) {
            case DUPLICATE -> duplicates += rows;
            case ACCEPTED -> accepted += rows;
            case REJECTED -> rejected += rows;
        }
    }

    long rejected() {
        return rejected;
    }

    long counted() {
        return accepted + rejected + duplicates;
    }

    void reject(long line, RowRefusedException refused) {
        reject(line, refused.field(), refused.value(), refused.reason());
    }

    void reject(long line, String field, String value, String reason) {
        if (rejects.size() < FileReport.MOST_REJECTS) {
            rejects.add(new RejectedRow(line, field, value, reason));
        }
    }

    void bill(CurrencyCode currency, BigDecimal amount) {
        billed.merge(currency, amount, BigDecimal::add);
    }

    void at(Instant instant) {
        first = Math.min(first, instant.toEpochMilli());
        last = Math.max(last, instant.toEpochMilli());
    }

    FileReport report(Path path, SourceFormat format, List<String> notes) {
        rejects.sort(Comparator.comparingLong(RejectedRow::line));
        List<String> said = new ArrayList<>(notes);
        if (rejects.size() == FileReport.MOST_REJECTS) {
            said.add("Only the first " + FileReport.MOST_REJECTS + " refused rows are listed.");
        }
        return new FileReport(
                path,
                format,
                counted(),
                accepted,
                rejected,
                duplicates,
                billed,
                first > last ? Optional.empty() : Optional.of(Instant.ofEpochMilli(first)),
                first > last ? Optional.empty() : Optional.of(Instant.ofEpochMilli(last)),
                rejects,
                Optional.empty(),
                said);
    }
}
