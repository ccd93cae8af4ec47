package dev.headroom.storage.cache;

import dev.headroom.engine.cost.InvoiceKey;
import dev.headroom.engine.cost.VarianceBridge;
import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// How the bills of a month last compared with an invoice.
///
/// @param provider empty when the bills of all were compared
/// @param billingAccount empty when the bills of all were compared
/// @param invoiceFile the name of the invoice
/// @param billed empty when the bills held nothing in this currency
/// @param tolerance as a share of the invoiced amount
/// @param passed true when the total and every line were within the tolerance
/// @param lines how many lines were compared
/// @param bridge of billed minus invoiced; empty for a result that was kept before bridges were
/// @param beyond the lines beyond the tolerance, the largest difference first; at most [#KEPT_LINES]
public record KeptReconciliation(
        YearMonth month,
        CurrencyCode currency,
        String provider,
        String billingAccount,
        String invoiceFile,
        BigDecimal invoiced,
        Optional<BigDecimal> billed,
        BigDecimal tolerance,
        boolean passed,
        int lines,
        int failedLines,
        Instant at,
        Optional<VarianceBridge> bridge,
        List<Line> beyond) {
    /// How many lines of a result are kept.
    public static final int KEPT_LINES = 100;

    public KeptReconciliation {
        beyond = List.copyOf(beyond);
    }

    /// A line of the invoice beside the bills.
    ///
    /// @param invoiced empty when the invoice does not name it
    /// @param billed empty when the bills do not hold it
    public record Line(InvoiceKey key, Optional<BigDecimal> invoiced, Optional<BigDecimal> billed) {
        /// Billed minus invoiced.
        public BigDecimal difference() {
            return billed.orElse(BigDecimal.ZERO).subtract(invoiced.orElse(BigDecimal.ZERO));
        }
    }

    /// Billed minus invoiced.
    public BigDecimal difference() {
        return billed.orElse(BigDecimal.ZERO).subtract(invoiced);
    }
}
