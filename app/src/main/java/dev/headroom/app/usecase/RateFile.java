package dev.headroom.app.usecase;

import dev.headroom.engine.commitment.CommitmentKind;
import dev.headroom.engine.commitment.CommitmentRate;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.Payment;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.csv.CsvSheet;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Files in which a customer states the discounts and the ends of commitments.
final class RateFile {
    private RateFile() {}

    /// Rates: `provider,kind,term,payment,discount_percent,as_of`, and where wanted `family` and `source`.
    ///
    /// @throws UseCaseException of kind INPUT with line and field when a row cannot be read
    static List<CommitmentRate> rates(Path file) throws UseCaseException {
        List<CommitmentRate> rates = new ArrayList<>();
        for (CsvSheet.Row row :
                read(file, List.of("provider", "kind", "term", "payment", "discount_percent", "as_of"))) {
            try {
                rates.add(new CommitmentRate(
                        row.text("provider"),
                        CommitmentKind.of(row.text("kind")),
                        row.text("family"),
                        CommitmentTerm.of(row.text("term")),
                        Payment.of(row.text("payment")),
                        number(row.text("discount_percent")),
                        LocalDate.parse(row.text("as_of")),
                        row.text("source").isEmpty() ? file.getFileName().toString() : row.text("source")));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw refused("HR-3250", "rates", file, row, e);
            }
        }
        return rates;
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(
                    text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("discount_percent (" + text + ") must be a number such as 27.", e);
        }
    }

    /// Ends: `commitment,end`; the end is the day after the last one.
    ///
    /// @throws UseCaseException of kind INPUT with line and field when a row cannot be read
    static Map<String, LocalDate> ends(Path file) throws UseCaseException {
        Map<String, LocalDate> ends = new LinkedHashMap<>();
        for (CsvSheet.Row row : read(file, List.of("commitment", "end"))) {
            try {
                ends.put(row.text("commitment"), LocalDate.parse(row.text("end")));
            } catch (DateTimeException e) {
                throw refused("HR-3251", "ends", file, row, e);
            }
        }
        return ends;
    }

    private static List<CsvSheet.Row> read(Path file, List<String> columns) throws UseCaseException {
        try {
            return CsvSheet.read(file, columns).rows();
        } catch (SourceException e) {
            throw new UseCaseException(UseCaseException.Kind.INPUT, e.code(), e.sentence(), e);
        }
    }

    private static UseCaseException refused(
            String code, String what, Path file, CsvSheet.Row row, RuntimeException cause) {
        return new UseCaseException(
                UseCaseException.Kind.INPUT,
                code,
                "The " + what + " in " + file.getFileName() + " cannot be read: line " + row.line() + ": "
                        + cause.getMessage(),
                cause);
    }
}
