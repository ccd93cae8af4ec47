package dev.headroom.storage.source.invoice;

import dev.headroom.engine.cost.InvoiceGrain;
import dev.headroom.engine.cost.InvoiceKey;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.SourceException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An invoice as a table: an amount a row, and by what it is divided. It is read whole or refused with the line and
/// the field.
///
/// @param grain by what its columns divide it
/// @param anyAccount true when the account column does not say whether it means the account that is billed or the one
///     that used the service; the grain then holds [InvoiceGrain#ACCOUNT]
public record InvoiceFile(Path path, Set<InvoiceGrain> grain, boolean anyAccount, List<Amount> amounts) {
    public InvoiceFile {
        grain = Set.copyOf(grain);
        amounts = List.copyOf(amounts);
    }

    /// @param line counted from 1; in JSON the number of the object
    /// @param month empty when the file has no column for it
    /// @param currency empty when the file has no column for it
    public record Amount(
            long line, InvoiceKey key, Optional<YearMonth> month, Optional<CurrencyCode> currency, BigDecimal amount) {}

    /// Reads CSV (comma, semicolon, tab or pipe), a JSON list of objects, an object with such a list, or JSON lines.
    ///
    /// @throws SourceException when it is none of them, a column is missing or a field cannot be read
    public static InvoiceFile read(Path file) throws SourceException {
        InvoiceTable table = InvoiceTable.read(file);
        Map<InvoiceColumn, Integer> columns = columns(file, table.header());
        Set<InvoiceGrain> grain = grain(file, columns);
        List<Amount> amounts = new ArrayList<>();
        for (InvoiceTable.Row row : table.rows()) {
            amounts.add(new Row(file, columns, table.header().size(), row).amount());
        }
        if (amounts.isEmpty()) {
            throw new SourceException(
                    ErrorCode.FILE_HEADER_ONLY, "The invoice " + file.getFileName() + " has a header and no amounts.");
        }
        return new InvoiceFile(file, grain, columns.containsKey(InvoiceColumn.ACCOUNT), amounts);
    }

    private static Map<InvoiceColumn, Integer> columns(Path file, List<String> header) throws SourceException {
        Map<InvoiceColumn, Integer> columns = new EnumMap<>(InvoiceColumn.class);
        for (int i = 0; i < header.size(); i++) {
            Optional<InvoiceColumn> column = InvoiceColumn.ofHeader(header.get(i));
            if (column.isPresent()) {
                Integer before = columns.put(column.get(), i);
                if (before != null) {
                    throw new SourceException(
                            ErrorCode.FILE_UNKNOWN_FORMAT,
                            "The invoice " + file.getFileName() + " has two columns for the same thing, "
                                    + header.get(before) + " and " + header.get(i) + "; remove one.");
                }
            }
        }
        if (!columns.containsKey(InvoiceColumn.AMOUNT)) {
            throw new SourceException(
                    ErrorCode.FILE_MISSING_COLUMN,
                    "The invoice " + file.getFileName() + " has no column amount (it has " + String.join(", ", header)
                            + "). It needs amount and currency, and may have month, account, service and invoice.");
        }
        return columns;
    }

    private static Set<InvoiceGrain> grain(Path file, Map<InvoiceColumn, Integer> columns) throws SourceException {
        Set<InvoiceGrain> grain = EnumSet.noneOf(InvoiceGrain.class);
        if (columns.containsKey(InvoiceColumn.SERVICE)) {
            grain.add(InvoiceGrain.SERVICE);
        }
        if (columns.containsKey(InvoiceColumn.INVOICE)) {
            grain.add(InvoiceGrain.INVOICE);
        }
        boolean used = columns.containsKey(InvoiceColumn.SUB_ACCOUNT);
        boolean billed = columns.containsKey(InvoiceColumn.BILLING_ACCOUNT);
        if (columns.containsKey(InvoiceColumn.ACCOUNT) && (used || billed)) {
            throw new SourceException(
                    ErrorCode.FILE_UNKNOWN_FORMAT,
                    "The invoice " + file.getFileName() + " has an account and another account column; keep one.");
        }
        if (used || columns.containsKey(InvoiceColumn.ACCOUNT)) {
            grain.add(InvoiceGrain.ACCOUNT);
        } else if (billed) {
            grain.add(InvoiceGrain.BILLING_ACCOUNT);
        }
        return grain;
    }

    private record Row(Path file, Map<InvoiceColumn, Integer> columns, int width, InvoiceTable.Row row) {
        Amount amount() throws SourceException {
            if (row.fields().stream().skip(width).anyMatch(field -> !field.isBlank())) {
                throw refused(
                        "fields",
                        "the row has more fields than the header; an amount with a comma needs quotation marks");
            }
            String service = text(InvoiceColumn.SERVICE);
            String account = account();
            for (String name : List.of(service, account)) {
                if (InvoiceText.isTotal(name)) {
                    throw refused(name, "is a total of other rows, which would be counted twice; remove it");
                }
            }
            String amount = text(InvoiceColumn.AMOUNT);
            return new Amount(
                    row.line(),
                    new InvoiceKey(account, service, text(InvoiceColumn.INVOICE)),
                    columns.containsKey(InvoiceColumn.MONTH) ? Optional.of(month()) : Optional.empty(),
                    columns.containsKey(InvoiceColumn.CURRENCY) ? Optional.of(currency()) : Optional.empty(),
                    InvoiceText.amount(amount)
                            .orElseThrow(() -> refused(
                                    "amount",
                                    "\"" + amount + "\" is no amount; write it as 1234.56, with a point and without a"
                                            + " currency sign")));
        }

        private String account() {
            for (InvoiceColumn column :
                    List.of(InvoiceColumn.ACCOUNT, InvoiceColumn.SUB_ACCOUNT, InvoiceColumn.BILLING_ACCOUNT)) {
                if (columns.containsKey(column)) {
                    return text(column);
                }
            }
            return "";
        }

        private YearMonth month() throws SourceException {
            String text = text(InvoiceColumn.MONTH);
            return InvoiceText.month(text)
                    .orElseThrow(() -> refused("month", "\"" + text + "\" is no month; write it as 2026-10"));
        }

        private CurrencyCode currency() throws SourceException {
            String text = text(InvoiceColumn.CURRENCY);
            return InvoiceText.currency(text)
                    .orElseThrow(() -> refused("currency", "\"" + text + "\" is no currency; write it as USD"));
        }

        private String text(InvoiceColumn column) {
            Integer position = columns.get(column);
            return position == null || position >= row.fields().size()
                    ? ""
                    : row.fields().get(position).strip();
        }

        private SourceException refused(String field, String why) {
            return new SourceException(
                    ErrorCode.FILE_UNREADABLE,
                    "The invoice " + file.getFileName() + ", line " + row.line() + ", " + field + ": " + why + ".");
        }
    }
}
