package dev.headroom.app.usecase;

import dev.headroom.engine.cost.BridgePart;
import dev.headroom.engine.cost.VarianceBridge;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The last comparisons with invoices, one row each, with the bridge of the difference in a column a part. The parts of
/// a comparison that was kept without its bridge are empty.
public final class CheckTable extends Table {
    public CheckTable(List<InvoiceCheck> checks) {
        super(Stream.concat(
                        Stream.of(
                                "month",
                                "currency",
                                "provider",
                                "account",
                                "invoice",
                                "invoiced",
                                "billed",
                                "difference",
                                "tolerance",
                                "result",
                                "lines",
                                "lines_beyond",
                                "compared"),
                        Arrays.stream(BridgePart.values()).map(BridgePart::code))
                .toList());
        checks.forEach(this::row);
    }

    private void row(InvoiceCheck check) {
        List<Object> cells = new ArrayList<>(List.of(
                check.month(),
                check.currency(),
                check.provider(),
                check.billingAccount(),
                check.invoiceFile(),
                check.invoiced(),
                check.billed(),
                check.difference(),
                check.tolerance(),
                BillStanding.of(check).kind().name().toLowerCase(Locale.ROOT),
                check.lines(),
                check.failedLines(),
                check.at()));
        for (BridgePart part : BridgePart.values()) {
            cells.add(check.bridge().map(bridge -> amount(bridge, part)));
        }
        add(cells.toArray());
    }

    private static BigDecimal amount(VarianceBridge bridge, BridgePart part) {
        return bridge.steps().stream()
                .filter(step -> step.part() == part)
                .map(VarianceBridge.Step::amount)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
