package dev.headroom.engine.cost;

import dev.headroom.engine.quantity.CurrencyCode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// An invoice of one month in one currency, held against the bills.
///
/// @param lines at the grain of the invoice, by account, service and invoice
/// @param missing days of the month on which the bills have no usage at all
public record ReconciledBill(
        YearMonth month,
        CurrencyCode currency,
        ReconciledLine total,
        List<ReconciledLine> lines,
        List<LocalDate> missing) {
    public ReconciledBill {
        lines = List.copyOf(lines);
        missing = List.copyOf(missing);
    }

    /// True when the total and every line are within the tolerance.
    public boolean passed() {
        return total.passed() && lines.stream().allMatch(ReconciledLine::passed);
    }

    /// How many lines are beyond the tolerance.
    public long failedLines() {
        return lines.stream().filter(line -> !line.passed()).count();
    }
}
