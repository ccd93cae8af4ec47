package dev.headroom.storage.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.BridgePart;
import dev.headroom.engine.cost.InvoiceKey;
import dev.headroom.engine.cost.VarianceBridge;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.cache.AuditEntry;
import dev.headroom.storage.cache.KeptReconciliation;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconciliationLogTest {
    private static KeptReconciliation result(
            String currency, String billed, boolean passed, VarianceBridge bridge, KeptReconciliation.Line... lines) {
        return new KeptReconciliation(
                YearMonth.of(2026, 10),
                new CurrencyCode(currency),
                "aws",
                "",
                "invoice.csv",
                new BigDecimal("300.10"),
                Optional.of(billed).filter(text -> !text.isEmpty()).map(BigDecimal::new),
                new BigDecimal("0.03"),
                passed,
                7,
                passed ? 0 : 2,
                Instant.parse("2026-11-03T08:00:00Z"),
                Optional.of(bridge),
                List.of(lines));
    }

    private static VarianceBridge bridge(String difference, Object... steps) {
        List<VarianceBridge.Step> list = new ArrayList<>();
        for (int i = 0; i < steps.length; i += 2) {
            list.add(new VarianceBridge.Step(
                    (BridgePart) steps[i], new BigDecimal((String) steps[i + 1]), VarianceBridge.Certainty.EXACT));
        }
        return new VarianceBridge(new BigDecimal(difference), list);
    }

    private static KeptReconciliation.Line line(String service, String invoiced, String billed) {
        return new KeptReconciliation.Line(
                new InvoiceKey("0123", service, "I-1"),
                invoiced.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(invoiced)),
                billed.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(billed)));
    }

    private static final KeptReconciliation FAILED = result(
            "USD",
            "324.1000001",
            false,
            bridge("24.0000001", BridgePart.TAX, "24", BridgePart.ROUNDING, "0.0000001"),
            line("Support", "29.00", ""),
            line("EC2", "300.10", "324.1000001"));
    private static final KeptReconciliation NOTHING =
            result("EUR", "", false, bridge("-300.10", BridgePart.ONLY_ON_INVOICE, "-300.10"));
    private static final KeptReconciliation PASSED = result("USD", "300.10", true, bridge("0.00"));

    @Test
    void theLastResultOfAMonthIsKeptAndEachIsInTheAuditLog(@TempDir Path folder) throws Exception {
        try (Workspace workspace = Workspace.open(folder)) {
            workspace.reconciliations().keep(List.of(FAILED, NOTHING));
            workspace.reconciliations().keep(List.of(PASSED));
        }
        try (Workspace workspace = Workspace.open(folder)) {
            assertThat(workspace.reconciliations().latest()).containsExactly(NOTHING, PASSED);
            assertThat(workspace.audit().since(Instant.EPOCH))
                    .filteredOn(entry -> entry.action().equals("reconciled"))
                    .extracting(AuditEntry::detail)
                    .hasSize(3)
                    .first()
                    .isEqualTo(
                            "failed: billed 324.1000001, invoiced 300.10 in invoice.csv, tolerance 0.03, 2 of 7 lines"
                                    + " beyond it");
            assertThat(workspace.verify().problems()).isEmpty();
        }
    }

    @Test
    void theBridgeAndTheLinesBeyondTheToleranceAreKeptWithTheResult(@TempDir Path folder) throws Exception {
        try (Workspace workspace = Workspace.open(folder)) {
            workspace.reconciliations().keep(List.of(PASSED));
            workspace.reconciliations().keep(List.of(FAILED));
        }
        try (Workspace workspace = Workspace.open(folder)) {
            assertThat(workspace.reconciliations().latest()).containsExactly(FAILED);
        }
    }

    @Test
    void onlyTheLargestDifferencesAreKept(@TempDir Path folder) throws Exception {
        List<KeptReconciliation.Line> lines = new ArrayList<>();
        for (int i = 1; i <= KeptReconciliation.KEPT_LINES + 20; i++) {
            lines.add(line("S" + i, "0", String.valueOf(i)));
        }
        try (Workspace workspace = Workspace.open(folder)) {
            workspace
                    .reconciliations()
                    .keep(List.of(result(
                            "USD", "300.10", false, bridge("0.00"), lines.toArray(KeptReconciliation.Line[]::new))));
            List<KeptReconciliation.Line> kept =
                    workspace.reconciliations().latest().getFirst().beyond();
            assertThat(kept).hasSize(KeptReconciliation.KEPT_LINES);
            assertThat(kept.getFirst().key().service()).isEqualTo("S120");
            assertThat(kept.getLast().key().service()).isEqualTo("S21");
        }
    }
}
