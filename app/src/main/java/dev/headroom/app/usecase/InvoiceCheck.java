package dev.headroom.app.usecase;

import dev.headroom.engine.cost.InvoiceKey;
import dev.headroom.engine.cost.VarianceBridge;
import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The last comparison of the bills of a month with an invoice, in one currency.
///
/// @param provider empty when the bills of all were compared
/// @param billingAccount empty when the bills of all were compared
/// @param invoiceFile the name of the invoice
/// @param billed empty when the bills held nothing in this currency
/// @param tolerance as a share of the invoiced amount
/// @param passed true when the total and every line were within the tolerance
/// @param lines how many lines were compared
/// @param at when it was compared
/// @param bridge of billed minus invoiced; empty for a result of a version of Headroom that did not keep it
/// @param beyond the lines beyond the tolerance, the largest difference first; only the largest are kept
/// @param outdated true when the bills have changed since
public record InvoiceCheck(
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
        List<Line> beyond,
        boolean outdated) {
    private static final int SHARE_PLACES = 8;

    public InvoiceCheck {
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

    /// The size of the difference as a share of the invoiced amount; empty when nothing was invoiced.
    public Optional<BigDecimal> share() {
        return invoiced.signum() == 0
                ? Optional.empty()
                : Optional.of(difference().abs().divide(invoiced.abs(), SHARE_PLACES, RoundingMode.HALF_EVEN));
    }

    /// True when the totals agree within the tolerance, whatever the lines do.
    public boolean totalWithin() {
        return passed || difference().abs().compareTo(invoiced.abs().multiply(tolerance)) <= 0;
    }

    /// True when this version of a bill was, or would have been, among those that were compared.
    public boolean covers(ListBills.Version version) {
        return month.equals(version.month())
                && (provider.isEmpty() || provider.equals(version.provider().toLowerCase(Locale.ROOT)))
                && (billingAccount.isEmpty() || plain(billingAccount).equals(plain(version.account())));
    }

    private static String plain(String account) {
        return new InvoiceKey(account, "", "").plain().account();
    }

    /// The same, outdated when a version that it covers came or went after it, or another kind of bills counts now.
    InvoiceCheck against(List<ListBills.Version> versions) {
        List<ListBills.Version> covered = versions.stream().filter(this::covers).toList();
        BigDecimal counted = covered.stream()
                .filter(ListBills.Version::counted)
                .map(version -> version.billed().getOrDefault(currency, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean changed = counted.compareTo(billed.orElse(BigDecimal.ZERO)) != 0
                || covered.stream()
                        .anyMatch(version -> version.loaded().isAfter(at)
                                || version.replaced()
                                        .map(when -> when.isAfter(at))
                                        .orElse(false));
        return new InvoiceCheck(
                month,
                currency,
                provider,
                billingAccount,
                invoiceFile,
                invoiced,
                billed,
                tolerance,
                passed,
                lines,
                failedLines,
                at,
                bridge,
                beyond,
                changed);
    }
}
