package dev.headroom.app.usecase;

import dev.headroom.engine.cost.BridgePart;
import dev.headroom.engine.cost.ReconciledBill;
import dev.headroom.engine.cost.ReconciledLine;
import dev.headroom.engine.cost.VarianceBridge;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// An invoice beside the bills: one row a line, and one for the total of each month and currency, with the bridge of
/// the difference in a column a part.
public final class ReconciliationTable extends Table {
    public ReconciliationTable(ReconcileBill.Report report) {
        super(header());
        for (ReconciledBill bill : report.bills()) {
            bill.lines().forEach(line -> row(bill, "line", line));
            row(bill, "total", bill.total());
        }
    }

    private static List<String> header() {
        return Stream.concat(
                        Stream.of(
                                "month",
                                "currency",
                                "row",
                                "invoice",
                                "account",
                                "service",
                                "invoiced",
                                "billed",
                                "difference",
                                "result"),
                        Arrays.stream(BridgePart.values()).map(BridgePart::code))
                .toList();
    }

    private void row(ReconciledBill bill, String row, ReconciledLine line) {
        List<Object> cells = new ArrayList<>(List.of(
                bill.month(),
                bill.currency(),
                row,
                line.key().invoice(),
                line.key().account(),
                line.key().service(),
                line.invoiced(),
                line.billed(),
                line.difference(),
                line.verdict().name().toLowerCase(Locale.ROOT)));
        for (BridgePart part : BridgePart.values()) {
            cells.add(line.bridge().steps().stream()
                    .filter(step -> step.part() == part)
                    .map(VarianceBridge.Step::amount)
                    .findFirst()
                    .orElse(BigDecimal.ZERO));
        }
        add(cells.toArray());
    }
}
