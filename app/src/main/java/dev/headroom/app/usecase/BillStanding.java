package dev.headroom.app.usecase;

import dev.headroom.engine.quantity.CurrencyCode;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// How bills stand to their invoice.
///
/// @param check the comparison that says so; empty when there was none
public record BillStanding(Kind kind, Optional<InvoiceCheck> check) {
    /// What is known, the best first.
    public enum Kind {
        WITHIN,
        NEVER,
        OUTDATED,
        DIFFERS
    }

    private static final BillStanding NONE = new BillStanding(Kind.NEVER, Optional.empty());

    /// The standing of one version of a bill. The latest comparison of each of its currencies counts, and of these the
    /// worst.
    public static BillStanding of(ListBills.Version version, List<InvoiceCheck> checks) {
        List<InvoiceCheck> about =
                checks.stream().filter(check -> check.covers(version)).toList();
        Set<CurrencyCode> currencies = new TreeSet<>(version.billed().keySet());
        if (currencies.isEmpty()) {
            about.forEach(check -> currencies.add(check.currency()));
        }
        return currencies.stream()
                .map(currency -> of(currency, about))
                .max(Comparator.comparing(BillStanding::kind))
                .orElse(NONE);
    }

    private static BillStanding of(CurrencyCode currency, List<InvoiceCheck> checks) {
        return checks.stream()
                .filter(check -> check.currency().equals(currency))
                .max(Comparator.comparing(InvoiceCheck::at))
                .map(BillStanding::of)
                .orElse(NONE);
    }

    /// What one comparison says today.
    public static BillStanding of(InvoiceCheck check) {
        Kind kind = check.outdated() ? Kind.OUTDATED : check.passed() ? Kind.WITHIN : Kind.DIFFERS;
        return new BillStanding(kind, Optional.of(check));
    }

    /// The worst of the bills of a month that hold.
    public static BillStanding of(YearMonth month, List<ListBills.Version> versions, List<InvoiceCheck> checks) {
        return versions.stream()
                .filter(version ->
                        version.month().equals(month) && version.replaced().isEmpty())
                .map(version -> of(version, checks))
                .max(Comparator.comparing(BillStanding::kind))
                .orElse(NONE);
    }

    /// The last month with a bill that was over when bills were last loaded; the last one at all when none was.
    public static Optional<YearMonth> lastClosed(List<ListBills.Version> versions) {
        List<YearMonth> months = versions.stream()
                .filter(version -> version.replaced().isEmpty())
                .map(ListBills.Version::month)
                .toList();
        Optional<YearMonth> running = versions.stream()
                .map(ListBills.Version::loaded)
                .max(Comparator.naturalOrder())
                .map(loaded -> YearMonth.from(loaded.atZone(ZoneOffset.UTC)));
        return months.stream()
                .filter(month -> running.map(month::isBefore).orElse(true))
                .max(Comparator.naturalOrder())
                .or(() -> months.stream().max(Comparator.naturalOrder()));
    }
}
