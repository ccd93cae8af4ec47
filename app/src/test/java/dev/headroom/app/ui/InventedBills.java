package dev.headroom.app.ui;

import dev.headroom.app.usecase.InvoiceCheck;
import dev.headroom.app.usecase.ReconcileBill;
import dev.headroom.engine.cost.BridgePart;
import dev.headroom.engine.cost.InvoiceKey;
import dev.headroom.engine.cost.ReconciledBill;
import dev.headroom.engine.cost.ReconciledLine;
import dev.headroom.engine.cost.VarianceBridge;
import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// Comparisons of the invented bill of September, 3,591.10, with invoices.
public final class InventedBills {
    public static final YearMonth MONTH = YearMonth.of(2026, 9);
    private static final BigDecimal BILLED = new BigDecimal("3591.10");
    private static final InvoiceKey SUPPORT = new InvoiceKey("payer-1", "Support", "");

    private InventedBills() {}

    /// An invoice of 3,377.10 without the tax.
    public static InvoiceCheck check(ReconcileBill.Request request) {
        BigDecimal invoiced = new BigDecimal("3377.10");
        BigDecimal limit = invoiced.multiply(request.tolerance());
        boolean passed = BILLED.subtract(invoiced).compareTo(limit) <= 0;
        return check(String.valueOf(request.invoice().getFileName()), "3377.10", request.tolerance(), passed, false);
    }

    /// @param outdated when the bill has changed since
    public static InvoiceCheck check(
            String file, String invoiced, BigDecimal tolerance, boolean passed, boolean outdated) {
        BigDecimal off = BILLED.subtract(new BigDecimal(invoiced));
        VarianceBridge bridge = new VarianceBridge(
                off,
                off.signum() == 0
                        ? List.of()
                        : List.of(new VarianceBridge.Step(BridgePart.TAX, off, VarianceBridge.Certainty.EXACT)));
        List<InvoiceCheck.Line> beyond =
                passed ? List.of() : List.of(new InvoiceCheck.Line(SUPPORT, Optional.empty(), Optional.of(off)));
        return new InvoiceCheck(
                MONTH,
                CurrencyCode.USD,
                "",
                "",
                file,
                new BigDecimal(invoiced),
                Optional.of(BILLED),
                tolerance,
                passed,
                3,
                passed ? 0 : 1,
                Instant.parse("2026-10-20T09:00:00Z"),
                Optional.of(bridge),
                beyond,
                outdated);
    }

    /// Within half a percent.
    public static InvoiceCheck near() {
        return check("september.csv", "3576.80", new BigDecimal("0.03"), true, false);
    }

    static ReconcileBill.Report report(InvoiceCheck check) {
        ReconciledLine total = new ReconciledLine(
                InvoiceKey.TOTAL,
                Optional.of(check.invoiced()),
                check.billed(),
                check.bridge().orElseThrow(),
                check.passed() ? ReconciledLine.Verdict.PASS : ReconciledLine.Verdict.FAIL);
        return new ReconcileBill.Report(
                check.tolerance(),
                List.of(new ReconciledBill(check.month(), check.currency(), total, List.of(total), List.of())),
                List.of());
    }

    /// A request with a file only.
    public static ReconcileBill.Request request(String file, String tolerance) {
        return new ReconcileBill.Request(
                Path.of(file), new BigDecimal(tolerance), Optional.empty(), Optional.empty(), "", "", Optional.empty());
    }
}
