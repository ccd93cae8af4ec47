package dev.headroom.storage.cache;

import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
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
        Instant at) {}
