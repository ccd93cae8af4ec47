package dev.headroom.storage.source.export;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.SourceRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The currency of the rows of a bill: that of a column, else the one that the name of the cost column says
/// (`Cost (EUR)`, `costInUsd`). A file that says neither keeps its amounts under the unknown currency, because any
/// other would be a guess; they never mix with amounts of a known currency.
///
/// A code of three letters is kept in capitals; other names, of virtual currencies, as they are written.
final class BillCurrency {
    private static final Pattern ISO = Pattern.compile("[A-Za-z]{3}");
    private final BillSheet sheet;
    private final int column;
    private final Optional<CurrencyCode> fixed;

    /// @param cost the cost column
    /// @param column the currency column; negative = none
    BillCurrency(BillSheet sheet, int cost, int column) {
        this.sheet = sheet;
        this.column = column;
        fixed = column >= 0 ? Optional.empty() : Optional.of(ofName(sheet.name(cost)));
    }

    private static CurrencyCode ofName(String cost) {
        String normal = cost.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
        if (normal.endsWith("usd")) {
            return CurrencyCode.USD;
        }
        return BillSheet.currencyIn(cost).map(BillCurrency::ofSign).orElse(CurrencyCode.UNKNOWN);
    }

    /// The dollar sign alone is no currency: a dozen countries write it.
    private static CurrencyCode ofSign(String sign) {
        return switch (sign) {
            case "US$" -> CurrencyCode.USD;
            case "€" -> new CurrencyCode("EUR");
            case "£" -> new CurrencyCode("GBP");
            default -> sign.endsWith("$") ? CurrencyCode.UNKNOWN : new CurrencyCode(sign);
        };
    }

    CurrencyCode read(SourceRow row) throws RowRefusedException {
        if (fixed.isPresent()) {
            return fixed.get();
        }
        try {
            String text = row.text(column);
            return new CurrencyCode(ISO.matcher(text).matches() ? text.toUpperCase(Locale.ROOT) : text);
        } catch (IllegalArgumentException invalid) {
            throw new RowRefusedException(
                    sheet.name(column), row.text(column), "A currency code such as USD is required.");
        }
    }

    List<String> notes() {
        return fixed.filter(CurrencyCode.UNKNOWN::equals).isPresent()
                ? List.of("The file does not name its currency; its amounts keep the currency " + CurrencyCode.UNKNOWN
                        + ".")
                : List.of();
    }
}
